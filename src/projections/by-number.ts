/**
 * The visits that carry a number on the wristband.
 *
 * - NUM1 Every visit with a number is found by it, also one that has left or was struck.
 * - NUM2 A number that two devices gave, knowing nothing of each other, gives all its visits, the earliest arrival first: which
 *   one is meant is for a person to say.
 * - NUM3 Visits that are one are found by each of their numbers.
 */
import { metAtMs } from "#core/visit/visit.ts";
import type { TemporaryNumber } from "#core/visit/temporary-number.ts";
import type { Visit } from "#core/visit/visit.ts";
import type { VisitFile, WardState } from "./ward-state.ts";

const indexes = new WeakMap<WardState["visits"], ReadonlyMap<TemporaryNumber, ReadonlyArray<VisitFile>>>();

export const filesByNumber = ({ visits }: Pick<WardState, "visits">, number: TemporaryNumber): ReadonlyArray<VisitFile> => {
  const known = indexes.get(visits) ?? indexOf(visits);
  indexes.set(visits, known);
  return known.get(number) ?? [];
};

/** The one that goes on first. */
export const numbersOf = ({ number, joined }: Visit): ReadonlyArray<TemporaryNumber> =>
  [...new Set([number, ...(joined?.ones.map((one) => one.number) ?? [])])].filter((one) => one !== null);

const indexOf = (visits: WardState["visits"]): ReadonlyMap<TemporaryNumber, ReadonlyArray<VisitFile>> => {
  const byNumber = new Map<TemporaryNumber, VisitFile[]>();
  for (const file of visits.values()) {
    for (const number of numbersOf(file.visit)) {
      const same = byNumber.get(number);
      if (same === undefined) byNumber.set(number, [file]);
      else same.push(file);
    }
  }
  for (const files of byNumber.values()) files.sort(byArrival);
  return byNumber;
};

const byArrival = ({ visit: a }: VisitFile, { visit: b }: VisitFile): number => (metAtMs(a) ?? 0) - (metAtMs(b) ?? 0) || (a.id < b.id ? -1 : 1);
