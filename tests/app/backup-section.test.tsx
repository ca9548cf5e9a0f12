// @vitest-environment jsdom
import { screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { known } from "#core/answer.ts";
import { nobodyYet } from "#core/staff/actor.ts";
import type { VisitId } from "#core/visit/events.ts";
import type { Backups, BackupState } from "#app/archive/backups.ts";
import { BackupTip } from "#app/frame/backup-tip.tsx";
import { RecordsState } from "#app/frame/records-state.tsx";
import { BackupSection } from "#app/routes/archive/backup-section.tsx";
import type { WardFeed } from "#app/ward-feed.ts";
import { cardRecipient, pretendArchive } from "./archive-stage.ts";
import { openStage, type Stage, type StageClock, type StageOptions } from "./stage.tsx";

const adaCame = async (feed: WardFeed, clock: StageClock): Promise<void> => {
  await feed.register({ visit: "Ada" as VisitId, commands: (number) => [{ type: "RegisterArrival", number, details: { name: known("Ada") }, atMs: clock.nowMs() }] }, nobodyYet);
};

interface Pretended {
  readonly asked: string[];
  readonly set: (next: BackupState) => void;
}

const pretendBackups = (first: BackupState): Backups & Pretended => {
  let state = first;
  const listeners = new Set<() => void>();
  const asked: string[] = [];
  const note = (what: string) => async (): Promise<void> => { asked.push(what); };
  return {
    asked,
    set: (next) => { state = next; for (const listener of listeners) listener(); },
    state: () => state,
    subscribe: (listener) => { listeners.add(listener); return () => listeners.delete(listener); },
    choose: note("choose"), allow: note("allow"), stop: note("stop"), backUp: note("backUp"),
  };
};

const open = async (page: "section" | "tip" | "state", state: BackupState, options: StageOptions = {}): Promise<Stage & { readonly backups: Backups & Pretended }> => {
  const backups = pretendBackups(state);
  const stage = await openStage({ section: <BackupSection />, tip: <BackupTip />, state: <RecordsState /> }[page], { before: adaCame, archive: () => ({ archive: pretendArchive(), backups }), ...options });
  return { ...stage, backups };
};
const press = (stage: Stage, name: string): Promise<void> => stage.user.click(screen.getByRole("button", { name }));

it("[BKS1] says what is so of the folder, and offers what can be done about it", async () => {
  const stage = await open("section", { is: "off" });
  expect(await screen.findByText(/^No folder is chosen/)).toBeTruthy();
  await press(stage, "Choose a folder");
  stage.backups.set({ is: "on", folder: "USB", isMaking: true, fault: null });
  expect((await screen.findByText(/^Writing to “USB”/)).textContent).toContain("Backing up now …");
  stage.backups.set({ is: "on", folder: "USB", isMaking: false, fault: "FolderFull" });
  expect(await screen.findByText(/^It is full where the folder lies/)).toBeTruthy();
  await press(stage, "Back up now");
  stage.backups.set({ is: "paused", folder: "USB", needs: "permission" });
  expect(await screen.findByText(/the browser wants to ask you again/)).toBeTruthy();
  await press(stage, "Allow the folder again");
  await press(stage, "Choose another folder");
  await press(stage, "Stop backing up");
  expect(stage.backups.asked).toEqual(["choose", "backUp", "allow", "choose", "stop"]);
});

it("[BKS1] says where no folder can be had, and that a drill has none", async () => {
  await open("section", { is: "cannot" });
  expect(await screen.findByText(/^This browser cannot write to a folder/)).toBeTruthy();
  await open("section", { is: "cannot" }, { profile: "drill" });
  expect(await screen.findByText("In a drill no backups are made.")).toBeTruthy();
});

it("[BKS1][CDS1] the code is made here too, a new one says what becomes of the old, and a folder that waited for it goes on", async () => {
  const stage = await open("section", { is: "paused", folder: "USB", needs: "code" });
  expect(await screen.findByText(/^The folder “USB” is chosen/)).toBeTruthy();
  await press(stage, "Make the code");
  await screen.findByRole("region", { name: "Recovery card" });
  await press(stage, "I have the code");
  expect(await screen.findByText("The ward has a code. Its card is marked 35AA.")).toBeTruthy();
  expect(stage.feed.state().ward.recovery?.value).toBe(cardRecipient);
  await waitFor(() => expect(stage.backups.asked).toEqual(["allow"]));
  await press(stage, "Make a new code");
  expect(await screen.findByText(/^A new code opens the files made from now on/)).toBeTruthy();
  await press(stage, "Cancel");
  expect(screen.queryByRole("region", { name: "Recovery card" })).toBeNull();
});

it("[BTP1][BTP2] reminds after an hour, is away for an hour when it is put off, and comes again", async () => {
  const stage = await open("tip", { is: "cannot" });
  stage.clock.pass(59);
  expect(screen.queryByRole("status")).toBeNull();
  stage.clock.pass(1);
  expect((await screen.findByRole("status")).textContent).toContain("1 record is on this device only. It is 1 h 0 min old.");
  expect(screen.getByRole("link", { name: "Save the whole book" }).getAttribute("href")).toBe("/recovery#archive");
  await press(stage, "Remind me in an hour");
  expect(screen.queryByRole("status")).toBeNull();
  stage.clock.pass(61);
  expect(await screen.findByRole("status")).toBeTruthy();
});

it("[BTP1] asks at once for the tap that a folder waits for; never in a drill, nor on the page that it leads to", async () => {
  const waits: BackupState = { is: "paused", folder: "USB", needs: "permission" };
  const stage = await open("tip", waits);
  await screen.findByText(/the browser wants to ask you again/);
  await press(stage, "Allow the folder again");
  expect(stage.backups.asked).toEqual(["allow"]);
  for (const options of [{ profile: "drill" }, { path: "/recovery" }] as const) {
    document.body.replaceChildren();
    const other = await open("tip", waits, options);
    other.clock.pass(120);
    expect(screen.queryByRole("status")).toBeNull();
  }
});

it("[CAR3] the frame says backed up when nothing is only here, and only here again when something is", async () => {
  const stage = await open("state", { is: "cannot" });
  expect((await screen.findByRole("link")).textContent).toContain("1 record only here");
  const [{ device, seq } = { device: stage.log.device, seq: 0 }] = stage.feed.state().uncarried;
  await stage.feed.tell([{ atMs: stage.clock.nowMs(), event: { type: "v1.CarriedOut", as: "archive", file: "a", held: [[device, [[seq, seq]]]] } }], nobodyYet);
  stage.clock.pass(4);
  expect((await screen.findByRole("link")).textContent).toContain("Backed up 4 min ago");
});
