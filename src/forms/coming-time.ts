/**
 * Times that lie ahead are typed, too: when somebody is to be rung up again.
 *
 * - CMT1 "+30", "30 min", "om 30 min", "1 t" and "1 time" are from now; "2030", "20:30" and "20.30" are clock times.
 * - CMT2 A clock time is the next one, or the last one where that was less than an hour ago: it was just missed.
 * - CMT3 What cannot be read is null, never a guess; a bare "20" may be minutes or an hour of the day.
 */
import { addMinutes, epochMs, hourMs, type EpochMs } from "#core/time.ts";
import { readTypedTime, type TypedMoment } from "./typed-time.ts";

export const readComingTime = (text: string, at: TypedMoment): EpochMs | null => {
  const typed = text.trim().toLowerCase().replace(/\s+/gu, " ").replace(/\.$/u, "");
  if (["nå", "no", "now"].includes(typed)) return at.nowMs;
  const minutes = /^(?:om |in )?\+?(\d{1,3}) ?(?:m|min|minutt|minutter|minutes)$/u.exec(typed) ?? /^\+(\d{1,3})$/u.exec(typed);
  if (minutes) return addMinutes(at.nowMs, Number(minutes[1]));
  const hours = /^(?:om |in )?\+?(\d{1,2})(?:[.,](5))? ?(?:t|time|timer|timar|h|hour|hours)$/u.exec(typed);
  if (hours) return addMinutes(at.nowMs, Number(hours[1]) * 60 + (hours[2] === undefined ? 0 : 30));
  if (!/^\d{1,2}[:.]?\d{2}$/u.test(typed)) return null;
  // A typed time is the latest that is not more than an hour ahead: read so 22 hours from now it is within the 23 that come.
  return readTypedTime(typed, { ...at, nowMs: epochMs(at.nowMs + 22 * hourMs) });
};
