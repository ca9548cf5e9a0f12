/**
 * Times are typed, not picked.
 *
 * - TIM1 "nå", "now", "no" or nothing is now; "-10" is ten minutes ago; "1658", "16:58", "16.58" and "9:05" are clock times.
 * - TIM2 A clock time is the latest one that is not more than an hour ahead: 23:50 typed at 00:10 was yesterday.
 * - TIM4 A clock time is of the zone as it was then, also on a night when the clocks were changed since. Where the clocks stood twice
 *   on the same time, the latest that has come is meant; a time that the clocks left out is as far after the change.
 * - TIM3 What cannot be read is null, never a guess.
 */
import { addMinutes, epochMs, hourMs, minuteMs, type EpochMs } from "#core/time.ts";

const dayMs = 24 * hourMs;

/** Local time minus UTC at a moment, in minutes (Oslo in winter: 60). */
export type OffsetMinAt = (atMs: EpochMs) => number;

export interface TypedMoment {
  readonly nowMs: EpochMs;
  readonly offsetMinAt: OffsetMinAt;
}

export const readTypedTime = (text: string, at: TypedMoment): EpochMs | null => {
  const typed = text.trim().toLowerCase();
  if (["", "nå", "no", "now"].includes(typed)) return at.nowMs;
  const ago = /^[-−](\d{1,3})$/.exec(typed);
  if (ago) return addMinutes(at.nowMs, -Number(ago[1]));
  const clock = /^(\d{1,2})[:.](\d{2})$/.exec(typed) ?? /^(\d{1,2})(\d{2})$/.exec(typed);
  if (!clock) return null;
  const [hours, minutes] = [Number(clock[1]), Number(clock[2])];
  if (hours > 23 || minutes > 59) return null;
  const localNowMs = at.nowMs + at.offsetMinAt(at.nowMs) * minuteMs;
  const localMs = Math.floor(localNowMs / dayMs) * dayMs + hours * hourMs + minutes * minuteMs;
  const todayMs = atLocal(localMs, at);
  return todayMs > at.nowMs + hourMs ? atLocal(localMs - dayMs, at) : todayMs;
};

/** When the clocks on the wall stood so: `localMs` is as if they stood in UTC. */
const atLocal = (localMs: number, { nowMs, offsetMinAt }: TypedMoment): EpochMs => {
  const offsets = [offsetMinAt(epochMs(localMs + dayMs)), offsetMinAt(epochMs(localMs - dayMs))];
  const times = offsets.map((offsetMin) => epochMs(localMs - offsetMin * minuteMs));
  const stood = times.filter((atMs) => atMs + offsetMinAt(atMs) * minuteMs === localMs).toSorted((a, b) => b - a);
  return stood.find((atMs) => atMs <= nowMs) ?? stood.at(-1) ?? epochMs(Math.max(...times));
};
