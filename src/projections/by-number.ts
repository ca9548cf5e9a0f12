/**
 * A visit by the number on the wristband.
 *
 * - NUM1 Every visit with a number is found by it, also one that has left or was struck.
 */
import type { TemporaryNumber } from "#core/visit/temporary-number.ts";
import type { VisitFile, WardState } from "./ward-state.ts";

const indexes = new WeakMap<WardState["visits"], ReadonlyMap<TemporaryNumber, VisitFile>>();

export const fileByNumber = ({ visits }: Pick<WardState, "visits">, number: TemporaryNumber): VisitFile | null => {
  const known = indexes.get(visits) ?? new Map([...visits.values()].flatMap((file) => (file.visit.number === null ? [] : [[file.visit.number, file] as const])));
  indexes.set(visits, known);
  return known.get(number) ?? null;
};
