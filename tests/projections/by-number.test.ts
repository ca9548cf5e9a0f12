import { expect, it } from "vitest";
import type { TemporaryNumber } from "#core/visit/temporary-number.ts";
import { fileByNumber } from "#projections/by-number.ts";
import { absorb, emptyState } from "#projections/ward-state.ts";
import { arrived, left, recordsOf, struck, theNumber, theVisit } from "../core/visit/given.ts";

it.each([
  ["who is here", [arrived()]],
  ["who has left", [arrived(), left()]],
  ["who was struck", [arrived(), struck("A1")]],
])("[NUM1] %s is found by their number", (_, steps) => {
  const state = absorb(emptyState, recordsOf(...steps));
  expect(fileByNumber(state, theNumber)?.visit.id).toBe(theVisit);
  expect(fileByNumber(state, "TRA-018-L" as TemporaryNumber)).toBeNull();
});
