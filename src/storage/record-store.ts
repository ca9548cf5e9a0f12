/**
 * Where records lie on this device. It knows their order and their numbers and nothing of their content: seals are
 * opened and signatures checked above it. Two adapters keep this promise, and one contract suite holds both to it.
 *
 * - STO1 An append is all or nothing, and is taken only on top of the head that its writer knew.
 * - STO2 A record is taken once, however often and in whatever order it is given.
 * - STO3 Two records with one number are both kept, and counted as a fork.
 * - STO4 A place is given once, in order of arrival; reading after a place misses nothing.
 * - STO5 A head moves only as far as the device's chain is whole; what lies beyond waits, held.
 * - STO6 An emptied store takes nothing: its owner is gone, and numbers used before would be used again.
 * - STO7 What cannot be shown as true lies aside, has no place, and can be moved in later.
 * - STO8 Checkpoints are replaced whole.
 * - STO9 Every other handle on the same store hears that something came in.
 * - STO10 A rebuilt store holds exactly what it was given, each record at its place, with heads and counts made from it;
 *         a store that took something in meanwhile is not rebuilt.
 */
import type { DeviceId, Head, RecordId, SealedRecord, Stamp, WardId } from "#core/log/record.ts";
import type { SaveFault } from "#core/log/port.ts";
import type { Bytes } from "#core/log/envelope.ts";
import type { Result } from "#core/result.ts";

/** Who writes in this store. Written at its creation, before the first record. */
export interface StoreOwner {
  readonly ward: WardId;
  readonly device: DeviceId;
}

/** What is held of one device. */
export interface DeviceHold {
  readonly device: DeviceId;
  /** As far as the chain is whole; null while its first record is missing. */
  readonly head: Head | null;
  /** The greatest stamp held. */
  readonly hlc: Stamp;
  /** Held records of this device, forks and those beyond a gap among them. */
  readonly held: number;
  /** Held records whose number another one had already. */
  readonly forks: number;
}

export interface StoreState {
  readonly owner: StoreOwner | null;
  readonly holds: ReadonlyArray<DeviceHold>;
  /** The greatest stamp followed so far. */
  readonly clock: Stamp | null;
  readonly lastPlace: number;
}

/** Why a record cannot be shown as true. The first two may end: the device or the key may still become known. */
export type Flaw = "UnknownDevice" | "UnknownEpoch" | "WrongId" | "WrongSeal" | "WrongSignature";

export interface AsideRecord {
  /** Hash over all of it, signature too: a damaged copy is another thing than the record it was. */
  readonly print: string;
  readonly flaw: Flaw;
  readonly record: SealedRecord;
}

export interface StoredRecord {
  readonly place: number;
  readonly id: RecordId;
  /** null: what lies there is no record any more. */
  readonly record: SealedRecord | null;
}

export interface PlacedId {
  readonly place: number;
  readonly id: RecordId;
}

export interface SealedPart {
  readonly name: string;
  readonly iv: Bytes;
  readonly sealed: Bytes;
}
export interface SealedCheckpoint {
  readonly upTo: number;
  readonly foldVersion: string;
  readonly parts: ReadonlyArray<SealedPart>;
}

export interface Arrivals {
  readonly records: ReadonlyArray<SealedRecord>;
  readonly aside: ReadonlyArray<AsideRecord>;
  /** Prints of what lay aside and is in `records` now. */
  readonly released: ReadonlyArray<string>;
  readonly clock: Stamp | null;
}

/** A store's whole content, to be written anew. */
export interface Whole {
  /** The last place when it was put together: what came in since must not be written over. */
  readonly upTo: number;
  readonly rows: ReadonlyArray<{ readonly place: number; readonly record: SealedRecord }>;
  readonly owner: StoreOwner | null;
  readonly clock: Stamp | null;
  readonly aside: ReadonlyArray<AsideRecord>;
}

export type StoreFault = SaveFault | { readonly type: "HeadMoved" } | { readonly type: "OwnerGone" };

export interface RecordStore {
  readonly state: () => Promise<StoreState>;
  /**
   * Makes a store this device's own: an empty one, or one of the same ward whose former device may not write on.
   * With records of another ward it is OwnerGone, and stays what it is.
   */
  readonly own: (owner: StoreOwner) => Promise<Result<null, StoreFault>>;
  /** The owner's next records, on top of `onto`. Answers when the disk has them. */
  readonly append: (records: ReadonlyArray<SealedRecord>, onto: RecordId | null) => Promise<Result<ReadonlyArray<PlacedId>, StoreFault>>;
  /** Anybody's records. Answers the places of those that were new. */
  readonly admit: (arrivals: Arrivals) => Promise<Result<ReadonlyArray<PlacedId>, StoreFault>>;
  readonly read: (after: number, limit: number) => Promise<ReadonlyArray<StoredRecord>>;
  /** One device's records by number, forks too, from `fromSeq` on. */
  readonly readDevice: (device: DeviceId, fromSeq: number, limit: number) => Promise<ReadonlyArray<StoredRecord>>;
  readonly readAside: (flaws: ReadonlyArray<Flaw>) => Promise<ReadonlyArray<AsideRecord>>;
  readonly countAside: (flaws: ReadonlyArray<Flaw>) => Promise<number>;
  /** Puts `whole` in place of everything, in one transaction, unless something came in since. There is no checkpoint afterwards. */
  readonly rebuild: (whole: Whole) => Promise<Result<null, StoreFault>>;
  readonly saveCheckpoint: (checkpoint: SealedCheckpoint) => Promise<Result<null, SaveFault>>;
  readonly loadCheckpoint: () => Promise<SealedCheckpoint | null>;
  /** Called when another handle, in this tab or another, has put something in. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Resolves when this handle can be used no more: a newer program took the store, or somebody removed it. */
  readonly gone: Promise<SaveFault>;
  readonly close: () => void;
}
