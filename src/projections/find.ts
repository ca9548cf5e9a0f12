/**
 * Find a visit by any fragment of its number, name, national number, reason or phone, or of who rang and from where; and by the
 * words that were written about it.
 *
 * - FND1 Case, accents, spaces, dashes and commas do not matter, nor the zeros of a number; all the words must be found.
 * - FND2 Those who are here come before those who have left, the latest arrival first.
 * - FND3 Where devices say different things, each of them finds the patient. Whatever is typed, finding never fails.
 * - FND4 A letter more looks only among what was found before it, and finds what it would among all.
 * - FND5 Notes, allergies, medicines, orders, results and conclusions are found by words of three signs or more with a letter in
 *   them: "17" is a number on a wristband, and no blood pressure.
 * - FND6 Where it was found is told when it is neither number, name nor reason; what was struck finds nobody.
 */
import { metAtMs, phaseOf, type Phase, type Visit } from "#core/visit/visit.ts";
import { numbersOf } from "./by-number.ts";
import { textsOf, type FoundText } from "./find-texts.ts";
import type { VisitFile, WardState } from "./ward-state.ts";

export const findVisits = (state: WardState, typed: string): ReadonlyArray<VisitFile> => matchingVisits(state, typed).toSorted(byPresence);

/** In no order: for whoever has one of their own. */
export const matchingVisits = (state: WardState, typed: string): ReadonlyArray<VisitFile> => {
  const words = wordsOf(typed);
  if (words.length === 0) return [];
  const typedNow = words.join(" ");
  const known = foundIn(state.visits);
  const found = known.get(typedNow) ?? among(longestBefore(known, typedNow) ?? [...state.visits.values()], words);
  if (known.size >= rememberedAtMost) known.clear();
  known.set(typedNow, found);
  return found;
};

const among = (files: ReadonlyArray<VisitFile>, words: ReadonlyArray<string>): ReadonlyArray<VisitFile> =>
  files.filter((file) => {
    const card = cardOf(file);
    return card.is !== "void" && words.every((word) => card.who.includes(word) || (isDeep(word) && card.written.includes(word)));
  });

const wordsOf = (typed: string): ReadonlyArray<string> => typed.split(/[\s,;]+/).map(bare).filter((word) => word !== "");

/** Worth looking for in what was written, too. */
const isDeep = (word: string): boolean => word.length > 2 && /\p{L}/u.test(word);

/** null when all of it is in who they are and why they came. */
export const whereFound = (file: VisitFile, typed: string): FoundText | null => {
  const word = wordsOf(typed).find((one) => !cardOf(file).who.includes(one));
  return word === undefined ? null : (textsOf(file).findLast(({ text }) => spaced(text).includes(word)) ?? null);
};

type Found = Map<string, ReadonlyArray<VisitFile>>;

const founds = new WeakMap<WardState["visits"], Found>();
const rememberedAtMost = 32;

const foundIn = (visits: WardState["visits"]): Found => {
  const known = founds.get(visits) ?? new Map();
  founds.set(visits, known);
  return known;
};

/** Every word of a beginning begins a word of the whole, so nothing is found by the whole that was not found by it. */
const longestBefore = (known: Found, typed: string): ReadonlyArray<VisitFile> | undefined => {
  for (let length = typed.length - 1; length > 0; length -= 1) {
    const beginning = typed.slice(0, length);
    const found = known.get(beginning);
    if (found !== undefined && looksAsFar(beginning, typed)) return found;
  }
  return undefined;
};

/** Its last word was looked for in as much as the longer one is. */
const looksAsFar = (beginning: string, typed: string): boolean => {
  const words = beginning.split(" ");
  return isDeep(words.at(-1) ?? "") || !isDeep(typed.split(" ")[words.length - 1] ?? "");
};

/** Makes ready what a search looks at, so that its first letter costs no more than the next. */
export const readyToFind = (files: ReadonlyArray<VisitFile>): void => {
  for (const file of files) cardOf(file);
};

export const byPresence = (a: VisitFile, b: VisitFile): number =>
  Number(hasLeft(a)) - Number(hasLeft(b)) || (metAtMs(b.visit) ?? 0) - (metAtMs(a.visit) ?? 0) || (a.visit.id < b.visit.id ? -1 : 1);

export const hasLeft = (file: VisitFile): boolean => cardOf(file).is === "left";

/** What a search needs to know of a visit, made once: a letter more must not cost the folding of every visit anew. */
interface Card {
  readonly who: string;
  readonly written: string;
  readonly is: Phase["is"];
}

const cards = new WeakMap<VisitFile, Card>();

const cardOf = (file: VisitFile): Card => {
  const known = cards.get(file);
  if (known !== undefined) return known;
  const card = { who: partsOf(file.visit).map(bare).join(" "), written: textsOf(file).map(({ text }) => spaced(text)).join(" "), is: phaseOf(file.visit).is };
  cards.set(file, card);
  return card;
};

const partsOf = (visit: Visit): ReadonlyArray<string> => {
  const { heard, phone } = visit;
  const claims = [...(heard.name ?? []), ...(heard.nationalNumber ?? []), ...(heard.reason ?? []), ...(heard.phone ?? [])];
  const said = claims.flatMap(({ value }) => (value.is === "known" ? [value.value] : []));
  const rang = [phone?.taken.callerName, phone?.taken.callbackNumber].flatMap((answer) => (answer?.is === "known" ? [answer.value] : []));
  return [...numbersOf(visit).flatMap((number) => [number, number.replace(/-0+/, "")]), ...said, ...rang];
};

/** Folded for comparing: ø, æ and å stay letters of their own, other accents fall away. */
const bare = (text: string): string => folded(text, /[\p{Mn}\p{P}\s]/gu);

/** Of what is long the words stay apart: "akutt, etter" is no "tetter". */
const spaced = (text: string): string => folded(text, /[\p{Mn}\p{P}]/gu);

const folded = (text: string, without: RegExp): string =>
  text.toLowerCase().normalize("NFC").split("å").map((part) => part.normalize("NFD").replace(without, "")).join("å");
