/**
 * A national number as somebody typed it: what kind it is, what it tells, and whether its check digits hold. It
 * warns and never blocks: a wrong number is still what the patient said.
 *
 * - NIN1 Birth, D, H, shared help (FH) and DUF numbers are told apart; spaces, dots and dashes do not matter.
 * - NIN2 Numbers made for tests are told from real ones: month +80 (Skatteetaten) and +65 (NHN); +40 is an H-number or Dolly's.
 * - NIN3 A D-number has a century table of its own since November 2021: 41810021827 is a child of 2000, not of 1900.
 * - NIN4 Before 2032 a number that holds only by the rule of 2032 is said to; from 2032 on it holds.
 * - NIN5 From 2032 nobody can see from a number which series it is of, so neither century nor sex is read from it.
 * - NIN6 Any text at all gives a reading; nothing throws.
 * - NIN7 A masked number shows no more than the day of birth.
 *
 * Sources: Skatteetaten's documentation of the population register (weights, series, 2032, D-numbers); HIS 1001 (H and
 * FH). The check of DUF numbers is not published: it agrees with known examples, and a miss is a hint.
 */
import type { EpochMs } from "../time.ts";

export type NationalNumberKind = "birthNumber" | "dNumber" | "hNumber" | "sharedHelpNumber" | "duf" | "unrecognised";

export type NationalNumberCheck =
  | "ok"
  /** Not 11 digits, and not the 12 of a DUF number. */
  | "wrongLength"
  | "notDigits"
  | "wrongCheckDigits"
  /** The check digits hold, the day or the month is none. */
  | "noSuchDate"
  /** The check digits hold, and no such series has been given out for that year. */
  | "noSuchSeries"
  | "bornInFuture"
  /** Holds by the rule of 2032 and it is not yet 2032: a typing error is far more likely. */
  | "onlyFrom2032";

export interface NationalNumberReading {
  readonly kind: NationalNumberKind;
  /** The bare digits; what was typed, trimmed, when it is no number. */
  readonly digits: string;
  readonly synthetic: "no" | "yes" | "perhaps";
  /** ISO date, when the number tells it for certain. */
  readonly born: string | null;
  readonly sex: "female" | "male" | null;
  readonly checked: NationalNumberCheck;
}

export const readNationalNumber = (typed: string, nowMs: EpochMs): NationalNumberReading => {
  const digits = bare(typed);
  const reading = { kind: "unrecognised", digits, synthetic: "no", born: null, sex: null } as const;
  if (!/^\d+$/.test(digits)) return { ...reading, digits: typed.trim(), checked: "notDigits" };
  if (digits.length === 12) return { ...reading, kind: "duf", checked: dufHolds(digits) ? "ok" : "wrongCheckDigits" };
  if (digits.length !== 11) return { ...reading, checked: "wrongLength" };
  const shape = shapeOf(digits);
  const like = { ...reading, kind: shape.kind, synthetic: shape.synthetic };
  const rest = firstRest(digits);
  if (rest > 3 || !secondHolds(digits)) return { ...like, checked: "wrongCheckDigits" };
  const is2032 = new Date(nowMs).getUTCFullYear() >= 2032;
  if (rest !== 0 && !is2032) return { ...like, checked: "onlyFrom2032" };
  if (shape.kind === "sharedHelpNumber") return { ...like, checked: "ok" };
  if (!isDayOfSomeYear(shape)) return { ...like, checked: "noSuchDate" };
  if (is2032) return { ...like, checked: "ok" };
  const century = centuryOf(shape);
  if (century === null) return { ...like, checked: "noSuchSeries" };
  const born = isoDate(century + shape.yy, shape.month, shape.day);
  if (born === null) return { ...like, checked: "noSuchDate" };
  if (Date.parse(born) > nowMs) return { ...like, checked: "bornInFuture" };
  return { ...like, born, sex: Number(digits[8]) % 2 === 1 ? "male" : "female", checked: "ok" };
};

/** "130972 •••••": for boards and lists. Help and DUF numbers tell no date, and are masked whole but for two digits. */
export const maskNationalNumber = (typed: string): string => {
  const digits = bare(typed);
  if (!/^\d{11}$/.test(digits)) return "•".repeat(Math.min(12, Array.from(typed.trim()).length));
  return /^[89]/.test(digits) ? `${digits.slice(0, 2)}•••• •••••` : `${digits.slice(0, 6)} •••••`;
};

const bare = (typed: string): string => typed.replace(/[\s.\-\u2010-\u2015]/g, "");

interface Shape {
  readonly kind: "birthNumber" | "dNumber" | "hNumber" | "sharedHelpNumber";
  readonly synthetic: "no" | "yes" | "perhaps";
  readonly day: number;
  readonly month: number;
  readonly yy: number;
  /** Digits 7 to 9. */
  readonly series: number;
}

const shapeOf = (digits: string): Shape => {
  const [writtenDay, writtenMonth] = [Number(digits.slice(0, 2)), Number(digits.slice(2, 4))];
  const isD = writtenDay > 40 && writtenDay < 80;
  const added = [80, 65, 40].find((more) => writtenMonth > more && writtenMonth <= more + 12) ?? 0;
  const rest = { day: isD ? writtenDay - 40 : writtenDay, month: writtenMonth - added, yy: Number(digits.slice(4, 6)), series: Number(digits.slice(6, 9)) };
  if (writtenDay >= 80) return { kind: "sharedHelpNumber", synthetic: "no", ...rest };
  const synthetic = added === 0 ? "no" : added === 40 ? "perhaps" : "yes";
  return { kind: isD ? "dNumber" : added === 40 ? "hNumber" : "birthNumber", synthetic, ...rest };
};

type Series = readonly [fromSeries: number, toSeries: number, fromYear: number, toYear: number, century: number];

const birthSeries: ReadonlyArray<Series> = [
  [500, 749, 54, 99, 1800],
  [0, 499, 0, 99, 1900],
  [900, 999, 40, 99, 1900],
  [500, 999, 0, 39, 2000],
];
const dSeries: ReadonlyArray<Series> = [
  [500, 599, 58, 99, 1800],
  [0, 199, 0, 39, 1900],
  [0, 499, 40, 99, 1900],
  [600, 999, 40, 99, 1900],
  [200, 999, 0, 39, 2000],
];

const centuryOf = ({ kind, yy, series }: Shape): number | null =>
  (kind === "dNumber" ? dSeries : birthSeries).find(([from, to, first, last]) => series >= from && series <= to && yy >= first && yy <= last)?.[4] ?? null;

const isoDate = (year: number, month: number, day: number): string | null => {
  const at = new Date(Date.UTC(year, month - 1, day));
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day ? at.toISOString().slice(0, 10) : null;
};

/** 2000 was a leap year, so it has every day that any year has. */
const isDayOfSomeYear = ({ month, day }: Shape): boolean => day > 0 && month > 0 && isoDate(2000, month, day) !== null;

const weighted = (digits: string, weights: ReadonlyArray<number>): number =>
  weights.reduce((sum, weight, place) => sum + weight * Number(digits[place]), 0) % 11;

/** 0 by today's rule; 0 to 3 by the rule of 2032. The check digit itself has the weight 1. */
const firstRest = (digits: string): number => weighted(digits, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]);
const secondHolds = (digits: string): boolean => weighted(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) === 0;

/** Year and running number; the last two digits are the rest of the sum, as known examples have it. */
const dufHolds = (digits: string): boolean => weighted(digits, [4, 6, 3, 2, 4, 6, 3, 2, 7, 5]) === Number(digits.slice(10));
