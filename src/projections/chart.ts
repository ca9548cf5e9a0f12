/**
 * The chart: one visit as a timeline, newest first.
 *
 * - CHT1 Every record of the visit is in it, the struck ones too, each with who struck it, when and why.
 * - CHT2 Lines stand in order of when it happened; what was written later about the same minute comes above.
 */
import { inLogOrder } from "#core/log/order.ts";
import type { RecordId } from "#core/log/record.ts";
import type { Actor } from "#core/staff/actor.ts";
import type { EpochMs } from "#core/time.ts";
import type { VisitFact } from "#core/visit/events.ts";
import { struckRecords, type VisitRecord } from "#core/visit/visit.ts";

export interface Strike {
  readonly by: Actor;
  readonly atMs: EpochMs;
  readonly as: "undo" | "correction";
  readonly why: string;
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
  /** This line was written instead of a struck one. */
  readonly corrects: RecordId | null;
}

export const chartOf = (records: ReadonlyArray<VisitRecord>): ReadonlyArray<ChartLine> => {
  const struck = struckRecords(records);
  return records
    .toSorted((a, b) => b.atMs - a.atMs || inLogOrder(b, a))
    .flatMap((record) => (record.event.type === "v1.Struck" ? [] : [lineOf(record, record.event, struck.get(record.id))]));
};

const lineOf = (record: VisitRecord, event: VisitFact, strike: VisitRecord | undefined): ChartLine => ({
  id: record.id,
  event,
  actor: record.actor,
  atMs: record.atMs,
  wroteMs: record.wroteMs,
  struck: strike?.event.type === "v1.Struck" ? { by: strike.actor, atMs: strike.atMs, as: strike.event.as, why: strike.event.why, id: strike.id } : null,
  corrects: event.corrects ?? null,
});
