/**
 * When a person was born, as well as anybody knows it: a date, a year, or an age somebody told or guessed.
 *
 * - BORN1 What the nurse types is read as a date (170580, 17.05.1980, 1980-05-17), a year (1980) or an age (42, 42 år, 8 mnd).
 * - BORN2 A two-digit year is the latest one that does not lie in the future.
 * - BORN3 What cannot be read is null, never a guess.
 */
import { epochMs, type EpochMs } from "../time.ts";

export type Born =
  | { readonly is: "date"; readonly date: string }
  | { readonly is: "year"; readonly year: number }
  | { readonly is: "age"; readonly months: number; readonly toldMs: EpochMs };

const isoDate = (year: number, month: number, day: number): string | null => {
  const at = new Date(Date.UTC(year, month - 1, day));
  const same = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return same ? at.toISOString().slice(0, 10) : null;
};

const fullYear = (yy: number, nowMs: EpochMs): number => {
  const year = new Date(nowMs).getUTCFullYear();
  const century = year - (year % 100);
  return century + yy > year ? century - 100 + yy : century + yy;
};

const dateBorn = (year: number, month: number, day: number, nowMs: EpochMs): Born | null => {
  const date = isoDate(year, month, day);
  return date !== null && Date.parse(date) <= nowMs ? { is: "date", date } : null;
};

export const readBorn = (text: string, nowMs: EpochMs): Born | null => {
  const typed = text.trim().toLowerCase();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  if (iso) return dateBorn(Number(iso[1]), Number(iso[2]), Number(iso[3]), nowMs);
  const dotted = /^(\d{1,2})[./ ](\d{1,2})[./ ](\d{4}|\d{2})$/.exec(typed) ?? /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(typed);
  if (dotted) {
    const year = dotted[3] ?? "";
    return dateBorn(year.length === 2 ? fullYear(Number(year), nowMs) : Number(year), Number(dotted[2]), Number(dotted[1]), nowMs);
  }
  const months = /^(\d{1,3}) ?(m|md|mnd|mo|months?|måned(?:er)?|månad(?:er)?)\.?$/.exec(typed);
  if (months) return { is: "age", months: Number(months[1]), toldMs: epochMs(nowMs) };
  const years = /^(?:ca\.? ?)?(\d{1,3}) ?(å|år|y|yrs?|years?)?\.?$/.exec(typed);
  if (years && Number(years[1]) <= 125) return { is: "age", months: Number(years[1]) * 12, toldMs: epochMs(nowMs) };
  const year = /^(\d{4})$/.exec(typed);
  const thisYear = new Date(nowMs).getUTCFullYear();
  if (year && Number(year[1]) <= thisYear && Number(year[1]) >= thisYear - 125) return { is: "year", year: Number(year[1]) };
  return null;
};

/** Age in whole months, as near as what is known allows; a bare year counts from the middle of it. */
export const ageMonths = (born: Born, nowMs: EpochMs): number => {
  const now = new Date(nowMs);
  const monthsNow = now.getUTCFullYear() * 12 + now.getUTCMonth();
  switch (born.is) {
    case "age":
      return born.months + Math.max(0, monthsBetween(born.toldMs, nowMs));
    case "year":
      return Math.max(0, monthsNow - (born.year * 12 + 6));
    case "date": {
      const at = new Date(born.date);
      const whole = monthsNow - (at.getUTCFullYear() * 12 + at.getUTCMonth());
      return Math.max(0, now.getUTCDate() < at.getUTCDate() ? whole - 1 : whole);
    }
  }
};

const monthsBetween = (fromMs: EpochMs, toMs: EpochMs): number => {
  const from = new Date(fromMs);
  const to = new Date(toMs);
  return (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth();
};
