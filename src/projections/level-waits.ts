/**
 * What the board's rail tells of each level: how many wait, how many of them too long, and the longest wait.
 *
 * - LVW1 Everybody who waits is told of once, under their level or as untriaged; those in care are not.
 */
import { levels, type Level } from "#core/clinical/scales.ts";
import type { EpochMs } from "#core/time.ts";
import { waitOf, type Board, type BoardRow } from "./board.ts";

export interface LevelWaits {
  /** null: untriaged. */
  readonly level: Level | null;
  readonly waiting: number;
  readonly overdue: number;
  readonly longestMin: number | null;
}

interface Tally {
  waiting: number;
  overdue: number;
  /** Who came first has waited longest. */
  first: BoardRow | null;
}

export const levelWaitsOf = (board: Board, nowMs: EpochMs): ReadonlyArray<LevelWaits> => {
  const tallies = new Map<Level | null, Tally>();
  for (const level of [null, ...levels]) tallies.set(level, { waiting: 0, overdue: 0, first: null });
  const count = (row: BoardRow, isOverdue: boolean): void => {
    const tally = tallies.get(row.triage?.value.level ?? null);
    if (tally === undefined) return;
    tally.waiting += 1;
    if (isOverdue) tally.overdue += 1;
    if (tally.first === null || row.arrivedAtMs < tally.first.arrivedAtMs) tally.first = row;
  };
  for (const row of board.overdue) count(row, true);
  for (const row of board.waiting) count(row, false);
  return [...tallies].map(([level, { waiting, overdue, first }]) => ({
    level, waiting, overdue, longestMin: first === null ? null : waitOf(first, nowMs).waitedMin,
  }));
};
