/**
 * From a scan to the door form, in memory alone: what was scanned stands in no address and no history.
 *
 * - TDR1 What is given while the door is not shown waits for it, once.
 */
import type { DoorAnswers } from "#forms/door.ts";

export interface ForDoor {
  readonly fields: DoorAnswers;
  /** Known besides: put into fields in which nothing stands. */
  readonly ifEmpty: DoorAnswers;
  /** Scanned while the door was shown: a form that is begun is meant. From elsewhere only an empty one is. */
  readonly isAtDoor: boolean;
  /** Said where the form has something else already. */
  readonly ifTaken: string;
}

type Take = (given: ForDoor) => void;

let waiting: ForDoor | null = null;
let door: Take | null = null;

export const giveToDoor = (given: ForDoor): void => {
  if (door === null) waiting = given;
  else door(given);
};

export const onGivenToDoor = (take: Take): (() => void) => {
  door = take;
  const given = waiting;
  waiting = null;
  if (given !== null) take(given);
  return () => {
    if (door === take) door = null;
  };
};
