/**
 * The storage layer by itself in a page that saves without end and tells the harness of each save that was answered: the
 * real modules, the real worker, no screens. Two more ways to save are the controls: one copy, and one copy that the
 * browser keeps with its own relaxed durability.
 */
import "#app/trusted.ts";
import type { DowntimeId } from "#core/downtime/events.ts";
import type { Bytes } from "#core/log/envelope.ts";
import type { Care } from "#core/log/port.ts";
import type { LogRecord } from "#core/log/record.ts";
import { hexOf } from "#core/hex.ts";
import { nobodyYet } from "#core/staff/actor.ts";
import { epochMs } from "#core/time.ts";
import { archiveLines } from "#storage/archive-out.ts";
import type { DeviceLog } from "#storage/device-log.ts";
import { openDexieRecordStore } from "#storage/dexie-record-store.ts";
import { newStoreDatabase } from "#storage/dexie-schema.ts";
import { reserveFileName } from "#storage/files/names.ts";
import { openOriginFiles } from "#storage/files/origin-files.ts";
import { deviceSecretFiles } from "#storage/keys/device-secret-files.ts";
import { openWardLog } from "#storage/ward-log.ts";
import { contentOf } from "../content.ts";
import type { Acknowledged, Health, How, Opened, Shown } from "../page-port.ts";

const settling: Array<() => Promise<void>> = [];
let log: DeviceLog | null = null;

const opened = (): DeviceLog => {
  if (log === null) throw new Error("the log is not open");
  return log;
};

/** What a program gets that asks for nothing: the browser answers before the disk has it. */
const relax = (): void => {
  IDBDatabase.prototype.transaction = new Proxy(Reflect.get(IDBDatabase.prototype, "transaction"), {
    apply: (strict, database, [names, mode]) => Reflect.apply(strict, database, [names, mode, { durability: "relaxed" }]),
  });
};

const oneCopy = async () => {
  const store = await openDexieRecordStore("vaktbok-real");
  if (!store.ok) throw new Error(store.error.type);
  return { store: store.value };
};

const shownOf = (place: number, { id, device, seq, event }: LogRecord): Shown => ({ place, id, device, seq, content: event.type === "v1.DowntimeDeclared" ? event.downtime : event.type });

const folder = async (): Promise<FileSystemDirectoryHandle> => (await (await navigator.storage.getDirectory()).getDirectoryHandle("vaktbok")).getDirectoryHandle("real");

const tell = (saved: ReadonlyArray<Acknowledged>): void => { window.acknowledged?.(JSON.stringify(saved)); };

const durabilityPage = {
  open: async (how: How): Promise<Opened> => {
    if (how === "relaxed") relax();
    const inFiles = await openOriginFiles("real");
    const files = deviceSecretFiles("real", inFiles, (_ms, work) => { settling.push(work); });
    const answer = await openWardLog({
      profile: "real",
      clock: { nowMs: () => epochMs(Date.now()) },
      random: (count): Bytes => crypto.getRandomValues(new Uint8Array(count)),
      files,
      ...(how === "two copies" ? {} : await oneCopy()),
    });
    if (!answer.ok) return { ok: false, fault: JSON.stringify(answer.error) };
    log = answer.value;
    return { ok: true, ward: log.ward, device: log.device, care: log.care() };
  },
  /** As if the settling time of the keys had passed. */
  settle: async () => { for (const work of settling.splice(0)) await work(); },
  /** Saves one after another, `each` records at a time, and tells of every one that was answered. Ends with the first fault. */
  save: async ({ series, from, count, each }: { readonly series: string; readonly from: number; readonly count: number; readonly each: number }) => {
    let onReserve = 0;
    for (let at = from; at < from + count; at += each) {
      const contents = Array.from({ length: each }, (_, beside) => contentOf(series, at + beside));
      const answer = await opened().append(contents.map((content) => ({ actor: nobodyYet, atMs: epochMs(0), event: { type: "v1.DowntimeDeclared", downtime: content as DowntimeId } as const })));
      if (!answer.ok) return { saved: at - from, onReserve, fault: answer.error };
      if (opened().care().isReserveUsed) onReserve += each;
      tell(answer.value.map(({ record: { id, device, seq } }, beside) => ({ id, device, seq, content: contents[beside] ?? "" })));
    }
    return { saved: count, onReserve, fault: null };
  },
  lookThrough: async (): Promise<{ readonly care: Care; readonly health: Health }> => {
    await opened().lookThrough();
    return { care: opened().care(), health: await opened().health() };
  },
  holdSpaceAnew: async (): Promise<void> => {
    await (await folder()).removeEntry(reserveFileName);
    await opened().lookThrough();
  },
  shown: async (): Promise<ReadonlyArray<Shown>> => {
    const all: Array<Shown> = [];
    for await (const batch of opened().read(0)) all.push(...batch.map(({ place, record }) => shownOf(place, record)));
    return all;
  },
  /** Harms rows from inside, as a back end that tells nobody. Before the book is opened. */
  harmRows: async (rows: ReadonlyArray<{ readonly id: string; readonly isRemoved: boolean }>) => {
    const { db, tables } = newStoreDatabase("vaktbok-real");
    for (const { id, isRemoved } of rows) {
      const row = await tables.records.where("id").equals(id).first();
      if (row?.place === undefined) throw new Error("there is no such row");
      if (isRemoved) await tables.records.delete(row.place);
      else await tables.records.put({ ...row, sealed: row.sealed.map((byte, at) => (at === 5 ? byte ^ 4 : byte)) });
    }
    db.close();
  },
  /** How many records the sealed archive would hold. */
  archived: async () => {
    const going = archiveLines(opened().archive, { name: "trial", madeMs: epochMs(0), isDrill: false });
    let characters = 0;
    for await (const line of going.lines) characters += line.length;
    return { records: going.account().records, characters };
  },
  /** SHA-256 of each file of the book, by name, so that the harness finds it on the disk. */
  fileHashes: async (): Promise<ReadonlyArray<readonly [string, string]>> => {
    const found: Array<readonly [string, string]> = [];
    for await (const handle of (await folder()).values()) {
      if (!(handle instanceof FileSystemFileHandle)) continue;
      const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", await (await handle.getFile()).arrayBuffer()));
      found.push([handle.name, hexOf(hash)]);
    }
    return found;
  },
};

declare global {
  interface Window {
    durabilityPage: typeof durabilityPage;
    acknowledged?: (text: string) => void;
  }
}
window.durabilityPage = durabilityPage;
