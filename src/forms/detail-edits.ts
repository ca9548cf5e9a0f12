/**
 * Details changed after the door: by field, with the door's own reading.
 *
 * - DET1 Only what was changed is written; a field that was emptied says nothing new.
 * - DET2 What a new number tells of birth and sex is taken only where nothing was said of them before.
 * - DET3 What cannot be read is kept as it was typed, after the reason that stands.
 * - DET5 An entry that came to a list while its form was open stays in it: nobody took it away.
 * - DET6 A corrected answer keeps who said it and how sure they were, each entry of a list its own.
 * - DET4 A corrected entry holds what stands in its form afterwards: what was emptied is gone from it, what was left alone is untouched.
 */
import { unknown, valueOf, type Answer } from "#core/answer.ts";
import type { Born } from "#core/identity/born.ts";
import { detailNames, isList, type DetailAnswers, type DetailName, type DetailValue } from "#core/visit/details.ts";
import { entryKey, united } from "#core/visit/heard.ts";
import { sayingOf } from "#core/visit/sayings.ts";
import { entriesIn, typedEntries } from "./entries.ts";
import { readDoorForm, type DoorAnswers, type DoorMoment, type DoorWarning } from "./door.ts";
import { withSayings } from "./sayings.ts";

export interface DetailEdit {
  readonly details: DetailAnswers;
  readonly warnings: ReadonlyArray<DoorWarning>;
}

/** What was answered, as it would be typed at the door. */
export const typedDetails = (answers: DetailAnswers): DoorAnswers =>
  Object.fromEntries(
    detailNames.flatMap((name) => {
      const answer = answers[name];
      // The union of answers to all fields is wider than an answer to one of their values, and says the same.
      return answer === undefined ? [] : [[name, typedAnswer(answer as Answer<DetailValue>)]];
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
  const corrected = pick(reading.details, (name) => changed.has(name) || (name === "reason" && changed.has("born") && isNotRead(reading.warnings)));
  return { ...leftAlone, ...withSayings(corrected, (name) => sayingOf(before[name] ?? {}), (name) => [before[name] ?? unknown]) };
};

/** `stood` is what the form's lists held when it was opened, `now` what stands when it is saved. */
export const withWhatCame = (details: DetailAnswers, stood: DoorAnswers, now: DetailAnswers): DetailAnswers =>
  Object.fromEntries(
    Object.entries(details).flatMap(([name, answer]) => {
      const list = detailNames.find((one) => one === name);
      if (list === undefined || !isList(list)) return [[name, answer]];
      const came = without(valueOf<ReadonlyArray<string>>(now[list]) ?? [], entriesIn(stood[list] ?? ""));
      if (came.length === 0) return [[name, answer]];
      const said = valueOf<unknown>(answer);
      return Array.isArray(said) ? [[name, { ...answer, value: united([...said, ...came]) }]] : [];
    }),
  );

const without = (entries: ReadonlyArray<string>, known: ReadonlyArray<string>): ReadonlyArray<string> => {
  const keys = new Set(known.map(entryKey));
  return entries.filter((entry) => !keys.has(entryKey(entry)));
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

const typedAnswer = (answer: Answer<DetailValue>): string => {
  if (answer.is !== "known") return answer.is === "unknown" ? "?" : "-";
  if (typeof answer.value === "string") return answer.value;
  return "is" in answer.value ? typedBorn(answer.value) : typedEntries(answer.value);
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
