/**
 * When something happened, as typed beside a deed. It warns and never blocks; what it says is what will be written.
 *
 * - HAP1 What cannot be read is now, and is said to be; where now is after the end, that is what is said.
 * - HAP2 A time that has not come, lies before the arrival or after the end is taken as it stands, and said.
 * - HAP3 A time that was filled in and left alone is the exact time it was filled in from, to the millisecond and of whatever day.
 */
import type { EpochMs } from "#core/time.ts";
import { readTypedTime, type OffsetMinAt } from "./typed-time.ts";

export type HappenedWarning =
  | { readonly type: "NotRead" }
  | { readonly type: "InFuture" }
  | { readonly type: "BeforeArrival"; readonly atMs: EpochMs }
  | { readonly type: "AfterEnd"; readonly atMs: EpochMs };

export interface HappenedMoment {
  readonly nowMs: EpochMs;
  readonly offsetMinAt: OffsetMinAt;
  readonly arrivedAtMs: EpochMs | null;
  readonly endedAtMs: EpochMs | null;
}

export interface Happened {
  readonly atMs: EpochMs;
  readonly warning: HappenedWarning | null;
}

/** `filledIn` is what stood in the field before anybody typed, and the time it stands for. */
export const readHappenedAt = (
  text: string,
  at: HappenedMoment,
  filledIn: { readonly text: string; readonly atMs: EpochMs } | null = null,
): Happened => {
  const readMs = filledIn !== null && text.trim() === filledIn.text ? filledIn.atMs : readTypedTime(text, at);
  if (readMs !== null) return { atMs: readMs, warning: warningOf(readMs, at) };
  return { atMs: at.nowMs, warning: warningOf(at.nowMs, at) ?? { type: "NotRead" } };
};

const warningOf = (atMs: EpochMs, { nowMs, arrivedAtMs, endedAtMs }: HappenedMoment): HappenedWarning | null => {
  if (endedAtMs !== null && atMs > endedAtMs) return { type: "AfterEnd", atMs: endedAtMs };
  if (atMs > nowMs) return { type: "InFuture" };
  // Typed times have no seconds: the minute of the arrival is not before it.
  return arrivedAtMs !== null && atMs < Math.floor(arrivedAtMs / 60_000) * 60_000 ? { type: "BeforeArrival", atMs: arrivedAtMs } : null;
};
