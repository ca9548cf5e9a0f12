/**
 * Whether this device's clock stands behind what is written: it was set back, or stood ahead before it was set right.
 *
 * - BEH1 The clock is in doubt when something about somebody who is here was written more than two minutes from now.
 * - BEH2 When all whom that concerns have left, it is told no more.
 */
import { minuteMs, type EpochMs } from "#core/time.ts";
import { phaseOf } from "#core/visit/visit.ts";
import type { VisitFile, WardState } from "./ward-state.ts";

/** So much a neighbour's clock may be ahead without anybody being told. */
const toleratedMs = 2 * minuteMs;

export const isClockBehind = ({ visits }: Pick<WardState, "visits">, nowMs: EpochMs): boolean => {
  const last = lastOfHere(visits);
  return last !== null && last - toleratedMs > nowMs;
};

const lasts = new WeakMap<WardState["visits"], number | null>();

/** When the latest record about somebody who is here was written, ms. */
const lastOfHere = (visits: WardState["visits"]): number | null => {
  const known = lasts.get(visits);
  if (known !== undefined) return known;
  let last: number | null = null;
  for (const file of visits.values()) {
    if (!isHere(file)) continue;
    for (const { wroteMs } of file.records) if (last === null || wroteMs > last) last = wroteMs;
  }
  lasts.set(visits, last);
  return last;
};

const isHere = ({ visit }: VisitFile): boolean => !["left", "callOver", "void"].includes(phaseOf(visit).is);
