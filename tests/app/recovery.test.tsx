// @vitest-environment jsdom
import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { known } from "#core/answer.ts";
import { nobodyYet } from "#core/staff/actor.ts";
import type { VisitCommand } from "#core/visit/commands.ts";
import type { VisitId } from "#core/visit/events.ts";
import { temporaryNumber } from "#core/visit/temporary-number.ts";
import { heldInListing, heldInTelling } from "#projections/file-held.ts";
import type { OutFile, Outlets } from "#app/outlets.ts";
import { paperWay } from "#app/routes/recovery/paper-way.ts";
import { RecoveryPage } from "#app/routes/recovery/recovery-page.tsx";
import { undoableIn, type WardFeed } from "#app/ward-feed.ts";
import { newMemoryDevice } from "#tests/storage/memory-log.ts";
import { openStage, type Stage, type StageClock, type StageOptions } from "./stage.tsx";

const visit = (name: string): VisitId => name as VisitId;

/** Ada is here with two records, Bo has left with three, Cecilie was struck with two. */
const threeCame = async (feed: WardFeed, clock: StageClock): Promise<void> => {
  const atMs = clock.nowMs();
  const come = (name: string) => feed.register({ visit: visit(name), commands: (number) => [{ type: "RegisterArrival", number, details: { name: known(name) }, atMs }] }, nobodyYet);
  const ask = (name: string, ...commands: ReadonlyArray<VisitCommand>) => feed.ask(visit(name), commands, nobodyYet);
  await come("Ada");
  await ask("Ada", { type: "SetTriage", scale: "no3", scaleVersion: "2026-1", level: 2, atMs });
  await come("Bo");
  await ask("Bo", { type: "BeginCare", atMs }, { type: "Leave", how: "home", atMs });
  const asked = await come("Cecilie");
  await ask("Cecilie", ...(undoableIn(asked.ok ? asked.value : [])?.records ?? []).map((target) => ({ type: "Undo", target, atMs }) as const));
};

interface Out extends Stage {
  readonly given: ReadonlyArray<OutFile>;
  readonly asked: ReadonlyArray<ReadonlyArray<VisitId>>;
}

const openRecovery = async (change: Partial<Outlets> = {}, before = threeCame, options: StageOptions = {}): Promise<Out> => {
  const given: OutFile[] = [];
  const asked: Array<ReadonlyArray<VisitId>> = [];
  const outlets: Outlets = {
    fhir: async ({ visits }) => {
      asked.push(visits.map((file) => file.visit.id));
      const leftOut = visits.filter((file) => file.visit.arrivedAtMs === null).map((file) => file.visit.id);
      return { files: [{ name: "a.fhir.json", mime: "application/fhir+json", text: "{}" }], held: heldInTelling(visits, leftOut), leftOut };
    },
    csv: async ({ visits }) => ({ files: ["records.csv", "visits.csv"].map((name) => ({ name, mime: "text/csv", text: "" })), held: heldInListing(visits), leftOut: [] }),
    items: async () => [],
    letter: async () => null, handOver: (file) => { given.push(file); },
    ...change,
  };
  const stage = await openStage(<RecoveryPage />, { ...options, outlets, before });
  await screen.findByRole("heading", { level: 1, name: "Recovery" });
  return { ...stage, given, asked };
};
/** The person has looked, and says so. */
const sayThere = async ({ user }: Stage, name = "The file is there"): Promise<void> => {
  await user.click(await screen.findByRole("button", { name }));
  await screen.findByText("Written down: the records are in a file.");
};
const uncarried = ({ feed }: Stage): number => feed.state().uncarried.length;

it("[RCP1] all are chosen, and who has left, who is here and what is in no file can be read", async () => {
  await openRecovery();
  expect(await screen.findByRole("heading", { name: "Take out 3 visits" })).toBeTruthy();
  const row = within(screen.getByRole("row", { name: /Bo/ }));
  expect(row.getByText("Has left")).toBeTruthy();
  expect(row.getAllByText("3")).toHaveLength(2);
  expect(screen.getAllByRole("checkbox").every((box) => (box as HTMLInputElement).checked)).toBe(true);
  expect(screen.getByText(/^7 of them are in no file/)).toBeTruthy();
});

it("[OUTF1] the whole book as CSV leaves nothing uncarried, and no more is claimed than that", async () => {
  const stage = await openRecovery();
  await stage.user.click(await screen.findByRole("button", { name: "Save as CSV" }));
  await screen.findByRole("heading", { name: "Handed to the browser" });
  expect(stage.given.map(({ name }) => name)).toEqual(["records.csv", "visits.csv"]);
  await sayThere(stage, "The files are there");
  expect(uncarried(stage)).toBe(0);
  expect(screen.getAllByText(/no proof that the journal has them/)).toHaveLength(2);
  expect(document.querySelector('[data-kind="good"]')).toBeNull();
});

