// One from the journal's list in words, and how old the list is. Of a national number no more than the day of birth is shown.
import type { Born } from "#core/identity/born.ts";
import { maskNationalNumber } from "#core/identity/national-number.ts";
import { hourMs, type EpochMs } from "#core/time.ts";
import type { KnownPerson } from "#core/ward/snapshot.ts";
import type { PageWords } from "#i18n/pages/page-words.ts";
import { ageText, duration } from "../formats.ts";

/** By then somebody may have been moved, and a next shift has come. */
const oldAfterMs = 4 * hourMs;

interface AtWhatTime {
  readonly words: PageWords;
  readonly nowMs: EpochMs;
}

export const bornText = (born: Born | undefined, nowMs: EpochMs, words: PageWords): string => {
  if (born === undefined) return "";
  if (born.is === "age") return ageText(born, nowMs, words);
  return born.is === "year" ? String(born.year) : born.date.split("-").toReversed().join(".");
};

export const personFacts = ({ born, sex, nationalNumber, where }: KnownPerson, { words, nowMs }: AtWhatTime): ReadonlyArray<string> =>
  [
    bornText(born, nowMs, words),
    sex === undefined ? "" : words.fields.sex.choices[sex].toLowerCase(),
    nationalNumber === undefined ? "" : maskNationalNumber(nationalNumber),
    where ?? "",
  ].filter((text) => text !== "");

export const allergyText = ({ allergies }: KnownPerson, { snapshot }: PageWords): string | null =>
  allergies === undefined ? null : allergies.length === 0 ? snapshot.noneKnown : allergies.join(", ");

/** "for 48 min siden"; of what is old the minutes say nothing: "for 7 t siden". */
export const agoText = (asOfMs: EpochMs, { words, nowMs }: AtWhatTime): string => {
  const ms = Math.max(0, nowMs - asOfMs);
  const long = isOld(asOfMs, nowMs) && ms < 48 * hourMs ? `${String(Math.floor(ms / hourMs))} ${words.snapshot.hours}` : duration(ms, words);
  return [words.snapshot.ago, long, words.snapshot.agoAfter].filter((text) => text !== "").join(" ");
};

export const isOld = (asOfMs: EpochMs, nowMs: EpochMs): boolean => nowMs - asOfMs >= oldAfterMs;
