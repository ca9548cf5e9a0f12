/**
 * Complaints of the ward's triage set, by what is typed or what the reason for contact says.
 *
 * - CSE1 Those that fit the most of the typed words stand alone, the best first and in the file's order among their likes; where
 *   none fits, or nothing is typed, all stand and it is said.
 * - CSE2 A word fits where a word of the name or of its other words begins with it; from three letters also inside one
 *   ("smerte" in "brystsmerter"), and from five letters the other way ("brystsmerter" for "smerte"). Case and accents do not matter,
 *   and words of one or two letters ("i", "på") count only where there are no others.
 */
import type { Complaint } from "#core/ward/triage-set.ts";

export interface FoundComplaints {
  readonly complaints: ReadonlyArray<Complaint>;
  /** False where all stand because none fits. */
  readonly isFound: boolean;
}

export const findComplaints = (complaints: ReadonlyArray<Complaint>, typed: string): FoundComplaints => {
  const all = wordsOf(typed);
  const telling = all.filter((word) => word.length >= 3);
  const words = telling.length > 0 ? telling : all;
  if (words.length === 0) return { complaints, isFound: true };
  const fits = complaints.map((complaint) => ({ complaint, ...fitOf(complaint, words) }));
  const most = Math.max(0, ...fits.map(({ fitting }) => fitting));
  if (most === 0) return { complaints, isFound: false };
  const best = fits.filter(({ fitting }) => fitting === most).toSorted((a, b) => b.score - a.score);
  return { complaints: best.map(({ complaint }) => complaint), isFound: true };
};

const fitOf = ({ name, also }: Complaint, words: ReadonlyArray<string>): { readonly fitting: number; readonly score: number } => {
  const [named, others] = [wordsOf(name), (also ?? []).flatMap(wordsOf)];
  const scores = words.map((word) => Math.max(...named.map((one) => 2 * fit(one, word)), ...others.map((one) => fit(one, word)), 0));
  return { fitting: scores.filter((score) => score > 0).length, score: scores.reduce((sum, score) => sum + score, 0) };
};

const fit = (stands: string, typed: string): number => {
  if (stands.startsWith(typed)) return 3;
  if (typed.length >= 3 && stands.includes(typed)) return 2;
  return stands.length >= 5 && typed.includes(stands) ? 1 : 0;
};

/** æ, ø and å stay letters of their own; "é" and "e" are one. */
const wordsOf = (text: string): ReadonlyArray<string> =>
  text
    .toLowerCase()
    .replaceAll("å", "\uE000")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replaceAll("\uE000", "å")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
