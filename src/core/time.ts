// Time inside Vaktbok is a whole number of milliseconds since 1970, UTC. Zones and formats exist only on the screen.
import type { Brand } from "./brand.ts";

export type EpochMs = Brand<number, "EpochMs">;

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;

/** Any finite number becomes whole milliseconds. Throws on NaN and infinity: that is a bug, never input. */
export const epochMs = (ms: number): EpochMs => {
  if (!Number.isFinite(ms)) throw new Error("a time must be a finite number of milliseconds");
  return Math.trunc(ms) as EpochMs;
};

/** Whole minutes from one time to a later one; never negative, whatever the clocks say. */
export const minutesBetween = (fromMs: EpochMs, toMs: EpochMs): number =>
  Math.max(0, Math.floor((toMs - fromMs) / minuteMs));

export const addMinutes = (atMs: EpochMs, minutes: number): EpochMs => epochMs(atMs + minutes * minuteMs);
