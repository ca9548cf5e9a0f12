/**
 * The one place where the pages meet storage and the roads out. Everything else gets what it needs as an argument.
 */
import type { WardLog } from "#core/log/port.ts";
import { emptyDeviceBook } from "#storage/device-places.ts";
import { openDraftShelf } from "#storage/drafts/opfs-drafts.ts";
import type { Invitation, RandomBytes } from "#storage/keys/key-ring.ts";
import { openMemorySecretFiles } from "#storage/keys/memory-secret-files.ts";
import type { DeviceLog } from "#storage/device-log.ts";
import { openWardLog, type OpenOptions } from "#storage/ward-log.ts";
import { platformLocks } from "#storage/writer-lock.ts";
import { backupName, isBackupOf } from "#sync/file/archive-name.ts";
import type { FolderPicker, KeptFolders } from "#sync/file/kept-folder.ts";
import type { Book, Profile } from "../app-context.tsx";
import { startBackups, type Backups } from "../archive/backups.ts";
import type { Archive } from "../archive/port.ts";
import type { Clock } from "../clock.ts";
import { emptyDrafts, keepDraftsOn } from "../drafts/drafts.ts";
import { fileTime } from "../formats.ts";
import type { Outlets } from "../outlets.ts";
import { takeAnew } from "../profile.ts";
import { keepBegun } from "../routes/drill/begun.ts";
import type { DrillPlayer } from "../routes/drill/drill-player.ts";
import type { Pace } from "../routes/drill/pace.ts";
import { createWriteClock, type WriteClock } from "../routes/drill/write-clock.ts";
import type { Rescue } from "../routes/rescue/rescue-port.ts";
import { saveFile } from "../save-file.ts";
import { openWardFeed, type WardFeed } from "../ward-feed.ts";
import type { ArchiveNeeds } from "./archive.ts";

/** `pace` is there in a drill, and only there. */
export const openBook = async (name: string, profile: Profile, clock: Clock, pace: Pace | null): Promise<Book> => {
  keepDraftsOn(openDraftShelf(name));
  if (profile === "drill" && takeAnew(sessionStorage)) await Promise.all([emptyDeviceBook(name), emptyDrafts()]);
  const writeClock = createWriteClock(clock);
  const options = { profile, book: name, clock: writeClock, random };
  const opened = await openWardLog(options);
  if (!opened.ok) return { is: "closed", fault: opened.error };
  const log = opened.value;
  const feed = await openWardFeed(log, whenIdle);
  // Only now: what is damaged is found while it is read.
  const { keysIn, damaged, former } = await log.health();
  const drill = pace === null ? {} : { drill: await openDrill({ log, feed, clock, pace, writeClock }) };
  return { is: "open", feed, ward: log.ward, device: log.device, keysIn, damaged, former, health: log.health, care: log.care, lookThrough: log.lookThrough, forgetLost: log.forgetLost, gone: log.gone, rescue: openRescue(log, options), ...openArchive({ log, feed, clock, options }), ...drill };
};

/** Where the device gives no place at all: a book that lasts as long as this tab, and says so. */
export const openBookOfTab = async (clock: Clock): Promise<Book> => {
  const { emptyMemoryDisk, openMemoryRecordStore } = await import("#storage/memory-record-store.ts");
  const opened = await openWardLog({ profile: "real", clock, random, store: openMemoryRecordStore(emptyMemoryDisk()), files: openMemorySecretFiles() });
  if (!opened.ok) return { is: "closed", fault: opened.error };
  const log = opened.value;
  const feed = await openWardFeed(log, whenIdle);
  return { is: "open", feed, ward: log.ward, device: log.device, keysIn: "memory", damaged: 0, former: 0, health: log.health, care: log.care, lookThrough: log.lookThrough, forgetLost: log.forgetLost, gone: log.gone, forgets: true };
};

/** Nothing of it is needed for a start, and all of it may be needed when the server is gone: fetched as soon as there is time. */
export const fetchTheRest = async (): Promise<void> => {
  await Promise.all([import("#storage/memory-record-store.ts"), import("#sync/file/kept-folder.ts"), import("#sync/file/file-kind.ts"), import("#core/ward/recovery-code.ts")]);
};

