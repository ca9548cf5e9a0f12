// Who this is, in as few words as it takes. "Unknown" was asked; "no name" was not.
import { aliasOf } from "#core/identity/alias.ts";
import type { EpochMs } from "#core/time.ts";
import { detailNames, type DetailAnswers } from "#core/visit/details.ts";
import { answerOf, type Visit } from "#core/visit/visit.ts";
import type { PageWords } from "#i18n/pages/page-words.ts";
import type { Words } from "#i18n/words.ts";
import { ageText } from "../../formats.ts";
import { sexText } from "./fact-text.ts";

/** "Ukjent Rogn": something to call them by; null where there is no number to make it of. */
export const aliasText = ({ number }: Visit, { visit }: Words): string | null => (number === null ? null : `${visit.unknownName} ${aliasOf(number)}`);

export const nameText = (visit: Visit, words: PageWords): string => {
  const name = answerOf(visit, "name");
  if (name?.is === "known") return name.value;
  return aliasText(visit, words) ?? (name === undefined ? words.visit.noName : words.visit.unknownName);
};

export const ageAndSex = (visit: Visit, nowMs: EpochMs, words: PageWords): string => {
  const [born, sex] = [answerOf(visit, "born"), answerOf(visit, "sex")];
  const age = born?.is === "known" ? ageText(born.value, nowMs, words) : words.visit.ageUnknown;
  return `${age}, ${sex?.is === "known" ? sexText(sex.value, words).toLowerCase() : words.visit.sexUnknown}`;
};

/** On paper what was not asked is room for the pen. */
export const knownAgeAndSex = (visit: Visit, nowMs: EpochMs, words: PageWords): string => {
  const [born, sex] = [answerOf(visit, "born"), answerOf(visit, "sex")];
  return [born?.is === "known" ? ageText(born.value, nowMs, words) : "", sex?.is === "known" ? sexText(sex.value, words).toLowerCase() : ""].filter((text) => text !== "").join(", ");
};

/** What stands of each detail; absent where nobody asked. */
export const standingDetails = (visit: Visit): DetailAnswers =>
  Object.fromEntries(detailNames.flatMap((name) => (answerOf(visit, name) === undefined ? [] : [[name, answerOf(visit, name)]])));
