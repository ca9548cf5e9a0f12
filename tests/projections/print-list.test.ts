import { expect, it } from "vitest";
import type { VisitId } from "#core/visit/events.ts";
import type { TemporaryNumber } from "#core/visit/temporary-number.ts";
import type { VisitRecord } from "#core/visit/strikes.ts";
import { printList } from "#projections/print-list.ts";
import { absorb, emptyState } from "#projections/ward-state.ts";
import { arrived, left, recordId, recordsOf, struck, theNumber, type Step } from "../core/visit/given.ts";

const ofVisit = (name: string, ...steps: ReadonlyArray<Step>): ReadonlyArray<VisitRecord> =>
  recordsOf(...steps).map((record) => ({ ...record, id: recordId(`${name}-${record.id}`), event: { ...record.event, visit: name as VisitId } }));
const struckOf = (name: string): ReadonlyArray<VisitRecord> => {
  const [arrival, strike] = ofVisit(name, arrived(), struck(`${name}-A1`));
  return arrival === undefined || strike === undefined ? [] : [arrival, strike];
};

it("[PRL1] all who were taken in stand in order of arrival, and those who have left can be left out", () => {
  const records = [...ofVisit("late", arrived({ at: "19:00" })), ...ofVisit("gone", arrived({ at: "18:30" }), left()), ...ofVisit("early", arrived({ at: "18:00" })), ...struckOf("struck")];
  const state = absorb(emptyState, records);
  expect(printList(state, "all").map(({ visit }) => visit.id)).toEqual(["early", "gone", "late"]);
  expect(printList(state, "here").map(({ visit }) => visit.id)).toEqual(["early", "late"]);
});

const numbered = (name: string, number: string, at: string): ReadonlyArray<VisitRecord> =>
  ofVisit(name, arrived({ at })).map((record) => (record.event.type === "v1.Arrived" ? { ...record, event: { ...record.event, number: number as TemporaryNumber } } : record));

it("[PRL2] of a list of numbers those are printed and no others, a struck one too, in order of arrival", () => {
  const [first, second] = struckOf("struck");
  const records = [...numbered("late", "TRA-001-K", "19:00"), ...numbered("early", "TRA-002-L", "18:00"), ...numbered("other", "TRA-003-M", "17:00")];
  const state = absorb(emptyState, first === undefined || second === undefined ? records : [...records, first, second]);
  const chosen = ["TRA-001-K", "TRA-002-L", theNumber, "TRA-009-X"].map((number) => number as TemporaryNumber);
  const printed = printList(state, chosen).map(({ visit }) => visit.id);
  expect(printed.toSorted()).toEqual(["early", "late", "struck"]);
  expect(printed.indexOf("early" as VisitId)).toBeLessThan(printed.indexOf("late" as VisitId));
});
