// @vitest-environment jsdom
import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { known } from "#core/answer.ts";
import type { ItemWord } from "#core/recovery/events.ts";
import { isRecovery, noneGivenBack, nothingBack, takenIn, type RecoveryRecord } from "#core/recovery/giving-back.ts";
import { nobodyYet, type Actor } from "#core/staff/actor.ts";
import { epochMs } from "#core/time.ts";
import type { VisitId } from "#core/visit/events.ts";
import { backVisitOf } from "#projections/back-entry.ts";
import { BackPage } from "#app/routes/recovery/back-page.tsx";
import { SettingsPage } from "#app/routes/settings/settings-page.tsx";
import { RecoveryPage } from "#app/routes/recovery/recovery-page.tsx";
import { outlets } from "#app/wiring/wiring.ts";
import { openWardFeed } from "#app/ward-feed.ts";
import { newMemoryDevice, openMemoryWardLog, type MemoryDevice } from "#tests/storage/memory-log.ts";
import { openStage, type Stage } from "./stage.tsx";

const ada = "ada" as VisitId;
const per: Actor = { name: "Per Merkantil", role: "recordsClerk" };
const siv: Actor = { name: "Siv Sykepleier", role: "nurse" };

/** One device's memory with Ada in it, and the address of her visit. */
const adaCame = async (): Promise<{ readonly device: MemoryDevice; readonly at: string }> => {
  const device = newMemoryDevice();
  const log = await openMemoryWardLog({ device });
  const feed = await openWardFeed(log, (work) => void setTimeout(work));
  const atMs = epochMs(Date.UTC(2026, 10, 23, 15, 0));
  await feed.register({ visit: ada, commands: (number) => [{ type: "RegisterArrival", number, details: { name: known("Ada Lovise"), allergies: known(["Latex"]) }, atMs }] }, nobodyYet);
  await feed.ask(ada, [{ type: "Observe", found: { measured: { pulsePerMin: 90 } }, atMs }], { name: "Marit Snøfonn", role: "nurse" });
  const { number } = feed.state().visits.get(ada)?.visit ?? {};
  log.close();
  return { device, at: `/recovery/${number}` };
};

const open = async (actor: Actor, { device, at }: Awaited<ReturnType<typeof adaCame>>): Promise<Stage> => {
  const stage = await openStage(<BackPage />, { path: "/recovery/:number", at, device, prefs: { actor }, outlets: { items: outlets.items } });
  await screen.findByRole("heading", { level: 1, name: /Ada Lovise/ });
  await screen.findByRole("progressbar", { name: "Typed in" });
  return stage;
};
const entry = (name: RegExp): HTMLElement => {
  const found = screen.getAllByRole("listitem").find((one) => one.dataset["entry"] !== undefined && name.test(one.textContent ?? ""));
  if (found === undefined) throw new Error(`no entry ${name}`);
  return found;
};
const recoveryRecords = async ({ feed }: Pick<Stage, "feed">): Promise<ReadonlyArray<RecoveryRecord>> => {
  const records: RecoveryRecord[] = [];
  for await (const batch of feed.read(0)) records.push(...batch.map(({ record }) => record).filter(isRecovery));
  return records;
};
const standing = async ({ feed, log }: Stage) => {
  const file = feed.state().visits.get(ada);
  if (file === undefined) throw new Error("she came");
  const records = await recoveryRecords({ feed });
  const items = await outlets.items({ file, wardId: log.ward, ward: feed.state().ward, downtimes: [], isDrill: false });
  return backVisitOf(file, items, takenIn(noneGivenBack, records).visits.get(ada) ?? nothingBack);
};
const press = async ({ user }: Stage, name: RegExp): Promise<void> => user.click(await screen.findByRole("button", { name }));
/** One after the other, each gone before the next is pressed. */
const pressEach = async ({ user }: Stage, name: RegExp): Promise<void> => {
  for (let left = 4; left > 0; left -= 1) {
    await waitFor(() => expect(screen.getAllByRole("button", { name })).toHaveLength(left));
    await user.click(screen.getAllByRole("button", { name })[0] as HTMLElement);
  }
};
const words = async (stage: Stage) => (await standing(stage)).entries.map(({ screen: on, standing: { is } }) => `${on} ${is}`);

it("[BHP4] each entry has its original time and author; the person's fields stand whole", async () => {
  await open(per, await adaCame());
  expect(entry(/Pulse/).textContent).toContain("2026-11-23 16:00, written by Marit Snøfonn");
  expect(within(entry(/Ada Lovise/)).getByText("Ada Lovise")).toBeVisible();
  expect(within(entry(/Latex/)).getByRole("button", { name: /^Copy Allerg/ })).toBeVisible();
});

