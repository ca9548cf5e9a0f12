/**
 * The door's draft. Its id becomes the visit's own, so that registering it again, after a crash or in another tab, makes
 * no second patient (FED5).
 *
 * - DDR1 What is typed while a patient is being saved is the next patient's draft; when the save fails, it is this one's again.
 * - DDR2 A draft found on the shelf fills an empty form quietly. Beside a form that somebody has begun it waits, unmixed,
 *   until it is asked for; then the two change places.
 *   One that was left alone for ten minutes waits too: by then another nurse may stand there, with another patient, and
 *   must not inherit a level or an age unasked.
 * - DDR3 A draft whose patient stands in the book already is over.
 */
import type { Draft, DraftFields, DraftId } from "#core/draft.ts";
import { minuteMs, type EpochMs } from "#core/time.ts";
import type { VisitId } from "#core/visit/events.ts";
import type { DoorAnswers } from "#forms/door.ts";
import { claimDraft, draftOf, draftsBegun, endDraft, keepDraft, letDraftGo } from "../../drafts/drafts.ts";
import { newDraftId } from "../../new-id.ts";

export const doorForm = "door";

export interface DoorDraft {
  readonly stood: DoorAnswers;
  readonly keep: (answers: DoorAnswers) => void;
  /** Answers the id of the visit that the draft becomes. */
  readonly beginSaving: (answers: DoorAnswers) => VisitId;
  readonly endSaving: (isSaved: boolean) => void;
  /** Takes the newest that lies on the shelf; what this form had goes there instead. */
  readonly takeUp: (may: TakingUp) => Promise<DraftFields | null>;
  /** How many lie on the shelf for this form. */
  readonly waiting: () => Promise<number>;
}

interface TakingUp {
  readonly isOver: (visit: VisitId) => boolean;
  /** Asked when it is found: the form may have been begun meanwhile. */
  readonly isWanted: (keptMs: EpochMs) => boolean;
}

const quietForMs = 10 * minuteMs;

/** Whether a draft is young enough to stand in the form again unasked. */
export const isRecent = (keptMs: EpochMs): boolean => Date.now() - keptMs < quietForMs;

export const openDoorDraft = (): DoorDraft => {
  const begun = draftOf(doorForm);
  let id = begun?.id ?? newDraftId();
  let saving: { readonly id: DraftId; readonly answers: DoorAnswers } | null = null;
  return {
    stood: begun?.fields ?? {},
    keep: (answers) => keepDraft({ id, form: doorForm, fields: saving === null ? answers : typedSince(saving.answers, answers) }),
    beginSaving: (answers) => {
      keepDraft({ id, form: doorForm, fields: answers });
      saving = { id, answers };
      id = newDraftId();
      return visitOf(saving.id);
    },
    endSaving: (isSaved) => {
      if (saving === null) return;
      endDraft(isSaved ? saving.id : id);
      if (!isSaved) id = saving.id;
      saving = null;
    },
    takeUp: async ({ isOver, isWanted }) => {
      const found = await claimOpen(isOver);
      if (found === null) return null;
      const isTaken = isWanted(found.keptMs);
      letDraftGo(isTaken ? id : found.id);
      if (!isTaken) return null;
      ({ id } = found);
      return found.fields;
    },
    waiting: async () => (await draftsBegun(doorForm)).filter((draft) => draft.form === doorForm && draft.id !== id && draft.id !== saving?.id).length,
  };
};

const claimOpen = async (isOver: (visit: VisitId) => boolean): Promise<Draft | null> => {
  for (let found = await claimDraft(doorForm); found !== null; found = await claimDraft(doorForm)) {
    if (!isOver(visitOf(found.id))) return found;
    endDraft(found.id);
  }
  return null;
};

export const visitOf = (draft: DraftId): VisitId => draft as string as VisitId; // Both are made as random names, and by nobody else.

const typedSince = (registered: DoorAnswers, now: DoorAnswers): DoorAnswers => {
  const before: DraftFields = registered;
  return Object.fromEntries(Object.entries(now).filter(([name, text]) => before[name] !== text));
};
