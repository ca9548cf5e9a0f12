import { expect, it } from "vitest";
import { known, none, unknown, valueOf } from "#core/answer.ts";
import { addMinutes, epochMs, minutesBetween } from "#core/time.ts";

it("a time is whole milliseconds, and anything that is no number is a bug", () => {
  expect(epochMs(1.9)).toBe(1);
  expect(epochMs(-1.9)).toBe(-1);
  for (const bug of [Number.NaN, Infinity, -Infinity]) expect(() => epochMs(bug)).toThrow("finite");
});

it("minutes between are whole and never negative", () => {
  expect(minutesBetween(epochMs(0), epochMs(119_999))).toBe(1);
  expect(minutesBetween(epochMs(120_000), epochMs(0))).toBe(0);
  expect(addMinutes(epochMs(30), 2)).toBe(120_030);
});

it("not asked, unknown, none and known are four things, of which one has a value", () => {
  expect([undefined, unknown, none, known("")].map((answer) => valueOf(answer))).toEqual([null, null, null, ""]);
});
