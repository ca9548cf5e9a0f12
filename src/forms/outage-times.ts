/**
 * When an outage began or ended, as typed: an empty field is now, as everywhere.
 *
 * - OUTT1 What cannot be read, or has not come yet, is said and not taken: an outage is told of when it is there.
 * - OUTT2 An end must come after the start, a corrected start before the one that stands: a start is only ever found to be earlier.
 */
import type { EpochMs } from "#core/time.ts";
import { err, ok, type Result } from "#core/result.ts";
import { readTypedTime, type OffsetMinAt } from "./typed-time.ts";

export type OutageTimeFault = { readonly type: "NotRead" | "InFuture" | "BeforeStart" | "NotEarlier" };

interface Moment {
  readonly nowMs: EpochMs;
  readonly offsetMinAt: OffsetMinAt;
}

export const readOutageStart = (text: string, at: Moment, earlierThanMs: EpochMs | null = null): Result<EpochMs, OutageTimeFault> => {
  const read = readPast(text, at);
  return read.ok && earlierThanMs !== null && read.value >= earlierThanMs ? err({ type: "NotEarlier" }) : read;
};

export const readOutageEnd = (text: string, at: Moment, startedAtMs: EpochMs): Result<EpochMs, OutageTimeFault> => {
  const read = readPast(text, at);
  return read.ok && read.value < startedAtMs ? err({ type: "BeforeStart" }) : read;
};

const readPast = (text: string, at: Moment): Result<EpochMs, OutageTimeFault> => {
  const atMs = readTypedTime(text, at);
  if (atMs === null) return err({ type: "NotRead" });
  return atMs > at.nowMs ? err({ type: "InFuture" }) : ok(atMs);
};
