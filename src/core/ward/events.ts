// What the ward is: its name and choices, its devices, and what has been carried out of it.
import type { ScaleId } from "../clinical/scales.ts";
import type { DeviceId } from "../log/record.ts";
import type { RecordRuns } from "../log/runs.ts";
import type { EpochMs } from "../time.ts";
import type { OwnFormRetired, OwnFormSet } from "./own-form.ts";
import type { TriageSetLoaded, TriageSetRemoved } from "./triage-set.ts";

export interface WardSettings {
  readonly name: string;
  readonly scale: ScaleId;
  readonly places: ReadonlyArray<string>;
  readonly clinicians: ReadonlyArray<string>;
  /** The ward's own quick reasons for contact, in the order of the chips. */
  readonly reasons: ReadonlyArray<string>;
  /** In which order the journal system has its screens, for typing back by hand; read by `screensInOrder`. */
  readonly screens: ReadonlyArray<string>;
}

export interface WardSettingsSet {
  readonly type: "v1.WardSettingsSet";
  readonly settings: Partial<WardSettings>;
}

/** The first record of every device: its letter in temporary numbers and the key its records are checked with. */
export interface DeviceJoined {
  readonly type: "v1.DeviceJoined";
  readonly device: DeviceId;
  /** Two letters for the ward, one for the device; see temporary-number.ts. */
  readonly wardCode: string;
  readonly letter: string;
  /** Raw Ed25519 public key, base64url. */
  readonly signKey: string;
}
export interface DeviceNamed {
  readonly type: "v1.DeviceNamed";
  readonly device: DeviceId;
  readonly name: string;
}

export const carriers = ["fhir", "csv", "print", "archive"] as const;
export type Carrier = (typeof carriers)[number];

/** A file that somebody saw saved held these records, and no others: a file of some visits carries those alone. */
export interface CarriedOut {
  readonly type: "v1.CarriedOut";
  readonly as: Carrier;
  readonly file: string;
  readonly held: RecordRuns;
}

/** The public half of a new recovery key: from now on the ward's archives are sealed to it. The other half is on paper. */
export interface RecoveryKeySet {
  readonly type: "v1.RecoveryKeySet";
  /** An age recipient, `age1…`. */
  readonly recipient: string;
}

/** These serials of a series ("TRA"), from and to, stand on paper that was printed blank: no device gives them to anybody else. */
export interface NumbersReserved {
  readonly type: "v1.NumbersReserved";
  readonly series: string;
  readonly from: number;
  readonly to: number;
}

/** Who was in the house, from the journal system, as it was at `asOfMs`. An empty list takes the one before it away. */
export interface SnapshotTaken {
  readonly type: "v1.SnapshotTaken";
  readonly asOfMs: EpochMs;
  /** The file that it was read from. */
  readonly source: string;
  /** Read by `readPeople`, when somebody is looked for. */
  readonly people: ReadonlyArray<unknown>;
}

export type WardEvent =
  | WardSettingsSet
  | DeviceJoined
  | DeviceNamed
  | CarriedOut
  | RecoveryKeySet
  | NumbersReserved
  | OwnFormSet
  | OwnFormRetired
  | SnapshotTaken
  | TriageSetLoaded
  | TriageSetRemoved;
