import { describe, expect, it } from "vitest";
import { epochMs } from "#core/time.ts";
import { readTypedTime } from "#forms/typed-time.ts";
import { offsetMinAt } from "#app/formats.ts";

const osloWinter = 60;
const at = (iso: string) => ({ nowMs: epochMs(Date.parse(iso)), offsetMinAt: () => osloWinter });
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

  it.each([
    ["spring, after the change", "01:30", "2026-03-29T03:30:00+02:00", "2026-03-29T01:30:00+01:00"],
    ["spring, the hour that was left out", "02:30", "2026-03-29T04:00:00+02:00", "2026-03-29T03:30:00+02:00"],
    ["spring, the evening before", "23:50", "2026-03-29T03:10:00+02:00", "2026-03-28T23:50:00+01:00"],
    ["autumn, after the change", "01:30", "2026-10-25T04:00:00+01:00", "2026-10-25T01:30:00+02:00"],
    ["autumn, the hour that comes twice, the first time", "02:30", "2026-10-25T02:40:00+02:00", "2026-10-25T02:30:00+02:00"],
    ["autumn, the hour that comes twice, soon", "02:30", "2026-10-25T02:15:00+02:00", "2026-10-25T02:30:00+02:00"],
    ["autumn, the hour that comes twice, the second time", "02:30", "2026-10-25T02:40:00+01:00", "2026-10-25T02:30:00+01:00"],
    ["autumn, between the two", "02:50", "2026-10-25T02:10:00+01:00", "2026-10-25T02:50:00+02:00"],
    ["autumn, the next morning", "07:00", "2026-10-25T07:20:00+01:00", "2026-10-25T07:00:00+01:00"],
  ])("[TIM4] %s", (_, text, now, meant) => {
    expect(readTypedTime(text, { nowMs: epochMs(Date.parse(now)), offsetMinAt })).toBe(Date.parse(meant));
  });

  it.each(["25:00", "1675", "soon", "1", "-1000", "16:4", "16 43 00"])("[TIM3] %j is not guessed at", (text) => {
    expect(read(text, evening)).toBeNull();
  });
});
