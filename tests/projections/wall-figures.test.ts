/** What a wall and the board's rail tell about the ward as a whole. */
import { expect, it } from "vitest";
import { boardOf } from "#projections/board.ts";
import { isStale, lastWroteMs } from "#projections/freshness.ts";
import { levelWaitsOf } from "#projections/level-waits.ts";
import { emptyState } from "#projections/ward-state.ts";
import { arrived, at, left, placed, seen, triaged } from "#tests/core/visit/given.ts";
import { stateOf } from "./ward-kit.ts";

const state = stateOf({
  ann: [arrived({ at: "18:00" }), triaged("yellow", { at: "18:01" })],
  bob: [arrived({ at: "17:30" }), triaged("yellow", { at: "17:31" })],
  cat: [arrived({ at: "18:20" })],
  dan: [arrived({ at: "16:00" }), triaged("green", { at: "16:02" }), seen({ at: "16:30" })],
  eve: [arrived({ at: "16:00" }), left("home", { at: "16:40" })],
});

it("[FRS1] the age is that of the last record written, whenever it happened", () => {
  expect(lastWroteMs(state)).toBe(at("18:20"));
  expect(lastWroteMs(stateOf({ ann: [arrived({ at: "18:00" }), placed("Room 1", { at: "18:05", wrote: "18:50" })] }))).toBe(at("18:50"));
  expect(lastWroteMs(emptyState)).toBeNull();
});

it("[FRS2] is stale after a quarter of an hour with somebody waiting, and never in an empty ward", () => {
  expect(isStale(at("18:20"), 3, at("18:34"))).toBe(false);
  expect(isStale(at("18:20"), 3, at("18:35"))).toBe(true);
  expect(isStale(at("18:20"), 0, at("20:00"))).toBe(false);
  expect(isStale(null, 0, at("20:00"))).toBe(false);
});

it("[LVW1] tells of each level how many wait, how many too long and the longest wait", () => {
  const waits = levelWaitsOf(boardOf(state, at("18:40")), at("18:40"), "mts");
  expect(waits.find(({ triaged }) => triaged?.level === 3)).toMatchObject({ waiting: 2, overdue: 1, longestMin: 70 });
  expect(waits.find(({ triaged }) => triaged === null)).toMatchObject({ waiting: 1, overdue: 1, longestMin: 20 });
  expect(waits.find(({ triaged }) => triaged?.level === 4)).toMatchObject({ waiting: 0, overdue: 0, longestMin: null });
  expect(waits).toHaveLength(6);
});

it("[LVW2] once the ward has changed its scale, a level set before stands apart under its own scale, and none is lost", () => {
  const told = levelWaitsOf(boardOf(state, at("18:40")), at("18:40"), "no3").map(({ triaged, waiting }) => [triaged?.scale, triaged?.level, waiting]);
  expect(told).toEqual([[undefined, undefined, 1], ["no3", 1, 0], ["no3", 2, 0], ["no3", 3, 0], ["mts", 3, 2]]);
});
