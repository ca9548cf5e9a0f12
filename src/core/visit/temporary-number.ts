/**
 * The temporary number: what is printed on the wristband and said aloud until the journal is back. "TRA-017-K" is
 * ward TR, device A, the seventeenth of that device, and a check letter.
 *
 * - TMP1 Two devices of one ward never give the same number: the device's letter is in it.
 * - TMP2 It is never mistaken for a national number: it starts with letters and never holds eleven digits.
 * - TMP3 One wrong letter or digit, or two neighbours swapped, is always noticed; a digit too many or too few 22 times of 23.
 * - TMP4 It is read as people type it: small letters, with or without spaces and dashes, zeros left out.
 * - TMP5 A real ward never begins its numbers as a drill does.
 *
 * Letters that look or sound like digits (I, O, Q) are not used; the 23 that remain are a prime, which is what makes TMP3 hold.
 */
import type { Brand } from "../brand.ts";
import { err, ok, type Result } from "../result.ts";

export type TemporaryNumber = Brand<string, "TemporaryNumber">;

export interface NumberParts {
  /** Two letters. */
  readonly wardCode: string;
  /** One letter. */
  readonly letter: string;
  /** 1 to 999,999. */
  readonly serial: number;
}

export type NumberFault = { readonly type: "NotANumber" } | { readonly type: "WrongCheckLetter" };

export const numberLetters = "ABCDEFGHJKLMNPRSTUVWXYZ";

/** What every number of a drill begins with; no real ward ever does. */
export const drillCode = "XX";

/** A ward's two letters, from 16 or more random bits; never those of a drill. */
export const wardCodeFrom = (random: number): string => {
  const base = numberLetters.length;
  const code = `${numberLetters[random % base]}${numberLetters[Math.floor(random / base) % base]}`;
  return code === drillCode ? `${numberLetters[0]}${numberLetters[0]}` : code;
};

/** The letter of a device that nobody has enrolled, from 8 or more random bits: two that were set up apart seldom meet. */
export const deviceLetterFrom = (random: number): string => numberLetters[random % numberLetters.length] ?? "A";

export const temporaryNumber = (parts: NumberParts): TemporaryNumber => {
  const { wardCode, letter, serial } = parts;
  const digits = String(serial).padStart(3, "0");
  return `${wardCode}${letter}-${digits}-${checkLetter(`${wardCode}${letter}`, digits)}` as TemporaryNumber;
};

export const readTemporaryNumber = (text: string): Result<TemporaryNumber, NumberFault> => {
  const bare = text.toUpperCase().replace(/[\s\p{Pd}]/gu, "");
  const found = /^([A-HJ-NPR-Z]{2})([A-HJ-NPR-Z])(\d{1,6})([A-HJ-NPR-Z])$/.exec(bare);
  if (!found) return err({ type: "NotANumber" });
  const [, wardCode = "", letter = "", digits = "", check] = found;
  const serial = Number(digits);
  if (serial < 1) return err({ type: "NotANumber" });
  const padded = String(serial).padStart(3, "0");
  if (checkLetter(`${wardCode}${letter}`, padded) !== check) return err({ type: "WrongCheckLetter" });
  return ok(temporaryNumber({ wardCode, letter, serial }));
};

/** The series ("TRA") and the serial of a number as given; a number that is none has serial 0 in a series of its own. */
export const numberParts = (number: TemporaryNumber): { readonly series: string; readonly serial: number } => {
  const [series = "", digits = ""] = number.split("-");
  return { series, serial: /^\d+$/.test(digits) ? Number(digits) : 0 };
};

/** Weighted sum modulo 23: every weight and every difference of neighbouring weights is prime to 23. */
const checkLetter = (letters: string, digits: string): string => {
  const values = [
    ...Array.from(letters, (letter) => numberLetters.indexOf(letter)),
    ...Array.from(digits.padStart(6, "0"), Number),
  ];
  const sum = values.reduce((total, value, place) => total + value * (place + 2), 0);
  return numberLetters[sum % numberLetters.length] ?? "A";
};