it("[OUTF4] a file that was handed over carries nothing before somebody says that it is there, and saving it again says nothing", async () => {
  const stage = await openRecovery();
  await stage.user.click(await screen.findByRole("button", { name: "Save as CSV" }));
  await screen.findByRole("heading", { name: "Handed to the browser" });
  await stage.user.click(screen.getAllByRole("button", { name: "Save once more" })[0]!);
  expect(stage.given.map(({ name }) => name)).toEqual(["records.csv", "visits.csv", "records.csv"]);
  expect([uncarried(stage), stage.feed.state().ward.lastCarriedAtMs]).toEqual([7, null]);
  await sayThere(stage, "The files are there");
  expect(uncarried(stage)).toBe(0);
  expect(screen.queryByRole("button", { name: "The files are there" })).toBeNull();
});

it("[OUTF4] another file in between leaves the first untold, and the answer is about the one that is asked of", async () => {
  const stage = await openRecovery();
  await stage.user.click(await screen.findByRole("button", { name: "Save as CSV" }));
  await screen.findByRole("button", { name: "The files are there" });
  await stage.user.click(screen.getByRole("radio", { name: "Have left (1)" }));
  await stage.user.click(screen.getByRole("button", { name: "Save as FHIR" }));
  await sayThere(stage);
  expect(uncarried(stage)).toBe(4);
});

it("[OUTF4] carried at the time the file was handed over, not when somebody looked; said twice, told once", async () => {
  const stage = await openRecovery();
  const handedAtMs = stage.clock.nowMs();
  await stage.user.click(await screen.findByRole("button", { name: "Save as FHIR" }));
  const there = await screen.findByRole("button", { name: "The file is there" });
  stage.clock.pass(20);
  const batches: number[] = [];
  stage.feed.subscribe((records) => batches.push(records.length));
  await stage.user.dblClick(there);
  await screen.findByText("Written down: the records are in a file.");
  expect([batches, stage.feed.state().ward.lastCarriedAtMs]).toEqual([[1], handedAtMs]);
});

it("[WAYS1] the keyboard stays where it was: on the button while the file is made, then on what is said of it", async () => {
  const stage = await openRecovery();
  const save = await screen.findByRole("button", { name: "Save as CSV" });
  save.focus();
  await stage.user.keyboard("{Enter}");
  const there = await screen.findByRole("button", { name: "The files are there" });
  expect(save).toHaveFocus();
  there.focus();
  await stage.user.keyboard("{Enter}");
  const told = await screen.findByText("Written down: the records are in a file.");
  await waitFor(() => expect(told.parentElement).toHaveFocus());
});

it("[OUTF4] an answer that could not be written down is said, and can be given again", async () => {
  const device = newMemoryDevice();
  const stage = await openRecovery({}, threeCame, { device });
  await stage.user.click(await screen.findByRole("button", { name: "Save as FHIR" }));
  const { owner } = device.disk;
  device.disk.owner = null;
  await stage.user.click(await screen.findByRole("button", { name: "The file is there" }));
  expect(await screen.findByText(/^That the file is there was not written down/)).toBeTruthy();
  expect(uncarried(stage)).toBe(7);
  device.disk.owner = owner;
  await sayThere(stage);
  expect(uncarried(stage)).toBe(2);
});

it("[OUTF1][OUTF2] FHIR carries what it tells, and says what it leaves out", async () => {
  const stage = await openRecovery();
  await stage.user.click(await screen.findByRole("button", { name: "Save as FHIR" }));
  expect(await screen.findByText("2 visits, 5 records.")).toBeTruthy();
  expect(screen.getByText("1 struck visit is not in FHIR. CSV takes it along.")).toBeTruthy();
  await sayThere(stage);
  expect(uncarried(stage)).toBe(2);
});

it("[RCP2][OUTF1][OUTF2] some visits alone carry their own records alone", async () => {
  const stage = await openRecovery();
  await stage.user.click(await screen.findByRole("radio", { name: "Have left (1)" }));
  await stage.user.click(screen.getByRole("button", { name: "Save as FHIR" }));
  await screen.findByText("1 visit, 3 records.");
  expect(stage.asked).toEqual([[visit("Bo")]]);
  expect(screen.getByText("2 visits were not chosen and are not in the file.")).toBeTruthy();
  await sayThere(stage);
  await stage.user.click(screen.getByRole("radio", { name: "All (3)" }));
  expect(within(screen.getByRole("row", { name: /Bo/ })).getByText("All in a file")).toBeTruthy();
  expect(uncarried(stage)).toBe(4);
});

it("[OUTF1] what is written while the file is made, or after it, is not carried by it", async () => {
  const clockOf: { clock?: StageClock; feed?: WardFeed } = {};
  const stage = await openRecovery(
    {
      csv: async ({ visits }) => {
        await clockOf.feed?.ask(visit("Ada"), [{ type: "CallIn", atMs: clockOf.clock?.nowMs() ?? stage.clock.nowMs() }], nobodyYet);
        return { files: [{ name: "records.csv", mime: "text/csv", text: "" }], held: heldInListing(visits), leftOut: [] };
      },
    },
    async (feed, clock) => {
      Object.assign(clockOf, { feed, clock });
      await threeCame(feed, clock);
    },
  );
  await stage.user.click(await screen.findByRole("button", { name: "Save as CSV" }));
  await screen.findByRole("heading", { name: "Handed to the browser" });
  await stage.feed.ask(visit("Ada"), [{ type: "BeginCare", atMs: stage.clock.nowMs() }], nobodyYet);
  await sayThere(stage);
  expect(uncarried(stage)).toBe(2);
});

