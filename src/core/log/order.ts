/**
 * In which order records count, and which of them knew of which.
 *
 * - ORD1 Records have one total order, the same on every device: stamp, then device, then sequence number, then their own name.
 * - ORD2 A record knows another when its writer held it when it was written, whatever the clocks say.
 * - ORD4 Of another visit it knows nothing unless its writer knew that the two are one.
 * - ORD3 In causal order no record comes before one that it knows; where that leaves a choice, log order holds. Stamps alone
 *   do not give this: a neighbour's clock that is far ahead is not followed.
 */
import type { LogRecord } from "./record.ts";

/** Of a record of one of several visits that are one: which visit, and which others its writer knew to be the same. */
export interface Within {
  readonly of: string;
  readonly knew: ReadonlyArray<string>;
}

type Written = Pick<LogRecord, "device" | "seq" | "seen"> & { readonly within?: Within };
type Placed = Written & Pick<LogRecord, "id" | "stamp">;

export const inLogOrder = (a: Omit<Placed, "seen">, b: Omit<Placed, "seen">): number => {
  if (a.stamp !== b.stamp) return a.stamp < b.stamp ? -1 : 1;
  if (a.device !== b.device) return a.device < b.device ? -1 : 1;
  if (a.seq !== b.seq) return a.seq - b.seq;
  return a.id < b.id ? -1 : Number(a.id > b.id);
};

export const knows = (later: Written, earlier: Written): boolean => {
  if (later.within !== undefined && earlier.within !== undefined && !later.within.knew.includes(earlier.within.of)) return false;
  if (later.device === earlier.device) return later.seq > earlier.seq;
  return later.seen.some(([device, seq]) => device === earlier.device && seq >= earlier.seq);
};

export const inCausalOrder = <T extends Placed>(records: ReadonlyArray<T>): ReadonlyArray<T> => inCausalOrderBy(records, (record) => record);

/** A place in the log: of a record, or of what was kept of one. */
export type PlaceInLog = Pick<LogRecord, "id" | "device" | "seq" | "stamp" | "seen">;
export const placeInLog = ({ id, device, seq, stamp, seen }: LogRecord): PlaceInLog => ({ id, device, seq, stamp, seen });

export const inCausalOrderBy = <T>(items: ReadonlyArray<T>, placeOf: (item: T) => Placed): ReadonlyArray<T> => {
  const waiting = items.toSorted((a, b) => inLogOrder(placeOf(a), placeOf(b)));
  const ordered: T[] = [];
  while (waiting.length > 0) {
    const next = waiting.findIndex((item) => !waiting.some((other) => knows(placeOf(item), placeOf(other))));
    // Only a forged log has a loop in it; log order breaks the loop.
    ordered.push(...waiting.splice(Math.max(next, 0), 1));
  }
  return ordered;
};
