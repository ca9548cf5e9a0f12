import fc from "fast-check";
import { expect, it } from "vitest";
import { epochMs } from "#core/time.ts";
import { boardOf, waitOf } from "#projections/board.ts";
import { countsOf } from "#projections/counts.ts";
import { absorb, emptyState } from "#projections/ward-state.ts";
import { arrived, at, calledIn, left, seen, triaged, type Step } from "../core/visit/given.ts";
import { evening } from "./ward-of-devices.ts";
import { wardOf } from "./given-ward.ts";

it("[CNT1] counts who waits, who is overdue among them, and who is in care", () => {
  const state = wardOf({
    red: [arrived({ at: "18:50" }), triaged("red")], green: [arrived({ at: "18:00" }), triaged("green"), calledIn()], other: [arrived({ at: "18:30" }), triaged("green")],
    new: [arrived({ at: "18:55" })], care: [arrived({ at: "17:00" }), triaged("red"), seen()], gone: [arrived(), left()],
  });
  expect(countsOf(boardOf(state, at("19:00")), at("19:00"))).toEqual({
    waiting: 4, overdue: 1, looksDue: 0, inCare: 1, longestWaitMin: 60,
  });
});

it("[CNT3] a new look that is due is counted from its minute on, until somebody looked again or the wait itself is over its limit", () => {
  const looksDue = (time: string, ...more: ReadonlyArray<Step>) => countsOf(boardOf(wardOf({ one: [arrived({ at: "18:00" }), triaged("yellow", { at: "18:05" }), ...more] }), at(time)), at(time)).looksDue;
  expect([looksDue("18:34"), looksDue("18:35"), looksDue("18:59"), looksDue("19:00")]).toEqual([0, 1, 1, 0]);
  expect(looksDue("18:40", triaged("yellow", { at: "18:36" }))).toBe(0);
});

it("[CNT1] every row is counted once, on any evening", () => {
  fc.assert(
    fc.property(evening, fc.integer({ min: -120, max: 400 }), ({ records }, minutes) => {
      const nowMs = epochMs(at("18:00") + minutes * 60_000);
      const board = boardOf(absorb(emptyState, records), nowMs);
      const counts = countsOf(board, nowMs);
      expect(counts.waiting).toBe(board.overdue.length + board.waiting.length);
      expect([counts.overdue, counts.inCare]).toEqual([board.overdue.length, board.inCare.length]);
    }),
  );
});

it("[CNT2] the longest wait is that of somebody who still waits, and there is none where nobody does", () => {
  expect(countsOf(boardOf(wardOf({ care: [arrived({ at: "17:00" }), seen()] }), at("19:00")), at("19:00")).longestWaitMin).toBeNull();
  fc.assert(
    fc.property(evening, fc.integer({ min: -120, max: 400 }), ({ records }, minutes) => {
      const nowMs = epochMs(at("18:00") + minutes * 60_000);
      const board = boardOf(absorb(emptyState, records), nowMs);
      const waits = [...board.overdue, ...board.waiting].map((row) => waitOf(row, nowMs).waitedMin);
      expect(countsOf(board, nowMs).longestWaitMin).toBe(waits.length === 0 ? null : Math.max(...waits));
    }),
  );
});
