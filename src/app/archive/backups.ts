/**
 * Backups by themselves, into the folder that somebody chose: the whole book, whenever something is only here.
 *
 * - BKP1 The whole book goes into a folder when it is chosen, and ten minutes after each backup again if anything is only here; with nothing new no file is made.
 * - BKP2 It is told as backed up only when the file was read back the same, and then for what the file held.
 * - BKP3 What stopped a backup is shown until one goes through; it is tried again every two minutes.
 * - BKP4 A folder that the browser wants to be asked about again is paused, never silently dropped; only a tap asks.
 * - BKP5 One backup at a time, one tab at a time, and the last five files stay.
 */
import { minuteMs, type EpochMs } from "#core/time.ts";
import { carriageOf } from "#projections/carriage.ts";
import type { Clock } from "../clock.ts";
import type { WardFeed } from "../ward-feed.ts";
import type { Archive, ArchiveFault, Folder, FolderFault } from "./port.ts";

export type BackupFault = FolderFault | ArchiveFault["type"];

export type BackupState =
  | { readonly is: "cannot" | "off" }
  /** `needs`: a tap for the browser's own question, or a recovery code to seal to. */
  | { readonly is: "paused"; readonly folder: string; readonly needs: "permission" | "code" }
  | { readonly is: "on"; readonly folder: string; readonly isMaking: boolean; readonly fault: BackupFault | null };

export interface Backups {
  readonly state: () => BackupState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly choose: () => Promise<void>;
  readonly allow: () => Promise<void>;
  readonly stop: () => Promise<void>;
  /** A backup now, if anything is only here. Resolves when it is there, or is known not to be. */
  readonly backUp: () => Promise<void>;
}

export interface BackupNeeds {
  readonly archive: Archive;
  readonly feed: WardFeed;
  readonly clock: Pick<Clock, "nowMs" | "onTick">;
  /** 2026-11-23-213005, in the ward's own time. */
  readonly second: (atMs: EpochMs) => string;
  readonly nameOf: (wardName: string, second: string) => string;
  readonly isOurs: (name: string) => boolean;
  /** Runs the work unless another tab is at it. */
  readonly alone: (work: () => Promise<void>) => Promise<void>;
  /** Calls when the page goes out of sight: the last good moment. */
  readonly onHide: (listener: () => void) => void;
}

const everyMs = 10 * minuteMs;
const againMs = 2 * minuteMs;
/** The browser is asked what it allows no oftener than this. */
const lookEveryMs = 10_000;

export const startBackups = (needs: BackupNeeds): Backups => {
  const { archive: { folders }, feed, clock } = needs;
  const shown = showState({ is: folders === null ? "cannot" : "off" });
  let folder: Folder | null = null;
  let [dueMs, nextLookMs, isNew] = [0, 0, false];
  let going: Promise<void> | null = null;
  const run = async (into: Folder): Promise<void> => {
    const before = shown.state();
    shown.show({ is: "on", folder: into.name, isMaking: true, fault: before.is === "on" ? before.fault : null });
    const fault = await import("./back-up-into.ts").then(({ backUpInto }) => backUpInto(needs, into)).catch((): BackupFault => "FolderGone");
    dueMs = clock.nowMs() + (fault === null ? everyMs : againMs);
    if (folder !== into) return;
    isNew &&= fault !== null;
    shown.show(fault === "NotAllowed" ? { is: "paused", folder: into.name, needs: "permission" } : { is: "on", folder: into.name, isMaking: false, fault });
  };
  const backUp = async (): Promise<void> => {
    const into = folder;
    if (going === null && into !== null && (isNew || carriageOf(feed.state()).onlyHere > 0)) going = needs.alone(() => run(into)).finally(() => { going = null; });
    await going;
  };
  const look = async (): Promise<void> => {
    nextLookMs = clock.nowMs() + lookEveryMs;
    const into = folder;
    if (into === null) return;
    const wants = feed.state().ward.recovery === null ? "code" : (await into.isAllowed()) ? null : "permission";
    if (wants !== null) return shown.show({ is: "paused", folder: into.name, needs: wants });
    if (shown.state().is !== "on") shown.show({ is: "on", folder: into.name, isMaking: false, fault: null });
    if (clock.nowMs() >= dueMs) await backUp();
  };
  const take = async (found: Folder, isChosen: boolean): Promise<void> => {
    [folder, dueMs, isNew] = [found, 0, isChosen];
    await look();
  };
  if (folders !== null) {
    clock.onTick(() => { if (going === null && clock.nowMs() >= nextLookMs) void look(); });
    needs.onHide(() => { if (shown.state().is === "on") void backUp(); });
    // A folder that cannot be found again is as none: the page says that none is chosen.
    void folders.kept().then((found) => found === null ? undefined : take(found, false)).catch(() => undefined);
  }
  return {
    state: shown.state,
    subscribe: shown.subscribe,
    backUp,
    choose: async () => {
      const found = (await folders?.pick()) ?? null;
      if (found !== null) await take(found, true);
    },
    allow: async () => {
      if (folder !== null && (await folder.ask())) await take(folder, isNew);
    },
    stop: async () => {
      await folders?.forget();
      folder = null;
      shown.show({ is: "off" });
    },
  };
};

const showState = (first: BackupState): Pick<Backups, "state" | "subscribe"> & { readonly show: (next: BackupState) => void } => {
  let state = first;
  const listeners = new Set<() => void>();
  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    show: (next) => {
      state = next;
      for (const listener of listeners) listener();
    },
  };
};
