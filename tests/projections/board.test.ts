import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { known } from "#core/answer.ts";
import type { Level, ScaleId } from "#core/clinical/scales.ts";
import { epochMs, type EpochMs } from "#core/time.ts";
import type { VisitEvent, VisitId } from "#core/visit/events.ts";
import { boardOf, isAhead, waitOf, type Board, type BoardRow } from "#projections/board.ts";
import { absorb, emptyState } from "#projections/ward-state.ts";
import { alone, arrived, at, atLevel, calledIn, given, inColour, left, leveled, placed, recordsOf, seen, struck, taken, told, triaged, type Step } from "../core/visit/given.ts";
import { evening, anyRoad, dice, stateOf } from "./ward-of-devices.ts";
import { wardOf } from "./given-ward.ts";

const ids = (rows: ReadonlyArray<BoardRow>): ReadonlyArray<string> => rows.map(({ id }) => id);
const boardAt = (when: string, visits: { readonly [id: string]: ReadonlyArray<Step> }): Board => boardOf(wardOf(visits), at(when));
const triagedAt = (arrival: string, level: Level, scale: ScaleId = "mts"): ReadonlyArray<Step> => [arrived({ at: arrival }), leveled(atLevel(level, scale))];
const onlyRow = (...steps: ReadonlyArray<Step>): BoardRow => {
  const board = boardAt("18:30", { one: steps });
  const [row] = [...board.overdue, ...board.waiting, ...board.inCare];
  if (row === undefined) throw new Error("nobody is on the board");
  return row;
};

describe("order", () => {
  it("[BRD1] who has waited over the limit stands in a block of their own, from the very minute", () => {
    const visits = { late: triagedAt("18:00", 4), soon: triagedAt("19:00", 3) };
    expect(ids(boardAt("20:00", visits).overdue)).toEqual(["soon", "late"]);
    expect(ids(boardAt("19:59", visits).overdue)).toEqual([]);
    expect(ids(boardAt("19:59", visits).waiting)).toEqual(["soon", "late"]);
  });

  it("[BRD1] says by how many minutes, and how many are left", () => {
    const row = onlyRow(...triagedAt("18:00", 3));
    expect(waitOf(row, at("19:07"))).toEqual({ waitedMin: 67, leftMin: -7 });
    expect(waitOf(row, at("19:00:30"))).toEqual({ waitedMin: 60, leftMin: 0 });
    expect(waitOf(row, at("18:50"))).toEqual({ waitedMin: 50, leftMin: 10 });
  });

  it("[BRD2] then by level, within a level by who reaches the limit first", () => {
    const visits = { green: triagedAt("18:00", 4), orange: triagedAt("18:20", 2), late: triagedAt("18:15", 3), early: triagedAt("18:10", 3) };
    expect(ids(boardAt("18:25", visits).waiting)).toEqual(["orange", "early", "late", "green"]);
  });

  it("[BRD2] of two scales on one evening the level that may wait less stands first", () => {
    const visits = { "no3 green": triagedAt("18:00", 3, "no3"), "mts yellow": triagedAt("18:10", 3), "no3 yellow": triagedAt("18:20", 2, "no3") };
    expect(ids(boardAt("18:25", visits).waiting)).toEqual(["no3 yellow", "mts yellow", "no3 green"]);
  });

  it("[BRD2] two alike in everything keep one order on every device", () => {
    const visits = { b: triagedAt("18:00", 4), a: triagedAt("18:00", 4) };
    expect(ids(boardAt("18:01", visits).waiting)).toEqual(["a", "b"]);
    expect(ids(boardAt("18:01", { a: visits.a, b: visits.b }).waiting)).toEqual(["a", "b"]);
  });

  it("[BRD3] who was not triaged stands after those who may not wait and before all others, and is overdue after a quarter", () => {
    const visits = { orange: triagedAt("18:09", 2), new: [arrived({ at: "18:00" })], red: triagedAt("18:10", 1) };
    expect(ids(boardAt("18:14", visits).overdue)).toEqual(["red"]);
    expect(ids(boardAt("18:14", visits).waiting)).toEqual(["new", "orange"]);
    expect(ids(boardAt("18:15", visits).overdue)).toEqual(["red", "new"]);
  });

  it("[BRD4] who is being seen comes last, who has left and who was struck is not there", () => {
    const visits = {
      care: [...triagedAt("18:00", 1), seen()], called: [...triagedAt("18:00", 4), calledIn()],
      gone: [arrived(), left("home", { at: "18:05" })], undone: [arrived(), struck("A1")],
    };
    const board = boardAt("18:10", visits);
    expect([ids(board.overdue), ids(board.waiting), ids(board.inCare)]).toEqual([[], ["called"], ["care"]]);
  });

  it("[BRD6] the order holds until the next wait goes over its limit", () => {
    const visits = { first: triagedAt("18:00", 3), second: triagedAt("18:00", 4), care: [...triagedAt("18:00", 2), seen()] };
    expect(boardAt("18:10", visits).validUntilMs).toBe(at("19:00"));
    expect(boardAt("19:00", visits).validUntilMs).toBe(at("20:00"));
    expect(boardAt("20:00", visits).validUntilMs).toBeNull();
  });

  it("[BRD6] on any evening nothing moves before that, and something does then", () => {
    fc.assert(
      fc.property(evening, fc.integer({ min: -120, max: 400 }), ({ records }, minutes) => {
        const state = absorb(emptyState, records);
        const nowMs = epochMs(at("18:00") + minutes * 60_000);
        const board = boardOf(state, nowMs);
        const untilMs = board.validUntilMs ?? epochMs(nowMs + 86_400_000);
        expect(untilMs).toBeGreaterThan(nowMs);
        expect(boardOf(state, epochMs(untilMs - 1))).toEqual(board);
        const ahead = (atMs: EpochMs): number => [...board.overdue, ...board.waiting].filter((row) => isAhead(row, atMs)).length;
        expect(boardOf(state, untilMs).overdue.length > board.overdue.length || ahead(untilMs) < ahead(nowMs)).toBe(board.validUntilMs !== null);
      }),
    );
  });
});

