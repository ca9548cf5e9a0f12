/**
 * The figures in the board's head.
 *
 * - CNT1 Every visit on the board is counted once: in care, or as waiting; each who waits once more, under their level or as untriaged.
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
  const atLevel = new Map<Level | null, number>();
  for (const { triage } of waits) {
    const level = triage?.value.level ?? null;
    atLevel.set(level, (atLevel.get(level) ?? 0) + 1);
  }
  const first = waits.reduce<BoardRow | null>((earliest, row) => (earliest === null || row.arrivedAtMs < earliest.arrivedAtMs ? row : earliest), null);
  return {
    waiting: waits.length,
    overdue: board.overdue.length,
    inCare: board.inCare.length,
    untriaged: atLevel.get(null) ?? 0,
    byLevel: Object.fromEntries(levels.map((level) => [level, atLevel.get(level) ?? 0])) as Counts["byLevel"],
    longestWaitMin: first === null ? null : waitOf(first, nowMs).waitedMin,
  };
};
