import { describe, expect, it } from "vitest";
import type { KnownEvent } from "#core/event.ts";
import type { LogRecord } from "#core/log/record.ts";
import type { UnknownEvent } from "#core/log/read-event.ts";
import { runsOf } from "#core/log/runs.ts";
import type { VisitId } from "#core/visit/events.ts";
import { carriageOf } from "#projections/carriage.ts";
import { absorb, emptyState, type WardState } from "#projections/ward-state.ts";
import { arrived, at, device, nurse, placed, recordId, recordsOf, stampAt, struck, theVisit, triaged } from "../core/visit/given.ts";

const record = (event: KnownEvent | UnknownEvent, on: string, seq: number, when: string): LogRecord => ({
  id: recordId(`${on}${seq}`), device: device(on), seq, stamp: stampAt(at(when), 0), actor: nurse, atMs: at(when), wroteMs: at(when), seen: [], event,
});
const carried = (held: ReadonlyArray<LogRecord>, when: string): LogRecord =>
  record({ type: "v1.CarriedOut", as: "fhir", file: "a", held: runsOf(held) }, "A", 90 + Number(when.slice(0, 2)), when);
const places = (state: WardState): ReadonlyArray<string> => state.uncarried.map((one) => `${one.device}${one.seq}`);

const evening = recordsOf(arrived({ at: "18:00" }), triaged("red", { on: "B", at: "18:05", wrote: "18:02" }), placed("Rom 1", { at: "18:10" }));

describe("carried", () => {
  it("[WST3] nothing is carried before a saved file held it", () => {
    const state = absorb(emptyState, evening);
    expect(places(state)).toEqual(["A1", "A2", "B1"]);
    expect(state.uncarried[0]).toEqual({ device: "A", seq: 1, wroteMs: at("18:00") });
  });

  it("[WST3] a file carries what it held and no others, whichever of them comes here first", () => {
    const [first, other, last] = evening;
    if (first === undefined || other === undefined || last === undefined) throw new Error("three records were made");
    const file = carried([last, other], "19:00");
    expect(places(absorb(emptyState, [...evening, file]))).toEqual(["A1"]);
    expect(places(absorb(absorb(emptyState, [file]), evening))).toEqual(["A1"]);
    expect(places(absorb(absorb(emptyState, [other, file]), [last, first]))).toEqual(["A1"]);
  });

  it("[WST3] only records of visits are to be carried, each once", () => {
    const state = absorb(emptyState, [...evening, ...evening, record({ type: "v1.WardSettingsSet", settings: {} }, "A", 3, "18:20"), ...evening]);
    expect(places(state)).toEqual(["A1", "A2", "B1"]);
  });

  it("[WST1][WST3] two records that claim one place on a device are one to be carried, the older, whichever came first", () => {
    const [first] = evening;
    if (first === undefined) throw new Error("three records were made");
    const twin = { ...first, id: recordId("twin"), wroteMs: at("18:20") };
    for (const order of [[first, twin], [twin, first]]) {
      expect(absorb(emptyState, order).uncarried).toEqual([{ device: "A", seq: 1, wroteMs: at("18:00") }]);
      expect(order.reduce((state, one) => absorb(state, [one]), emptyState).uncarried).toEqual([{ device: "A", seq: 1, wroteMs: at("18:00") }]);
    }
  });

  it("[CAR1] nothing is called carried while no file held it", () => {
    expect(carriageOf(emptyState)).toEqual({ uncarried: 0, oldestWroteMs: null, lastCarriedAtMs: null, lastBackedUpAtMs: null, onlyHere: 0, oldestOnlyHereMs: null });
    expect(carriageOf(absorb(emptyState, evening))).toMatchObject({ uncarried: 3, lastCarriedAtMs: null });
  });

  it("[CAR1] says when a file was last saved, though the word of an earlier one comes later", () => {
    const state = absorb(emptyState, [carried([], "20:00"), carried([], "19:00")]);
    expect(carriageOf(state).lastCarriedAtMs).toBe(at("20:00"));
  });

  it("[CAR2] the age is that of the oldest record that exists nowhere else, by when it was written", () => {
    const state = absorb(emptyState, evening);
    expect(carriageOf(state).oldestWroteMs).toBe(at("18:00"));
    expect(carriageOf(absorb(state, [carried(evening.slice(0, 1), "19:00")])).oldestWroteMs).toBe(at("18:02"));
    expect(carriageOf(absorb(state, [carried(evening, "19:00")]))).toMatchObject({ uncarried: 0, oldestWroteMs: null, lastCarriedAtMs: at("19:00"), onlyHere: 0 });
  });

  it("[CAR3] what lies in a sealed archive is not only here, and is still to be carried out", () => {
    const archive = record({ type: "v1.CarriedOut", as: "archive", file: "a.vaktbok", held: runsOf(evening.slice(0, 2)) }, "A", 95, "19:00");
    expect(carriageOf(absorb(emptyState, evening))).toMatchObject({ onlyHere: 3, oldestOnlyHereMs: at("18:00"), lastBackedUpAtMs: null });
    const [last] = evening.slice(2);
    const state = absorb(emptyState, [archive, ...evening]);
    expect(carriageOf(state)).toMatchObject({ uncarried: 3, oldestWroteMs: at("18:00"), onlyHere: 1, oldestOnlyHereMs: last?.wroteMs, lastBackedUpAtMs: at("19:00"), lastCarriedAtMs: null });
    expect(carriageOf(absorb(state, [carried(evening.slice(2), "19:10")]))).toMatchObject({ uncarried: 2, onlyHere: 0, oldestOnlyHereMs: null });
  });

  it("[WRD3] a file that another device saved counts here too, and files add up", () => {
    const mine = carried(evening.slice(0, 1), "19:00");
    const theirs = record({ type: "v1.CarriedOut", as: "print", file: "b", held: runsOf(evening.slice(1)) }, "B", 2, "19:10");
    expect(places(absorb(emptyState, [theirs, ...evening, mine, theirs]))).toEqual([]);
  });
});

