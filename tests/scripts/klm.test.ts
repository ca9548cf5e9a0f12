import { describe, expect, it } from "vitest";
import { countsOf, deskS, paperS, touchS, type Act } from "../../bench/klm.ts";

const act = (is: Act["is"], control: string, beginsValue = false): Act => ({ is, control, beginsValue });
const keys = (control: string, many: number): ReadonlyArray<Act> => Array.from({ length: many }, () => act("key", control));

describe("the keystroke-level model", () => {
  it("[KLM1] a desk: keys, clicks, and the hand that goes between them", () => {
    const counts = countsOf([...keys("name", 12), act("mouse", "Register")]);
    expect(counts).toEqual({ keys: 12, clicks: 1, taps: 0, scans: 0, switches: 1, decisions: 1.5 });
    expect(deskS(counts, 0)).toBeCloseTo(12 * 0.239 + 1.2 + 0.4 + 1.5 * 1.35);
  });

  it("[KLM2] touch: taps, and the keys that come up", () => {
    const counts = countsOf([act("touch", "name"), ...keys("name", 12), act("touch", "level 2"), act("touch", "Register")]);
    expect(counts).toMatchObject({ keys: 12, taps: 3, switches: 1, decisions: 2.5 });
    expect(touchS(counts, 0)).toBeCloseTo(12 * 0.331 + 3 * 0.567 + 0.4 + 2.5 * 1.35);
  });

  it("[KLM3] the same control is decided on once, each further value on a line once more, and the last press is half", () => {
    expect(countsOf([...keys("line", 2), act("key", "line", true), ...keys("line", 2)]).decisions).toBe(1.5);
    expect(countsOf([...keys("name", 3), ...keys("reason", 3), ...keys("name", 3)]).decisions).toBe(2.5);
    expect(countsOf([]).decisions).toBe(0);
  });

  it("[KLM4] a scan is two seconds and one decision; what the program takes is added", () => {
    expect(deskS(countsOf([act("scan", "the scanner"), act("key", "key Enter")]), 0.25)).toBeCloseTo(2 + 0.239 + 1.5 * 1.35 + 0.25);
  });

  it("[KLM5] paper: letters without their spaces, fields and ticks", () => {
    expect(paperS({ written: ["Ola Nordmann", "falt"], ticks: 2 })).toBeCloseTo(0.5 * 15 + 2 * 1.85 + 2 * 2.15);
  });
});
