import { expect, it } from "vitest";
import type { RecordRuns } from "#core/log/runs.ts";
import { carryListOf, filtered, type CarryRow } from "#projections/carry-list.ts";
import { countHeld, heldInListing, heldInTelling } from "#projections/file-held.ts";
import { arrived, left, struck, triaged } from "#tests/core/visit/given.ts";
import { stateOf, visitId } from "./ward-kit.ts";

// The kit names records by their visit; the strike must name them the same way.
const state = stateOf({
  later: [arrived({ at: "18:10", on: "B" })],
  gone: [arrived({ at: "17:00", on: "C" }), triaged("green", { on: "C" }), triaged("red", { on: "C" }), struck("gone C2", { on: "C" }), left("home", { at: "18:30", on: "C" })],
  mistaken: [arrived({ at: "17:30", on: "D" }), struck("mistaken D1", { on: "D" })],
});
const named = (rows: ReadonlyArray<CarryRow>): ReadonlyArray<string> => rows.map(({ file, is }) => `${file.visit.id} ${is}`);
const files = [...state.visits.values()];

it("[CRL1] lists every visit in order of arrival, the struck too", () => {
  const rows = carryListOf(state);
  expect(named(rows)).toEqual(["gone left", "mistaken struck", "later here"]);
  expect(named(filtered(rows, "here"))).toEqual(["later here"]);
  expect(named(filtered(rows, "left"))).toEqual(["gone left"]);
  expect(filtered(rows, "all")).toBe(rows);
});

it("[CRL2] counts of each visit what no file held", () => {
  const [gone] = carryListOf({ ...state, ward: { ...state.ward, carried: { C: [[1, 3]] } } });
  expect(gone?.uncarried).toBe(2);
  expect(carryListOf(state).map(({ uncarried }) => uncarried)).toEqual([5, 2, 1]);
});

it("[FLH1] a telling holds what counts, and not what was struck", () => {
  const held: RecordRuns = heldInTelling(files, [visitId("mistaken")]);
  expect(held).toEqual([["B", [[1, 1]]], ["C", [[1, 1], [3, 5]]]]);
  expect(countHeld(held)).toBe(5);
});

it("[FLH2] a listing holds every record", () => {
  expect(heldInListing(files)).toEqual([["B", [[1, 1]]], ["C", [[1, 5]]], ["D", [[1, 2]]]]);
});

it("[FLH3] nothing is held of a visit that was left out", () => {
  expect(heldInTelling(files, files.map(({ visit }) => visit.id))).toEqual([]);
});
