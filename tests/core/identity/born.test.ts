import fc from "fast-check";
import { expect, it } from "vitest";
import { ageMonths, isDay, readBorn, type Born } from "#core/identity/born.ts";
import { epochMs } from "#core/time.ts";

const nowMs = epochMs(Date.parse("2026-03-03T19:11:00Z"));
const date = (text: string): Born => ({ is: "date", date: text });
const months = (count: number): Born => ({ is: "age", months: count, toldMs: nowMs });

it.each([
  ["170580", date("1980-05-17")],
  ["17051980", date("1980-05-17")],
  ["17.05.1980", date("1980-05-17")],
  ["17.5.80", date("1980-05-17")],
  ["17/5 1980", date("1980-05-17")],
  ["17-05-1980", date("1980-05-17")],
  [" 1980-05-17 ", date("1980-05-17")],
  ["1980-5-7", date("1980-05-07")],
  ["1980", { is: "year", year: 1980 }],
  ["42", months(42 * 12)],
  ["42 år", months(42 * 12)],
  ["ca. 42", months(42 * 12)],
  ["42ÅR", months(42 * 12)],
  ["8 mnd", months(8)],
  ["8 månader", months(8)],
  ["18 months", months(18)],
  ["0", months(0)],
  ["3 uker", months(0)],
  ["6 veker", months(1)],
  ["10 dager", months(0)],
  ["45 d", months(1)],
] as const)("[BORN1] %s is read", (typed, born) => {
  expect(readBorn(typed, nowMs)).toEqual(born);
});

it.each([
  ["030326", "2026-03-03"],
  ["040326", "2026-03-04"],
  ["050326", "1926-03-05"],
  ["311226", "1926-12-31"],
  ["010127", "1927-01-01"],
  ["290200", "2000-02-29"],
  ["311225", "2025-12-31"],
] as const)("[BORN2] the year of %s makes it %s", (typed, day) => {
  expect(readBorn(typed, nowMs)).toEqual(date(day));
});

it.each([
  "", " ", "i går", "31.02.1980", "290226", "2026-03-05", "2027", "1899", "01.01.1899", "1980-13-01", "570580", "126", "999 mnd x", "12345", "0080-01-01", "-3", "1e3", "42 hester",
])("[BORN3] \"%s\" is null, not a guess", (typed) => {
  expect(readBorn(typed, nowMs)).toBeNull();
});

it("[BORN3] whatever is typed, nobody is born in the future or longer ago than anybody lives", () => {
  const typed = fc.oneof(fc.string(), fc.stringMatching(/^[0-9]{1,8}$/), fc.stringMatching(/^[0-9]{1,2}[./ -][0-9]{1,2}[./ -][0-9]{2,4}$/));
  fc.assert(
    fc.property(typed, (text) => {
      const born = readBorn(text, nowMs);
      const day = born?.is === "date" ? Date.parse(born.date) : 0;
      expect(day).toBeLessThan(nowMs + 24 * 3_600_000);
      expect(born === null ? 0 : ageMonths(born, nowMs)).toBeLessThanOrEqual(126 * 12);
    }),
    { numRuns: 1000 },
  );
});

it("[BORN3] a day that is not in the calendar is no day", () => {
  expect(isDay("2024-02-29")).toBe(true);
  for (const text of ["2026-02-29", "2026-00-10", "2026-99-99", "2026-1-1", "26-01-01", ""]) expect(isDay(text)).toBe(false);
});

it("[BORN4] an age told grows by whole months only", () => {
  const told: Born = { is: "age", months: 8, toldMs: epochMs(Date.parse("2026-01-31T12:00:00Z")) };
  expect(ageMonths(told, epochMs(Date.parse("2026-02-01T12:00:00Z")))).toBe(8);
  expect(ageMonths(told, epochMs(Date.parse("2026-03-31T12:00:00Z")))).toBe(10);
});

it("[BORN4] a date gives whole months, a year counts from its middle", () => {
  expect(ageMonths(date("2025-03-03"), nowMs)).toBe(12);
  expect(ageMonths(date("2025-03-04"), nowMs)).toBe(11);
  expect(ageMonths({ is: "year", year: 2020 }, nowMs)).toBe(5 * 12 + 8);
  expect(ageMonths({ is: "year", year: 2026 }, nowMs)).toBe(0);
});

it("[BORN4] is never negative, though the clock that was told by was ahead", () => {
  fc.assert(
    fc.property(fc.integer({ min: -(10 ** 12), max: 3 * 10 ** 12 }), fc.integer({ min: 0, max: 1500 }), (ms, count) => {
      expect(ageMonths({ is: "age", months: count, toldMs: nowMs }, epochMs(ms))).toBeGreaterThanOrEqual(count);
      expect(ageMonths(date("2026-03-01"), epochMs(ms))).toBeGreaterThanOrEqual(0);
    }),
  );
});
