/**
 * The ward's clock: wall time anchored once and carried on by a steady counter, so that a clock that is set back while the
 * page is open moves no wait.
 *
 * - CLK1 Time shown never runs backwards while the page is open.
 * - CLK2 A jump of the wall clock against the steady counter is told, in milliseconds, until the page is opened anew.
 * - CLK3 A wall clock that is ahead is followed, because the counter stands still while many devices sleep: a wait that is
 *   told too long is seen, one told too short is not.
 */
import { epochMs, type EpochMs } from "#core/time.ts";

export interface Clock {
  readonly nowMs: () => EpochMs;
  /** How far the wall clock has run from ours, or ours has followed it, ms; null when they always agreed. */
  readonly jumpMs: () => number | null;
  /** Called on every whole second; a page that nobody looks at may be called less often. */
  readonly onTick: (listener: () => void) => () => void;
}

export interface ClockSources {
  readonly wallMs: () => number;
  readonly steadyMs: () => number;
}

/** Smaller differences come from the counter's own drift and from time servers nudging the clock. */
const jumpToleranceMs = 30_000;

export const createClock = (sources: ClockSources): Clock => {
  let anchorMs = sources.wallMs() - sources.steadyMs();
  let sleptMs = 0;
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setTimeout> | null = null;
  const nowMs = (): EpochMs => {
    const aheadMs = sources.wallMs() - anchorMs - sources.steadyMs();
    if (aheadMs > jumpToleranceMs) {
      anchorMs += aheadMs;
      sleptMs += aheadMs;
    }
    return epochMs(anchorMs + sources.steadyMs());
  };
  const tick = (): void => {
    for (const listener of listeners) listener();
    timer = setTimeout(tick, 1000 - (nowMs() % 1000));
  };
  return {
    nowMs,
    jumpMs: () => {
      const behindMs = sources.wallMs() - nowMs();
      if (Math.abs(behindMs) > jumpToleranceMs) return behindMs;
      return sleptMs > 0 ? sleptMs : null;
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
