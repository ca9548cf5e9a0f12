/**
 * Which records of a visit no longer count, and by whose strike.
 *
 * - STK1 A strike that was struck itself does not count, so that an undo can be undone; clocks have no say in it.
 * - STK2 The strike of an arrival, or of the call that a visit began with, waits while somebody, unaware of it, has worked on with the patient: nobody who is being
 *   cared for vanishes from the board. It counts once those facts are struck, or somebody who knows of them strikes again.
 * - STK3 Of visits that are one, each record is struck by its own visit's strikes alone, and held up by its own visit's work.
 */
import { inLogOrder, knows } from "../log/order.ts";
import type { LogRecord, RecordId } from "../log/record.ts";
import type { VisitEvent } from "./events.ts";

export type VisitRecord = LogRecord & { readonly event: VisitEvent };

/** Every record that no longer counts, with the first strike that says so. */
export const struckRecords = (records: ReadonlyArray<VisitRecord>): ReadonlyMap<RecordId, VisitRecord> => {
  const strikes = strikesByTarget(records);
  const struck = new Map<RecordId, VisitRecord>();
  if (strikes.size === 0) return struck;
  const stands = (id: RecordId, above: ReadonlyArray<RecordId>): boolean => standingStrikes(id, above).length === 0;
  // A record cannot name one that names it, as names are hashes; a forged log is read to its end all the same.
  const standingStrikes = (id: RecordId, above: ReadonlyArray<RecordId>): ReadonlyArray<VisitRecord> =>
    (strikes.get(id) ?? []).filter((strike) => !above.includes(strike.id) && stands(strike.id, [...above, id]));
  const standing = records.filter(({ id, event }) => event.type !== "v1.Struck" && stands(id, []));
  for (const { id, event } of records) {
    const work = event.type === "v1.Arrived" ? standing.filter(isSinceArrival) : event.type === "v1.CallTaken" ? standing.filter(isSinceCall) : [];
    const [first] = standingStrikes(id, []).filter((strike) => !work.some((fact) => fact.event.visit === event.visit && areUnaware(strike, fact)));
    if (first !== undefined) struck.set(id, first);
  }
  return struck;
};

/** In log order. */
export const strikesByTarget = (records: ReadonlyArray<VisitRecord>): ReadonlyMap<RecordId, ReadonlyArray<VisitRecord>> => {
  const strikes = new Map<RecordId, VisitRecord[]>();
  const visits = new Map(records.map(({ id, event }) => [id, event.visit]));
  for (const record of records.filter(({ event }) => event.type === "v1.Struck").toSorted(inLogOrder)) {
    if (record.event.type !== "v1.Struck") continue;
    const { target, visit } = record.event;
    if ((visits.get(target) ?? visit) !== visit) continue;
    strikes.set(target, [...(strikes.get(target) ?? []), record]);
  }
  return strikes;
};

const isSinceCall = ({ event }: VisitRecord): boolean => event.type !== "v1.CallTaken";
const isSinceArrival = (record: VisitRecord): boolean => record.event.type !== "v1.Arrived" && isSinceCall(record);

const areUnaware = (a: VisitRecord, b: VisitRecord): boolean => !knows(a, b) && !knows(b, a);
