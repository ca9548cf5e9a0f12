import { describe, expect, it } from "vitest";
import { gcsTotal, isUnusual, measureNames, measures, saysNothingFound } from "#core/clinical/found.ts";
import { qsofaOf, shockIndexOf } from "#core/clinical/signs.ts";

describe("what is found", () => {
  it("[MSR1] both ends of what is usual are usual, one step outside is not", () => {
    for (const name of measureNames) {
      const { usual: [least, most], decimals } = measures[name];
      const step = decimals === 0 ? 1 : 0.1;
      expect([name, ...[least - step, least, most, most + step].map((value) => isUnusual(name, value))]).toEqual([name, true, false, false, true]);
    }
  });

  it("[MSR2] an empty look says nothing, also where only a scale or a source was chosen; a 0 or a remark says something", () => {
    expect(saysNothingFound({ measured: {}, spo2Scale: 2, by: "ambulance", remark: "" })).toBe(true);
    expect(saysNothingFound({ measured: { painOf10: 0 } })).toBe(false);
    expect(saysNothingFound({ measured: {}, remark: "urolig" })).toBe(false);
  });

  it("a coma sum is from 3 to 15, and none while a part cannot be tested", () => {
    expect(gcsTotal({ eye: 4, verbal: 5, motor: 6 })).toBe(15);
    expect(gcsTotal({ eye: 1, verbal: 1, motor: 1 })).toBe(3);
    expect(gcsTotal({ eye: 4, verbal: "NT", motor: 6 })).toBeNull();
  });
});

describe("signs", () => {
  it("[SGN1] counts at 22 breaths, 100 mmHg and anything but alert, and no nearer", () => {
    const at = (respirationPerMin: number, systolicMmHg: number, consciousness: "A" | "C") => qsofaOf({ measured: { respirationPerMin, systolicMmHg }, consciousness });
    expect(at(22, 100, "C")).toEqual({ count: 3, isComplete: true });
    expect(at(21, 101, "A")).toEqual({ count: 0, isComplete: true });
  });

  it("[SGN1] a coma sum under 15 or a letter other than A is enough; what nobody looked at is told", () => {
    expect(qsofaOf({ measured: {}, gcs: { eye: 4, verbal: 4, motor: 6 }, consciousness: "A" })).toEqual({ count: 1, isComplete: false });
    expect(qsofaOf({ measured: {}, gcs: { eye: 4, verbal: 5, motor: 6 }, consciousness: "C" })).toEqual({ count: 1, isComplete: false });
    expect(qsofaOf({ measured: {}, gcs: { eye: 4, verbal: "NT", motor: 6 }, consciousness: "A" })).toEqual({ count: 0, isComplete: false });
    expect(qsofaOf({ measured: { tempC: 37 } })).toBeNull();
  });

  it("[SGN2] is pulse over pressure, to two decimals, and nothing where it cannot be reckoned", () => {
    const of = (pulsePerMin: number, systolicMmHg: number) => shockIndexOf({ measured: { pulsePerMin, systolicMmHg } });
    expect([of(70, 120), of(100, 100), of(120, 80), of(80, 0)]).toEqual([0.58, 1, 1.5, null]);
    expect(shockIndexOf({ measured: { pulsePerMin: 70 } })).toBeNull();
  });
});
