import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Found } from "#core/clinical/found.ts";
import { news2Fit, news2Of, news2Parts, type News2Part } from "#core/clinical/news2.ts";
import { chart, workedByHand, type Range } from "./rcp-news2.ts";

const well: Found = {
  measured: { respirationPerMin: 16, spo2Pct: 98, systolicMmHg: 120, pulsePerMin: 70, tempC: 37 },
  breathing: "air",
  consciousness: "A",
};

/** Both ends of each range and, where it is open, far out. */
const boundaries = (ranges: ReadonlyArray<Range>, far: readonly [least: number, most: number]) =>
  ranges.flatMap(([from, to, points]) => [[from ?? far[0], points] as const, [to ?? far[1], points] as const]);

const pointsAt = (found: Found, part: News2Part): number | undefined => news2Of(found)?.points[part];

describe("NEWS2", () => {
  it.each([
    ["respiration", "respirationPerMin", chart.rr, [0, 90], {}],
    ["spo2", "spo2Pct", chart.spo2Scale1, [0, 100], {}],
    ["spo2", "spo2Pct", chart.spo2Scale2Air, [0, 100], { spo2Scale: 2 }],
    ["spo2", "spo2Pct", chart.spo2Scale2O2, [0, 100], { spo2Scale: 2, breathing: "oxygen" }],
    ["systolic", "systolicMmHg", chart.sbp, [0, 300], {}],
    ["pulse", "pulsePerMin", chart.pulse, [0, 300], {}],
    ["temp", "tempC", chart.temp, [20, 45], {}],
  ] as const)("[NWS1] %s: %s has the chart's points at both ends of every range", (part, measure, ranges, far, also) => {
    for (const [value, points] of boundaries(ranges, far)) {
      expect([value, pointsAt({ ...well, ...also, measured: { ...well.measured, [measure]: value } }, part)]).toEqual([value, points]);
    }
  });

  it("[NWS1] the ranges of the chart leave no value out and none twice", () => {
    for (const [ranges, step] of [[chart.rr, 1], [chart.spo2Scale1, 1], [chart.spo2Scale2Air, 1], [chart.spo2Scale2O2, 1], [chart.sbp, 1], [chart.pulse, 1], [chart.temp, 0.1]] as const) {
      ranges.slice(1).forEach(([from], place) => expect(from).toBeCloseTo((ranges[place]?.[1] ?? 0) + step, 6));
    }
  });

  it("[NWS1] oxygen gives 2; who is not alert gets 3, whether new confusion, voice, pain or nothing reaches them", () => {
    expect(pointsAt(well, "breathing")).toBe(0);
    expect(pointsAt({ ...well, breathing: "oxygen" }, "breathing")).toBe(2);
    expect((["A", "C", "V", "P", "U"] as const).map((consciousness) => pointsAt({ ...well, consciousness }, "consciousness"))).toEqual([0, 3, 3, 3, 3]);
  });

  it.each(workedByHand)("[NWS1] $id, worked by hand, is $total and $band", ({ rr, spo2, scale, oxygen, sbp, pulse, acvpu, temp, total, anyThree, band }) => {
    const score = news2Of({
      measured: { respirationPerMin: rr, spo2Pct: spo2, systolicMmHg: sbp, pulsePerMin: pulse, tempC: temp },
      breathing: oxygen ? "oxygen" : "air",
      consciousness: acvpu,
      ...(scale === 2 ? { spo2Scale: 2 } : {}),
    });
    expect(score).toMatchObject({ is: "complete", total, band: band === "low-medium" ? "lowMedium" : band });
    expect(Object.values(score?.points ?? {}).includes(3)).toBe(anyThree);
  });

  it("[NWS2] with one of the seven missing there is no sum, only what it is at the least and what is missing", () => {
    const { tempC: _, ...measured } = well.measured;
    expect(news2Of({ ...well, measured: { ...measured, respirationPerMin: 25 } })).toEqual({
      is: "incomplete", atLeast: 3, missing: ["temp"],
      points: { respiration: 3, spo2: 0, breathing: 0, systolic: 0, pulse: 0, consciousness: 0 },
    });
    expect(news2Of({ measured: { painOf10: 4 } })).toBeNull();
  });

  it("[NWS2] what is at the least is never more than what it is when all is known", () => {
    const found = fc.record({
      rr: fc.integer({ min: 0, max: 60 }), spo2: fc.integer({ min: 60, max: 100 }), sbp: fc.integer({ min: 50, max: 250 }), pulse: fc.integer({ min: 20, max: 200 }),
      temp: fc.integer({ min: 300, max: 420 }).map((tenths) => tenths / 10), oxygen: fc.boolean(), scale2: fc.boolean(), acvpu: fc.constantFrom("A", "C", "V", "P", "U"),
    }).map(({ rr, spo2, sbp, pulse, temp, oxygen, scale2, acvpu }): Found => ({
      measured: { respirationPerMin: rr, spo2Pct: spo2, systolicMmHg: sbp, pulsePerMin: pulse, tempC: temp },
      breathing: oxygen ? "oxygen" : "air", consciousness: acvpu, ...(scale2 ? { spo2Scale: 2 } : {}),
    }));
    const fields = { respiration: "respirationPerMin", spo2: "spo2Pct", systolic: "systolicMmHg", pulse: "pulsePerMin", temp: "tempC" } as const;
    fc.assert(fc.property(found, fc.constantFrom(...news2Parts), (whole, part) => {
      const { breathing, consciousness, ...rest } = whole;
      const without: Found = part === "breathing" ? { ...rest, consciousness: consciousness ?? "A" } : part === "consciousness" ? { ...rest, breathing: breathing ?? "air" }
        : { ...whole, measured: Object.fromEntries(Object.entries(whole.measured).filter(([name]) => name !== fields[part])) };
      const [all, least] = [news2Of(whole), news2Of(without)];
      expect(all?.is).toBe("complete");
      expect(least).toMatchObject({ is: "incomplete", missing: [part] });
      expect(least?.is === "incomplete" ? least.atLeast : null).toBeLessThanOrEqual(all?.is === "complete" ? all.total : -1);
    }));
  });

  it("[NWS3] is for nobody under 16, nor pregnant; where the age is not known, that is said", () => {
    const fit = (ageMonths: number | null, isPregnant = false) => news2Fit({ ageMonths, isPregnant });
    expect([fit(16 * 12 - 1), fit(16 * 12), fit(null), fit(30 * 12, true)]).toEqual(["under16", "fits", "ageUnknown", "pregnant"]);
  });

  it("[NWS4] on scale 2, much oxygen in the blood has points only on oxygen, and none while nobody knows", () => {
    const at97 = { ...well, spo2Scale: 2, measured: { ...well.measured, spo2Pct: 97 } } as const;
    const { breathing: _, ...unsaid } = at97;
    expect([pointsAt(at97, "spo2"), pointsAt({ ...at97, breathing: "oxygen" }, "spo2"), pointsAt(unsaid, "spo2")]).toEqual([0, 3, 0]);
  });
});
