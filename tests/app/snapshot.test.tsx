// @vitest-environment jsdom
import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { nobodyYet } from "#core/staff/actor.ts";
import { known } from "#core/answer.ts";
import { readPeople } from "#core/ward/snapshot.ts";
import { answerOf } from "#core/visit/visit.ts";
import { SettingsPage } from "#app/routes/settings/settings-page.tsx";
import { ImportPage } from "#app/routes/import/import-page.tsx";
import { bundle } from "#tests/forms/snapshot-files.ts";
import { newMemoryDevice } from "#tests/storage/memory-log.ts";
import { takeIn, visitId } from "./board-ward.ts";
import { kariInHouse, listTaken, olaInHouse } from "./snapshot-ward.ts";
import { openStage, type Stage, type StageOptions } from "./stage.tsx";
import { kari, openChart } from "./visit-stage.tsx";

const nowMs = Date.UTC(2026, 10, 23, 15, 58);
const rows = "Name;National ID;Born;Ward;Allergies\nKari Nordmann;12835700052;12.03.1957;Surgical 3;Penicillin\n;;1960;;\nOla Hansen;12345;1960;;\n";
const csv = (text = rows, lastModified = nowMs - 48 * 60_000): File => new File([text], "house.csv", { type: "text/csv", lastModified });
const fhir = (): File => new File([JSON.stringify(bundle())], "house.json", { type: "application/json" });
const open = (options: StageOptions = {}): Promise<Stage> => openStage(<ImportPage />, options);
const choose = ({ user }: Stage, file: File): Promise<void> => user.upload(screen.getByLabelText("Choose a list from the journal"), file);
const section = (): HTMLElement => screen.getByRole("region", { name: "Who is in the house (from the journal)" });
const save = (): Promise<HTMLElement> => screen.findByRole("button", { name: "Save the list" });
const asOf = (): HTMLInputElement => screen.getByRole("textbox", { name: "As it was at (when the list was fetched)" });
const peopleIn = async ({ feed }: Stage): Promise<ReadonlyArray<unknown>> => {
  const by = feed.state().ward.snapshot?.by;
  const record = by === undefined ? null : await feed.readOne(by);
  return record?.event.type === "v1.SnapshotTaken" ? readPeople(record.event.people) : [];
};

describe("[SSN1] a list is seen before it is saved", () => {
  it("with who was left out and why, what is doubtful, and numbers masked", async () => {
    const stage = await open();
    await choose(stage, csv());
    await save();
    expect(section()).toHaveTextContent("Read from house.csv: 2 people");
    expect(within(screen.getByRole("table", { name: "Left out: 1" })).getByRole("row", { name: /3 the whole row Neither name nor number/ })).toBeVisible();
    expect(within(screen.getByRole("table", { name: /^Taken along/ })).getByRole("row", { name: /4 National identity number The number does not hold/ })).toBeVisible();
    expect(within(screen.getByRole("table", { name: "2 people" })).getByRole("row", { name: /Kari Nordmann 128357 ••••• 12\.03\.1957.*Surgical 3 Penicillin/ })).toBeVisible();
    expect(stage.feed.state().ward.snapshot).toBeNull();
  });

  it("and cancel takes nothing", async () => {
    const stage = await open();
    await choose(stage, csv());
    await save();
    await stage.user.click(screen.getByRole("button", { name: "Cancel" }));
    expect(section()).toHaveTextContent("No list here yet.");
    expect(stage.feed.state().ward.snapshot).toBeNull();
  });
});

describe("[USF1] the time of the list", () => {
  it("is the file's own where it says it, to the second", async () => {
    const stage = await open();
    await choose(stage, fhir());
    expect(await screen.findByText("The file says so itself.")).toBeVisible();
    expect(asOf().value).toBe("23.11.2026 14:10");
    await stage.user.click(await save());
    await waitFor(() => expect(stage.feed.state().ward.snapshot?.value).toEqual({ asOfMs: Date.parse("2026-11-23T13:10:00Z"), source: "house.json", count: 2 }));
    expect(await peopleIn(stage)).toHaveLength(2);
  });

  it("[USF2] is asked for where it does not, and nothing is saved without; when the file was saved is offered", async () => {
    const stage = await open();
    await choose(stage, csv());
    await stage.user.click(await save());
    expect(screen.getByText(/^Write when the list was fetched/)).toBeVisible();
    expect(stage.feed.state().ward.snapshot).toBeNull();
    await stage.user.click(screen.getByRole("button", { name: "The file was saved 16:10" }));
    expect(asOf().value).toBe("23.11.2026 16:10");
    await stage.user.dblClick(await save());
    await waitFor(() => expect(section()).toHaveTextContent(/Now: 2 people, as it was at 16:10, 48 min ago house\.csv/));
    expect(stage.feed.state().ward.snapshot?.by.seq).toBe((await stage.log.health()).heads[0]?.seq);
  });

  it.each([["17:30", "That time has not come yet."], ["yesterday", "The time was not understood."], ["01.09.2026 08:00", "That is more than a month ago. Fetch a new list."]])("[USF2] %s: %s", async (typed, said) => {
    const stage = await open();
    await choose(stage, csv(rows, nowMs + 1e6));
    await save();
    expect(screen.queryByRole("button", { name: /^The file was saved/ })).toBeNull();
    await stage.user.type(asOf(), `${typed}{Enter}`);
    expect(screen.getByText(said)).toBeVisible();
    expect(stage.feed.state().ward.snapshot).toBeNull();
  });
});

