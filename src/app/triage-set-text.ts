// A triage set in words, wherever it is shown: whose it is, who approved it, and what was chosen from it.
import type { Level } from "#core/clinical/scales.ts";
import type { Because, TriageSetHead } from "#core/ward/triage-set.ts";
import type { EpochMs } from "#core/time.ts";
import type { TriageSetWords } from "#i18n/pages/triage-set.ts";
import type { Language } from "#i18n/words.ts";
import { shortDate } from "./formats.ts";

/** "31. des. 2026" of 2026-12-31. */
const dayText = (day: string, language: Language): string => {
  const atMs = Date.parse(day);
  return Number.isNaN(atMs) ? day : `${shortDate(atMs as EpochMs, language)} ${day.slice(0, 4)}`;
};

export const editionText = ({ name, version }: Pick<TriageSetHead, "name" | "version">): string => `${name} ${version}`;

export const licenceText = ({ licence: { holder, terms, until } }: TriageSetHead, words: TriageSetWords, language: Language): string =>
  [`${holder}${terms === undefined ? "" : ` (${terms})`}`, ...(until === undefined ? [] : [`${words.until} ${dayText(until, language)}`])].join(", ");

export const approvedText = ({ approvedBy: { name, role, date } }: TriageSetHead, language: Language): string => [name, role, dayText(date, language)].filter((part) => part !== "").join(", ");

export const expiredText = ({ licence }: TriageSetHead, words: TriageSetWords, language: Language): string => `${words.expired} ${dayText(licence.until ?? "", language)}. ${words.expiredSay}`;

/** What the discriminator was, after which edition, and the set's own level where another one was said. */
export const becauseAnswers = ({ complaint, text, level, set }: Because, said: Level, levelText: string, words: TriageSetWords): ReadonlyArray<readonly [label: string, answer: string]> => [
  [words.criterion, `${complaint}: ${text}`],
  [words.after, `${editionText(set)}${level === said ? "" : `, ${words.setSays} ${levelText}`}`],
];
