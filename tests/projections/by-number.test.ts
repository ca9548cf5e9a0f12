import { expect, it } from "vitest";
import type { VisitId } from "#core/visit/events.ts";
import type { TemporaryNumber } from "#core/visit/temporary-number.ts";
import { filesByNumber } from "#projections/by-number.ts";
import { absorb, emptyState } from "#projections/ward-state.ts";
import { arrived, left, recordsOf, struck, theNumber, theVisit } from "../core/visit/given.ts";

it.each([
  ["who is here", [arrived()]],
  ["who has left", [arrived(), left()]],
  ["who was struck", [arrived(), struck("A1")]],
])("[NUM1] %s is found by their number", (_, steps) => {
  const state = absorb(emptyState, recordsOf(...steps));
  expect(filesByNumber(state, theNumber).map(({ visit }) => visit.id)).toEqual([theVisit]);
  expect(filesByNumber(state, "TRA-018-L" as TemporaryNumber)).toEqual([]);
});

it("[NUM2] a number that two devices gave is answered with both, the earliest arrival first, whichever came here first", () => {
  const first = recordsOf(arrived({ at: "18:00" }));
  const other = "visit-0" as VisitId;
  const second = recordsOf(arrived({ at: "18:05", on: "B" })).map((record) => ({ ...record, event: { ...record.event, visit: other } }));
  for (const records of [[...first, ...second], [...second, ...first]]) {
    const state = absorb(emptyState, records);
    expect(filesByNumber(state, theNumber).map(({ visit }) => visit.id)).toEqual([theVisit, other]);
  }
});
