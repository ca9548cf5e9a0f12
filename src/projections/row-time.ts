/**
 * What the minutes change on a row of the board: how long they have waited, and what is next for them and when.
 *
 * - RWT1 A row whose minutes say the same gets the same object again, so that only rows whose text changed are drawn anew.
 * - RWT2 Next for who is called in is being seen, with a level or without; for who else is untriaged, a level; for who waits, the
 *   earlier of a new look and being seen.
 * - RWT3 When the wait is over its limit nothing else is next but what ends it. Nothing is due for who is in care.
 * - RWT4 Who came in the future by our clock has waited 0 minutes, and the row says that a clock is in doubt.
 */
import { addMinutes, minutesBetween, type EpochMs } from "#core/time.ts";
import { isAhead, waitOf, type BoardRow } from "./board.ts";
import { awaitedCount } from "./orders.ts";

export type NextThing = "setLevel" | "callIn" | "lookAgain" | "beginCare";

export interface RowTime {
  readonly waitedMin: number;
  /** The longest wait for this level, from arrival; null once care has begun. */
  readonly limitMin: number | null;
  /** Minutes left before the limit; negative when over; null once care has begun. */
  readonly leftMin: number | null;
  readonly next: NextThing | null;
  readonly nextDueAtMs: EpochMs | null;
  readonly isNextDue: boolean;
  readonly isInDoubt: boolean;
  /** How many results are awaited, and the longest in minutes; 0 and 0 when none is. */
  readonly awaits: number;
  readonly awaitsMin: number;
}

const lastTimes = new WeakMap<BoardRow, RowTime>();

export const rowTimeOf = (row: BoardRow, nowMs: EpochMs): RowTime => {
  const time = makeTime(row, nowMs);
  const last = lastTimes.get(row);
  if (last !== undefined && isSameTime(last, time)) return last;
  lastTimes.set(row, time);
  return time;
};

const makeTime = (row: BoardRow, nowMs: EpochMs): RowTime => {
  const { next, dueAtMs } = nextOf(row, nowMs);
  const { waitedMin } = waitOf(row, nowMs);
  const awaited = awaitedCount(row.visit, nowMs);
  const limitMin = row.phase.is === "inCare" ? null : minutesBetween(row.arrivedAtMs, row.dueAtMs);
  return {
    waitedMin,
    limitMin,
    // From what is shown, so that waited and left add up to the limit and both move in the same second.
    leftMin: limitMin === null ? null : limitMin - waitedMin,
    next,
    nextDueAtMs: dueAtMs,
    isNextDue: dueAtMs !== null && nowMs >= dueAtMs,
    isInDoubt: isAhead(row, nowMs),
    awaits: awaited?.count ?? 0,
    awaitsMin: awaited?.longestMin ?? 0,
  };
};

const nextOf = (row: BoardRow, nowMs: EpochMs): { readonly next: NextThing | null; readonly dueAtMs: EpochMs | null } => {
  if (row.phase.is === "inCare") return { next: null, dueAtMs: null };
  if (row.phase.is === "calledIn") return { next: "beginCare", dueAtMs: row.dueAtMs };
  if (row.triage === null) return { next: "setLevel", dueAtMs: row.dueAtMs };
  const reassessMin = row.meaning?.reassessMin ?? 0;
  const lookAtMs = addMinutes(row.triage.atMs, reassessMin);
  const isLookNext = reassessMin > 0 && lookAtMs < row.dueAtMs && nowMs < row.dueAtMs;
  return isLookNext ? { next: "lookAgain", dueAtMs: lookAtMs } : { next: "callIn", dueAtMs: row.dueAtMs };
};

/** Without a word of the rest: for counting a long board. */
export const isLookDue = (row: BoardRow, nowMs: EpochMs): boolean => {
  const { next, dueAtMs } = nextOf(row, nowMs);
  return next === "lookAgain" && dueAtMs !== null && nowMs >= dueAtMs;
};

const isSameTime = (a: RowTime, b: RowTime): boolean =>
  a.waitedMin === b.waitedMin &&
  a.limitMin === b.limitMin &&
  a.next === b.next &&
  a.nextDueAtMs === b.nextDueAtMs &&
  a.isNextDue === b.isNextDue &&
  a.isInDoubt === b.isInDoubt &&
  a.awaits === b.awaits &&
  a.awaitsMin === b.awaitsMin;