it("[SSN2] the list that is here tells how old it is, and a file that is older is said to be", async () => {
  const stage = await open({ before: (feed, clock) => listTaken(feed, clock, [kariInHouse, olaInHouse], 5 * 60) });
  expect(section()).toHaveTextContent(/Now: 2 people, as it was at 11:58, 5 h ago\. People have been moved and discharged since then\./);
  await choose(stage, csv());
  await save();
  await stage.user.type(asOf(), "08:00");
  expect(screen.getByText("Older than the list that is here. This one counts once you save it.")).toBeVisible();
  await stage.user.click(await save());
  await waitFor(() => expect(section()).toHaveTextContent("as it was at 08:00"));
  await stage.user.click(screen.getByRole("button", { name: "Take the list away" }));
  await waitFor(() => expect(section()).toHaveTextContent("No list here yet."));
  expect(await peopleIn(stage)).toEqual([]);
});

it("[SNL3] a drill takes no real numbers, and says so", async () => {
  const stage = await open({ profile: "drill" });
  await choose(stage, csv("Name;National ID\nKari;01010750160\n"));
  expect(await screen.findByText("These look like real patients. A drill does not take them in.")).toBeVisible();
  expect(screen.queryByRole("button", { name: "Save the list" })).toBeNull();
});

it.each([["{}", /neither FHIR nor a list/], ["", /The file is empty/], ["Ward\nA", /No column says who/], ["Name;Namn\na;b", /stands twice: Namn/], ['Name\n"a', /not closed. Row 2/]])("a file that is no list (%j) is said plainly", async (text, said) => {
  const stage = await open();
  await choose(stage, csv(text));
  expect(await screen.findByText(said)).toBeVisible();
});

it("what could not be saved is said, and the list stands to be tried again", async () => {
  const device = newMemoryDevice();
  const stage = await open({ device });
  await choose(stage, fhir());
  await save();
  device.disk.owner = null;
  await stage.user.click(await save());
  expect(await screen.findByText(/NOT saved/i)).toBeVisible();
  expect(await save()).toBeEnabled();
});

it("[SSN2] the settings tell how old the list is", async () => {
  await openStage(<SettingsPage />, { before: (feed, clock) => listTaken(feed, clock) });
  expect(screen.getByRole("region", { name: "Who is in the house (from the journal)" })).toHaveTextContent("Now: 2 people, as it was at 14:10, 2 h 48 min ago");
});

describe("[SIC1] in the chart", () => {
  const chart = (): Promise<Stage> =>
    openChart(undefined, {
      before: async (feed, clock) => {
        await takeIn(feed, clock, [{ ...kari, name: "Kari Marie Nordmann" }]);
        await listTaken(feed, clock);
      },
    });

  it("of many with the name three are shown, and how many more there are", async () => {
    await openChart(undefined, {
      before: async (feed, clock) => {
        await takeIn(feed, clock, [{ ...kari, name: "Kari Nordmann" }]);
        await listTaken(feed, clock, Array.from({ length: 5 }, (_, ward) => ({ name: "Kari Nordmann", where: `Ward ${String(ward)}` })));
      },
    });
    expect(await screen.findByRole("region", { name: "In the journal" })).toHaveTextContent("2 more in the journal");
  });

  it("one press answers what nobody was asked, from a document; an undo takes it back", async () => {
    const stage = await chart();
    const card = await screen.findByRole("region", { name: "In the journal" });
    expect(card).toHaveTextContent(/In the journal 14:10.*128357 •••••.*Surgical 3.*the name alone.*Fills in: national identity number, born or age, sex, allergies/);
    await stage.user.click(within(card).getByRole("button"));
    await waitFor(() => expect(card).toHaveTextContent("All is in"));
    const visit = () => stage.feed.state().visits.get(visitId("kari"))?.visit;
    const stands = visit();
    expect(stands && answerOf(stands, "allergies")).toEqual({ ...known(["Penicillin", "Nuts"]), source: "document" });
    expect(stands && answerOf(stands, "nationalNumber")).toEqual({ ...known("12835700052"), source: "document" });
    expect(stands && answerOf(stands, "name")).toEqual(known("Kari Marie Nordmann"));
    await stage.user.click(screen.getByRole("button", { name: /^Undo/ }));
    await waitFor(() => expect(card).toHaveTextContent("Fills in"));
  });

  it("what was answered meanwhile, whatever it was, stays", async () => {
    const stage = await chart();
    const details = { allergies: { is: "none" }, sex: { is: "unknown" } } as const;
    await stage.feed.ask(visitId("kari"), [{ type: "SetDetails", details, atMs: stage.clock.nowMs() }], nobodyYet);
    const card = await screen.findByRole("region", { name: "In the journal" });
    await waitFor(() => expect(card).toHaveTextContent("Fills in: national identity number, born or age."));
  });
});
