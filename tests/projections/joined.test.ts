import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { VisitId } from "#core/visit/events.ts";
import type { TemporaryNumber } from "#core/visit/temporary-number.ts";
import { phaseOf, visitOf } from "#core/visit/visit.ts";
import { boardOf } from "#projections/board.ts";
import { filesByNumber } from "#projections/by-number.ts";
import { partsOf, stateFrom, withPast } from "#projections/checkpoint.ts";
import { findVisits } from "#projections/find.ts";
import { printList } from "#projections/print-list.ts";
import { absorb, emptyState, fileOf } from "#projections/ward-state.ts";
import { arrived, at, recordsOf, struck, triaged, type Step } from "../core/visit/given.ts";
import { evening } from "./ward-of-devices.ts";

const [a, b] = ["visit-a" as VisitId, "visit-b" as VisitId];
const of = (visit: VisitId, step: Step): Step => {
  const event = { ...step.event, visit };
  return { ...step, event: event.type === "v1.Arrived" ? { ...event, number: (visit === a ? "TRA-001-A" : "TRA-002-B") as TemporaryNumber } : event };
};
const join: Step = { event: { type: "v1.Joined", visit: b, into: a, confirmedBy: "Berg" }, how: {} };
const two = [of(a, arrived()), of(b, arrived({ at: "18:10" })), of(b, triaged("red"))] as const;

describe("whatever happened on however many devices", () => {
  it("[WST5] every record is in one file, and every visit leads to the file that holds its records", () => {
    fc.assert(
      fc.property(evening, ({ records }) => {
        const state = absorb(emptyState, records);
        const inFiles = [...state.visits.values()].flatMap((file) => file.records.map(({ id }) => id));
        const ofVisits = records.filter(({ event }) => event.type !== "unknown" && "visit" in event);
        expect(inFiles.toSorted()).toEqual(ofVisits.map(({ id }) => id).toSorted());
        for (const { id, event } of ofVisits) {
          const file = event.type !== "unknown" && "visit" in event ? fileOf(state, event.visit) : undefined;
          expect(file?.records.some((one) => one.id === id)).toBe(true);
        }
        for (const [id, { visit, records: own }] of state.visits) expect(visit).toEqual(visitOf(id, own));
      }),
      { numRuns: 150 },
    );
  });

  it("[WST5][VIS12] nobody is lost from the board by a join, and nobody stands there twice", () => {
    fc.assert(
      fc.property(evening, ({ records }) => {
        const state = absorb(emptyState, records);
        const board = boardOf(state, at("19:00"));
        const rows = [...board.overdue, ...board.waiting, ...board.inCare].map(({ id }) => id);
        expect(new Set(rows).size).toBe(rows.length);
        for (const row of rows) expect(state.joined.has(row)).toBe(false);
        const apart = absorb(emptyState, records.filter(({ event }) => event.type !== "v1.Joined"));
        for (const file of state.visits.values()) {
          if (file.visit.joined === null || phaseOf(file.visit).is !== "void") continue;
          for (const { id } of file.visit.joined.ones) expect(phaseOf(apart.visits.get(id)?.visit ?? file.visit).is).toBe("void");
        }
      }),
      { numRuns: 150 },
    );
  });

  it("[WST5][CPT1] put away and taken up again, visits that are one are one", () => {
    fc.assert(
      fc.property(evening, ({ records }) => {
        const state = absorb(emptyState, records);
        const [ward, here, ...past] = (JSON.parse(JSON.stringify(partsOf(state))) as ReadonlyArray<{ readonly value: unknown }>).map(({ value }) => value);
        const taken = past.reduce<ReturnType<typeof withPast>>((before, one) => (before === null ? null : withPast(before, one)), stateFrom(ward, here)?.state ?? null);
        expect(taken?.visits).toEqual(state.visits);
        expect(taken?.joined).toEqual(state.joined);
      }),
    );
  });
});

describe("two that are one", () => {
  const records = recordsOf(...two, join);
  const state = absorb(emptyState, records);

  it("[NUM3] are found by both numbers, typed or printed, as one", () => {
    expect([...state.visits.keys()]).toEqual([a]);
    for (const number of ["TRA-001-A", "TRA-002-B"]) {
      expect(filesByNumber(state, number as TemporaryNumber).map(({ visit }) => visit.id)).toEqual([a]);
      expect(findVisits(state, number).map(({ visit }) => visit.id)).toEqual([a]);
      expect(printList(state, [number as TemporaryNumber]).map(({ visit }) => visit.id)).toEqual([a]);
    }
  });

  it("[JON1] are parted again exactly as they were, and no number is given twice", () => {
    const parted = absorb(state, recordsOf(...two, join, of(b, struck("A4"))));
    const before = absorb(emptyState, recordsOf(...two));
    expect([...parted.visits.values()].map(({ visit }) => visit)).toEqual([...before.visits.values()].map(({ visit }) => visit));
    expect(parted.joined.size).toBe(0);
    expect(parted.serials).toEqual({ TRA: 2 });
  });

  it("[WST5] the join may come before either of them, and a visit that is not here yet has a place to come to", () => {
    const [first, ...others] = records;
    if (first === undefined) throw new Error("records were made");
    const early = absorb(emptyState, others);
    expect([...early.visits.values()].map(({ visit }) => [visit.id, visit.number])).toEqual([[a, "TRA-002-B"]]);
    expect(absorb(early, [first])).toEqual(state);
  });

  it("[WST5] a ward's other files stay the objects that they are", () => {
    const others = absorb(emptyState, recordsOf(arrived({ on: "C" })));
    const [other] = others.visits.values();
    expect([...absorb(others, records).visits.values()]).toContain(other);
  });
});
