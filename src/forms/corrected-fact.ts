/**
 * The right fact instead of a wrong one, from what stands in the correction form.
 *
 * - COR1 What was left alone in the form stays as it was, to the last field.
 * - COR3 A promised time to ring back that was left alone is the exact time it was.
 * - COR4 What was chosen from the triage set stays with a corrected level, unless somebody says that it was not used.
 * - COR2 An emptied place, clinician or "to" is none; a level or a way of leaving that cannot be read stays as it was, and so
 *   does a medicine, an order or a procedure without a name, or an order's owner.
 */
import { levels, type Level } from "#core/clinical/scales.ts";
import type { CallOutcome } from "#core/clinical/telephone.ts";
import { minuteMs } from "#core/time.ts";
import { dispositions, type TriageSet, type VisitFact } from "#core/visit/events.ts";
import { readCallBack, type CallBackAnswers } from "./call-back.ts";
import { readConclusion, type ConclusionAnswers } from "./conclusion.ts";
import { correctedDetails } from "./detail-edits.ts";
import type { DoorAnswers, DoorMoment } from "./door.ts";
import { correctedFilled, type FormAnswers } from "./own-form.ts";
import { readMedicine, type MedicineAnswers } from "./medicine.ts";
import { readNote, type NoteAnswers } from "./note.ts";
import { readCall, readOutcome, type CallAnswers, type FilledIn, type OutcomeAnswers } from "./telephone.ts";
import { readOrder, readProcedure, readResult, type OrderAnswers, type ProcedureAnswers, type ResultAnswers } from "./order.ts";
import { readPhotoWords, type PhotoAnswers } from "./photo.ts";
import { readObservation, type ObservationAnswers } from "./observation.ts";

/** As typed; a field that is absent was not in the form. */
export type CorrectionAnswers = DoorAnswers &
  ObservationAnswers &
  NoteAnswers &
  MedicineAnswers &
  ConclusionAnswers &
  CallBackAnswers &
  CallAnswers &
  OutcomeAnswers &
  OrderAnswers &
  ResultAnswers &
  FormAnswers &
  PhotoAnswers &
  ProcedureAnswers & { readonly place?: string; readonly clinician?: string; readonly how?: string; readonly to?: string; readonly owner?: string; readonly dropWhy?: string; readonly because?: string };

export const correctedFact = (event: VisitFact, typed: CorrectionAnswers, at: DoorMoment): VisitFact => {
  switch (event.type) {
    case "v1.Arrived":
    case "v1.DetailsSet":
      return { ...event, details: correctedDetails(event.details, typed, at) };
    case "v1.TriageSet":
      return { ...withoutBecause(event, typed.because === "drop"), level: readLevel(typed.level) ?? event.level };
    case "v1.Placed":
      return { ...event, place: textOr(typed.place, event.place) };
    case "v1.ClinicianSet":
      return { ...event, clinician: textOr(typed.clinician, event.clinician) };
    case "v1.CalledIn":
    case "v1.Seen":
    case "v1.Joined":
      return event;
    case "v1.Observed":
      return { ...event, found: readObservation(typed).found };
    case "v1.MedicineGiven":
      return { ...event, given: readMedicine(typed).given ?? event.given };
    case "v1.Noted":
      return { ...event, note: readNote(typed) };
    case "v1.Concluded":
      return { ...event, conclusion: readConclusion(typed).conclusion };
    case "v1.CalledBack":
      return { ...event, call: readCallBack(typed, event.call) };
    case "v1.CallTaken":
      return { ...event, details: correctedDetails(event.details, typed, at), call: readCall(typed) };
    case "v1.CallEnded":
      return { ...event, outcome: readOutcome(typed, at, filledInCallBack(event.outcome, at)) };
    case "v1.Ordered": {
      const order = readOrder(typed);
      return { ...event, order: order.what === "" ? { ...order, what: event.order.what } : order };
    }
    case "v1.ResultCame":
      return { ...event, result: readResult(typed) };
    case "v1.OrderOwned":
      return { ...event, owner: textOr(typed.owner, event.owner) ?? event.owner };
    case "v1.OrderDropped":
      return { ...event, why: typed.dropWhy === undefined ? event.why : typed.dropWhy.trim() };
    case "v1.ProcedureDone":
      return { ...event, procedure: readProcedure(typed) ?? event.procedure };
    case "v1.FormFilled":
      return { ...event, filled: correctedFilled(event.filled, typed) };
    case "v1.PhotoTaken":
      return { ...event, photo: readPhotoWords(event.photo, typed) };
    case "v1.Left": {
      const { to: before, ...rest } = event;
      const to = textOr(typed.to, before ?? null);
      return { ...rest, how: dispositions.find((one) => one === typed.how) ?? event.how, ...(to === null ? {} : { to }) };
    }
  }
};

/** What was chosen from the triage set stays unless somebody says that it was not so. */
const withoutBecause = ({ because, ...rest }: TriageSet, isDropped: boolean): TriageSet => (because === undefined || isDropped ? rest : { ...rest, because });

/** What stands in the correction form for the time to ring back. */
export const filledInCallBack = ({ callBackAtMs }: CallOutcome, { offsetMinAt }: Pick<DoorMoment, "offsetMinAt">): FilledIn | null => {
  if (callBackAtMs === undefined) return null;
  const local = new Date(callBackAtMs + offsetMinAt(callBackAtMs) * minuteMs);
  return Number.isNaN(local.getTime()) ? null : { text: local.toISOString().slice(11, 16), atMs: callBackAtMs };
};

const textOr = (typed: string | undefined, before: string | null): string | null => {
  if (typed === undefined) return before;
  return typed.trim() === "" ? null : typed.trim();
};

const readLevel = (typed: string | undefined): Level | null => levels.find((level) => String(level) === typed) ?? null;
