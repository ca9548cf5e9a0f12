/**
 * The drill's time: the device's own, let run faster. Everything in the drill goes by it, the clock in the frame too, so that
 * a wait at twenty times the pace is a wait of twenty times the minutes.
 *
 * - PACE1 A change of pace moves no time: it only runs faster or slower from there.
 * - PACE2 Time is only ever skipped forward, to what the drill's book has reached.
 */
import type { ClockSources } from "../../clock.ts";

export const paces = [1, 5, 20] as const;
export type Speed = (typeof paces)[number];

export interface Pace extends ClockSources {
  readonly speed: () => Speed;
  readonly setSpeed: (speed: Speed) => void;
  readonly skip: (ms: number) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export const createPace = (device: ClockSources): Pace => {
  let speed: Speed = 1;
  let aheadMs = 0;
  let sinceMs = device.steadyMs();
  const listeners = new Set<() => void>();
  const ahead = (): number => aheadMs + (device.steadyMs() - sinceMs) * (speed - 1);
  const change = (next: Speed, skipMs: number): void => {
    aheadMs = ahead() + Math.max(0, skipMs);
    sinceMs = device.steadyMs();
    speed = next;
    for (const listener of listeners) listener();
  };
  return {
    wallMs: () => device.wallMs() + ahead(),
    steadyMs: () => device.steadyMs() + ahead(),
    speed: () => speed,
    setSpeed: (next) => change(next, 0),
    skip: (ms) => {
      if (ms > 0) change(speed, ms);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
