/**
 * The figures in the board's head.
 *
 * - CNT1 Every visit on the board is counted once: in care, or as waiting. How many wait at each level is told by level-waits.ts.
 * - CNT2 The longest wait is that of somebody who still waits.
 * - CNT3 A new look that is due is counted, until somebody has looked again or the patient is overdue to be seen.
 */
import type { EpochMs } from "#core/time.ts";
import { waitOf, type Board, type BoardRow } from "./board.ts";
import { isLookDue } from "./row-time.ts";

export interface Counts {
  readonly waiting: number;
  readonly overdue: number;
  readonly looksDue: number;
  readonly inCare: number;
  readonly longestWaitMin: number | null;
}

export const countsOf = (board: Board, nowMs: EpochMs): Counts => {
  const waits = [...board.overdue, ...board.waiting];
  const first = waits.reduce<BoardRow | null>((earliest, row) => (earliest === null || row.arrivedAtMs < earliest.arrivedAtMs ? row : earliest), null);
  return {
    waiting: waits.length,
    overdue: board.overdue.length,
    looksDue: board.waiting.filter((row) => isLookDue(row, nowMs)).length,
    inCare: board.inCare.length,
    longestWaitMin: first === null ? null : waitOf(first, nowMs).waitedMin,
  };
};
