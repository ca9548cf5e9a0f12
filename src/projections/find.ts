/**
 * Find a visit by any fragment of its number, name, national number or reason.
 *
 * - FND1 Case, accents, spaces and dashes do not matter; all the words must be found.
 * - FND2 Those who are here come before those who have left, the latest arrival first.
 */
import { answerOf, phaseOf } from "#core/visit/visit.ts";
import { valueOf } from "#core/answer.ts";
import type { VisitFile, WardState } from "./ward-state.ts";

export const findVisits = (state: WardState, typed: string): ReadonlyArray<VisitFile> => {
  const words = typed.split(/\s+/).map(bare).filter((word) => word !== "");
  if (words.length === 0) return [];
  const found = [...state.visits.values()].filter((file) => {
    const text = textOf(file);
    return phaseOf(file.visit).is !== "void" && words.every((word) => text.includes(word));
  });
  return found.toSorted((a, b) => Number(hasLeft(a)) - Number(hasLeft(b)) || (b.visit.arrivedAtMs ?? 0) - (a.visit.arrivedAtMs ?? 0));
};

const hasLeft = (file: VisitFile): boolean => phaseOf(file.visit).is === "left";

const texts = new WeakMap<VisitFile, string>();

const textOf = (file: VisitFile): string => {
  const known = texts.get(file);
  if (known !== undefined) return known;
  const { visit } = file;
  const parts = [visit.number, valueOf(answerOf(visit, "name")), valueOf(answerOf(visit, "nationalNumber")), valueOf(answerOf(visit, "reason"))];
  const text = parts.map((part) => bare(part ?? "")).join(" ");
  texts.set(file, text);
  return text;
};

/** Folded for comparing: ø, æ and å stay letters of their own, other accents fall away. */
const bare = (text: string): string =>
  text.toLowerCase().replace(/[\s-]/g, "").replace(/å/g, "\u0001").normalize("NFD").replace(/\p{Mn}/gu, "").replace(/\u0001/g, "å");
