/**
 * Who here may be the patient at the desk, or the patient of this chart. Shown, never decided: nothing is stopped by it.
 *
 * - PSM1 The same national number is the first sign; a name alike together with the same birth, or an age in years that differs by one at most, the next;
 *   of those whose age nobody knows, only the very same full name.
 * - PSM2 Everything that devices say of a visit is looked at, and nobody is like themselves or anybody they are one with.
 * - PSM3 Numbers come before names, those who are here before those who have left; after them who rang and is not here. At most four of
 *   each are shown.
 * - PSM4 A letter more looks at no name anew: each visit is read once, whatever the ward's size.
 */
import type { Answer } from "#core/answer.ts";
import { readNationalNumber } from "#core/identity/national-number.ts";
import { areLikeNames, isSameName, nameWords } from "#core/identity/name-likeness.ts";
import { ageMonths, type Born } from "#core/identity/born.ts";
import type { EpochMs } from "#core/time.ts";
import type { DetailAnswers } from "#core/visit/details.ts";
import type { VisitId } from "#core/visit/events.ts";
import { metAtMs, phaseOf, type Visit } from "#core/visit/visit.ts";
import { byPresence } from "./find.ts";
import type { VisitFile, WardState } from "./ward-state.ts";

export interface PossibleSame {
  readonly file: VisitFile;
  readonly by: "number" | "likeName" | "sameName";
}

/** What is known of whoever is looked for. */
export interface Sought {
  readonly numbers: ReadonlyArray<string>;
  readonly names: ReadonlyArray<ReadonlyArray<string>>;
  readonly ages: ReadonlyArray<number>;
}

const shownAtMost = 4;

export const possiblySame = ({ visits }: Pick<WardState, "visits">, sought: Sought, except: VisitId | null): ReadonlyArray<PossibleSame> => {
  if (sought.numbers.length === 0 && sought.names.length === 0) return [];
  const found: PossibleSame[] = [];
  for (const file of visits.values()) {
    if (file.visit.id === except) continue;
    const by = likenessOf(sought, cardOf(file));
    if (by !== null) found.push({ file, by });
  }
  const sorted = found.toSorted((a, b) => signs.indexOf(a.by) - signs.indexOf(b.by) || byPresence(a.file, b.file));
  return [sorted.filter(({ file }) => !isOnlyRang(file)).slice(0, shownAtMost), sorted.filter(({ file }) => isOnlyRang(file)).slice(0, shownAtMost)].flat();
};

/** They rang, and have not come. */
export const isOnlyRang = ({ visit: { arrivedAtMs, phone } }: VisitFile): boolean => arrivedAtMs === null && phone !== null;

export const soughtIn = (details: DetailAnswers, nowMs: EpochMs): Sought =>
  soughtOf((name) => valuesIn([details[name]]), nowMs);

export const soughtOfVisit = (visit: Visit, nowMs: EpochMs): Sought =>
  soughtOf((name) => valuesIn((visit.heard[name] ?? []).map(({ value }) => value)), nowMs);

const valuesIn = (answers: ReadonlyArray<Answer<string | Born> | undefined>): ReadonlyArray<string | Born> => answers.flatMap((answer) => (answer?.is === "known" ? [answer.value] : []));

const signs: ReadonlyArray<PossibleSame["by"]> = ["number", "likeName", "sameName"];

const likenessOf = (a: Sought, b: Sought | null): PossibleSame["by"] | null => {
  if (b === null) return null;
  if (haveNumberAlike(a, b)) return "number";
  const ofAge = areOfAge(a, b);
  if (ofAge === "no") return null;
  const isAgeKnown = ofAge === "yes";
  const areAlike = isAgeKnown ? areLikeNames : isSameName;
  if (!a.names.some((name) => b.names.some((other) => areAlike(name, other)))) return null;
  return isAgeKnown ? "likeName" : "sameName";
};

export const haveNumberAlike = (a: Sought, b: Sought): boolean => a.numbers.some((number) => b.numbers.includes(number));

/** An age in years that differs by one at most, where both told one. */
export const areOfAge = (a: Sought, b: Sought): "yes" | "no" | "notTold" => {
  if (a.ages.length === 0 || b.ages.length === 0) return "notTold";
  return a.ages.some((months) => b.ages.some((other) => Math.abs(years(months) - years(other)) <= 1)) ? "yes" : "no";
};

const years = (months: number): number => Math.floor(months / 12);

const cards = new WeakMap<VisitFile, Sought | null>();

/** Null for a visit that was struck. Ages are of the day they came, or rang: within a year of care nobody grows out of it. */
const cardOf = (file: VisitFile): Sought | null => {
  const known = cards.get(file);
  if (known !== undefined) return known;
  const { visit } = file;
  const metMs = metAtMs(visit);
  const card = phaseOf(visit).is === "void" || metMs === null ? null : soughtOfVisit(visit, metMs);
  cards.set(file, card);
  return card;
};

/** What tells people apart. */
type Telling = "nationalNumber" | "name" | "born";

const soughtOf = (told: (name: Telling) => ReadonlyArray<string | Born>, nowMs: EpochMs): Sought => ({
  numbers: told("nationalNumber").flatMap((value) => (typeof value === "string" ? readNationalNumber(value, nowMs).digits : [])).filter((digits) => /^\d{11,12}$/.test(digits)),
  names: told("name").map((value) => (typeof value === "string" ? nameWords(value) : [])).filter((words) => words.length > 0),
  ages: told("born").flatMap((value) => (typeof value === "string" ? [] : ageMonths(value, nowMs))).filter(Number.isFinite),
});
