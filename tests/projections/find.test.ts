import fc from "fast-check";
import { expect, it } from "vitest";
import { known, unknown } from "#core/answer.ts";
import { phaseOf } from "#core/visit/visit.ts";
import { findVisits } from "#projections/find.ts";
import { absorb, emptyState } from "#projections/ward-state.ts";
import { alone, arrived, left, struck, told } from "../core/visit/given.ts";
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
    fc.property(evening, fc.array(fc.constantFrom("k", "a", "1", "7", " ", ",", "-", "å", "tra", "back"), { maxLength: 12 }), ({ records }, keys) => {
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
