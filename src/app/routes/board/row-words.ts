// What a row of the board says, as words.
import { valueOf } from "#core/answer.ts";
import type { Sex } from "#core/visit/details.ts";
import type { Disposition } from "#core/visit/events.ts";
import type { EpochMs } from "#core/time.ts";
import { answerOf, type TriageLevel, type Visit } from "#core/visit/visit.ts";
import { meaningOf } from "#core/clinical/scales.ts";
import type { PageWords } from "#i18n/pages/page-words.ts";
import type { Language } from "#i18n/words.ts";
import { disagreementsOf } from "#projections/disagreements.ts";
import type { RowTime } from "#projections/row-time.ts";
import { fieldWord } from "../../field-words.ts";
import { aliasText } from "../visit/who-text.ts";
import { ageText } from "../../formats.ts";

export const numberOf = (visit: Visit, words: PageWords): string => visit.number ?? words.visit.noNumber;

/** What they are called, or can be called by; null where there is neither name nor number. */
export const nameOf = (visit: Visit, words: PageWords): string | null => {
  const name = answerOf(visit, "name");
  if (name?.is === "known") return name.value;
  return aliasText(visit, words) ?? (name === undefined ? null : words.visit.unknownName);
};

export const reasonOf = (visit: Visit): string => valueOf(answerOf(visit, "reason")) ?? "";

export const ageAndSex = (visit: Visit, nowMs: EpochMs, words: PageWords): string => {
  const born = valueOf(answerOf(visit, "born"));
  const sex = valueOf(answerOf(visit, "sex"));
  return [born === null ? "" : ageText(born, nowMs, words), sex === null ? "" : words.board[sexWord[sex]]].filter((part) => part !== "").join(" ");
};

export const levelName = (triage: TriageLevel, words: PageWords, language: Language): string =>
  meaningOf(triage)?.name[language] ?? words.levels.levelWord(triage.level);

export const leavingName = (how: Disposition, words: PageWords): string => words.visit[how === "other" ? "otherLeaving" : how];

export const nextText = (time: RowTime, words: PageWords, timeText: (atMs: EpochMs) => string): string => {
  if (time.next === null || time.nextDueAtMs === null) return "";
  const [by, late] = nextWords[time.next];
  return words.board[time.isNextDue ? late : by](timeText(time.nextDueAtMs));
};

/** On what the devices disagree, as a list of words; "" when they do not. */
export const disputedText = (visit: Visit, words: PageWords): string => {
  const { board } = words;
  const about = disagreementsOf(visit).map((disputed) => {
    switch (disputed.of) {
      case "triage":
        return board.level;
      case "place":
        return board.place;
      case "clinician":
        return board.who;
      case "left":
        return board.left;
      case "detail":
        return fieldWord(disputed.name, words)?.label ?? words.visit.details;
    }
  });
  return about.map((word) => word.toLowerCase()).join(", ");
};

const sexWord: { readonly [S in Sex]: "female" | "male" | "otherSex" } = { female: "female", male: "male", other: "otherSex" };

const nextWords = {
  setLevel: ["setLevelBy", "setLevelLate"],
  callIn: ["callInBy", "callInLate"],
  lookAgain: ["lookAgainBy", "lookAgainLate"],
  beginCare: ["beginCareBy", "beginCareLate"],
} as const;
