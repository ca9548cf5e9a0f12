/**
 * When a person was born, as well as anybody knows it: a date, a year, or an age somebody told or guessed.
 *
 * - BORN1 What the nurse types is read as a date (170580, 17.05.1980, 1980-05-17), a year (1980) or an age (42, 42 år, 8 mnd,
 *   3 uker, 10 dager).
 * - BORN2 A two-digit year is the latest one that does not put the date in the future.
 * - BORN3 What cannot be read, lies in the future or is longer ago than anybody lives is null, never a guess.
 * - BORN4 An age that was told grows by whole months; it is never negative, whatever the clocks say.
 */
import { epochMs, hourMs, type EpochMs } from "../time.ts";

export type Born =
  | { readonly is: "date"; readonly date: string }
  | { readonly is: "year"; readonly year: number }
  | { readonly is: "age"; readonly months: number; readonly toldMs: EpochMs };

/** Whether it is what a record holds of a birth, whoever wrote it. */
export const isBorn = (raw: unknown): raw is Born => {
  if (typeof raw !== "object" || raw === null || !("is" in raw)) return false;
  const { date, year, months, toldMs } = raw as { readonly [field: string]: unknown };
  if (raw.is === "date") return typeof date === "string" && isDay(date);
  if (raw.is === "year") return isCount(year) && year <= 9999;
  return raw.is === "age" && isCount(months) && typeof toldMs === "number" && Math.abs(toldMs) <= furthestMs;
};

/** Within what a calendar can hold. */
const furthestMs = 8.64e15;
const isCount = (raw: unknown): raw is number => Number.isSafeInteger(raw) && Number(raw) >= 0;

/** Longer ago than anybody has lived. */
const oldestYears = 125;
/** Where the day is younger than in UTC it may be tomorrow already: a child born after midnight must be readable. */
const dayAheadMs = 14 * hourMs;

export const readBorn = (text: string, nowMs: EpochMs): Born | null => {
  const typed = text.trim().toLowerCase();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  if (iso) return dateBorn(Number(iso[1]), Number(iso[2]), Number(iso[3]), nowMs);
  const dotted = /^(\d{1,2})[./ -](\d{1,2})[./ -](\d{4}|\d{2})$/.exec(typed) ?? /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(typed);
  if (dotted) {
    const [day, month, year] = [Number(dotted[1]), Number(dotted[2]), Number(dotted[3])];
    return dotted[3]?.length === 2 ? latestBorn(year, month, day, nowMs) : dateBorn(year, month, day, nowMs);
  }
  const counted = /^(?:ca\.? ?)?(\d{1,3}) ?([a-zåø]*)\.?$/.exec(typed);
  if (counted) return ageBorn(Number(counted[1]), counted[2] ?? "", nowMs);
  const year = /^\d{4}$/.test(typed) ? Number(typed) : null;
  return year !== null && year <= yearOf(nowMs + dayAheadMs) && year >= yearOf(nowMs) - oldestYears ? { is: "year", year } : null;
};

/** Age in whole months, as near as what is known allows; a bare year counts from the middle of it. */
export const ageMonths = (born: Born, nowMs: EpochMs): number => {
  switch (born.is) {
    case "age":
      return born.months + wholeMonths(born.toldMs, nowMs);
    case "year":
      return wholeMonths(Date.UTC(born.year, 6, 1), nowMs);
    case "date":
      return wholeMonths(Date.parse(born.date), nowMs);
  }
};

/** Whether the text is a day of the calendar, as 1980-05-17. */
export const isDay = (text: string): boolean => {
  const [year, month, day] = text.split("-").map(Number);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && isoDate(year ?? 0, month ?? 0, day ?? 0) === text;
};

const isoDate = (year: number, month: number, day: number): string | null => {
  const at = new Date(Date.UTC(year, month - 1, day));
  const same = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return same ? at.toISOString().slice(0, 10) : null;
};

const dateBorn = (year: number, month: number, day: number, nowMs: EpochMs): Born | null => {
  const date = isoDate(year, month, day);
  if (date === null || Date.parse(date) > nowMs + dayAheadMs || year < yearOf(nowMs) - oldestYears) return null;
  return { is: "date", date };
};

const latestBorn = (twoDigits: number, month: number, day: number, nowMs: EpochMs): Born | null => {
  const thisYear = yearOf(nowMs + dayAheadMs);
  const inThisCentury = thisYear - (thisYear % 100) + twoDigits;
  return dateBorn(inThisCentury, month, day, nowMs) ?? dateBorn(inThisCentury - 100, month, day, nowMs);
};

const units: ReadonlyArray<readonly [words: RegExp, daysEach: number, monthsEach: number]> = [
  [/^(?:å|år|y|yrs?|years?|)$/, 0, 12],
  [/^(?:m|md|mnd|mo|months?|måned(?:er)?|månad(?:er)?)$/, 0, 1],
  [/^(?:u|uker?|veker?|veke|w|weeks?)$/, 7, 0],
  [/^(?:d|dag(?:er|ar)?|days?)$/, 1, 0],
];

const ageBorn = (count: number, unit: string, nowMs: EpochMs): Born | null => {
  const [, daysEach, monthsEach] = units.find(([words]) => words.test(unit)) ?? [null, 0, 0];
  if (daysEach + monthsEach === 0) return null;
  const months = Math.floor((count * daysEach) / daysInMonth) + count * monthsEach;
  return months <= oldestYears * 12 ? { is: "age", months, toldMs: epochMs(nowMs) } : null;
};

const daysInMonth = 30.4;

const yearOf = (ms: number): number => new Date(ms).getUTCFullYear();

const wholeMonths = (fromMs: number, toMs: number): number => {
  const from = new Date(fromMs);
  const to = new Date(toMs);
  const begun = (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth();
  return Math.max(0, to.getUTCDate() < from.getUTCDate() ? begun - 1 : begun);
};
