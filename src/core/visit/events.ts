// What can have happened in a visit. Past tense, versioned: an event is never redefined, a new version is added beside it.
import type { Brand } from "../brand.ts";
import type { Conclusion } from "../clinical/conclusion.ts";
import type { Found } from "../clinical/found.ts";
import type { GivenMedicine } from "../clinical/medicine.ts";
import type { Note } from "../clinical/note.ts";
import type { Order, OrderResult, Procedure } from "../clinical/order.ts";
import type { Photo } from "../clinical/photo.ts";
import type { Level, ScaleId } from "../clinical/scales.ts";
import type { CallOutcome, TakenCall } from "../clinical/telephone.ts";
import type { RecordId } from "../log/record.ts";
import type { FilledForm } from "../ward/own-form.ts";
import type { Because } from "../ward/triage-set.ts";
import type { CallBack } from "./call-back.ts";
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
/** The telephone was answered: the contact begins, and the patient is not here. */
export interface CallTaken extends OfVisit {
  readonly type: "v1.CallTaken";
  readonly number: TemporaryNumber;
  readonly details: DetailAnswers;
  readonly call: TakenCall;
}
export interface CallEnded extends OfVisit {
  readonly type: "v1.CallEnded";
  readonly outcome: CallOutcome;
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
  /** What of the ward's triage set was chosen first; the level is what the nurse said all the same. */
  readonly because?: Because;
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
export interface Concluded extends OfVisit {
  readonly type: "v1.Concluded";
  readonly conclusion: Conclusion;
}
/** The ward rang up somebody who is not here, or tried to. */
export interface CalledBack extends OfVisit {
  readonly type: "v1.CalledBack";
  readonly call: CallBack;
}
/** The order's own name is that of this record. */
export interface Ordered extends OfVisit {
  readonly type: "v1.Ordered";
  readonly order: Order;
}
export interface ResultCame extends OfVisit {
  readonly type: "v1.ResultCame";
  /** null: of nothing that was ordered here. */
  readonly order: RecordId | null;
  readonly result: OrderResult;
}
/** Who follows up what is still awaited. */
export interface OrderOwned extends OfVisit {
  readonly type: "v1.OrderOwned";
  readonly order: RecordId;
  readonly owner: string;
}
/** It was ordered, and is no longer needed. An order that never was is struck. */
export interface OrderDropped extends OfVisit {
  readonly type: "v1.OrderDropped";
  readonly order: RecordId;
  readonly why: string;
}
export interface ProcedureDone extends OfVisit {
  readonly type: "v1.ProcedureDone";
  readonly procedure: Procedure;
}
/** Answers on one of the ward's own forms. */
export interface FormFilled extends OfVisit {
  readonly type: "v1.FormFilled";
  readonly filled: FilledForm;
}
/** `jpeg` is the picture in base64: in the log alone, and not in a correction. */
export interface PhotoTaken extends OfVisit {
  readonly type: "v1.PhotoTaken";
  readonly photo: Photo;
  readonly jpeg?: string;
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
  | Concluded
  | CallTaken
  | CallEnded
  | CalledBack
  | Ordered
  | ResultCame
  | OrderOwned
  | OrderDropped
  | ProcedureDone
  | FormFilled
  | PhotoTaken
  | Left
  | Joined
  | Struck;
/** What can be struck and written anew. */
export type VisitFact = Exclude<VisitEvent, Struck>;
