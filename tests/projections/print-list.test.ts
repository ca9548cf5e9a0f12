import { expect, it } from "vitest";
import type { VisitId } from "#core/visit/events.ts";
import type { VisitRecord } from "#core/visit/strikes.ts";
import { printList } from "#projections/print-list.ts";
import { absorb, emptyState } from "#projections/ward-state.ts";
import { arrived, left, recordId, recordsOf, struck, type Step } from "../core/visit/given.ts";

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