const openRescue = (log: DeviceLog, options: OpenOptions): Rescue => async (file, onProved) => {
  const { readRescue } = await import("#storage/rescue/read-rescue.ts");
  const open = (invitation: Invitation) => openWardLog({ ...options, invitation });
  return readRescue(file, { log, profile: options.profile, random, open, nowMs: options.clock.nowMs(), onProved });
};

const random: RandomBytes = (count) => crypto.getRandomValues(new Uint8Array(count));

interface DrillNeeds {
  readonly log: WardLog;
  readonly feed: WardFeed;
  readonly clock: Clock;
  readonly pace: Pace;
  readonly writeClock: WriteClock;
}

/** The evening and its player come only when somebody drills: they are no part of what an outage waits for. */
const openDrill = async (needs: DrillNeeds): Promise<DrillPlayer> => {
  const [{ openDrillPlayer }, { lightsOut1643 }] = await Promise.all([import("../routes/drill/drill-player.ts"), import("#scenarios/lights-out-1643.ts")]);
  const player = await openDrillPlayer({ ...needs, scenario: lightsOut1643, alone: (work) => platformLocks().hold("vaktbok-drill-player", work) });
  const { startMs } = player.look();
  if (startMs !== null) keepBegun(localStorage, startMs);
  return player;
};

/** The folder itself is looked for after the book is open. */
const foldersOf = (book: string, picker: FolderPicker): KeptFolders => {
  const kept = async (): Promise<KeptFolders> =>
    (await import("#sync/file/kept-folder.ts")).keptFolders(`vaktbok-backup-folder-${book}`, (wish) => picker.call(window, wish));
  return { pick: async () => (await kept()).pick(), kept: async () => (await kept()).kept(), forget: async () => (await kept()).forget() };
};

const openArchive = (given: Omit<ArchiveNeeds, "random">): { readonly archive: Archive; readonly backups: Backups } => {
  const needs = { ...given, random };
  const { log, feed, clock, options: { profile, book } } = needs;
  // Chromium's alone; TypeScript's DOM does not know it.
  const picker = (window as { readonly showDirectoryPicker?: FolderPicker }).showDirectoryPicker;
  const archive: Archive = {
    newCard: async () => (await import("./archive.ts")).newCard(random),
    make: async (request) => (await import("./archive.ts")).makeArchive(needs, request),
    look: async (file, secret, onProved) => (await import("./archive.ts")).lookAt(needs, file, secret, onProved),
    kindOf: async (file) => (await import("#sync/file/file-kind.ts")).fileKind(file),
    handOver: ({ name, file }) => saveFile({ name, mime: file.type, text: file }),
    folders: profile === "drill" || picker === undefined ? null : foldersOf(book, picker),
  };
  const backups = startBackups({
    archive,
    feed,
    clock,
    second: fileTime,
    nameOf: (wardName, second) => backupName(wardName, second, log.device),
    isOurs: isBackupOf(log.device),
    alone: (work) => tryAlone(`vaktbok-backup-${book}`, work),
    onHide: (listener) => document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") listener(); }),
  });
  return { archive, backups };
};

const tryAlone = async (name: string, work: () => Promise<void>): Promise<void> => {
  if (!("locks" in navigator)) return work();
  await navigator.locks.request(name, { ifAvailable: true }, async (lock) => { if (lock !== null) await work(); });
};

/** WebKit has no idle callback; a short pause is idle enough. */
const whenIdle = (work: () => void): void => {
  if (typeof requestIdleCallback === "function") requestIdleCallback(() => work(), { timeout: 2_000 });
  else setTimeout(work, 200);
};

/** What makes the files comes when somebody asks for one: it is no part of what an outage waits for. */
export const outlets: Outlets = {
  fhir: async (request) => (await import("./outlets.ts")).fhirOut(request),
  csv: async (request) => (await import("./outlets.ts")).csvOut(request),
  letter: async (request) => (await import("./outlets.ts")).letterOut(request),
  items: async (request) => (await import("./outlets.ts")).itemsOut(request),
  handOver: saveFile,
};
