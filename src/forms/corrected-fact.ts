/**
 * The right fact instead of a wrong one, from what stands in the correction form.
 *
 * - COR1 What was left alone in the form stays as it was, to the last field.
 * - COR2 An emptied place, clinician or "to" is none; a level or a way of leaving that cannot be read stays as it was, and so
 *   does a medicine without a name.
 */
import { levels, type Level } from "#core/clinical/scales.ts";
import { dispositions, type VisitFact } from "#core/visit/events.ts";
import { correctedDetails } from "./detail-edits.ts";
import type { DoorAnswers, DoorMoment } from "./door.ts";
import { readMedicine, type MedicineAnswers } from "./medicine.ts";
import { readNote, type NoteAnswers } from "./note.ts";
import { readObservation, type ObservationAnswers } from "./observation.ts";

/** As typed; a field that is absent was not in the form. */
export type CorrectionAnswers = DoorAnswers & ObservationAnswers & NoteAnswers & MedicineAnswers & { readonly place?: string; readonly clinician?: string; readonly how?: string; readonly to?: string };

export const correctedFact = (event: VisitFact, typed: CorrectionAnswers, at: DoorMoment): VisitFact => {
  switch (event.type) {
    case "v1.Arrived":
    case "v1.DetailsSet":
      return { ...event, details: correctedDetails(event.details, typed, at) };
    case "v1.TriageSet":
      return { ...event, level: readLevel(typed.level) ?? event.level };
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
    case "v1.Left": {
      const { to: before, ...rest } = event;
      const to = textOr(typed.to, before ?? null);
      return { ...rest, how: dispositions.find((one) => one === typed.how) ?? event.how, ...(to === null ? {} : { to }) };
    }
  }
};

const textOr = (typed: string | undefined, before: string | null): string | null => {
  if (typed === undefined) return before;
  return typed.trim() === "" ? null : typed.trim();
};

const readLevel = (typed: string | undefined): Level | null => levels.find((level) => String(level) === typed) ?? null;
