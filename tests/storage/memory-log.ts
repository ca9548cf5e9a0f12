/**
 * A whole ward log in memory, with real keys, seals and signatures: for tests of what hangs on it.
 * Give two devices one ward with `invitationOf`; give one device two tabs with one `MemoryDevice`.
 */
import { epochMs, type EpochMs } from "#core/time.ts";
import type { Bytes } from "#core/log/envelope.ts";
import type { DeviceLog } from "#storage/device-log.ts";
import type { Profile, RandomBytes } from "#storage/keys/key-ring.ts";
import { openMemorySecretFiles } from "#storage/keys/memory-secret-files.ts";
import { emptyMemoryDisk, openMemoryRecordStore, type MemoryDisk } from "#storage/memory-record-store.ts";
import { openWardLog, type OpenOptions } from "#storage/ward-log.ts";
import { queueLocks, type Locks } from "#storage/writer-lock.ts";

export interface MemoryDevice {
  readonly disk: MemoryDisk;
  readonly keyFiles: Map<string, Bytes>;
  readonly locks: Locks;
}

export const newMemoryDevice = (): MemoryDevice => ({ disk: emptyMemoryDisk(), keyFiles: new Map(), locks: queueLocks() });

export interface SetClock {
  readonly nowMs: () => EpochMs;
  readonly set: (nowMs: number) => void;
}

/** A clock that stands still until it is set. Starts on 23 November 2026 at 16:43 in Norway. */
export const setClock = (startMs = Date.UTC(2026, 10, 23, 15, 43)): SetClock => {
  let nowMs = epochMs(startMs);
  return { nowMs: () => nowMs, set: (toMs) => { nowMs = epochMs(toMs); } };
};

export const platformRandom: RandomBytes = (count) => crypto.getRandomValues(new Uint8Array(count));

export interface MemoryLogOptions extends Partial<Pick<OpenOptions, "clock" | "random" | "invitation">> {
  readonly profile?: Profile;
  readonly device?: MemoryDevice;
}

export const openMemoryWardLog = async (options: MemoryLogOptions = {}): Promise<DeviceLog> => {
  const { device = newMemoryDevice(), profile = "real", clock = setClock(), random = platformRandom, invitation } = options;
  const opened = await openWardLog({
    profile,
    clock,
    random,
    store: openMemoryRecordStore(device.disk),
    files: openMemorySecretFiles(device.keyFiles),
    locks: device.locks,
    ...(invitation === undefined ? {} : { invitation }),
  });
  if (!opened.ok) throw new Error(`the log did not open: ${opened.error.type}`);
  return opened.value;
};
