/**
 * The chart: one visit as a timeline, newest first.
 *
 * - CHT1 Every record of the visit is in it: each fact a line, the struck ones too, with every strike of it, by whom, when and why;
 *   a strike that does not count stands there as one that was taken back or that waits.
 * - CHT2 Lines stand in order of when it happened; what was written later about the same minute comes above.
 */
import { inLogOrder } from "#core/log/order.ts";
import type { RecordId } from "#core/log/record.ts";
import type { Actor } from "#core/staff/actor.ts";
import type { EpochMs } from "#core/time.ts";
import type { VisitFact } from "#core/visit/events.ts";
import { strikesByTarget, struckRecords, type VisitRecord } from "#core/visit/strikes.ts";

export interface Strike {
  readonly by: Actor;
  /** When it was written; what it strikes may have been told for another time. */
  readonly atMs: EpochMs;
  readonly as: "undo" | "correction";
  readonly why: string;
  /** The second person, where visits were parted. */
  readonly confirmedBy: string | null;
  /** The strike itself: striking it brings the line back. */
  readonly id: RecordId;
}

export interface ChartLine {
  readonly id: RecordId;
  readonly event: VisitFact;
  readonly actor: Actor;
  readonly atMs: EpochMs;
  readonly wroteMs: EpochMs;
  readonly struck: Strike | null;
  /** Strikes of this line that do not count, in log order. */
  readonly idleStrikes: ReadonlyArray<Strike>;
  /** This line was written instead of a struck one. */
  readonly corrects: RecordId | null;
}

export const chartOf = (records: ReadonlyArray<VisitRecord>): ReadonlyArray<ChartLine> => {
  const struck = struckRecords(records);
  const strikes = strikesByTarget(records);
  return records
    .toSorted((a, b) => b.atMs - a.atMs || inLogOrder(b, a))
    .flatMap((record) => (record.event.type === "v1.Struck" ? [] : [lineOf(record, record.event, struck, strikes.get(record.id) ?? [])]));
};

const lineOf = (
  record: VisitRecord,
  event: VisitFact,
  struck: ReadonlyMap<RecordId, VisitRecord>,
  strikes: ReadonlyArray<VisitRecord>,
): ChartLine => {
  const counting = struck.get(record.id);
  const idle = strikes.filter((strike) => counting === undefined || struck.has(strike.id));
  const { id, actor, atMs, wroteMs } = record;
  return {
    id, event, actor, atMs, wroteMs,
    struck: counting === undefined ? null : strikeOf(counting),
    idleStrikes: idle.flatMap((strike) => strikeOf(strike) ?? []),
    corrects: event.corrects ?? null,
  };
};

const strikeOf = ({ id, actor, wroteMs, event }: VisitRecord): Strike | null =>
  event.type === "v1.Struck" ? { by: actor, atMs: wroteMs, as: event.as, why: event.why, confirmedBy: event.confirmedBy ?? null, id } : null;
