/**
 * How fresh what a wall shows is. A screen that nobody touches must not look alive when nothing reaches it.
 *
 * - FRS1 The age is that of the last record written anywhere that reached this device.
 * - FRS2 It is stale when somebody waits and nothing was written for a quarter of an hour.
 */
import { minuteMs, type EpochMs } from "#core/time.ts";
import type { VisitFile, WardState } from "./ward-state.ts";

/** With somebody waiting, a ward that writes nothing for so long is more likely cut off than calm. */
const staleAfterMs = 15 * minuteMs;

export const lastWroteMs = (state: WardState): EpochMs | null => {
  let last: EpochMs | null = null;
  for (const file of state.visits.values()) {
    const ofFile = lastInFile(file);
    if (ofFile !== null && (last === null || ofFile > last)) last = ofFile;
  }
  return last;
};

export const isStale = (wroteMs: EpochMs | null, waiting: number, nowMs: EpochMs): boolean =>
  wroteMs !== null && waiting > 0 && nowMs - wroteMs >= staleAfterMs;

const lasts = new WeakMap<VisitFile, EpochMs | null>();

const lastInFile = (file: VisitFile): EpochMs | null => {
  const known = lasts.get(file);
  if (known !== undefined) return known;
  const last = file.records.reduce<EpochMs | null>((latest, { wroteMs }) => (latest === null || wroteMs > latest ? wroteMs : latest), null);
  lasts.set(file, last);
  return last;
};
