// What can have happened in a visit. Past tense, versioned: an event is never redefined, a new version is added beside it.
import type { Brand } from "../brand.ts";
import type { Found } from "../clinical/found.ts";
import type { GivenMedicine } from "../clinical/medicine.ts";
import type { Note } from "../clinical/note.ts";
import type { Level, ScaleId } from "../clinical/scales.ts";
import type { RecordId } from "../log/record.ts";
import type { DetailAnswers } from "./details.ts";
import type { TemporaryNumber } from "./temporary-number.ts";

/** Random; the visit's true name. The temporary number is what people say. */
export type VisitId = Brand<string, "VisitId">;

export const dispositions = [
  "home", "homeWithControl", "admitted", "municipalBed", "transferred", "leftUnseen", "leftAgainstAdvice", "toGeneralPractitioner", "police", "died", "other",
] as const;
export type Disposition = (typeof dispositions)[number];

interface OfVisit {
  readonly visit: VisitId;
  /** The struck record that this one stands instead of. */
  readonly corrects?: RecordId;
}

export interface Arrived extends OfVisit {
  readonly type: "v1.Arrived";
  readonly number: TemporaryNumber;
  readonly details: DetailAnswers;
}
export interface DetailsSet extends OfVisit {
  readonly type: "v1.DetailsSet";
  readonly details: DetailAnswers;
}
export interface TriageSet extends OfVisit {
  readonly type: "v1.TriageSet";
  readonly scale: ScaleId;
  readonly scaleVersion: string;
  readonly level: Level;
}
export interface Placed extends OfVisit {
  readonly type: "v1.Placed";
  /** null: no longer in a place of their own. */
  readonly place: string | null;
}
export interface ClinicianSet extends OfVisit {
  readonly type: "v1.ClinicianSet";
  readonly clinician: string | null;
}
export interface CalledIn extends OfVisit {
  readonly type: "v1.CalledIn";
}
/** A doctor (or whoever the ward lets) began to see the patient: the wait is over. */
export interface Seen extends OfVisit {
  readonly type: "v1.Seen";
}
/** Somebody looked at the patient and found this, all at one time. */
export interface Observed extends OfVisit {
  readonly type: "v1.Observed";
  readonly found: Found;
}
export interface Noted extends OfVisit {
  readonly type: "v1.Noted";
  readonly note: Note;
}
export interface MedicineGiven extends OfVisit {
  readonly type: "v1.MedicineGiven";
  readonly given: GivenMedicine;
}
export interface Left extends OfVisit {
  readonly type: "v1.Left";
  readonly how: Disposition;
  readonly to?: string;
}
/** The same patient was taken in twice: this visit gives way to the other one, and the two are shown as one. */
export interface Joined extends OfVisit {
  readonly type: "v1.Joined";
  readonly into: VisitId;
  /** What people called it by. */
  readonly number?: TemporaryNumber;
  /** The second person, by name or initials. */
  readonly confirmedBy: string;
}
/** An earlier record of the visit no longer counts. It stays in the log and in the chart, struck through. */
export interface Struck extends OfVisit {
  readonly type: "v1.Struck";
  readonly target: RecordId;
  readonly as: "undo" | "correction";
  readonly why: string;
  /** The second person, where a join was struck. */
  readonly confirmedBy?: string;
}

export type VisitEvent =
  | Arrived
  | DetailsSet
  | TriageSet
  | Placed
  | ClinicianSet
  | CalledIn
  | Seen
  | Observed
  | Noted
  | MedicineGiven
  | Left
  | Joined
  | Struck;
/** What can be struck and written anew. */
export type VisitFact = Exclude<VisitEvent, Struck>;
