/** The storage layer by itself in a page, for tests/e2e/storage.spec.ts: the real modules, the real worker, no screens. */
import "#app/trusted.ts";
import type { Bytes } from "#core/log/envelope.ts";
import type { PlacedRecord } from "#core/log/port.ts";
import { nobodyYet } from "#core/staff/actor.ts";
import { epochMs } from "#core/time.ts";
import type { DowntimeId } from "#core/downtime/events.ts";
import { openOriginFiles } from "#storage/files/origin-files.ts";
import { deviceSecretFiles } from "#storage/keys/device-secret-files.ts";
import type { DeviceLog } from "#storage/device-log.ts";
import { journalFileName } from "#storage/files/names.ts";
import { scanJournal } from "#storage/journal/frames.ts";
import { openWardLog } from "#storage/ward-log.ts";

const settling: Array<() => Promise<void>> = [];
const heard: Array<PlacedRecord> = [];
let log: DeviceLog | null = null;

const opened = (): DeviceLog => {
  if (log === null) throw new Error("the log is not open");
  return log;
};

const storagePage = {
  open: async () => {
    const files = deviceSecretFiles("real", await openOriginFiles("real"), (_ms, work) => { settling.push(work); });
    const answer = await openWardLog({
      profile: "real",
      clock: { nowMs: () => epochMs(Date.now()) },
      random: (count): Bytes => crypto.getRandomValues(new Uint8Array(count)),
      files,
    });
    if (!answer.ok) return { fault: answer.error };
    log = answer.value;
    log.subscribe((records) => heard.push(...records));
    return { ward: log.ward, device: log.device, health: await log.health(), care: log.care() };
  },
  /** As if the settling time had passed. */
  settle: async () => { for (const work of settling.splice(0)) await work(); },
  append: async (names: ReadonlyArray<string>) => {
    const events = names.map((name) => ({ type: "v1.DowntimeDeclared", downtime: name as DowntimeId }) as const);
    return opened().append(events.map((event) => ({ actor: nobodyYet, atMs: epochMs(0), event })));
  },
  /** One after another; answers what each took, in milliseconds. */
  appendMany: async (name: string, count: number) => {
    const tookMs: Array<number> = [];
    for (let at = 0; at < count; at += 1) {
      const startMs = performance.now();
      const answer = await storagePage.append([`${name}${at}`]);
      if (!answer.ok) throw new Error(answer.error.type);
      tookMs.push(performance.now() - startMs);
    }
    return tookMs;
  },
  names: async () => {
    const all: Array<string> = [];
    for await (const batch of opened().read(0)) all.push(...batch.map(({ record: { event } }) => (event.type === "v1.DowntimeDeclared" ? event.downtime : event.type)));
    return all;
  },
  heardPlaces: () => heard.map(({ place }) => place),
  health: async () => opened().health(),
  journal: async () => {
    const read = await (await storagePage.files("real")).read(journalFileName);
    const { records, damagedBytes } = scanJournal(read.ok && read.value !== null ? read.value : new Uint8Array());
    return { records: records.length, damagedBytes };
  },
  files: async (folder: string) => {
    const files = await openOriginFiles(folder);
    if (files === null) throw new Error("this browser has no files of the origin");
    return files;
  },
};

declare global {
  interface Window {
    storagePage: typeof storagePage;
  }
}
window.storagePage = storagePage;
