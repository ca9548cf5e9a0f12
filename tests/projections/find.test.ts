import fc from "fast-check";
import { expect, it } from "vitest";
import { known, unknown } from "#core/answer.ts";
import { phaseOf } from "#core/visit/visit.ts";
import { findVisits, whereFound } from "#projections/find.ts";
import { absorb, emptyState } from "#projections/ward-state.ts";
import { alone, arrived, at, left, recordId, struck, theVisit, told, type Step } from "../core/visit/given.ts";
import { evening } from "./ward-of-devices.ts";
import { wardOf } from "./given-ward.ts";

const ward = wardOf({
  kari: [arrived({ at: "18:00" }, { name: known("Kari Anne-Lise Nordmann"), reason: known("Brystsmerter"), nationalNumber: known("17058012345"), phone: known("+47 900 11 222") })],
  aase: [arrived({ at: "18:10" }, { name: known("Åse Bjørnå"), reason: known("Kutt i hånd") })],
  andre: [arrived({ at: "18:20" }, { name: known("André O'Brien"), reason: unknown })],
});
const found = (typed: string): ReadonlyArray<string> => findVisits(ward, typed).map(({ visit }) => visit.id);

it.each([
  ["nordmann", ["kari"]],
  ["KARI NORD", ["kari"]],
  ["nordmann, kari", ["kari"]],
  ["annelise", ["kari"]],
  ["anne lise", ["kari"]],
  ["170580 12345", ["kari"]],
  ["17058012345", ["kari"]],
  ["brystsm", ["kari"]],
  ["90011222", ["kari"]],
  ["900 11", ["kari"]],
  ["åse", ["aase"]],
  ["ÅSE", ["aase"]],
  ["A\u030ase", ["aase"]],
  ["ase", []],
  ["bjornå", []],
  ["hånd", ["aase"]],
  ["andre obrien", ["andre"]],
  ["o’brien", ["andre"]],
  ["kari kutt", []],
  ["tra-017-k", ["andre", "aase", "kari"]],
  ["TRA 17 K", ["andre", "aase", "kari"]],
  ["tra17k", ["andre", "aase", "kari"]],
  ["tra–17", ["andre", "aase", "kari"]],
  ["17", ["andre", "aase", "kari"]],
  ["", []],
  [" - , ", []],
])("[FND1] \"%s\" finds %j", (typed, want) => {
  expect(found(typed)).toEqual(want);
});

it("[FND2] those who are here come first, the latest arrival on top; void visits are not found", () => {
  const state = wardOf({
    gone: [arrived({ at: "19:00" }), left()], early: [arrived({ at: "18:00" })], late: [arrived({ at: "18:30" })], void: [arrived(), struck("A1")],
    b: [arrived({ at: "18:10" })], a: [arrived({ at: "18:10" })],
  });
  expect(findVisits(state, "tra").map(({ visit }) => visit.id)).toEqual(["late", "a", "b", "early", "gone"]);
});

it("[FND3] where two devices heard two names, either finds the patient", () => {
  const state = wardOf({ one: [arrived(), told({ name: known("Kari") }, alone("B")), told({ name: known("Turid") }, alone("C"))] });
  for (const typed of ["kari", "turid"]) expect(findVisits(state, typed)).toHaveLength(1);
});

it("[FND3] whatever is typed and whatever the evening was, finding answers; a number finds its patient", () => {
  const anyText = fc.oneof(fc.array(fc.nat(0xffff)).map((codes) => String.fromCharCode(...codes)), fc.string(), fc.constantFrom("\ud800", "\u0000\u0001", "İ", "a\u030a\u030a", "\\", "(.*"));
  fc.assert(
    fc.property(evening, anyText, ({ records }, typed) => {
      const state = absorb(emptyState, records);
      expect(findVisits(state, typed).length).toBeLessThanOrEqual(state.visits.size);
      const numbered = [...state.visits.values()].filter(({ visit }) => visit.number !== null && phaseOf(visit).is !== "void");
      for (const file of numbered) expect(findVisits(state, file.visit.number ?? "")).toContain(file);
    }),
  );
});

