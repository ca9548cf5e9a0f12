// What an archive is made from: every record as it lies in the store, those that lie aside too, and the ward's keys.
import type { DeviceId, WardId } from "#core/log/record.ts";
import type { KeyRing } from "./keys/key-ring.ts";
import type { Flaw, RecordStore } from "./record-store.ts";
import type { WardKeys } from "./sealing.ts";

export interface ArchiveSource extends Pick<RecordStore, "state" | "read" | "readAside"> {
  readonly ward: WardId;
  readonly device: DeviceId;
  readonly wardCode: string;
  readonly epochs: KeyRing["epochs"];
  readonly keys: WardKeys;
}

interface Opened {
  readonly ring: KeyRing;
  readonly keys: WardKeys;
}

export const archiveSource = ({ state, read, readAside }: RecordStore, { ring, keys }: Opened): ArchiveSource => {
  const { ward, device, wardCode, epochs } = ring;
  return { ward, device, wardCode, epochs, keys, state, read, readAside };
};

/** A record makes this list whole: a flaw that is added there and not here does not compile. */
const flaws: { readonly [F in Flaw]: F } = { UnknownDevice: "UnknownDevice", UnknownEpoch: "UnknownEpoch", WrongId: "WrongId", WrongSeal: "WrongSeal", WrongSignature: "WrongSignature" };
export const everyFlaw: ReadonlyArray<Flaw> = Object.values(flaws);
