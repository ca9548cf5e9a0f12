import { expect, it } from "vitest";
import { epochMs } from "#core/time.ts";
import { readComingTime } from "#forms/coming-time.ts";

/** 19:30 in Oslo, in winter. */
const nowMs = epochMs(Date.parse("2026-11-23T18:30:00Z"));
const read = (text: string): string | null => {
  const atMs = readComingTime(text, { nowMs, offsetMinAt: () => 60 });
  return atMs === null ? null : new Date(atMs + 3_600_000).toISOString().slice(8, 16);
};

it.each([
  ["nå", "23T19:30"], ["+30", "23T20:00"], ["30 min", "23T20:00"], ["om 30 minutter", "23T20:00"], [" 45m ", "23T20:15"], ["+120", "23T21:30"],
  ["1 t", "23T20:30"], ["2 timer", "23T21:30"], ["1,5 t", "23T21:00"], ["om 1 time", "23T20:30"], ["in 2 hours", "23T21:30"],
])("[CMT1] %s is %s", (text, is) => {
  expect(read(text)).toBe(is);
});

it.each([["2030", "23T20:30"], ["20:30", "23T20:30"], ["20.30", "23T20:30"], ["00:15", "24T00:15"], ["0700", "24T07:00"], ["830", "24T08:30"], ["19:10", "23T19:10"], ["18:31", "23T18:31"], ["18:20", "24T18:20"]])(
  "[CMT2] %s is the next, or the one just missed: %s",
  (text, is) => {
    expect(read(text)).toBe(is);
  },
);

it.each(["", " ", "20", "i kveld", "senere", "25:00", "20:61", "2", "-10", "+", "min", "1 uke", "20:3", "20:30:00", "+1000", "kl 20", "20-21", "1e3", "٢٠:٣٠", "20 : 30"])("[CMT3] %s is no time", (text) => {
  expect(read(text)).toBeNull();
});