describe("a row", () => {
  it("[BRD2] holds what the level means, and nothing where the version is not known here", () => {
    expect(onlyRow(arrived(), triaged("yellow")).meaning?.name.en).toBe("Urgent");
    const strange = onlyRow(arrived(), leveled({ ...inColour("yellow"), scaleVersion: "2031-1" }));
    expect([strange.meaning, strange.triage?.value.level, strange.dueAtMs]).toEqual([null, 3, at("19:00")]);
    expect(onlyRow(arrived()).meaning).toBeNull();
  });

  it("[BRD2] says where the patient is and who has them", () => {
    const row = onlyRow(arrived(), placed("Rom 1"), taken("Dr. Lie"), placed("Rom 2"));
    expect([row.place, row.clinician, row.arrivedAtMs]).toEqual(["Rom 2", "Dr. Lie", at("18:00")]);
    expect([onlyRow(arrived()).place, onlyRow(arrived()).clinician]).toEqual([null, null]);
  });

  it("[BRD5] a wait stops when care begins", () => {
    const row = onlyRow(arrived({ at: "18:00" }), seen({ at: "18:20" }));
    expect(waitOf(row, at("19:00"))).toEqual({ waitedMin: 20, leftMin: null });
  });

  it("[BRD5] a wait is never negative and never minus nothing, on any evening and at any time", () => {
    fc.assert(
      fc.property(evening, fc.integer({ min: -(10 ** 13), max: 10 ** 13 }), ({ records }, shiftMs) => {
        const nowMs = epochMs(at("18:00") + shiftMs);
        const board = boardOf(absorb(emptyState, records), nowMs);
        for (const row of [...board.overdue, ...board.waiting, ...board.inCare]) {
          const { waitedMin, leftMin } = waitOf(row, nowMs);
          expect(waitedMin).toBeGreaterThanOrEqual(0);
          expect(Object.is(leftMin, -0)).toBe(false);
        }
        for (const row of board.overdue) expect(waitOf(row, nowMs).leftMin).toBeLessThanOrEqual(0);
        for (const row of board.waiting) expect(waitOf(row, nowMs).leftMin).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("[BRD5] a clock that went back shows no wait at all", () => {
    expect(waitOf(onlyRow(...triagedAt("18:00", 3)), at("17:00"))).toEqual({ waitedMin: 0, leftMin: 60 });
  });

  it("[BRD9] who came in the future by our clock stands first within their level, until that time has come", () => {
    const visits = { late: triagedAt("19:00", 3), early: triagedAt("17:40", 3), orange: triagedAt("18:00", 2), seen: [...triagedAt("19:00", 3), seen({ at: "19:01" })] };
    const board = boardAt("18:05", visits);
    expect(ids(board.waiting)).toEqual(["orange", "late", "early"]);
    expect(waitOf(board.waiting[1]!, at("18:05"))).toEqual({ waitedMin: 0, leftMin: 60 });
    expect(board.validUntilMs).toBe(at("18:10"));
    expect(boardAt("18:30", visits).validUntilMs).toBe(at("18:40"));
    expect(ids(boardAt("18:57", visits).waiting)).toEqual(["late"]);
    expect(boardAt("18:57", visits).validUntilMs).toBe(at("18:58"));
  });

  it("[BRD8] who may not wait at all is overdue at once, though the arrival was written by a clock that is ahead", () => {
    const visits = { red: triagedAt("19:00", 1), green: triagedAt("15:00", 4), orange: triagedAt("19:00", 2) };
    const board = boardAt("18:00", visits);
    expect([ids(board.overdue), ids(board.waiting)]).toEqual([["red", "green"], ["orange"]]);
    expect(board.overdue.map((row) => waitOf(row, at("18:00")).leftMin)).toEqual([0, -60]);
  });

  it.each([
    ["levels", [triaged("red", alone("B")), triaged("green", alone("C"))]],
    ["places", [placed("Rom 1", alone("B")), placed("Rom 2", alone("C"))]],
    ["clinicians", [taken("Dr. Lie", alone("B")), taken("Dr. Moe", alone("C"))]],
    ["names", [told({ name: known("Kari") }, alone("B")), told({ name: known("Karin") }, alone("C"))]],
    ["that they left", [left("home", { at: "18:10" }), triaged("red", { at: "18:20", ...alone("B") })]],
  ])("[BRD7] says that devices disagree about %s", (_, steps) => {
    expect(onlyRow(arrived(), ...steps).hasDisagreement).toBe(true);
  });

  it("[BRD7] does not cry disagreement where two said the same, or one after the other", () => {
    expect(onlyRow(arrived(), placed("Rom 1", alone("B")), placed("Rom 1", alone("C"))).hasDisagreement).toBe(false);
    expect(onlyRow(arrived(), placed("Rom 1"), placed("Rom 2", { on: "B" })).hasDisagreement).toBe(false);
    expect(onlyRow(arrived(), left("home"), struck("A2")).hasDisagreement).toBe(false);
  });
});

describe("the same board", () => {
  it("[BRD2] is given whatever was looked at before it", () => {
    fc.assert(
      fc.property(evening, evening, dice, (one, other, thrown) => {
        const nowMs = at("19:00");
        const batches = anyRoad(one.records, thrown);
        const fresh = ids(boardOf(absorb(emptyState, one.records), nowMs).waiting);
        boardOf(absorb(emptyState, other.records), nowMs);
        let state = emptyState;
        for (const batch of batches) boardOf((state = absorb(state, batch)), nowMs);
        expect(ids(boardOf(state, nowMs).waiting)).toEqual(fresh);
        expect(ids(boardOf(stateOf(batches.toReversed()), nowMs).waiting)).toEqual(fresh);
      }),
    );
  });

  it("[BRD6] gives an untouched visit the same row again, so that a page repaints what changed", () => {
    const state = wardOf({ a: triagedAt("18:00", 3), b: triagedAt("18:00", 4) });
    const [before] = boardOf(state, at("18:10")).waiting;
    const [change] = recordsOf(placed("Rom 1", { at: "18:11", on: "Z" }));
    if (change === undefined) throw new Error("one record was made");
    const event: VisitEvent = { ...change.event, visit: "b" as VisitId };
    const [after, moved] = boardOf(absorb(state, [{ ...change, event }]), at("18:12")).waiting;
    expect(after).toBe(before);
    expect(moved?.place).toBe("Rom 1");
  });
});

it("[BRD4] a patient that only another device's records tell of is there", () => {
  expect(given(triaged("red", alone("B"))).visit.number).toBeNull();
  expect(onlyRow(triaged("red", { ...alone("B"), at: "18:01" })).arrivedAtMs).toBe(at("18:01"));
});
