import { describe, expect, it } from "vitest";
import { epochMs } from "#core/time.ts";
import { readTypedTime } from "#forms/typed-time.ts";

const osloWinter = 60;
const at = (iso: string) => ({ nowMs: epochMs(Date.parse(iso)), offsetMin: osloWinter });
const read = (text: string, iso: string): string | null => {
  const ms = readTypedTime(text, at(iso));
  return ms === null ? null : new Date(ms).toISOString();
};
const evening = "2026-11-23T16:58:30+01:00";

describe("typed times", () => {
  it.each(["", " ", "nå", "no", "NOW"])("[TIM1] %j is now", (text) => {
    expect(read(text, evening)).toBe("2026-11-23T15:58:30.000Z");
  });

  it.each([
    ["1643", "2026-11-23T15:43:00.000Z"],
    ["16:43", "2026-11-23T15:43:00.000Z"],
    ["16.43", "2026-11-23T15:43:00.000Z"],
    ["905", "2026-11-23T08:05:00.000Z"],
    ["9:05", "2026-11-23T08:05:00.000Z"],
    ["-10", "2026-11-23T15:48:30.000Z"],
    ["−10", "2026-11-23T15:48:30.000Z"],
  ])("[TIM1] %j is read as a nurse means it", (text, expected) => {
    expect(read(text, evening)).toBe(expected);
  });

  it("[TIM2] 23:50 typed ten past midnight was yesterday", () => {
    expect(read("2350", "2026-11-24T00:10:00+01:00")).toBe("2026-11-23T22:50:00.000Z");
  });

  it("[TIM2] a time within the next hour is kept as a time to come", () => {
    expect(read("1730", evening)).toBe("2026-11-23T16:30:00.000Z");
  });

  it.each(["25:00", "1675", "soon", "1", "-1000", "16:4", "16 43 00"])("[TIM3] %j is not guessed at", (text) => {
    expect(read(text, evening)).toBeNull();
  });
});
