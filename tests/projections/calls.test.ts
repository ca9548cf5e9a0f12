import { expect, it } from "vitest";
import { known } from "#core/answer.ts";
import { boardOf } from "#projections/board.ts";
import { callFiguresOf, callsOf, overdueMin, type CallRow } from "#projections/calls.ts";
import { findVisits } from "#projections/find.ts";
import { printList } from "#projections/print-list.ts";
import { arrived, at, calledBack, ended, rang, struck, triaged } from "#tests/core/visit/given.ts";
import { stateOf } from "./ward-kit.ts";

const back = (clock: string) => ({ action: "nurseAdvice", callBackAtMs: at(clock) }) as const;
const state = stateOf({
  ada: [rang({ at: "17:30" }, { rangFor: { sec: 60 }, callbackNumber: known("900 12 345"), callerName: known("Mor") }), ended(back("19:00"))],
  bo: [rang({ at: "17:35", on: "B" }, { rangFor: { is: "over2Min" } }), ended(back("18:00"), { on: "B" }), calledBack(false, { on: "B", at: "18:02" })],
  cy: [rang({ at: "17:40", on: "C" })],
  di: [rang({ at: "17:45", on: "D" }), ended({ action: "comeIn" }, { on: "D" })],
  ed: [rang({ at: "17:50", on: "E" }), triaged("red", { on: "E" }), ended({ action: "comeIn" }, { on: "E" })],
  fi: [rang({ at: "17:55", on: "F" }, { rangFor: { sec: 120 } }), ended({ action: "comeIn" }, { on: "F" }), arrived({ at: "18:20", on: "F" })],
  ga: [rang({ at: "17:56", on: "G" }), ended({ action: "toGp" }, { on: "G" })],
  ho: [rang({ at: "17:57", on: "H" }), struck("ho H1", { on: "H" })],
  io: [arrived({ at: "18:00", on: "J" })],
});
const ids = (rows: ReadonlyArray<CallRow>): ReadonlyArray<string> => rows.map(({ file }) => file.visit.id);

it("[CLS1] who is owed a call comes first, the most overdue at the top, an attempt takes none away", () => {
  const { callBacks } = callsOf(state);
  expect(ids(callBacks)).toEqual(["bo", "ada"]);
  expect(callBacks.map((row) => overdueMin(row, at("18:30")))).toEqual([30, null]);
});

it("[CLS2] every contact stands in one list and only one; a struck one and one that did not ring in none", () => {
  const { callBacks, open, coming, over } = callsOf(state);
  expect([callBacks, open, coming, over].flatMap(ids).toSorted()).toEqual(["ada", "bo", "cy", "di", "ed", "fi", "ga"]);
  expect([ids(open), over.map(({ hasCome }) => hasCome)]).toEqual([["cy"], [false, true]]);
});

it("[CLS3] of those on the way the most urgent first; of those that are over the newest first", () => {
  const { coming, over } = callsOf(state);
  expect([ids(coming), ids(over)]).toEqual([["ed", "di"], ["ga", "fi"]]);
});

it("[CLS4][CLS5] the share is of the calls whose wait is known, and an hour is an hour", () => {
  expect(callFiguresOf(state, at("18:32"))).toEqual({ lastHour: 6, all: 7, inTime: 2, told: 3, overdue: 1 });
  expect(callFiguresOf(stateOf({}), at("18:32"))).toEqual({ lastHour: 0, all: 0, inTime: 0, told: 0, overdue: 0 });
});

it("[VIS9][PRL1] no board and no list of those who are here has anybody who only rang; the list of all has", () => {
  const board = boardOf(state, at("18:30"));
  expect([board.overdue, board.waiting, board.inCare].flat().map(({ id }) => id).toSorted()).toEqual(["fi", "io"]);
  expect(printList(state, "here").map(({ visit }) => visit.id)).toEqual(["fi", "io"]);
  expect(printList(state, "all").map(({ visit }) => visit.id)).toEqual(["ada", "bo", "cy", "di", "ed", "fi", "ga", "io"]);
});

it("[FND1] a caller is found by the number and the name they rang with", () => {
  expect(findVisits(state, "90012345").map(({ visit }) => visit.id)).toEqual(["ada"]);
  expect(findVisits(state, "mor").map(({ visit }) => visit.id)).toEqual(["ada"]);
});

it("[WST4] a call's number is given once, also when the call was struck", () => {
  expect(stateOf({ ho: [rang({ on: "H" }), struck("ho H1", { on: "H" })] }).serials).toEqual({ TRA: 17 });
});
