/**
 * Details changed after the door: by field, with the door's own reading.
 *
 * - DET1 Only what was changed is written; a field that was emptied says nothing new.
 * - DET2 What a new number tells of birth and sex is taken only where nothing was said of them before.
 * - DET3 What cannot be read is kept as it was typed, after the reason that stands.
 * - DET4 A corrected entry holds what stands in its form afterwards: what was emptied is gone from it, what was left alone is untouched.
 */
import type { Answer } from "#core/answer.ts";
import type { Born } from "#core/identity/born.ts";
import { detailNames, type DetailAnswers, type DetailName } from "#core/visit/details.ts";
import { readDoorForm, type DoorAnswers, type DoorMoment, type DoorWarning } from "./door.ts";

export interface DetailEdit {
  readonly details: DetailAnswers;
  readonly warnings: ReadonlyArray<DoorWarning>;
}

/** What was answered, as it would be typed at the door. */
export const typedDetails = (answers: DetailAnswers): DoorAnswers =>
  Object.fromEntries(
    detailNames.flatMap((name) => {
      const answer = answers[name];
      return answer === undefined ? [] : [[name, typedAnswer(answer)]];
    }),
  );

export const readDetailEdit = (before: DetailAnswers, typed: DoorAnswers, at: DoorMoment): DetailEdit => {
  const { changed, reading } = readChanges(before, typed, at);
  const isTold = (name: DetailName): boolean => before[name] === undefined && changed.has("nationalNumber");
  const details = pick(reading.details, (name) => changed.has(name) || isTold(name) || (name === "reason" && changed.has("born") && isNotRead(reading.warnings)));
  return { details, warnings: reading.warnings.filter(({ field }) => field !== "arrivedAt" && changed.has(field)) };
};

export const correctedDetails = (before: DetailAnswers, typed: DoorAnswers, at: DoorMoment): DetailAnswers => {
  const { changed, reading } = readChanges(before, typed, at);
  const leftAlone = pick(before, (name) => !changed.has(name) && name in typedDetails(before));
  return { ...leftAlone, ...pick(reading.details, (name) => changed.has(name) || (name === "reason" && changed.has("born") && isNotRead(reading.warnings))) };
};

const readChanges = (before: DetailAnswers, typed: DoorAnswers, at: DoorMoment) => {
  const stood = typedDetails(before);
  const now = { ...stood, ...typed };
  const changed = new Set<string>(detailNames.filter((name) => (now[name] ?? "").trim() !== (stood[name] ?? "")));
  return { changed, reading: readDoorForm(now, at) };
};

const isNotRead = (warnings: ReadonlyArray<DoorWarning>): boolean => warnings.some(({ field, type }) => field === "born" && type === "NotRead");

const pick = (answers: DetailAnswers, isWanted: (name: DetailName) => boolean): DetailAnswers =>
  Object.fromEntries(detailNames.filter((name) => answers[name] !== undefined && isWanted(name)).map((name) => [name, answers[name]]));

const typedAnswer = (answer: Answer<string | Born>): string => {
  if (answer.is !== "known") return answer.is === "unknown" ? "?" : "-";
  return typeof answer.value === "string" ? answer.value : typedBorn(answer.value);
};

const typedBorn = (born: Born): string => {
  switch (born.is) {
    case "date":
      return born.date.split("-").toReversed().join(".");
    case "year":
      return String(born.year);
    case "age":
      return born.months >= 24 && born.months % 12 === 0 ? String(born.months / 12) : `${born.months} mnd`;
  }
};