it("[OUTF3] a file that could not be made carries nothing, and says that the records are safe", async () => {
  const stage = await openRecovery({ fhir: async () => Promise.reject(new Error("out of memory")) });
  await stage.user.click(await screen.findByRole("button", { name: "Save as FHIR" }));
  expect((await screen.findByRole("alert")).textContent).toMatch(/records are safe here/);
  expect([stage.given.length, uncarried(stage)]).toEqual([0, 7]);
});

it("[OUTF1] a file that the browser would not take carries nothing", async () => {
  const stage = await openRecovery({ handOver: () => { throw new Error("no"); } });
  await stage.user.click(await screen.findByRole("button", { name: "Save as CSV" }));
  await screen.findByRole("alert");
  expect(uncarried(stage)).toBe(7);
});

it("chooses by keyboard: arrows between the boxes, space ticks", async () => {
  const stage = await openRecovery();
  const boxes = await screen.findAllByRole("checkbox");
  boxes[0]?.focus();
  await stage.user.keyboard(" {ArrowDown}{ArrowDown} ");
  expect(screen.getByRole("heading", { name: "Take out 1 visit" })).toBeTruthy();
  await stage.user.click(screen.getByRole("button", { name: "Choose all" }));
  await stage.user.click(screen.getByRole("button", { name: "Choose none" }));
  expect(screen.getByText("Choose at least one visit.")).toBeTruthy();
  expect(screen.getByRole("button", { name: "Save as FHIR" }).hasAttribute("disabled")).toBe(true);
});

it("[RCP1] who comes while the page is open is chosen too", async () => {
  const stage = await openRecovery();
  await screen.findByRole("heading", { name: "Take out 3 visits" });
  await stage.feed.register({ visit: visit("Dina"), commands: (number) => [{ type: "RegisterArrival", number, details: {}, atMs: stage.clock.nowMs() }] }, nobodyYet);
  await waitFor(() => expect(screen.getByRole("heading", { name: "Take out 4 visits" })).toBeTruthy());
});

it("an empty page says what will be here", async () => {
  await openRecovery({}, async () => undefined);
  expect(await screen.findByRole("heading", { name: "Nothing to give back yet" })).toBeTruthy();
  expect(screen.getByLabelText("Choose a file")).toBeTruthy();
});

it("[PPW1] says what will be on paper, and leads there", async () => {
  const stage = await openRecovery();
  const way = (): string | null => screen.getByRole("link", { name: "Print" }).getAttribute("href");
  await screen.findByText(/^Paper for back-entry: all visits/);
  expect(way()).toBe("/print?what=charts");
  await stage.user.click(screen.getByRole("radio", { name: "Have left (1)" }));
  expect(screen.getByText(/^Paper for back-entry: this visit alone/)).toBeTruthy();
  expect(way()).toMatch(/^\/print\?visit=\w{3}-002-\w$/);
  await stage.feed.register({ visit: visit("Dina"), commands: (number) => [{ type: "RegisterArrival", number, details: {}, atMs: stage.clock.nowMs() }] }, nobodyYet);
  await stage.user.click(await screen.findByRole("radio", { name: "Still here (2)" }));
  expect(way()).toBe("/print?what=charts&whose=here");
});

it("[PPW1] visits chosen one by one are those that go on paper, the struck one too", async () => {
  const stage = await openRecovery();
  await stage.user.click((await screen.findAllByRole("checkbox"))[0]!);
  expect(screen.getByText(/^Paper for back-entry: the 2 chosen visits/)).toBeTruthy();
  const [, ...numbers] = screen.getAllByRole("checkbox").map((box) => /\w{3}-\d{3}-\w/.exec(box.getAttribute("aria-label") ?? "")?.[0]);
  expect(screen.getByRole("link", { name: "Print" }).getAttribute("href")).toBe(`/print?what=charts&numbers=${numbers.join(".")}`);
});

it("[PPW1] more visits than an address holds print all, and it is said", () => {
  const numbers = Array.from({ length: 501 }, (_, serial) => temporaryNumber({ wardCode: "TR", letter: "A", serial: serial + 1 }));
  expect(paperWay({ numbers, isAllShown: false, filter: "all" }).word).toBe("printAll");
  expect(paperWay({ numbers: numbers.slice(1), isAllShown: false, filter: "all" }).word).toBe("printChosen");
  expect(paperWay({ numbers: [null, ...numbers.slice(0, 2)], isAllShown: false, filter: "all" }).word).toBe("printAll");
});
