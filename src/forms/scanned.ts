/**
 * What a code says that a scanner or a camera has read, and what our own codes say.
 *
 * - SCD1 Our own code is "VB" (a visit) or "VP" (a blank form) and the temporary number, in large letters and digits alone: a scanner
 *   set for another keyboard types those the same. No national number ever stands in one.
 * - SCD2 A national number is taken for one only where its check holds and nothing but a known mark of the printer's stands
 *   before it. A number in a longer row of digits is somebody else's.
 * - SCD3 Our number with a letter or digit wrong is said to be misread, and leads nowhere.
 * - SCD4 Anything else is unknown: given back as it was read, and never guessed at. Nothing throws.
 */
import { readNationalNumber } from "#core/identity/national-number.ts";
import type { EpochMs } from "#core/time.ts";
import { readTemporaryNumber, type TemporaryNumber } from "#core/visit/temporary-number.ts";

export type Scanned =
  | { readonly is: "visit" | "blank"; readonly number: TemporaryNumber }
  | { readonly is: "nationalNumber"; readonly digits: string }
  | { readonly is: "misread" | "unknown"; readonly text: string };

export const longestCode = 4_000;

const marks = { visit: "VB", blank: "VP" } as const;

/** At most twelve signs: the smallest QR there is, with the most room for scratches. */
export const codeOf = (is: keyof typeof marks, number: TemporaryNumber): string => marks[is] + number.replaceAll("-", "");

export const readScanned = (read: string, nowMs: EpochMs): Scanned => {
  const text = withoutSigns(read.slice(0, longestCode));
  const bare = text.toUpperCase().replace(/[^0-9A-Z]/gu, "");
  const own = /^(VB|VP)([A-Z]{3}\d{1,6}[A-Z])$/.exec(bare);
  if (own !== null && isShort(text)) return ownCode(own[1] === marks.blank ? "blank" : "visit", own[2] ?? "", text);
  // A number that was printed without our mark: as people write it, with its dashes or what a keyboard made of them.
  const plain = readTemporaryNumber(text.replace(/(?<=[A-Z\d])[+/?'´](?=[A-Z\d])/giu, "-"));
  if (plain.ok) return { is: "visit", number: plain.value };
  const digits = /^(?:(?:FNR|FN|DNR|DUF|PID|ID|F|P)[:\s]?)?([\d\s.-]+)$/iu.exec(text)?.[1]?.replace(/\D/gu, "") ?? "";
  return isNationalNumber(digits, nowMs) ? { is: "nationalNumber", digits } : { is: "unknown", text };
};

const ownCode = (is: keyof typeof marks, typed: string, text: string): Scanned => {
  const number = readTemporaryNumber(typed);
  return number.ok ? { is, number: number.value } : { is: "misread", text };
};

/** Our code with what a scanner may put between; a sentence with the same letters in it is a sentence. */
const isShort = (text: string): boolean => text.length <= 20 && !/\s\S+\s/u.test(text);

/** Without what the scanner says of the kind of code ("]C1"), and without signs that stand for nothing on paper. */
const withoutSigns = (read: string): string => read.replace(/[\p{Cc}\p{Cf}]/gu, "").trim().replace(/^\][A-Za-z]\d/u, "").trim();

/** Twelve digits stand on every box of milk: only what begins with the year of a DUF number is one. */
const isNationalNumber = (digits: string, nowMs: EpochMs): boolean => {
  if (digits.length === 12 && !isYearSince1990(Number(digits.slice(0, 4)), nowMs)) return false;
  return readNationalNumber(digits, nowMs).checked === "ok";
};

const isYearSince1990 = (year: number, nowMs: EpochMs): boolean => year >= 1990 && year <= new Date(nowMs).getUTCFullYear();
