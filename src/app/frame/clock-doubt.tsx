/**
 * What a person must know about the time on this page.
 *
 * - CLKD1 A clock that has jumped is marked beside the time of day. Set back, or ahead by more than a device sleeps, it is said in a
 *   sentence on every page, with what to do; a device that slept for some hours has only its mark.
 * - CLKD2 A clock that stands behind what is written about somebody who is here is said in a sentence, after a start too.
 */
import { hourMs } from "#core/time.ts";
import { isClockBehind } from "#projections/clock-behind.ts";
import type { Words } from "#i18n/words.ts";
import { useApp, useNow, useWardState, useWords } from "../app-context.tsx";

/** Longer than this no device sleeps with a page open in a ward at work. */
const longestSleepMs = 16 * hourMs;

export interface ClockDoubt {
  readonly is: "slept" | "jumped" | "behind";
  readonly text: (words: Words) => string;
}

const slept: ClockDoubt = { is: "slept", text: ({ frame }) => frame.clockDoubt };
const jumped: ClockDoubt = { is: "jumped", text: ({ frame }) => frame.clockDoubt };
const behind: ClockDoubt = { is: "behind", text: ({ frame }) => frame.clockBehind };

export const useClockDoubt = (): ClockDoubt | null => {
  const { clock } = useApp();
  const state = useWardState();
  const nowMs = useNow();
  const jumpMs = clock.jumpMs();
  if (jumpMs !== null && (jumpMs < 0 || jumpMs > longestSleepMs)) return jumped;
  if (isClockBehind(state, nowMs)) return behind;
  return jumpMs === null ? null : slept;
};

export const ClockAlarm = () => {
  const words = useWords();
  const doubt = useClockDoubt();
  if (doubt === null || doubt.is === "slept") return null;
  return (
    <p className="frame-tip" role="status">
      {doubt.text(words)}
    </p>
  );
};
