// What is said of giving a visit back to the journal system. Each is a record: the outbox is a fold over them, and nothing else is kept.
import type { Head } from "../log/record.ts";
import type { RecordRuns } from "../log/runs.ts";
import type { VisitId } from "../visit/events.ts";

/** A clinician has read what these records say together and lets them go. */
export interface VisitSigned {
  readonly type: "v1.VisitSigned";
  readonly of: VisitId;
  readonly held: RecordRuns;
}

export const matchedBy = ["number", "person"] as const;

/** Who the patient is in the journal system. */
export interface PatientMatched {
  readonly type: "v1.PatientMatched";
  readonly of: VisitId;
  /** The journal system's name here, as the gateway calls it. */
  readonly target: string;
  /** Its id of the patient; null: they are not there, and a person said that they shall be made. */
  readonly patient: string | null;
  readonly by: (typeof matchedBy)[number];
}

/**
 * `sending` is written before the request goes. `taken` is somebody's hand on it, `released` lets go of it again;
 * `keyed` is typed into the journal system by hand, `checked` a second person's word for that; `void` is not to go at all.
 */
export const itemWords = ["sending", "unknown", "waiting", "accepted", "verified", "refused", "person", "taken", "released", "keyed", "checked", "void"] as const;
export type ItemWord = (typeof itemWords)[number];

export interface ItemSaying {
  /** `<record id>.<part>` */
  readonly key: string;
  /** Hex SHA-256 of what it said then: a later change is another. */
  readonly hash: string;
  readonly is: ItemWord;
  /** Where it lies there: "Observation/12", or the visit's number in that system. */
  readonly at?: string;
  readonly version?: string;
  readonly why?: string;
}

/** What is known of items of one visit after one step. */
export interface ItemsSaid {
  readonly type: "v1.ItemsSaid";
  readonly of: VisitId;
  readonly target: string;
  readonly items: ReadonlyArray<ItemSaying>;
}

export interface Tally {
  readonly taken: number;
  readonly verified: number;
  readonly checked: number;
  readonly void: number;
}

/** Everything is back: the count, and the heads of the log that it was counted over. */
export interface RecoveryClosed {
  readonly type: "v1.RecoveryClosed";
  readonly target: string;
  readonly tally: Tally;
  readonly heads: ReadonlyArray<Head>;
}

export type RecoveryEvent = VisitSigned | PatientMatched | ItemsSaid | RecoveryClosed;
