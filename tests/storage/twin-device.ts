// Devices whose store keeps every record twice, as the tests of it need them.
import { expect } from "vitest";
import type { MendReport } from "#core/log/port.ts";
import type { DeviceId } from "#core/log/record.ts";
import { err } from "#core/result.ts";
import { noteIn, type ExpectationNote } from "#storage/expectation.ts";
import type { FileFault } from "#storage/files/origin-files-protocol.ts";
import { scanJournal } from "#storage/journal/frames.ts";
import { memoryJournal, type Journal, type MemoryFile } from "#storage/journal/journal.ts";
import { emptyMemoryDisk, openMemoryRecordStore, type MemoryDisk } from "#storage/memory-record-store.ts";
import { noReserve, type Reserve } from "#storage/reserve.ts";
import { openTwinStore, type CaredStore, type TwinParts } from "#storage/twin-store.ts";
import { queueLocks } from "#storage/writer-lock.ts";
import { provedChain, provedWard } from "./proved-samples.ts";

export const chain = await provedChain("A", 6);
export const owner = { ward: provedWard, device: "A" as DeviceId };
export const headOf = (count: number) => chain[count - 1]?.id ?? null;

export const noted = (): ExpectationNote => {
  const items = new Map<string, string>();
  const storage = { getItem: (name: string) => items.get(name) ?? null, setItem: (name: string, text: string) => void items.set(name, text), removeItem: (name: string) => void items.delete(name) };
  return noteIn(storage, "note");
};

export interface Device {
  readonly disk: MemoryDisk;
  readonly file: MemoryFile;
  readonly note: ExpectationNote;
  readonly parts: () => Omit<TwinParts, "store">;
  readonly open: (change?: { readonly journal?: Journal; readonly reserve?: Reserve }) => CaredStore;
}

export const newDevice = (): Device => {
  const disk = emptyMemoryDisk();
  const file = { bytes: new Uint8Array() };
  const [note, locks] = [noted(), queueLocks()];
  const open: Device["open"] = ({ journal = memoryJournal(file), reserve = noReserve } = {}) =>
    openTwinStore({ store: openMemoryRecordStore(disk), journal, note, reserve, locks, lockName: "j" });
  const parts = () => ({ journal: memoryJournal(file), note, reserve: noReserve, locks, lockName: "j" });
  return { disk, file, note, parts, open };
};

export const filled = async (count = 6): Promise<Device> => {
  const device = newDevice();
  const store = device.open();
  await store.own(owner);
  for (let at = 0; at < count; at += 1) await store.append(chain.slice(at, at + 1), headOf(at));
  return device;
};
/** As a start does; answers what had to be put right. */
export const opened = async (store: CaredStore): Promise<MendReport | null> => {
  expect(await store.openWhole()).toBe("whole");
  return store.care().mended;
};
export const lookedThrough = async (store: CaredStore): Promise<MendReport | null> => {
  await store.lookThrough();
  return store.care().mended;
};
export const inJournal = ({ file }: Device): ReadonlyArray<number> => scanJournal(file.bytes).records.map(({ header }) => header.seq);

/** Takes nothing while `isFull`, or whatever else is wrong with it. */
export const failing = (file: MemoryFile, fault: FileFault): { readonly journal: Journal; fails: boolean } => {
  const whole = memoryJournal(file);
  const broken = { fails: true, journal: { ...whole, append: async (bytes: Uint8Array<ArrayBuffer>) => (broken.fails ? err(fault) : whole.append(bytes)) } };
  return broken;
};

export const noRoom = err({ type: "DiskFull" } as const);
