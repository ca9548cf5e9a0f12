/**
 * Find a visit by any fragment of its number, name, national number or reason.
 *
 * - FND1 Case, accents, spaces, dashes and commas do not matter, nor the zeros of a number; all the words must be found.
 * - FND2 Those who are here come before those who have left, the latest arrival first.
 * - FND3 Where devices say different things, each of them finds the patient. Whatever is typed, finding never fails.
 */
import { phaseOf, type Visit } from "#core/visit/visit.ts";
import type { VisitFile, WardState } from "./ward-state.ts";

export const findVisits = (state: WardState, typed: string): ReadonlyArray<VisitFile> => {
  const words = typed.split(/[\s,;]+/).map(bare).filter((word) => word !== "");
  if (words.length === 0) return [];
  const found = [...state.visits.values()].filter((file) => {
    const text = textOf(file);
    return words.every((word) => text.includes(word)) && phaseOf(file.visit).is !== "void";
  });
  return found.toSorted(byPresence);
};

const byPresence = (a: VisitFile, b: VisitFile): number =>
  Number(hasLeft(a)) - Number(hasLeft(b)) || (b.visit.arrivedAtMs ?? 0) - (a.visit.arrivedAtMs ?? 0) || (a.visit.id < b.visit.id ? -1 : 1);

const hasLeft = (file: VisitFile): boolean => phaseOf(file.visit).is === "left";

const texts = new WeakMap<VisitFile, string>();

const textOf = (file: VisitFile): string => {
  const known = texts.get(file);
  if (known !== undefined) return known;
  const text = partsOf(file.visit).map(bare).join(" ");
  texts.set(file, text);
  return text;
};

const partsOf = ({ number, heard }: Visit): ReadonlyArray<string> => {
  const claims = [...(heard.name ?? []), ...(heard.nationalNumber ?? []), ...(heard.reason ?? [])];
  const said = claims.flatMap(({ value }) => (value.is === "known" ? [value.value] : []));
  return [number ?? "", (number ?? "").replace(/-0+/, ""), ...said];
};

/** Folded for comparing: ø, æ and å stay letters of their own, other accents fall away. */
const bare = (text: string): string => text.toLowerCase().normalize("NFC").split("å").map(withoutMarks).join("å");

const withoutMarks = (text: string): string => text.normalize("NFD").replace(/[\p{Mn}\p{P}\s]/gu, "");