describe("unknown", () => {
  const strange = record({ type: "unknown", was: "v9.Weighed", raw: { type: "v9.Weighed", visit: theVisit } }, "C", 7, "18:30");

  it("[WST2] a record of an unknown type is kept and counted, and changes nothing else", () => {
    const state = absorb(emptyState, evening);
    const after = absorb(absorb(state, [strange]), [strange]);
    expect(after).toEqual({ ...state, held: { ...state.held, C: 7 }, unknown: [strange] });
  });
});

describe("numbers", () => {
  it("[WST4] a struck arrival keeps its number, and a number that is none counts for nothing", () => {
    const voided = recordsOf(arrived(), struck("A1"));
    expect(absorb(emptyState, voided).serials).toEqual({ TRA: 17 });
    const odd = record({ type: "v1.Arrived", visit: "v" as VisitId, number: "???" as never, details: {} }, "A", 9, "18:00");
    expect(absorb(absorb(emptyState, voided), [odd]).serials).toMatchObject({ TRA: 17 });
  });
});

it("[WST1] only the visits that something was written of are made anew", () => {
  const state = absorb(emptyState, evening);
  const other = record({ type: "v1.Arrived", visit: "other" as VisitId, number: "TRA-018-L" as never, details: {} }, "A", 3, "18:20");
  expect(absorb(state, [other]).visits.get(theVisit)).toBe(state.visits.get(theVisit));
  expect(absorb(state, [record({ type: "v1.WardSettingsSet", settings: {} }, "A", 3, "18:20")]).visits).toBe(state.visits);
});

it("[WST4] what is kept back counts as given, in whatever order it is heard of", () => {
  const kept = (from: number, to: number, seq: number) => record({ type: "v1.NumbersReserved", series: "TRA", from, to }, "A", seq, "18:00");
  const records = [kept(1, 5, 1), kept(6, 40, 2), kept(41, 45, 3)];
  for (const some of [records, records.toReversed(), [...records, ...records]]) expect(absorb(absorb(emptyState, some.slice(0, 2)), some).serials).toEqual({ TRA: 45 });
});