it("[BKD1][BHP1][BHP2] by keys alone: taken, every entry ticked with F, found again as it was left", async () => {
  const came = await adaCame();
  const stage = await open(per, came);
  await press(stage, /^Take the visit/);
  await screen.findByText("Per Merkantil", { selector: "strong" });
  expect(await words(stage)).toEqual(["person taken", "contact taken", "medicines taken", "measurements taken"]);
  await stage.user.type(screen.getByLabelText("The visit’s number in the journal"), "B 4711");
  (document.activeElement as HTMLElement).blur();
  await stage.user.keyboard("{ArrowDown}");
  for (let nth = 1; nth <= 4; nth += 1) {
    await stage.user.keyboard("f");
    await waitFor(async () => expect((await words(stage)).filter((one) => one.endsWith("keyed"))).toHaveLength(nth));
  }
  await screen.findByText("All is typed in. A colleague must check it.");
  expect((await standing(stage)).entries[0]?.standing).toMatchObject({ is: "keyed", by: per, at: "B 4711" });
  document.body.replaceChildren();
  await open(siv, came);
  expect(await screen.findByLabelText("The visit’s number in the journal")).toHaveValue("B 4711");
});

it("[BKD3] what was typed by mistake is taken back, and is in the same hand", async () => {
  const stage = await open(per, await adaCame());
  await press(stage, /^Take the visit/);
  await press(stage, /^Typed in: The contact/);
  await press(stage, /^Not typed after all: The contact/);
  await waitFor(async () => expect(await words(stage)).toEqual(["person taken", "contact taken", "medicines taken", "measurements taken"]));
  await press(stage, /^Let go/);
  await waitFor(async () => expect(await words(stage)).toEqual(["person captured", "contact captured", "medicines captured", "measurements captured"]));
});

it("[BHP3] who typed it does not check it; a colleague does, and the visit is back", async () => {
  const came = await adaCame();
  const first = await open(per, came);
  await press(first, /^Take the visit/);
  await pressEach(first, /^Typed in: /);
  await screen.findByText("All is typed in. A colleague must check it.");
  expect(screen.queryByRole("button", { name: /^Is right/ })).toBeNull();
  document.body.replaceChildren();
  const second = await open(siv, came);
  await pressEach(second, /^Is right: /);
  await screen.findByText("Everything of the visit is back in the journal.");
  expect(await standing(second)).toMatchObject({ done: 4, isBack: true });
});

it("[BKD2][UGB1][UGB2] a word that comes while it is typed is not covered by what was ticked", async () => {
  const stage = await open(per, await adaCame());
  await press(stage, /^Take the visit/);
  await press(stage, /^Typed in: Person/);
  await waitFor(async () => expect((await words(stage))[0]).toBe("person keyed"));
  await stage.feed.ask(ada, [{ type: "SetDetails", details: { name: known("Ada Lovise Berg") }, atMs: stage.clock.nowMs() }], siv);
  await screen.findByRole("heading", { level: 1, name: /Ada Lovise Berg/ });
  await waitFor(async () => expect((await words(stage))[0]).toBe("person taken"));
  await screen.findByRole("button", { name: /^Typed in: Person/ });
});

it("[BHP3] without a name nobody takes a visit, and is told why", async () => {
  await open({ name: " ", role: "nurse" }, await adaCame());
  expect(screen.getByText(/Say who you are first/)).toBeVisible();
  expect(screen.getByRole("button", { name: /^Take the visit/ })).toBeDisabled();
});

it("[BKL1] the list tells how far each has come and what is missing, and counts nobody as back who is not", async () => {
  const came = await adaCame();
  const stage = await openStage(<RecoveryPage />, { device: came.device, prefs: { actor: per }, outlets: { items: outlets.items } });
  await screen.findByText(/visits are back/);
  const row = await screen.findByRole("link", { name: /Ada Lovise.*0 of 4/ });
  expect(row).toHaveAccessibleName(/Missing: national number/);
  expect(row).toHaveAttribute("href", `${came.at}?which=${ada}`);
  expect(screen.getByText(/visits are back/).textContent).toBe("0 of 1 visits are back");
  await stage.feed.tell([{ atMs: stage.clock.nowMs(), event: { type: "v1.ItemsSaid", of: ada, target: "hand", items: [{ key: "x.patient", hash: "0f", is: "void", why: "" }] } }], per);
  expect(screen.getByText(/visits are back/).textContent).toBe("0 of 1 visits are back");
});

it("[BKD4] what is not to be typed says why, counts as settled, and can be taken up again", async () => {
  const stage = await open(per, await adaCame());
  await press(stage, /^Take the visit/);
  await press(stage, /^Not to be typed … The contact/);
  expect(screen.getByRole("button", { name: "Leave it out" })).toBeDisabled();
  await stage.user.type(screen.getByLabelText("Why not"), "Came to the wrong door{Enter}");
  await waitFor(async () => expect((await words(stage))[1]).toBe("contact void"));
  expect(screen.getByText("Not to be typed · Came to the wrong door")).toBeVisible();
  await press(stage, /^To be typed after all: The contact/);
  await waitFor(async () => expect((await words(stage))[1]).toBe("contact taken"));
});

