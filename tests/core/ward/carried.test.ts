import fc from "fast-check";
import { expect, it } from "vitest";
import { readEvent } from "#core/log/read-event.ts";
import { isIn, runsOf } from "#core/log/runs.ts";
import { emptyWard, evolveWard, type Ward, type WardRecord } from "#core/ward/ward.ts";
import { at, device, nurse, recordId, stampAt } from "../visit/given.ts";

interface Held {
  readonly device: ReturnType<typeof device>;
  readonly seq: number;
}

const carriedOut = (held: ReadonlyArray<Held>, when = "21:30", as: "csv" | "archive" = "csv"): WardRecord => ({
  id: recordId(`carried ${when}`), device: device("A"), seq: 9, stamp: stampAt(at(when), 0), actor: nurse, atMs: at(when), wroteMs: at(when), seen: [],
  event: { type: "v1.CarriedOut", as, file: "a.csv", held: runsOf(held) },
});
const wardOf = (...records: ReadonlyArray<WardRecord>): Ward => records.reduce(evolveWard, emptyWard);
const held = fc.array(fc.record({ device: fc.constantFrom("A", "B").map(device), seq: fc.integer({ min: 1, max: 12 }) }));

it("[WRD3] carried is what some file held, neither more nor less, in whatever order the files are heard of", () => {
  fc.assert(
    fc.property(held, held, (first, second) => {
      const ward = wardOf(carriedOut(first), carriedOut(second, "21:40"));
      expect(wardOf(carriedOut(second, "21:40"), carriedOut(first))).toEqual(ward);
      for (const on of ["A", "B"]) {
        for (let seq = 1; seq <= 12; seq += 1) {
          expect(isIn(ward.carried[on] ?? [], seq)).toBe([...first, ...second].some((one) => one.device === on && one.seq === seq));
        }
      }
    }),
  );
});

it("[WRD4] what lies in a sealed archive is backed up, and not carried out", () => {
  const ward = wardOf(carriedOut([{ device: device("A"), seq: 1 }], "21:30", "archive"), carriedOut([{ device: device("A"), seq: 2 }], "21:40", "archive"));
  expect(ward).toMatchObject({ carried: {}, lastCarriedAtMs: null, backedUp: { A: [[1, 2]] }, lastBackedUpAtMs: at("21:40") });
});

it("[WRD3] a file of one visit leaves the records around it uncarried, and a gap stays a gap", () => {
  const ward = wardOf(carriedOut([{ device: device("B"), seq: 2 }, { device: device("B"), seq: 4 }]));
  expect([1, 2, 3, 4, 5].filter((seq) => isIn(ward.carried["B"] ?? [], seq))).toEqual([2, 4]);
});

it("[READ3] runs that cannot be are not taken for carried", () => {
  const event = (runs: unknown): unknown => ({ type: "v1.CarriedOut", as: "csv", file: "a.csv", held: [["A", runs]] });
  expect(readEvent(event([[1, 3], [5, 5]]))).toMatchObject({ type: "v1.CarriedOut" });
  for (const wrong of [[[3, 1]], [[0, 4]], [[1]], [[1, 2, 3]], [["1", "2"]], "all", null]) expect(readEvent(event(wrong))).toMatchObject({ type: "unknown" });
});
