/**
 * Patients registered before the program was here, until the door has taken them in, one after the other.
 *
 * - HELD1 Each is taken in by itself, in order; what is typed in the form meanwhile is the next patient's and is not touched.
 * - HELD2 One that could not be saved is kept, told, and can be tried again; nothing of it is mixed into another.
 */
import type { DoorAnswers } from "#forms/door.ts";

const waiting: DoorAnswers[] = [];
let listener: (() => void) | null = null;

export const holdArrival = (answers: DoorAnswers): void => {
  waiting.push(answers);
  listener?.();
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

/** Takes in as many as can be, and answers how many are left; asked again meanwhile, it is the same work. */
export const takeInHeld = (takeIn: (answers: DoorAnswers) => Promise<boolean>): Promise<number> => {
  taking ??= takeAll(takeIn).finally(() => {
    taking = null;
  });
  return taking;
};

const takeAll = async (takeIn: (answers: DoorAnswers) => Promise<boolean>): Promise<number> => {
  for (let first = waiting[0]; first !== undefined; first = waiting[0]) {
    if (!(await takeIn(first))) break;
    waiting.shift();
  }
  return waiting.length;
};
