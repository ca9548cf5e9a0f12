// @vitest-environment jsdom
import { readFileSync } from "node:fs";
import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { nobodyYet } from "#core/staff/actor.ts";
import { setInUse, setsOf } from "#projections/triage-set.ts";
import { readTriageSet } from "#forms/triage-set.ts";
import { SettingsPage } from "#app/routes/settings/settings-page.tsx";
import { openStage, type Stage } from "./stage.tsx";

const demo = readFileSync("tests/forms/demo-triage-set.json", "utf8");
const section = () => within(screen.getByRole("region", { name: "Triage set" }));
const sets = ({ feed }: Stage) => setsOf(feed.state().ward.triageSets);
const upload = ({ user }: Stage, text: string): Promise<void> => user.upload(section().getByLabelText("Read in a set"), new File([text], "set.json", { type: "application/json" }));
const edition = (version: string): string => demo.replace('"2026-1"', `"${version}"`);
const use = async (stage: Stage, text: string): Promise<void> => {
  await upload(stage, text);
  await stage.user.click(await section().findByRole("button", { name: "Use the set" }));
  await waitFor(() => expect(section().queryByRole("button", { name: "Use the set" })).toBeNull());
};

it("[TSS1] a file is seen with whose it is, who approved it and how much is in it, and only then kept", async () => {
  const stage = await openStage(<SettingsPage />);
  await upload(stage, demo);
  const preview = within(await section().findByRole("region", { name: "What is in the file" }));
  expect(preview.getByRole("heading", { level: 3, name: "Oppdiktet prøvesett 2026-1" })).toBeVisible();
  expect(preview.getByText("Prøveforlaget AS (Bare til prøver), until 31 Dec 2027")).toBeVisible();
  expect(preview.getByText("Kari Prøve, overlege, 1 Oct 2026")).toBeVisible();
  expect(preview.getAllByRole("listitem").slice(0, 3).map(({ textContent }) => textContent?.trim())).toEqual(["1 Acute 3", "2 Urgent 3", "3 Normal 3"]);
  expect(sets(stage)).toEqual([]);
  await stage.user.click(preview.getByRole("button", { name: "Cancel" }));
  expect(sets(stage)).toEqual([]);
  await use(stage, demo);
  expect(sets(stage)).toMatchObject([{ isInUse: true, head: { version: "2026-1" } }]);
  await stage.user.click(section().getByText("See what is in it"));
  expect(await section().findByText("Oppdiktet: blek og klam nå")).toBeVisible();
});

it("[TSS1] each fault is said with its place, and nothing is kept", async () => {
  const stage = await openStage(<SettingsPage />);
  await upload(stage, demo.replace('nå", "level": 1', 'nå", "level": 9').replace('"name": "Kari Prøve"', '"name": ""'));
  expect(await section().findByText("Complaint 1 «Brystsmerter», criterion 1: The level must be a number that the scale has, without quotes (it says 9).")).toBeVisible();
  expect(section().getByText(/The clinician who approved the set must be named/)).toBeVisible();
  await upload(stage, "x".repeat(600_000));
  expect(await section().findByText("The file is larger than 512 kB.")).toBeVisible();
  expect(section().queryByRole("button", { name: "Use the set" })).toBeNull();
  expect(sets(stage)).toEqual([]);
});

it("[TSS2] a newer one comes instead, the older stays; out of use none is, until somebody says which", async () => {
  const stage = await openStage(<SettingsPage />);
  await use(stage, demo);
  await upload(stage, edition("2026-2"));
  expect(await section().findByText(/Comes instead of/)).toHaveTextContent("Comes instead of Oppdiktet prøvesett 2026-1.");
  await stage.user.click(section().getByRole("button", { name: "Use the set" }));
  await stage.user.click(await section().findByRole("button", { name: "Stop using: Oppdiktet prøvesett 2026-2" }));
  await waitFor(() => expect(sets(stage).map(({ isInUse }) => isInUse)).toEqual([false, false]));
  await stage.user.click(await section().findByRole("button", { name: "Use this: Oppdiktet prøvesett 2026-1" }));
  await waitFor(() => expect(setInUse(stage.feed.state().ward.triageSets, "no3")?.head.version).toBe("2026-1"));
});

it("[TSS3] a licence that ran out, another scale and an edition loaded before are said, and hinder nothing", async () => {
  const stage = await openStage(<SettingsPage />);
  await use(stage, demo);
  await upload(stage, demo.replace("2027-12-31", "2026-11-22").replace('"no3"', '"retts"').replace('"language"', '"colour": "pink", "language"'));
  expect(await section().findByText(/^The licence ran out 22 Nov 2026/)).toBeVisible();
  expect(section().getByText(/for another scale than the one the ward uses now/)).toBeVisible();
  expect(section().getByText(/same name and version was read in before/)).toBeVisible();
  expect(section().getByText(/not known here and were not read: field colour\./)).toBeVisible();
  await stage.user.click(section().getByRole("button", { name: "Use the set" }));
  await waitFor(() => expect(sets(stage).map(({ isInUse }) => isInUse)).toEqual([true, true]));
});

it("[TSS2] two sets that devices loaded unaware of each other are both shown, the last in use", async () => {
  const read = readTriageSet(demo, demo.length);
  if (!read.ok) throw new Error("the invented set cannot be read");
  const both = ["a", "b"].map((version) => ({ type: "v1.TriageSetLoaded", set: { ...read.value.set, version } }) as const);
  const stage = await openStage(<SettingsPage />, { before: async (feed, clock) => void (await feed.tell(both.map((event) => ({ atMs: clock.nowMs(), event })), nobodyYet)) });
  expect(section().getAllByRole("heading", { level: 3 }).map(({ textContent }) => textContent)).toEqual(["Oppdiktet prøvesett b", "Oppdiktet prøvesett a"]);
  expect(sets(stage).map(({ isInUse }) => isInUse)).toEqual([true, false]);
});

it("[TSS1] a button pressed twice loads once, and a file that was slow does not come instead of one chosen after it", async () => {
  const stage = await openStage(<SettingsPage />);
  await upload(stage, demo);
  await stage.user.dblClick(await section().findByRole("button", { name: "Use the set" }));
  await waitFor(() => expect(sets(stage)).toHaveLength(1));
  const slow = new File([demo], "slow.json", { type: "application/json" });
  let come = (): void => undefined;
  slow.text = () => new Promise((resolve) => { come = () => resolve(edition("slow")); });
  await stage.user.upload(section().getByLabelText("Read in a set"), slow);
  await upload(stage, edition("quick"));
  expect(await section().findByRole("heading", { name: "Oppdiktet prøvesett quick" })).toBeVisible();
  come();
  await new Promise((resolve) => { setTimeout(resolve, 20); });
  expect(section().queryByRole("heading", { name: "Oppdiktet prøvesett slow" })).toBeNull();
  expect(sets(stage)).toHaveLength(1);
});

it("[TSS2] an older set that does not open here is said not to", async () => {
  const stage = await openStage(<SettingsPage />);
  await use(stage, demo);
  await stage.user.click(await section().findByRole("button", { name: "Stop using: Oppdiktet prøvesett 2026-1" }));
  Object.assign(stage.feed, { readOne: async () => null });
  await stage.user.click(await section().findByRole("button", { name: "Use this: Oppdiktet prøvesett 2026-1" }));
  expect(await section().findByRole("alert")).toHaveTextContent("The set cannot be opened on this device");
  expect(sets(stage)).toHaveLength(1);
});
