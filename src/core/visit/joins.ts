/**
 * Visits that are one: a patient whom two nurses took in, or who was unknown in the one and named in the other.
 *
 * - JON1 Two visits are one while a join of them stands; nothing of either is lost, and when no join stands they are as before.
 * - JON2 Whose number goes on is told by the set of records alone: who gives way to none; of several, or in a ring, who was
 *   taken in first.
 * - JON3 No claim on the one falls to a claim on the other whose writer did not know that they are one.
 */
import { inLogOrder, knows, type Within } from "../log/order.ts";
import type { Joined, VisitId } from "./events.ts";
import { struckRecords, type VisitRecord } from "./strikes.ts";

export type JoinRecord = VisitRecord & { readonly event: Joined };

export const isJoin = (record: VisitRecord): record is JoinRecord => record.event.type === "v1.Joined";

export const standingJoins = (records: ReadonlyArray<VisitRecord>): ReadonlyArray<JoinRecord> => {
  const joins = records.filter(isJoin);
  if (joins.length === 0) return joins;
  const struck = struckRecords(records);
  return joins.filter(({ id }) => !struck.has(id));
};

/** Everybody who is one with this visit by these joins, itself first. */
export const onesWith = (visit: VisitId, joins: ReadonlyArray<JoinRecord>): ReadonlyArray<VisitId> => {
  const ones = [visit];
  // It grows while it is gone through.
  for (const one of ones) {
    for (const { event } of joins) {
      const other = event.visit === one ? event.into : event.into === one ? event.visit : one;
      if (!ones.includes(other)) ones.push(other);
    }
  }
  return ones;
};

/** Whose number goes on. */
export const whoGoesOn = (ones: ReadonlyArray<VisitId>, joins: ReadonlyArray<JoinRecord>, records: ReadonlyArray<VisitRecord>): VisitId | null => {
  const unyielding = ones.filter((one) => !joins.some(({ event }) => event.visit === one && event.into !== one));
  const candidates = unyielding.length === 0 ? ones : unyielding;
  const arrivals = records.filter(({ event }) => event.type === "v1.Arrived" && candidates.includes(event.visit)).toSorted(inLogOrder);
  return arrivals[0]?.event.visit ?? candidates.toSorted()[0] ?? null;
};

/** The same records, each with which of the visits its writer knew to be one with its own. */
export const knowingTheirOwn = (records: ReadonlyArray<VisitRecord>): ReadonlyArray<VisitRecord & { readonly within: Within }> => {
  const joins = standingJoins(records);
  return records.map((record) => {
    const known = joins.filter((join) => join.id === record.id || knows(record, join));
    return { ...record, within: { of: record.event.visit, knew: onesWith(record.event.visit, known) } };
  });
};

/** Somebody else than who writes, as far as both are known by name. */
export const isSecondPerson = (confirmedBy: string, writer: string): boolean =>
  confirmedBy.trim() !== "" && confirmedBy.trim().toLowerCase() !== writer.trim().toLowerCase();
