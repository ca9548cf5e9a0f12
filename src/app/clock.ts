/**
 * The ward's clock: wall time anchored once and carried on by a steady counter, so that a clock that is set back or
 * forward while the page is open moves no wait.
 *
 * - CLK1 Time shown never runs backwards while the page is open.
 * - CLK2 A jump of the wall clock against the steady counter is told, in milliseconds, until the page is opened anew.
 */
import { epochMs, type EpochMs } from "#core/time.ts";

export interface Clock {
  readonly nowMs: () => EpochMs;
  /** How far the wall clock has run from ours, ms; null when they agree. */
  readonly jumpMs: () => number | null;
  /** Called on every whole second, and when the page is looked at again. */
  readonly onTick: (listener: () => void) => () => void;
}

export interface ClockSources {
  readonly wallMs: () => number;
  readonly steadyMs: () => number;
}

/** Smaller differences come from the counter's own drift and from time servers nudging the clock. */
const jumpToleranceMs = 30_000;

export const createClock = (sources: ClockSources): Clock => {
  const anchorMs = sources.wallMs() - sources.steadyMs();
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setTimeout> | null = null;
  const nowMs = (): EpochMs => epochMs(anchorMs + sources.steadyMs());
  const tick = (): void => {
    for (const listener of listeners) listener();
    timer = setTimeout(tick, 1000 - (nowMs() % 1000));
  };
  return {
    nowMs,
    jumpMs: () => {
      const jumpMs = sources.wallMs() - nowMs();
      return Math.abs(jumpMs) > jumpToleranceMs ? jumpMs : null;
    },
    onTick: (listener) => {
      listeners.add(listener);
      timer ??= setTimeout(tick, 1000 - (nowMs() % 1000));
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0 && timer !== null) {
          clearTimeout(timer);
          timer = null;
        }
      };
    },
  };
};
