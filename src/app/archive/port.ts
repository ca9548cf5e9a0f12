// The sealed archive as pages see it: made, handed out, looked at, taken in. wiring.ts lays the road.
import type { OpenFault, SaveFault } from "#core/log/port.ts";
import type { RecordRuns } from "#core/log/runs.ts";
import type { Result } from "#core/result.ts";
import type { EpochMs } from "#core/time.ts";

/** A new recovery key: the code for a card, shown once and kept nowhere, and what the ward is told of it. */
export interface RecoveryCard {
  readonly code: string;
  readonly recipient: string;
}

export interface ArchiveRequest {
  readonly recipient: string;
  readonly wardName: string;
  /** As it shall stand in the name of the file: 2026-11-23-213005. */
  readonly second: string;
}

export interface ArchiveFile {
  readonly name: string;
  readonly file: Blob;
  readonly records: number;
  /** Places that hold no record any more: not in the file. */
  readonly unreadable: number;
  readonly held: RecordRuns;
  readonly madeAtMs: EpochMs;
}

export type ArchiveFault =
  | { readonly type: "NotOurs" | "RescueFile" | "Newer" | "WrongKey" | "Damaged" | "Unreadable" | "OtherKeys" | "DrillOnly" | "RealOnly" }
  | { readonly type: "TooLarge"; readonly maxBytes: number }
  | { readonly type: "OtherWard"; readonly records: number }
  | { readonly type: "KeysLost"; readonly records: number }
  | Exclude<OpenFault, { type: "KeysLost" }>
  | SaveFault;

export interface TakenIn {
  readonly taken: number;
  readonly aside: number;
  readonly hasJoined: boolean;
}

export interface FoundArchive {
  readonly wardName: string;
  readonly madeMs: EpochMs;
  readonly records: number;
  readonly proved: number;
  /** Every record was proved, and all heads are there that the maker told of. */
  readonly isWhole: boolean;
  readonly aside: number;
  readonly unreadable: number;
  /** Devices whose clock was far ahead. */
  readonly drifts: number;
  readonly way: "join" | "unite";
  readonly takeIn: () => Promise<Result<TakenIn, ArchiveFault>>;
}

export type FolderFault = "FolderGone" | "NotAllowed" | "FolderFull" | "NotTheSame";

/** A folder that a person chose for backups. */
export interface Folder {
  readonly name: string;
  readonly isAllowed: () => Promise<boolean>;
  readonly ask: () => Promise<boolean>;
  readonly put: (name: string, file: Blob) => Promise<Result<null, { readonly type: FolderFault }>>;
  readonly keepLast: (isOurs: (name: string) => boolean, count: number, written: string) => Promise<void>;
}

export interface Folders {
  readonly pick: () => Promise<Folder | null>;
  readonly kept: () => Promise<Folder | null>;
  readonly forget: () => Promise<void>;
}

export interface Archive {
  readonly newCard: () => Promise<RecoveryCard>;
  readonly make: (request: ArchiveRequest) => Promise<Result<ArchiveFile, ArchiveFault>>;
  /** `secret`: the bytes of the code. `onProved` is told how many records have been proved so far. */
  readonly look: (file: Blob, secret: Uint8Array<ArrayBuffer>, onProved: (records: number) => void) => Promise<Result<FoundArchive, ArchiveFault>>;
  /** What a file is, before anybody is asked for a code. */
  readonly kindOf: (file: Blob) => Promise<"archive" | "rescue" | "other">;
  readonly handOver: (file: ArchiveFile) => void;
  /** null where the browser has no folders to give, and in a drill. */
  readonly folders: Folders | null;
}
