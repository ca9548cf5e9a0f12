// The log as everything above it sees it. Storage keeps the promise; the app hangs its folds on it.
import type { Actor } from "../staff/actor.ts";
import type { EpochMs } from "../time.ts";
import type { KnownEvent } from "../event.ts";
import type { Result } from "../result.ts";
import type { DeviceId, Head, LogRecord, WardId } from "./record.ts";

/** Something to be written: who did it, when it happened, what. */
export interface Writing {
  readonly actor: Actor;
  readonly atMs: EpochMs;
  readonly event: KnownEvent;
}

export type SaveFault =
  | { readonly type: "DiskFull" }
  | { readonly type: "StoreLost"; readonly detail: string }
  | { readonly type: "NewerData" };

export type OpenFault =
  | { readonly type: "NoStore"; readonly detail: string }
  /** Records are here, and the key that opens them is not. */
  | { readonly type: "KeysLost"; readonly records: number }
  | { readonly type: "NewerData" };

/** A record with its place in this device's own store: 1, 2, 3 … in order of arrival here. */
export interface PlacedRecord {
  readonly place: number;
  readonly record: LogRecord;
}

/** Sealed pieces of folded state, each a JSON value, that spare the next start from reading the whole log. */
export interface Checkpoint {
  /** The folds hold every record up to and with this place. */
  readonly upTo: number;
  /** Name of what made it; another program version throws it away and folds anew. */
  readonly foldVersion: string;
  readonly parts: ReadonlyArray<{ readonly name: string; readonly value: unknown }>;
}

/** Records of one device, from and to a number, both included. */
export interface LostRun {
  readonly device: DeviceId;
  readonly fromSeq: number;
  readonly toSeq: number;
}

/** What was found when the two copies of the log were compared, and put right. */
export interface MendReport {
  /** Records that the database had lost or damaged and that came back from the journal. */
  readonly restored: number;
  /** Rows of the database that were damaged, restored or not. */
  readonly damagedRows: number;
  /** Bytes of the journal that belonged to no whole record; half a record that was never called saved is among them. */
  readonly damagedBytes: number;
  /** Records that the journal lacked and that came back from the database. */
  readonly copied: number;
  /** Records that were saved once and are in neither copy. */
  readonly lost: ReadonlyArray<LostRun>;
}

/** How well what is saved is kept on this device. */
export interface Care {
  /** The second copy of each record: kept; behind, because its place fails now; or none, where the browser has no files. */
  readonly second: "kept" | "behind" | "none";
  /** The two copies cannot be made whole now: what either holds is shown, and nothing can be saved. */
  readonly isReadOnly: boolean;
  /** The disk is full, and the space that was held back for that moment is in use. */
  readonly isReserveUsed: boolean;
  /** null: nothing had to be put right. */
  readonly mended: MendReport | null;
}

export interface LogHealth {
  /** Where the keys lie: "opfs" is the real thing, "indexeddb" is weaker (a removed key may stay on the disk). */
  readonly keysIn: "opfs" | "indexeddb" | "memory";
  readonly heads: ReadonlyArray<Head>;
  /** Records that could not be opened or whose signature or chain is wrong; kept, never shown as true. */
  readonly damaged: number;
  /** Books that were on this device before and are gone: their keys are here, their records are not. */
  readonly former: number;
}

export interface WardLog {
  readonly ward: WardId;
  readonly device: DeviceId;
  /** What this device's temporary numbers begin with: the ward's two letters and the device's one. */
  readonly wardCode: string;
  readonly letter: string;
  /**
   * Seals, signs and stores in one transaction: all of it or nothing. Answers when the disk has it (strict durability).
   * A later call waits for an earlier one; two tabs cannot fork the chain. A plan is called inside the writer's lock,
   * after subscribers were given everything that other tabs wrote: what it decides cannot collide with them (two tabs
   * never give two patients one number). A plan of nothing writes nothing.
   */
  readonly append: (plan: ReadonlyArray<Writing> | (() => ReadonlyArray<Writing>)) => Promise<Result<ReadonlyArray<PlacedRecord>, SaveFault>>;
  /** Records placed after `after`, in batches of at most 500, in order of place. */
  readonly read: (after: number) => AsyncIterable<ReadonlyArray<PlacedRecord>>;
  /** One record by its own name and place on its device; null when it is not here or does not open. */
  readonly readOne: (record: Pick<LogRecord, "id" | "device" | "seq">) => Promise<LogRecord | null>;
  /** Called with what came in by any road: this tab, another tab, another device. Never twice for one record. */
  readonly subscribe: (listener: (records: ReadonlyArray<PlacedRecord>) => void) => () => void;
  readonly saveCheckpoint: (checkpoint: Checkpoint) => Promise<void>;
  /** null when there is none, it does not open, or it was made by another fold version. */
  readonly loadCheckpoint: (foldVersion: string) => Promise<{ readonly upTo: number; readonly part: (name: string) => Promise<unknown> } | null>;
  readonly health: () => Promise<LogHealth>;
  /** As it is now; the same object as long as nothing changed. */
  readonly care: () => Care;
  /** Compares every record in both places where it lies, and mends what is damaged. Takes as long as reading all of them. */
  readonly lookThrough: () => Promise<void>;
  /** A person has read which records are lost: they are not told at the next opening. */
  readonly forgetLost: () => Promise<void>;
  /** Resolves when nothing can be written or read here any more: a newer program took the store, or somebody removed it. */
  readonly gone: Promise<SaveFault>;
  readonly close: () => void;
}
