import { describe, expect, it } from "vitest";
import { disagrees, latest } from "#core/visit/standing.ts";
import type { VisitRecord } from "#core/visit/strikes.ts";
import { triageOf, visitOf } from "#core/visit/visit.ts";
import { known } from "#core/answer.ts";
import { alone, arrived, given, inColour, placed, recordsOf, theVisit, told, triaged, type Step } from "./given.ts";

const levelsOf = (...steps: ReadonlyArray<Step>): ReadonlyArray<number> =>
  given(arrived(), ...steps).visit.triage?.map((claim) => claim.value.level) ?? [];

describe("one after the other", () => {
  it("[STD1] a later claim whose writer knew of the earlier one replaces it", () => {
    expect(levelsOf(triaged("red"), triaged("green"))).toEqual([inColour("green").level]);
  });

  it("[STD1] an entry made late about an earlier time does not override what came after it", () => {
    expect(levelsOf(triaged("green", { at: "19:00" }), triaged("red", { at: "18:50", wrote: "19:20" }))).toEqual([inColour("green").level]);
  });

  it("[STD1] of two entries made late, the one about the later time stands", () => {
    const first = triaged("green", { at: "18:40", wrote: "19:20" });
    const second = triaged("red", { at: "18:50", wrote: "19:21" });
    expect(levelsOf(first, second)).toEqual([inColour("red").level]);
    expect(levelsOf({ ...second, how: first.how }, { ...first, how: second.how })).toEqual([inColour("green").level]);
    expect(levelsOf(triaged("red", { at: "18:50", wrote: "19:20" }), triaged("green", { at: "18:40", wrote: "19:21" }))).toEqual([inColour("red").level]);
  });

  it("[STD1] a claim told for the same minute by somebody who knew replaces the other", () => {
    expect(levelsOf(triaged("green", { at: "19:00" }), triaged("red", { at: "19:00", wrote: "19:20" }))).toEqual([inColour("red").level]);
  });

  it("[STD1] a time told for later than now does not hold up the next look", () => {
    expect(levelsOf(triaged("green", { at: "20:30", wrote: "19:00" }), triaged("red", { at: "19:10" }))).toEqual([inColour("red").level]);
  });

  it("[STD1] the seconds of a minute picked from a list do not make an entry late", () => {
    const now = triaged("green", { at: "19:10:20" });
    expect(levelsOf(now, triaged("red", { at: "19:10:00", wrote: "19:10:45" }))).toEqual([inColour("red").level]);
  });
});

describe("unaware of each other", () => {
  it("[STD2] both claims stand", () => {
    expect(levelsOf(triaged("red", { on: "A" }), triaged("green", { on: "B", knowing: { A: 1 } }))).toEqual([1, 4]);
  });

  it("[STD2] until somebody who knows of both claims anew", () => {
    expect(levelsOf(triaged("red"), triaged("green", { on: "B", knowing: { A: 1 } }), triaged("yellow", { on: "C" }))).toEqual([3]);
  });

  it("[STD2] somebody who knows of one only replaces that one", () => {
    const unheard = triaged("red");
    const heard = triaged("green", { on: "B", knowing: { A: 1 } });
    expect(levelsOf(unheard, heard, triaged("yellow", { on: "C", knowing: { A: 1, B: 1 } }))).toEqual([1, 3]);
  });

  it("[STD2] a chain in which each knew the one before does not lose a level that nobody looked at", () => {
    const looked = triaged("green", { on: "B", knowing: { A: 2 } });
    const last = triaged("yellow", { on: "C", knowing: { B: 1 } });
    expect(levelsOf(triaged("red"), looked, last)).toEqual([3]);
    expect(levelsOf(triaged("red"), triaged("green", { on: "B", knowing: { A: 1 } }), last)).toEqual([1, 3]);
  });

  it("[STD2] an entry made late does not settle a disagreement about a later time", () => {
    const late = triaged("blue", { on: "C", at: "18:10", wrote: "19:30" });
    expect(levelsOf(triaged("red", { at: "19:00" }), triaged("green", { on: "B", at: "19:05", knowing: { A: 1 } }), late)).toEqual([1, 4]);
  });

  it("[STD2] the same said twice is no disagreement, however its parts are ordered", () => {
    const born = known({ is: "date", date: "1980-05-17" } as const);
    const turned = { value: { date: "1980-05-17", is: "date" }, is: "known" } as typeof born;
    const { visit } = given(arrived(), told({ born }, alone("B")), told({ born: turned }, alone("C")));
    expect(visit.heard.born).toHaveLength(2);
    expect(disagrees(visit.heard.born ?? null)).toBe(false);
  });

  it("[STD2] two that say different things disagree", () => {
    const { visit } = given(arrived(), placed("Rom 1", alone("B")), placed("Rom 2", alone("C")));
    expect(disagrees(visit.place)).toBe(true);
    expect(disagrees(null)).toBe(false);
  });
});

describe("a wrong clock", () => {
  it("[STD3] an hour slow does not make the last look lose", () => {
    expect(levelsOf(triaged("green", { at: "19:00" }), triaged("red", { on: "B", at: "18:05", stamped: "19:00" }))).toEqual([1]);
  });

  it("[STD3] an hour fast does not outlive what is looked at after it, though the log's clock did not follow", () => {
    expect(levelsOf(triaged("green", { on: "B", at: "20:05" }), triaged("red", { on: "A", at: "19:10" }))).toEqual([1]);
    expect(levelsOf(triaged("red", { on: "B", at: "20:05" }), triaged("green", { on: "A", at: "19:10" }))).toEqual([4]);
  });

  it("[STD3] three in a row with the clocks crossed: the last look stands", () => {
    const first = triaged("green", { on: "A", at: "19:00" });
    const second = triaged("yellow", { on: "B", at: "18:00" });
    expect(levelsOf(first, second, triaged("blue", { on: "A", at: "18:50", wrote: "19:20" }))).toEqual([3]);
  });

  it("[STD3] where the clocks contradict what a late entry's writer knew, both stand", () => {
    const ahead = triaged("green", { on: "B", at: "20:05" });
    const late = triaged("red", { on: "A", at: "19:05", wrote: "19:20" });
    expect(levelsOf(ahead, late)).toEqual([4, 1]);
    const { visit } = given(arrived(), ahead, late);
    expect(triageOf(visit)?.value.level).toBe(1);
  });
});

it("[STD1] the order in which records came here does not matter, and nor do the clocks", () => {
  const records = recordsOf(
    arrived(),
    triaged("green", { on: "B", at: "20:05" }),
    triaged("yellow", { on: "A", at: "19:10" }),
    triaged("red", { on: "C", at: "18:30", knowing: { A: 1 } }),
    triaged("blue", { on: "A", at: "19:20", knowing: { B: 1 } }),
  );
  const want = visitOf(theVisit, records);
  for (const order of permutations(records)) expect(visitOf(theVisit, order)).toEqual(want);
  expect(want.triage?.map((claim) => claim.value.level).toSorted()).toEqual([1, 5]);
  expect(want.triage === null ? null : latest(want.triage).by).toBe("A3");
});

const permutations = (records: ReadonlyArray<VisitRecord>): ReadonlyArray<ReadonlyArray<VisitRecord>> =>
  records.length <= 1
    ? [records]
    : records.flatMap((record, place) => permutations(records.toSpliced(place, 1)).map((rest) => [record, ...rest]));
