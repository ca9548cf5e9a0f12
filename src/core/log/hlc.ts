/**
 * The hybrid logical clock: wall time while walls behave, and an order in any case (Kulkarni et al. 2014).
 *
 * - HLC1 Every stamp of a device is greater than its last, whatever the wall clock says.
 * - HLC2 A stamp given after a neighbour's was observed is greater than that one too.
 * - HLC3 A counter that is full carries into the wall part.
 * - HLC4 A neighbour more than ten minutes ahead does not drag ours along; the drift is answered, to be shown.
 * - HLC5 Stamps sort as text in the order of their time, and read back as the wall and counter they were made of.
 */
import { epochMs, minuteMs, type EpochMs } from "../time.ts";
import type { Stamp } from "./record.ts";

export interface StampParts {
  readonly wallMs: EpochMs;
  readonly counter: number;
}

/** A neighbour's clock that is too far ahead to be followed. */
interface Drift {
  readonly aheadMs: number;
}

export interface Observed {
  /** The greatest stamp to stand after from now on; null when nothing was followed yet. */
  readonly last: Stamp | null;
  readonly drift: Drift | null;
}

/** A neighbour further ahead than this has a wrong clock, not we. */
export const maxDriftMs = 10 * minuteMs;

const maxCounter = 0xffff;
/** Leaves room above for carries, so that no wall clock can bring the stamps to their end. */
const maxWallMs = 0xffff_0000_0000;

export const nextStamp = (last: Stamp | null, nowMs: EpochMs): Stamp => {
  const wallMs = epochMs(Math.min(Math.max(nowMs, 0), maxWallMs));
  const before = last === null ? null : readStamp(last);
  if (before === null || wallMs > before.wallMs) return toStamp({ wallMs, counter: 0 });
  return before.counter < maxCounter
    ? toStamp({ wallMs: before.wallMs, counter: before.counter + 1 })
    : toStamp({ wallMs: epochMs(before.wallMs + 1), counter: 0 });
};

export const observe = (last: Stamp | null, theirs: Stamp, nowMs: EpochMs): Observed => {
  const parts = readStamp(theirs);
  if (parts === null) return { last, drift: null };
  const aheadMs = parts.wallMs - nowMs;
  if (aheadMs > maxDriftMs) return { last, drift: { aheadMs } };
  return { last: last === null || theirs > last ? theirs : last, drift: null };
};

/** null when the text is no stamp. */
export const readStamp = (text: string): StampParts | null => {
  if (!/^[0-9a-f]{12}-[0-9a-f]{4}$/.test(text)) return null;
  return { wallMs: epochMs(parseInt(text.slice(0, 12), 16)), counter: parseInt(text.slice(13), 16) };
};

export const toStamp = (parts: StampParts): Stamp => {
  const { wallMs, counter } = parts;
  // The shape is made right here.
  return `${wallMs.toString(16).padStart(12, "0")}-${counter.toString(16).padStart(4, "0")}` as Stamp;
};
