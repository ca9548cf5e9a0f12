/**
 * The one place where the pages meet storage and the roads out. Everything else gets what it needs as an argument.
 */
import type { WardLog } from "#core/log/port.ts";
import { epochMs } from "#core/time.ts";
import { heldInListing, heldInTelling } from "#projections/file-held.ts";
import { emptyDeviceBook } from "#storage/device-places.ts";
import { openDraftShelf } from "#storage/drafts/opfs-drafts.ts";
import type { RandomBytes } from "#storage/keys/key-ring.ts";
import { openMemorySecretFiles } from "#storage/keys/memory-secret-files.ts";
import { emptyMemoryDisk, openMemoryRecordStore } from "#storage/memory-record-store.ts";
import { openWardLog } from "#storage/ward-log.ts";
import { platformLocks } from "#storage/writer-lock.ts";
import type { ExportFile } from "#sync/ehr/export-file.ts";
import type { Book, Profile } from "./app-context.tsx";
import type { Clock } from "./clock.ts";
import { emptyDrafts, keepDraftsOn } from "./drafts/drafts.ts";
import { offsetMinAt } from "./formats.ts";
import type { OutFile, Outlets } from "./outlets.ts";
import { takeAnew } from "./profile.ts";
import { keepBegun } from "./routes/drill/begun.ts";
import type { DrillPlayer } from "./routes/drill/drill-player.ts";
import type { Pace } from "./routes/drill/pace.ts";
import { createWriteClock, type WriteClock } from "./routes/drill/write-clock.ts";
import { saveFile } from "./save-file.ts";
import { openWardFeed, type WardFeed } from "./ward-feed.ts";

/** `pace` is there in a drill, and only there. */
export const openBook = async (name: string, profile: Profile, clock: Clock, pace: Pace | null): Promise<Book> => {
  keepDraftsOn(openDraftShelf(name));
  if (profile === "drill" && takeAnew(sessionStorage)) await Promise.all([emptyDeviceBook(name), emptyDrafts()]);
  const writeClock = createWriteClock(clock);
  const opened = await openWardLog({
    profile,
    book: name,
    clock: writeClock,
    random,
  });
  if (!opened.ok) return { is: "closed", fault: opened.error };
  const log = opened.value;
  const feed = await openWardFeed(log, whenIdle);
  // Only now: what is damaged is found while it is read.
  const { keysIn, damaged, former } = await log.health();
  const drill = pace === null ? {} : { drill: await openDrill({ log, feed, clock, pace, writeClock }) };
  return { is: "open", feed, ward: log.ward, device: log.device, keysIn, damaged, former, health: log.health, care: log.care, lookThrough: log.lookThrough, ...drill };
};

/** Where the device gives no place at all: a book that lasts as long as this tab, and says so. */
export const openBookOfTab = async (clock: Clock): Promise<Book> => {
  const opened = await openWardLog({ profile: "real", clock, random, store: openMemoryRecordStore(emptyMemoryDisk()), files: openMemorySecretFiles() });
  if (!opened.ok) return { is: "closed", fault: opened.error };
  const log = opened.value;
  const feed = await openWardFeed(log, whenIdle);
  return { is: "open", feed, ward: log.ward, device: log.device, keysIn: "memory", damaged: 0, former: 0, health: log.health, care: log.care, lookThrough: log.lookThrough, forgets: true };
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
  const [{ openDrillPlayer }, { lightsOut1643 }] = await Promise.all([import("./routes/drill/drill-player.ts"), import("#scenarios/lights-out-1643.ts")]);
  const player = await openDrillPlayer({ ...needs, scenario: lightsOut1643, alone: (work) => platformLocks().hold("vaktbok-drill-player", work) });
  const { startMs } = player.look();
  if (startMs !== null) keepBegun(localStorage, startMs);
  return player;
};

/** WebKit has no idle callback; a short pause is idle enough. */
const whenIdle = (work: () => void): void => {
  if (typeof requestIdleCallback === "function") requestIdleCallback(() => work(), { timeout: 2_000 });
  else setTimeout(work, 200);
};

/** What makes the files comes when somebody asks for one: it is no part of what an outage waits for. */
export const outlets: Outlets = {
  fhir: async ({ state: { ward, downtimes }, wardId, visits, isDrill, date }) => {
    const { fhirFile } = await import("#sync/ehr/fhir/file.ts");
    const made = await fhirFile(visits, { wardId, ward, downtimes, isDrill, date, sha256Hex });
    return { files: [toOutFile(made)], held: heldInTelling(visits, made.leftOut), leftOut: made.leftOut };
  },
  csv: async ({ state: { ward }, visits, isDrill, date }) => {
    const [{ recordsCsv }, { visitsCsv }] = await Promise.all([import("#sync/ehr/csv/records.ts"), import("#sync/ehr/csv/visits.ts")]);
    const source = { ward, isDrill, date, offsetMinAt: (atMs: number) => offsetMinAt(epochMs(atMs)) };
    return { files: [recordsCsv(visits, source), visitsCsv(visits, source)].map(toOutFile), held: heldInListing(visits), leftOut: [] };
  },
  handOver: saveFile,
};

const toOutFile = ({ name, mediaType, text }: ExportFile): OutFile => ({ name, mime: mediaType, text });

const sha256Hex = async (text: string): Promise<string> => {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
};
