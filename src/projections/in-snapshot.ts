/**
 * Who in the list from the journal may be the patient at the desk, or the patient of a chart. Shown, never decided.
 *
 * - ISN1 The same national number comes first, then one that was begun with at least six digits. Where a whole number that holds was
 *   said, whoever has another is somebody else.
 * - ISN2 With birth that agrees, a name alike, or the first two letters of one, is enough. Without birth it takes two words begun,
 *   or the very same name.
 * - ISN3 Birth agrees when both dates are the same; where either is no date, when the ages differ by a year at most. For names that are
 *   alike in full a year's difference is let through too.
 * - ISN4 At most three are shown, and how many more there are.
 * - ISN5 A person's name is folded once, however many letters are typed.
 */
import type { Answer } from "#core/answer.ts";
import { ageMonths, type Born } from "#core/identity/born.ts";
import { areLikeNames, isBegunName, isSameName, nameWords } from "#core/identity/name-likeness.ts";
import { readNationalNumber } from "#core/identity/national-number.ts";
import type { EpochMs } from "#core/time.ts";
import type { DetailAnswers } from "#core/visit/details.ts";
import type { Visit } from "#core/visit/visit.ts";
import type { KnownPerson } from "#core/ward/snapshot.ts";

export interface SnapshotCard {
  readonly person: KnownPerson;
  readonly words: ReadonlyArray<string>;
}

export interface InSnapshot {
  readonly person: KnownPerson;
  readonly by: "number" | "begunNumber" | "nameAndBirth" | "name";
}

/** Everything that anybody says of whoever is looked for. */
export interface SoughtInSnapshot {
  readonly numbers: ReadonlyArray<string>;
  readonly names: ReadonlyArray<string>;
  readonly births: ReadonlyArray<Born>;
}

export const snapshotCards = (people: ReadonlyArray<KnownPerson>): ReadonlyArray<SnapshotCard> =>
  people.map((person) => ({ person, words: nameWords(person.name ?? "") }));

export const soughtAtDoor = ({ nationalNumber, name, born }: DetailAnswers): SoughtInSnapshot => ({
  numbers: knownOf([nationalNumber]),
  names: knownOf([name]),
  births: knownOf([born]),
});

export const soughtInChart = ({ heard }: Visit): SoughtInSnapshot => ({
  numbers: knownOf((heard.nationalNumber ?? []).map(({ value }) => value)),
  names: knownOf((heard.name ?? []).map(({ value }) => value)),
  births: knownOf((heard.born ?? []).map(({ value }) => value)),
});

const knownOf = <T>(answers: ReadonlyArray<Answer<T> | undefined>): ReadonlyArray<T> => answers.flatMap((answer) => (answer?.is === "known" ? [answer.value] : []));

const shownAtMost = 3;
const begunDigits = 6;
const begunLetters = 2;

export const inSnapshot = (cards: ReadonlyArray<SnapshotCard>, sought: SoughtInSnapshot, nowMs: EpochMs): { readonly found: ReadonlyArray<InSnapshot>; readonly more: number } => {
  const like = likenessTo(sought, nowMs);
  const all = cards.flatMap((card): ReadonlyArray<InSnapshot> => {
    const by = like(card);
    return by === null ? [] : [{ person: card.person, by }];
  });
  const found = all.toSorted((a, b) => signs.indexOf(a.by) - signs.indexOf(b.by)).slice(0, shownAtMost);
  return { found, more: all.length - found.length };
};

const signs: ReadonlyArray<InSnapshot["by"]> = ["number", "begunNumber", "nameAndBirth", "name"];

const likenessTo = ({ numbers, names, births }: SoughtInSnapshot, nowMs: EpochMs): ((card: SnapshotCard) => InSnapshot["by"] | null) => {
  const typed = numbers.map((number) => number.replace(/[\s.-]/gu, "")).filter((digits) => /^\d+$/u.test(digits) && digits.length >= begunDigits);
  const holding = typed.filter((digits) => readNationalNumber(digits, nowMs).checked === "ok");
  const named = names.map((name) => nameWords(name)).filter((words) => words.length > 0);
  return ({ person, words }) => {
    const number = person.nationalNumber ?? "";
    if (typed.includes(number)) return "number";
    if (number !== "" && holding.length > 0) return null;
    if (typed.some((digits) => number.startsWith(digits))) return "begunNumber";
    const { born } = person;
    const agrees = born !== undefined && births.length > 0 ? births.map((told) => agreement(told, born, nowMs)) : null;
    return named.some((name) => isNamed(name, words, agrees)) ? (agrees === null ? "name" : "nameAndBirth") : null;
  };
};

type Agreement = "same" | "near" | "not";

/** `agrees` is null where birth is not known on both sides. */
const isNamed = (name: ReadonlyArray<string>, whole: ReadonlyArray<string>, agrees: ReadonlyArray<Agreement> | null): boolean => {
  const begun = name.filter((word) => word.length >= begunLetters);
  const isBegun = begun.length === name.length && isBegunName(name, whole);
  if (agrees === null) return (isBegun && begun.length >= 2) || isSameName(name, whole);
  return (agrees.includes("same") && isBegun) || (agrees.some((one) => one !== "not") && areLikeNames(name, whole));
};

const agreement = (a: Born, b: Born, nowMs: EpochMs): Agreement => {
  const years = Math.abs(Math.floor(ageMonths(a, nowMs) / 12) - Math.floor(ageMonths(b, nowMs) / 12));
  if (a.is === "date" && b.is === "date") return a.date === b.date ? "same" : years <= 1 ? "near" : "not";
  return years <= 1 ? "same" : "not";
};
