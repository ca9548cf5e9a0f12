// What may be asked of a visit, and why it may be refused. Present tense; what comes of it is an event (events.ts), by decide.ts.
import type { Conclusion } from "../clinical/conclusion.ts";
import type { Found } from "../clinical/found.ts";
import type { GivenMedicine } from "../clinical/medicine.ts";
import type { Note } from "../clinical/note.ts";
import type { Order, OrderResult, Procedure } from "../clinical/order.ts";
import type { Photo } from "../clinical/photo.ts";
import type { CallOutcome, TakenCall } from "../clinical/telephone.ts";
import type { RecordId } from "../log/record.ts";
import type { EpochMs } from "../time.ts";
import type { FilledForm } from "../ward/own-form.ts";
import type { Because } from "../ward/triage-set.ts";
import type { CallBack } from "./call-back.ts";
import type { DetailAnswers } from "./details.ts";
import type { Disposition, VisitFact, VisitId } from "./events.ts";
import type { TemporaryNumber } from "./temporary-number.ts";
import type { TriageLevel } from "./visit.ts";

/** Each happened at `atMs`; of a correction that is when the right fact happened. */
export type VisitCommand = { readonly atMs: EpochMs } & (
  | { readonly type: "RegisterArrival"; readonly number: TemporaryNumber; readonly details: DetailAnswers }
  | { readonly type: "SetDetails"; readonly details: DetailAnswers }
  | ({ readonly type: "SetTriage"; readonly because?: Because } & TriageLevel)
  | { readonly type: "Move"; readonly place: string | null }
  | { readonly type: "AssignClinician"; readonly clinician: string | null }
  | { readonly type: "CallIn" }
  | { readonly type: "BeginCare" }
  | { readonly type: "Observe"; readonly found: Found }
  | { readonly type: "GiveMedicine"; readonly given: GivenMedicine }
  | { readonly type: "WriteNote"; readonly note: Note }
  | { readonly type: "Conclude"; readonly conclusion: Conclusion }
  | { readonly type: "CallBack"; readonly call: CallBack }
  | { readonly type: "TakeCall"; readonly number: TemporaryNumber; readonly details: DetailAnswers; readonly call: TakenCall }
  | { readonly type: "EndCall"; readonly outcome: CallOutcome }
  | { readonly type: "PlaceOrder"; readonly order: Order }
  | { readonly type: "TakeResult"; readonly order: RecordId | null; readonly result: OrderResult }
  | { readonly type: "OwnOrder"; readonly order: RecordId; readonly owner: string }
  | { readonly type: "DropOrder"; readonly order: RecordId; readonly why: string }
  | { readonly type: "DoProcedure"; readonly procedure: Procedure }
  | { readonly type: "FillForm"; readonly filled: FilledForm }
  | { readonly type: "TakePhoto"; readonly photo: Photo; readonly jpeg: string }
  | { readonly type: "Leave"; readonly how: Disposition; readonly to?: string }
  | { readonly type: "Join"; readonly into: VisitId; readonly number?: TemporaryNumber; readonly confirmedBy: string }
  | { readonly type: "Part"; readonly who: VisitId; readonly confirmedBy: string; readonly why: string }
  | { readonly type: "Undo"; readonly target: RecordId }
  | { readonly type: "Correct"; readonly target: RecordId; readonly why: string; readonly instead: VisitFact | null }
);

export type VisitRefusal =
  | { readonly type: "NoSuchVisit" }
  | { readonly type: "VisitIsOver"; readonly atMs: EpochMs }
  | { readonly type: "AlreadySo" }
  | { readonly type: "NothingToStrike" }
  | { readonly type: "NothingSaid" };
