import { describe, expect, it } from "vitest";
import { known, type Answer } from "#core/answer.ts";
import type { Born } from "#core/identity/born.ts";
import type { DetailAnswers } from "#core/visit/details.ts";
import { callersAt } from "#projections/callers.ts";
import { soughtIn } from "#projections/possible-same.ts";
import { arrived, at, calledBack, ended, rang, struck, triaged, type Step } from "../core/visit/given.ts";
import { wardOf } from "./given-ward.ts";

const now = at("18:30");
const years = (age: number): Answer<Born> => known({ is: "age", months: age * 12, toldMs: at("17:00") });
const named = (name: string): DetailAnswers => ({ name: known(name) });
const seenAtDoor = (visits: { readonly [id: string]: ReadonlyArray<Step> }, details: DetailAnswers = {}, nowMs = now) => {
  const { alike, coming } = callersAt(wardOf(visits), soughtIn(details, now), nowMs);
  return { alike: alike.map(({ file }) => file.visit.id), coming: coming.map(({ file }) => file.visit.id) };
};
const alikeTo = (called: DetailAnswers, typed: DetailAnswers): boolean => seenAtDoor({ a: [rang({}, {}, called)] }, typed).alike.length === 1;

describe("who rang and may be at the desk", () => {
  it.each([
    ["the same number", { nationalNumber: known("130972 48022") }, { nationalNumber: known("13097248022") }],
    ["the name alone, age known of the call", { ...named("Ola Nordmann"), born: years(64) }, named("Ola Nordmann")],
    ["a name that is spelt otherwise", named("Ola Nordmann"), named("Ola Normann")],
    ["the first name alone", named("Ola Nordmann"), named("Ola")],
    ["a name that is being typed", named("Ola Nordmann"), named("ola nor")],
    ["more of the name than was told by telephone", named("Ola"), named("Ola Nordmann")],
    ["an age within a year", { ...named("Ola Nordmann"), born: years(64) }, { ...named("Ola"), born: years(65) }],
  ])("[WRG1] %s", (_, called, typed) => {
    expect(alikeTo(called, typed)).toBe(true);
  });

  it.each([
    ["another name", named("Ola Nordmann"), named("Per Nordmann")],
    ["another age", { ...named("Ola Nordmann"), born: years(64) }, { ...named("Ola Nordmann"), born: years(12) }],
    ["two letters", named("Ola Nordmann"), named("Ol")],
    ["nothing at all", {}, {}],
    ["a call of nobody known", {}, named("Ola")],
  ])("[WRG1] not %s", (_, called, typed) => {
    expect(alikeTo(called, typed)).toBe(false);
  });

  it("[WRG1] who rang is looked at where nobody said the patient's name, and only there", () => {
    const caller = { callerName: known("Kari Berg") };
    expect(seenAtDoor({ a: [rang({}, caller)], b: [rang({}, caller, named("Ola Nordmann"))] }, named("Kari Berg")).alike).toEqual(["a"]);
  });

  it("[WRG2] twice, the latest first; not who came, who was struck, or whose call was over a day ago", () => {
    const ola = named("Ola Nordmann");
    const visits = {
      early: [rang({ at: "14:10" }, {}, ola)],
      late: [rang({ at: "17:10" }, {}, ola), ended({ action: "nurseAdvice" }, { at: "17:15" })],
      came: [rang({}, {}, ola), arrived()],
      wrong: [rang({}, {}, ola), struck("A1")],
    };
    expect(seenAtDoor(visits, ola).alike).toEqual(["late", "early"]);
    expect(seenAtDoor(visits, ola, at("18:30") + 24 * 60 * 60_000 as typeof now).alike).toEqual(["early"]);
  });

  it("[WRG3] who was told to come is in sight before a letter is typed, the most urgent first, and once", () => {
    const come = ended({ action: "comeIn" }, { at: "17:40" });
    const visits = {
      calm: [rang({ at: "14:10" }, {}, named("Ola Nordmann")), triaged("green", { at: "14:12" }), come],
      ill: [rang({ at: "17:10" }, {}, named("Kari Berg")), triaged("red", { at: "17:12" }), come],
      owed: [rang({ at: "17:20" }), ended({ action: "comeIn", callBackAtMs: at("19:00") }, { at: "17:40" })],
      advised: [rang({ at: "17:25" }), ended({ action: "nurseAdvice" }, { at: "17:40" }), calledBack()],
    };
    expect(seenAtDoor(visits)).toEqual({ alike: [], coming: ["ill", "owed", "calm"] });
    expect(seenAtDoor(visits, named("Ola"))).toEqual({ alike: ["calm"], coming: ["ill", "owed"] });
  });
});
