/**
 * What the board's rail tells of each level: how many wait, how many of them too long, and the longest wait.
 *
 * - LVW1 Everybody who waits is told of once, under their level or as untriaged; those in care are not.
 * - LVW2 A level is the one that was set: who was triaged on another scale than the ward's, or another version of it, is
 *   never told of under the ward's level of the same number, but after them, under their own.
 */
import { scales, urgencyOf, type ScaleId } from "#core/clinical/scales.ts";
import type { EpochMs } from "#core/time.ts";
import type { TriageLevel } from "#core/visit/visit.ts";
import { waitOf, type Board, type BoardRow } from "./board.ts";

export interface LevelWaits {
  /** null: untriaged. */
  readonly triaged: TriageLevel | null;
  readonly waiting: number;
  readonly overdue: number;
  readonly longestMin: number | null;
}

interface Tally {
  readonly triaged: TriageLevel | null;
  waiting: number;
  overdue: number;
  /** Who came first has waited longest. */
  first: BoardRow | null;
}

/** Untriaged first, then every level of the ward's scale, then those of others that somebody waits with. */
export const levelWaitsOf = (board: Board, nowMs: EpochMs, ofWard: ScaleId): ReadonlyArray<LevelWaits> => {
  const { id: scale, version: scaleVersion, levels } = scales[ofWard];
  const own = [null, ...levels.map(({ level }): TriageLevel => ({ scale, scaleVersion, level }))];
  const waits = [...board.overdue, ...board.waiting];
  const found = new Map(waits.flatMap(({ triage }) => (triage === null ? [] : [[keyOf(triage.value), triage.value] as const])));
  const others = [...found].toSorted(([a, one], [b, other]) => urgencyOf(one) - urgencyOf(other) || (a < b ? -1 : 1)).map(([, triaged]) => triaged);
  const tallies = new Map<string, Tally>();
  for (const triaged of [...own, ...others]) {
    const key = keyOf(triaged);
    if (!tallies.has(key)) tallies.set(key, { triaged, waiting: 0, overdue: 0, first: null });
  }
  const count = (row: BoardRow, isOverdue: boolean): void => {
    const tally = tallies.get(keyOf(row.triage?.value ?? null));
    if (tally === undefined) return;
    tally.waiting += 1;
    if (isOverdue) tally.overdue += 1;
    if (tally.first === null || row.arrivedAtMs < tally.first.arrivedAtMs) tally.first = row;
  };
  for (const row of board.overdue) count(row, true);
  for (const row of board.waiting) count(row, false);
  return [...tallies.values()].map(({ triaged, waiting, overdue, first }) => ({
    triaged, waiting, overdue, longestMin: first === null ? null : waitOf(first, nowMs).waitedMin,
  }));
};

const keyOf = (triaged: TriageLevel | null): string => (triaged === null ? "" : `${triaged.scale} ${triaged.scaleVersion} ${triaged.level}`);