it("[BKD5] cleared is what stood there; what is written later is not, and it is said", async () => {
  const stage = await open(siv, await adaCame());
  await press(stage, /^Read and cleared/);
  await screen.findByText(/^Read and cleared by/);
  await waitFor(async () => expect(await standing(stage)).toMatchObject({ isSigned: true }));
  expect(await words(stage)).toEqual(["person ready", "contact ready", "medicines ready", "measurements ready"]);
  expect(screen.queryByRole("button", { name: /^Read and cleared/ })).toBeNull();
  await stage.feed.ask(ada, [{ type: "Observe", found: { measured: { pulsePerMin: 70 } }, atMs: stage.clock.nowMs() }], siv);
  await screen.findByText("Something was written after it was cleared");
});

it("[CLR1][CLR2][TLY1] closed only when all is back, with the account and the log's heads; what comes later is said", async () => {
  const came = await adaCame();
  const stage = await openStage(<RecoveryPage />, { device: came.device, prefs: { actor: siv }, outlets: { items: outlets.items } });
  await screen.findByText(/visits are back/);
  expect(screen.queryByRole("button", { name: "Close the recovery" })).toBeNull();
  const keys = (await standing(stage)).entries.flatMap(({ items }) => items);
  const say = (is: ItemWord, by: Actor, some = keys) => stage.feed.tell([{ atMs: stage.clock.nowMs(), event: { type: "v1.ItemsSaid", of: ada, target: "hand", items: some.map((item) => ({ ...item, is, ...(is === "void" ? { why: "twice" } : {}) })) } }], by);
  await say("keyed", per);
  await say("checked", siv, keys.slice(1));
  expect(screen.queryByRole("button", { name: "Close the recovery" })).toBeNull();
  await say("released", per, keys.slice(0, 1));
  await say("void", per, keys.slice(0, 1));
  await stage.user.click(await screen.findByRole("button", { name: "Close the recovery" }));
  expect(await screen.findByText(/^Closed by Siv Sykepleier/)).toBeVisible();
  const closed = takenIn(noneGivenBack, await recoveryRecords(stage)).closed[0];
  expect(closed).toMatchObject({ by: siv, tally: { taken: keys.length, verified: 0, checked: keys.length - 1, void: 1 } });
  expect(closed?.heads.map(({ seq }) => seq)).toEqual([(await stage.log.health()).heads[0]?.seq].map((seq) => (seq ?? 0) - 1));
  await stage.feed.ask(ada, [{ type: "Observe", found: { measured: { pulsePerMin: 70 } }, atMs: stage.clock.nowMs() }], siv);
  await screen.findByText("More has come since.");
  expect(screen.queryByRole("button", { name: "Close the recovery" })).toBeNull();
});

it("[BHP5] a number that is not here opens nobody's visit, and the way to the list is there", async () => {
  const { device } = await adaCame();
  await openStage(<BackPage />, { path: "/recovery/:number", at: "/recovery/TRA-999-X", device, prefs: { actor: per }, outlets: { items: outlets.items } });
  expect(await screen.findByText(/or two patients have it/)).toBeVisible();
  expect(screen.getByRole("link", { name: "All visits" })).toHaveAttribute("href", "/recovery");
});

it("[BHP5] a visit without a number, or with another's, is opened by the list's own link", async () => {
  const { device } = await adaCame();
  await openStage(<BackPage />, { path: "/recovery/:number", at: `/recovery/-?which=${ada}`, device, prefs: { actor: per }, outlets: { items: outlets.items } });
  expect(await screen.findByRole("heading", { level: 1, name: /Ada Lovise/ })).toBeVisible();
});

it("[UGB3] what could not be counted is said, and nothing is called back", async () => {
  const { device } = await adaCame();
  await openStage(<RecoveryPage />, { device, prefs: { actor: per }, outlets: { items: () => Promise.reject(new Error("no")) } });
  expect(await screen.findByText(/^Could not count/)).toBeVisible();
  expect(screen.queryByText(/visits are back/)).toBeNull();
});

it("[SCR1] the ward's own order of screens is the order on the page, set with the keyboard", async () => {
  const came = await adaCame();
  const settings = await openStage(<SettingsPage />, { device: came.device, prefs: { actor: per } });
  const list = (await screen.findByRole("heading", { name: "The order of the journal’s screens" })).closest("section") as HTMLElement;
  for (let place = 4; place > 0; place -= 1) {
    await waitFor(() => expect(within(list).getAllByRole("listitem")[place]).toHaveTextContent("Measurements"));
    within(list).getByRole("button", { name: "Move Measurements up" }).focus();
    await settings.user.keyboard("{Alt>}{ArrowUp}{/Alt}");
  }
  await waitFor(() => expect(within(list).getAllByRole("listitem")[0]).toHaveTextContent("Measurements"));
  document.body.replaceChildren();
  await open(per, came);
  expect(screen.getAllByRole("heading", { level: 2 }).map(({ textContent }) => textContent)).toEqual(["Measurements", "Person", "The contact", "Medicines and allergies"]);
});
