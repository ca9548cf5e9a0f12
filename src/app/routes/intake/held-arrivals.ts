/**
 * Patients registered before the program was here, until the door has taken them in, one after the other.
 *
 * - HELD1 Each is taken in by itself, in order; what is typed in the form meanwhile is the next patient's and is not touched.
 * - HELD2 One that could not be saved is kept, told, and can be tried again; nothing of it is mixed into another.
 * - HELD3 Each is a draft until it is saved: after a kill it is taken in all the same, and once.
 */
import type { DraftId } from "#core/draft.ts";
import type { DoorAnswers } from "#forms/door.ts";
import { claimDraft, endDraft, keepDraft } from "../../drafts/drafts.ts";
import { newDraftId } from "../../new-id.ts";

interface Held {
  readonly id: DraftId;
  readonly answers: DoorAnswers;
}

const heldForm = "door/held";
const waiting: Held[] = [];
let listener: (() => void) | null = null;

export const holdArrival = (answers: DoorAnswers): void => {
  const id = newDraftId();
  keepDraft({ id, form: heldForm, fields: answers });
  wait({ id, answers });
};

const wait = (held: Held): void => {
  waiting.push(held);
  listener?.();
};

/** Those of a tab that was killed before it had saved them. */
export const takeUpHeld = async (): Promise<void> => {
  for (let found = await claimDraft(heldForm); found !== null; found = await claimDraft(heldForm)) wait({ id: found.id, answers: found.fields });
};

/** Calls at once when some wait already. */
export const onHeldArrival = (heard: () => void): (() => void) => {
  listener = heard;
  if (waiting.length > 0) heard();
  return () => {
    listener = null;
  };
};

let taking: Promise<number> | null = null;

type TakeIn = (answers: DoorAnswers, id: DraftId) => Promise<boolean>;

/** Takes in as many as can be, and answers how many are left; asked again meanwhile, it is the same work. */
export const takeInHeld = (takeIn: TakeIn): Promise<number> => {
  taking ??= takeAll(takeIn).finally(() => {
    taking = null;
  });
  return taking;
};

const takeAll = async (takeIn: TakeIn): Promise<number> => {
  for (let first = waiting[0]; first !== undefined; first = waiting[0]) {
    if (!(await takeIn(first.answers, first.id))) break;
    endDraft(first.id);
    waiting.shift();
  }
  return waiting.length;
};
