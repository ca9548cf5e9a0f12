/**
 * Devices for tests, on either store: opened, opened again in another tab, emptied, robbed of their keys, invited.
 * Needs `fake-indexeddb/auto` in the test that asks for Dexie.
 */
import Dexie from "dexie";
import type { Bytes } from "#core/log/envelope.ts";
import type { OpenFault, PlacedRecord, WardLog, Writing } from "#core/log/port.ts";
import type { Result } from "#core/result.ts";
import type { Actor } from "#core/staff/actor.ts";
import { epochMs } from "#core/time.ts";
import type { DowntimeId } from "#core/downtime/events.ts";
import type { DeviceLog } from "#storage/device-log.ts";
import { openDexieRecordStore } from "#storage/dexie-record-store.ts";
import type { Invitation, KeyRing } from "#storage/keys/key-ring.ts";
import { openMemorySecretFiles } from "#storage/keys/memory-secret-files.ts";
import { loadKeyRing } from "#storage/keys/ring-file.ts";
import { silentDoor } from "#storage/keys/unlock-door.ts";
import { emptyMemoryDisk, openMemoryRecordStore } from "#storage/memory-record-store.ts";
import type { RecordStore } from "#storage/record-store.ts";
import { openWardLog, type OpenOptions } from "#storage/ward-log.ts";
import { queueLocks, type Locks } from "#storage/writer-lock.ts";
import { platformRandom, setClock } from "./memory-log.ts";

export interface TestDevice {
  readonly openStore: () => Promise<RecordStore>;
  readonly empty: () => Promise<void>;
  readonly keyFiles: Map<string, Bytes>;
  readonly locks: Locks;
}

export const memoryDevice = (): TestDevice => {
  let disk = emptyMemoryDisk();
  return {
    openStore: async () => openMemoryRecordStore(disk),
    empty: async () => { disk = emptyMemoryDisk(); },
    keyFiles: new Map(),
    locks: queueLocks(),
  };
};

let databases = 0;
export const dexieDevice = (name = `device-${(databases += 1)}`): TestDevice => ({
  openStore: async () => {
    const opened = await openDexieRecordStore(name);
    if (!opened.ok) throw new Error(opened.error.type);
    return opened.value;
  },
  empty: () => Dexie.delete(name),
  keyFiles: new Map(),
  locks: queueLocks(),
});

export const bothStores = [
  { on: "memory", newDevice: memoryDevice },
  { on: "Dexie", newDevice: () => dexieDevice() },
] as const;

export const tryOpen = async (device: TestDevice, options: Partial<OpenOptions> = {}): Promise<Result<DeviceLog, OpenFault>> =>
  openWardLog({
    profile: "real",
    clock: setClock(),
    random: platformRandom,
    store: options.store ?? (await device.openStore()),
    files: openMemorySecretFiles(device.keyFiles),
    locks: device.locks,
    ...options,
  });

const open = new Set<DeviceLog>();

export const openLog = async (device: TestDevice, options: Partial<OpenOptions> = {}): Promise<DeviceLog> => {
  const opened = await tryOpen(device, options);
  if (!opened.ok) throw new Error(`the log did not open: ${opened.error.type}`);
  open.add(opened.value);
  return opened.value;
};

/** For `afterEach`: channels left open keep a test run alive. */
export const closeLogs = (): void => {
  for (const log of open) log.close();
  open.clear();
};

export const ringOf = async ({ keyFiles }: Pick<TestDevice, "keyFiles">): Promise<KeyRing> => {
  const files = openMemorySecretFiles(keyFiles);
  const loaded = await loadKeyRing(files, silentDoor(files));
  if (!loaded.ok || loaded.value === null) throw new Error("this device has no keys");
  return loaded.value;
};

export const inviteFrom = async (device: Pick<TestDevice, "keyFiles">, letter: string): Promise<Invitation> => {
  const { ward, wardCode, epochs } = await ringOf(device);
  return { ward, wardCode, epochs, letter };
};

export const kari: Actor = { name: "Kari Nordmann", role: "nurse" };

export const declared = (name: string): Writing => ({
  actor: kari,
  atMs: epochMs(1_000),
  event: { type: "v1.DowntimeDeclared", downtime: name as DowntimeId },
});

/** Appends and answers what was placed; a fault throws. */
export const write = async (log: WardLog, ...names: ReadonlyArray<string>): Promise<ReadonlyArray<PlacedRecord>> => {
  const answer = await log.append(names.map(declared));
  if (!answer.ok) throw new Error(answer.error.type);
  return answer.value;
};

export const readAll = async (log: WardLog, after = 0): Promise<ReadonlyArray<PlacedRecord>> => {
  const all: Array<PlacedRecord> = [];
  for await (const batch of log.read(after)) all.push(...batch);
  return all;
};

/** What was declared, in order; other events by their type. */
export const named = (placed: ReadonlyArray<PlacedRecord>): ReadonlyArray<string> =>
  placed.map(({ record: { event } }) => (event.type === "v1.DowntimeDeclared" ? event.downtime : event.type));

interface Gate<T> {
  readonly promise: Promise<T>;
  readonly open: (value: T) => void;
  readonly fail: (fault: Error) => void;
}

/** A promise that the test itself keeps or breaks. */
export const newGate = <T = null>(): Gate<T> => {
  let [open, fail]: [Gate<T>["open"], Gate<T>["fail"]] = [() => undefined, () => undefined];
  const promise = new Promise<T>((resolve, reject) => { [open, fail] = [resolve, reject]; });
  return { promise, open: (value) => { open(value); }, fail: (fault) => { fail(fault); } };
};
