import { describe, expect, it } from "vitest";
import { known } from "#core/answer.ts";
import type { Found } from "#core/clinical/found.ts";
import type { Born } from "#core/identity/born.ts";
import { scoredLooks, seriesOf } from "#projections/looks.ts";
import { arrived, at, given, observed, told, type Step } from "../core/visit/given.ts";

const grown = known<Born>({ is: "year", year: 1960 });
const well: Found = { measured: { respirationPerMin: 16, spo2Pct: 98, systolicMmHg: 120, diastolicMmHg: 80, pulsePerMin: 70, tempC: 37 }, breathing: "air", consciousness: "A" };
const scores = (...steps: ReadonlyArray<Step>) => scoredLooks(given(...steps).visit).map((look) => look.scores);

describe("looks", () => {
  it("[LKS1] values of two looks are never put together", () => {
    const [first, second] = scores(arrived({}, { born: grown }), observed(well), observed({ measured: { respirationPerMin: 26 } }));
    expect(first?.news2).toMatchObject({ is: "complete", total: 0 });
    expect(second?.news2).toMatchObject({ is: "incomplete", atLeast: 3 });
  });

  it("[LKS2] a child gets no NEWS2, nor who is pregnant; where nobody knows the age, it is given and that is said", () => {
    const sixteenTomorrow = known<Born>({ is: "date", date: "2010-03-04" });
    const sixteenToday = known<Born>({ is: "date", date: "2010-03-03" });
    expect(scores(arrived({}, { born: sixteenTomorrow }), observed(well))).toMatchObject([{ fit: "under16", news2: null }]);
    expect(scores(arrived({}, { born: sixteenToday }), observed(well))).toMatchObject([{ fit: "fits", news2: { total: 0 } }]);
    expect(scores(arrived({}, { born: grown }), observed(well), told({ pregnant: known("yes") }))).toMatchObject([{ fit: "pregnant", news2: null }]);
    expect(scores(arrived({}, { born: grown }), observed(well), told({ pregnant: known("no") }))).toMatchObject([{ fit: "fits" }]);
    expect(scores(arrived(), observed(well))).toMatchObject([{ fit: "ageUnknown", news2: { total: 0 } }]);
  });

  it("[LKS2] an age that was told is counted on from when it was told", () => {
    const born = known<Born>({ is: "age", months: 16 * 12 - 1, toldMs: at("18:00") });
    expect(scores(arrived({}, { born }), observed(well, { at: "18:30" }))).toMatchObject([{ fit: "under16" }]);
  });

  it("[LKS3] each measure has the values that stand, in the order they happened, and no point where nobody measured", () => {
    const { visit } = given(arrived(), observed({ measured: { pulsePerMin: 90 } }, { at: "18:30" }), observed({ measured: { tempC: 37 } }, { at: "18:40" }), observed({ measured: { pulsePerMin: 110 } }, { at: "18:10", wrote: "18:50" }));
    expect(seriesOf(visit)).toEqual([
      { name: "pulsePerMin", points: [{ by: "A4", atMs: at("18:10"), value: 110 }, { by: "A2", atMs: at("18:30"), value: 90 }] },
      { name: "tempC", points: [{ by: "A3", atMs: at("18:40"), value: 37 }] },
    ]);
  });
});
