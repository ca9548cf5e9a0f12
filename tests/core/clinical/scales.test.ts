import { describe, expect, it } from "vitest";
import { levelOf, levels, limitMinOf, meaningOf, scaleIds, scales, triageLimitMin, untriagedUrgency, urgencyOf } from "#core/clinical/scales.ts";

const all = scaleIds.map((id) => scales[id]);

describe.each(all)("$name", (scale) => {
  it("[SCL1] has its levels in order of urgency, from 1 and without a gap", () => {
    expect(scale.levels.map(({ level }) => level)).toEqual(levels.slice(0, scale.levels.length));
    expect(scale.levels.length).toBeGreaterThanOrEqual(3);
  });

  it("[SCL1] never lets a longer limit stand above a shorter one, and the first may not wait", () => {
    const limits = scale.levels.map(({ limitMin }) => limitMin);
    expect(limits).toEqual(limits.toSorted((a, b) => a - b));
    expect(limits[0]).toBe(0);
    const reassess = scale.levels.map(({ reassessMin }) => reassessMin);
    expect(reassess).toEqual(reassess.toSorted((a, b) => a - b));
  });

  it("[SCL1] tells its levels apart by colour and by name in every language, and says where they come from", () => {
    expect(new Set(scale.levels.map(({ colour }) => colour)).size).toBe(scale.levels.length);
    for (const language of ["nb", "nn", "en"] as const) {
      expect(new Set(scale.levels.map(({ name }) => name[language])).size).toBe(scale.levels.length);
    }
    expect(scale.source).not.toBe("");
  });

  it("[SCL3] is in its own order by urgency, with the untriaged after those who may not wait and before those who may", () => {
    const urgencies = scale.levels.map(({ level }) => urgencyOf({ scale: scale.id, level }));
    expect(urgencies).toEqual(urgencies.toSorted((a, b) => a - b));
    expect(new Set(urgencies).size).toBe(urgencies.length);
    for (const { level, limitMin } of scale.levels) {
      expect(urgencyOf({ scale: scale.id, level }) < untriagedUrgency).toBe(limitMin === 0);
    }
  });
});

it("[SCL1] the times of MTS are those that its publisher gives", () => {
  expect(scales.mts.levels.map(({ limitMin }) => limitMin)).toEqual([0, 10, 60, 120, 240]);
  expect(triageLimitMin).toBe(15);
});

it("[SCL2] a level of a version that is not here has no name and no colour, and keeps the times of its number", () => {
  const recorded = { scale: "mts", scaleVersion: "2031-1", level: 2 } as const;
  expect(meaningOf(recorded)).toBeNull();
  expect(meaningOf({ ...recorded, scaleVersion: scales.mts.version })?.colour).toBe("orange");
  expect(limitMinOf(recorded)).toBe(10);
});

it("[SCL2] a number that the scale does not have may not wait", () => {
  expect(levelOf("no3", 4)).toBeNull();
  expect(limitMinOf({ scale: "no3", level: 4 })).toBe(0);
  expect(urgencyOf({ scale: "no3", level: 4 })).toBeLessThan(untriagedUrgency);
});

it("[SCL3] of two scales the one that may wait less is the more urgent, whatever its number", () => {
  expect(urgencyOf({ scale: "no3", level: 2 })).toBeLessThan(urgencyOf({ scale: "mts", level: 3 }));
  expect(urgencyOf({ scale: "mts", level: 4 })).toBe(urgencyOf({ scale: "no3", level: 3 }) + 1);
  expect(urgencyOf({ scale: "no3", level: 3 })).toBeLessThan(urgencyOf({ scale: "retts", level: 4 }));
});