it("[FND4] typed letter by letter, and taken back, it finds what it would among all", () => {
  fc.assert(
    fc.property(evening, fc.array(fc.constantFrom("k", "a", "1", "7", "e", "n", " ", ",", "-", "å", "tra", "back"), { maxLength: 12 }), ({ records }, keys) => {
      const state = absorb(emptyState, records);
      let typed = "";
      for (const key of keys) {
        typed = key === "back" ? typed.slice(0, -1) : typed + key;
        const anew = { ...state, visits: new Map(state.visits) };
        expect(findVisits(state, typed)).toEqual(findVisits(anew, typed));
      }
    }),
  );
});

const noted = (words: string, how: Step["how"] = {}): Step => ({ event: { type: "v1.Noted", visit: theVisit, note: { assessment: words } }, how });
const fact = (event: Step["event"]): Step => ({ event, how: {} });
const written = wardOf({
  note: [arrived({ at: "18:00" }), noted("Blodtrykk 170/90, akutt. Etterhvert roligere", { at: "18:05" }), noted("Feilskrevet", { at: "18:06" }), struck("A3")],
  drug: [arrived({ at: "18:01" }, { allergies: known(["Penicillin"]), currentMedicines: known(["Marevan"]) }), fact({ type: "v1.MedicineGiven", visit: theVisit, given: { drug: "Ibuprofen" } })],
  order: [arrived({ at: "18:02" }), fact({ type: "v1.Ordered", visit: theVisit, order: { kind: "lab", what: "Troponin", requisition: "R-5512" } }), fact({ type: "v1.ResultCame", visit: theVisit, order: recordId("A2"), result: { text: "forhøyet", identifiedBy: [] } })],
  end: [arrived({ at: "18:03" }, { name: known("Kari Nordmann") }), fact({ type: "v1.Concluded", visit: theVisit, conclusion: { assessment: "Nyrestein", codes: [{ system: "icpc2", code: "U95" }] } })],
});

it.each([
  ["roligere", ["note"], "note"], ["penici", ["drug"], "allergies"], ["marevan", ["drug"], "currentMedicines"], ["ibup", ["drug"], "medicine"],
  ["troponin", ["order"], "order"], ["r-5512", ["order"], "order"], ["forhøy", ["order"], "result"], ["nyrestein", ["end"], "conclusion"], ["u95", ["end"], "conclusion"],
  ["kari nyre", ["end"], "conclusion"],
])("[FND5][FND6] \"%s\" finds %j, in %s", (typed, want, where) => {
  const files = findVisits(written, typed);
  expect([files.map(({ visit }) => visit.id), files.map((file) => whereFound(file, typed)?.of)]).toEqual([want, [where]]);
});

it.each(["170", "17", "90", "feilskrevet", "tetter", "ib", "kari troponin"])("[FND5][FND6] \"%s\" finds nobody by what was written", (typed) => {
  expect(findVisits(written, typed).filter((file) => whereFound(file, typed) !== null)).toEqual([]);
});

it("[FND6] what stands in the line itself is not told anew, and a note's time is", () => {
  expect(findVisits(written, "kari").map((file) => whereFound(file, "kari"))).toEqual([null]);
  expect(findVisits(written, "akutt").map((file) => whereFound(file, "akutt")?.atMs)).toEqual([at("18:05")]);
});

it("[FND4] a third letter looks further than the second did", () => {
  expect([foundIn("pe"), foundIn("pen"), foundIn("peni"), foundIn("1"), foundIn("17"), foundIn("17k")].map((ids) => ids.includes("drug"))).toEqual([false, true, true, true, true, true]);
});
const foundIn = (typed: string): ReadonlyArray<string> => findVisits(written, typed).map(({ visit }) => visit.id);
