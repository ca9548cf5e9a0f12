/**
 * Times are typed, not picked.
 *
 * - TIM1 "nå", "now", "no" or nothing is now; "-10" is ten minutes ago; "1658", "16:58", "16.58" and "9:05" are clock times.
 * - TIM2 A clock time is the latest one that is not more than an hour ahead: 23:50 typed at 00:10 was yesterday.
 * - TIM3 What cannot be read is null, never a guess.
 */
import { addMinutes, epochMs, hourMs, minuteMs, type EpochMs } from "#core/time.ts";

const dayMs = 24 * hourMs;

/** `offsetMin`: local time minus UTC at `nowMs`, in minutes (Oslo in winter: 60). */
export const readTypedTime = (text: string, at: { readonly nowMs: EpochMs; readonly offsetMin: number }): EpochMs | null => {
  const typed = text.trim().toLowerCase();
  if (["", "nå", "no", "now"].includes(typed)) return at.nowMs;
  const ago = /^[-−](\d{1,3})$/.exec(typed);
  if (ago) return addMinutes(at.nowMs, -Number(ago[1]));
  const clock = /^(\d{1,2})[:.](\d{2})$/.exec(typed) ?? /^(\d{1,2})(\d{2})$/.exec(typed);
  if (!clock) return null;
  const [hours, minutes] = [Number(clock[1]), Number(clock[2])];
  if (hours > 23 || minutes > 59) return null;
  const offsetMs = at.offsetMin * minuteMs;
  const midnightMs = Math.floor((at.nowMs + offsetMs) / dayMs) * dayMs - offsetMs;
  const todayMs = midnightMs + hours * hourMs + minutes * minuteMs;
  return epochMs(todayMs > at.nowMs + hourMs ? todayMs - dayMs : todayMs);
};
