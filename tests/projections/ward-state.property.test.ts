import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { knows } from "#core/log/order.ts";
import { urgencyOf } from "#core/clinical/scales.ts";
import { struckRecords } from "#core/visit/strikes.ts";
import { phaseOf, triageOf } from "#core/visit/visit.ts";
import { boardOf } from "#projections/board.ts";
import { chartOf } from "#projections/chart.ts";
import { absorb, emptyState, fileOf } from "#projections/ward-state.ts";
import { at } from "../core/visit/given.ts";
import { anyRoad, dice, evening, stateOf, type Deed } from "./ward-of-devices.ts";

const many = { numRuns: 150 };

describe("whatever the road", () => {
  it("[WST1][VIS1] any turn, any repetition and any batches give one state and one board", () => {
    fc.assert(
      fc.property(evening, dice, ({ records }, thrown) => {
        const want = absorb(emptyState, records);
        const got = stateOf(anyRoad(records, thrown));
        expect(got).toEqual(want);
        expect(boardOf(got, at("19:00"))).toEqual(boardOf(want, at("19:00")));
      }),
      many,
    );
  });

  it("[WST1] what was lost on the way and comes later changes nothing of the end", () => {
    fc.assert(
      fc.property(evening, dice, ({ records }, thrown) => {
        const isLost = (place: number): boolean => (thrown[place % thrown.length] ?? 0) % 3 === 0;
        const came = records.filter((_, place) => !isLost(place));
        const late = records.filter((_, place) => isLost(place));
        expect(absorb(stateOf(anyRoad(came, thrown)), late)).toEqual(absorb(emptyState, records));
      }),
      many,
    );
  });

  it("[WST1] devices that heard of everything see one ward", () => {
    fc.assert(
      fc.property(evening, ({ devices, records }) => {
        const states = devices.map((device) => absorb(device.state, records));
        for (const state of states) expect(state).toEqual(states[0]);
      }),
      many,
    );
  });

  it("[WST1] nothing is absorbed from nothing, and what went in stays as it was", () => {
    fc.assert(
      fc.property(evening, ({ records }) => {
        const state = absorb(emptyState, records);
        const before = structuredClone(state);
        expect(absorb(state, [])).toBe(state);
        absorb(state, records.toReversed());
        expect(state).toEqual(before);
      }),
    );
  });
});

describe("what a nurse just did, on her own device, whatever its clock says", () => {
  it("[STD3] a level set now is the level", () => {
    fc.assert(
      fc.property(evening, ({ deeds }) => {
        for (const { command, visit, after, isLate } of deeds) {
          const file = fileOf(after, visit);
          if (command.type !== "SetTriage" || isLate || file === undefined) continue;
          expect(triageOf(file.visit)?.value).toEqual({ scale: command.scale, scaleVersion: command.scaleVersion, level: command.level });
          expect(file.visit.triage).toHaveLength(1);
        }
      }),
      many,
    );
  });

  it("[VIS6] a patient sent off is off the board, whom care began for is in care, and what was undone is struck", () => {
    const isSo = ({ command, visit, after }: Deed): boolean => {
      // An undone join has parted them: the record stands in a file of its own again.
      if (command.type === "Undo") return [...after.visits.values()].some(({ records }) => struckRecords(records).has(command.target));
      const file = fileOf(after, visit);
      if (file === undefined) return command.type === "Part";
      const phase = phaseOf(file.visit).is;
      if (command.type === "Leave") return phase === "left";
      if (command.type === "BeginCare") return phase === "inCare" || phase === "left";
      if (command.type === "RegisterArrival") return phase !== "void";
      return true;
    };
    fc.assert(
      fc.property(evening, ({ deeds }) => {
        expect(deeds.filter((deed) => !isSo(deed))).toEqual([]);
      }),
      many,
    );
  });
});

describe("nothing is lost", () => {
  it("[VIS3] no look that nobody knew of when they looked is overruled by a less urgent one", () => {
    fc.assert(
      fc.property(evening, ({ records }) => {
        for (const { visit, records: own } of absorb(emptyState, records).visits.values()) {
          const struck = struckRecords(own);
          const looks = own.filter((record) => record.event.type === "v1.TriageSet" && !struck.has(record.id));
          for (const look of looks) {
            if (look.event.type !== "v1.TriageSet" || look.wroteMs > look.atMs || looks.some((other) => knows(other, look))) continue;
            expect(urgencyOf(triageOf(visit)?.value ?? { scale: "no3", level: 5 })).toBeLessThanOrEqual(urgencyOf(look.event));
          }
        }
      }),
      many,
    );
  });

  it("[BRD4] every visit that is neither void nor over is on the board exactly once", () => {
    fc.assert(
      fc.property(evening, fc.integer({ min: -200, max: 500 }), ({ records }, minutes) => {
        const state = absorb(emptyState, records);
        const board = boardOf(state, (at("18:00") + minutes * 60_000) as ReturnType<typeof at>);
        const here = [...state.visits.values()].filter(({ visit }) => !["void", "left"].includes(phaseOf(visit).is)).map(({ visit }) => visit.id);
        expect([...board.overdue, ...board.waiting, ...board.inCare].map(({ id }) => id).toSorted()).toEqual(here.toSorted());
      }),
      many,
    );
  });

  it("[CHT1] every fact is a line of the chart and every strike stands at its line, counting or not", () => {
    fc.assert(
      fc.property(evening, ({ records }) => {
        for (const { records: own } of absorb(emptyState, records).visits.values()) {
          const lines = chartOf(own);
          expect(lines.map(({ id }) => id).toSorted()).toEqual(own.filter(({ event }) => event.type !== "v1.Struck").map(({ id }) => id).toSorted());
          for (const line of lines) {
            const strikes = own.filter(({ event }) => event.type === "v1.Struck" && event.target === line.id).map(({ id }) => id);
            const shown = [...line.idleStrikes, ...(line.struck === null ? [] : [line.struck])].map(({ id }) => id);
            for (const id of shown) expect(strikes).toContain(id);
            expect(shown.length > 0).toBe(strikes.length > 0);
          }
        }
      }),
    );
  });
});

it("the evenings are lively enough to prove anything: devices disagree, undo, come late and go", () => {
  const evenings = fc.sample(evening, { numRuns: 300, seed: 1643 });
  const states = evenings.map(({ records }) => absorb(emptyState, records));
  const visits = states.flatMap((state) => [...state.visits.values()]);
  const share = (is: (visit: (typeof visits)[number]) => boolean): number => visits.filter(is).length / visits.length;
  expect(share(({ visit }) => (visit.triage?.length ?? 0) > 1)).toBeGreaterThan(0.02);
  expect(share(({ visit }) => visit.left !== null && phaseOf(visit).is !== "left")).toBeGreaterThan(0.005);
  expect(share(({ records }) => struckRecords(records).size > 0)).toBeGreaterThan(0.1);
  expect(share(({ records }) => records.length > 6)).toBeGreaterThan(0.1);
  expect(share(({ visit }) => visit.joined !== null)).toBeGreaterThan(0.05);
  expect(share(({ visit }) => (visit.joined?.setAside.length ?? 0) > 0)).toBeGreaterThan(0.001);
  expect(share(({ visit }) => phaseOf(visit).is === "left")).toBeGreaterThan(0.05);
});
