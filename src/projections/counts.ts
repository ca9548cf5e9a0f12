/**
 * The figures in the board's head.
 *
 * - CNT1 Every visit on the board is counted once: under its level, or as untriaged.
 * - CNT2 The longest wait is that of somebody who still waits.
 */
import { levels, type Level } from "#core/clinical/scales.ts";
import type { EpochMs } from "#core/time.ts";
import { waitOf, type Board, type BoardRow } from "./board.ts";

export interface Counts {
  readonly waiting: number;
  readonly overdue: number;
  readonly inCare: number;
  readonly untriaged: number;
  /** Waiting and overdue, by level. */
  readonly byLevel: { readonly [L in Level]: number };
  readonly longestWaitMin: number | null;
}

export const countsOf = (board: Board, nowMs: EpochMs): Counts => {
  const waits = [...board.overdue, ...board.waiting];
  const atLevel = (level: Level): number => waits.filter((row) => row.triage?.value.level === level).length;
  return {
    waiting: waits.length,
    overdue: board.overdue.length,
    inCare: board.inCare.length,
    untriaged: waits.filter((row) => row.triage === null).length,
    byLevel: Object.fromEntries(levels.map((level) => [level, atLevel(level)])) as Counts["byLevel"],
    longestWaitMin: waits.reduce<number | null>((longest, row) => Math.max(longest ?? 0, waitedMin(row, nowMs)), null),
  };
};

const waitedMin = (row: BoardRow, nowMs: EpochMs): number => waitOf(row, nowMs).waitedMin;
