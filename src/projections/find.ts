/**
 * Find a visit by any fragment of its number, name, national number or reason.
 *
 * - FND1 Case, accents, spaces, dashes and commas do not matter, nor the zeros of a number; all the words must be found.
 * - FND2 Those who are here come before those who have left, the latest arrival first.
 * - FND3 Where devices say different things, each of them finds the patient. Whatever is typed, finding never fails.
 */
import { phaseOf, type Phase, type Visit } from "#core/visit/visit.ts";
import type { VisitFile, WardState } from "./ward-state.ts";

export const findVisits = (state: WardState, typed: string): ReadonlyArray<VisitFile> => matchingVisits(state, typed).toSorted(byPresence);

/** In no order: for whoever has one of their own. */
export const matchingVisits = (state: WardState, typed: string): ReadonlyArray<VisitFile> => {
  const words = typed.split(/[\s,;]+/).map(bare).filter((word) => word !== "");
  if (words.length === 0) return [];
  return [...state.visits.values()].filter((file) => {
    const { text, is } = cardOf(file);
    return is !== "void" && words.every((word) => text.includes(word));
  });
};

/** Makes ready what a search looks at, so that its first letter costs no more than the next. */
export const readyToFind = (files: ReadonlyArray<VisitFile>): void => {
  for (const file of files) cardOf(file);
};

export const byPresence = (a: VisitFile, b: VisitFile): number =>
  Number(hasLeft(a)) - Number(hasLeft(b)) || (b.visit.arrivedAtMs ?? 0) - (a.visit.arrivedAtMs ?? 0) || (a.visit.id < b.visit.id ? -1 : 1);

const hasLeft = (file: VisitFile): boolean => cardOf(file).is === "left";

/** What a search needs to know of a visit, made once: a letter more must not cost the folding of every visit anew. */
interface Card {
  readonly text: string;
  readonly is: Phase["is"];
}

const cards = new WeakMap<VisitFile, Card>();

const cardOf = (file: VisitFile): Card => {
  const known = cards.get(file);
  if (known !== undefined) return known;
  const card = { text: partsOf(file.visit).map(bare).join(" "), is: phaseOf(file.visit).is };
  cards.set(file, card);
  return card;
};

const partsOf = ({ number, heard }: Visit): ReadonlyArray<string> => {
  const claims = [...(heard.name ?? []), ...(heard.nationalNumber ?? []), ...(heard.reason ?? [])];
  const said = claims.flatMap(({ value }) => (value.is === "known" ? [value.value] : []));
  return [number ?? "", (number ?? "").replace(/-0+/, ""), ...said];
};

/** Folded for comparing: ø, æ and å stay letters of their own, other accents fall away. */
const bare = (text: string): string => text.toLowerCase().normalize("NFC").split("å").map(withoutMarks).join("å");

const withoutMarks = (text: string): string => text.normalize("NFD").replace(/[\p{Mn}\p{P}\s]/gu, "");
