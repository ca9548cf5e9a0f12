/**
 * Plays a written evening into the drill's book, while somebody has the drill open.
 *
 * - DRL1 A drill opens with the first hours behind it, every entry written in its own minute, and goes on with the clock.
 * - DRL2 A drill that was begun goes on where its book ends: no line is written twice, whoever reloads.
 * - DRL3 One tab plays; others watch, and the next takes over when it closes.
 * - DRL4 What could not be written is said, and tried again with the next minute.
 */
import type { SaveFault, WardLog } from "#core/log/port.ts";
import { addMinutes, epochMs, minutesBetween, type EpochMs } from "#core/time.ts";
import { nextLineIn, seedOf, startIn } from "#scenarios/resume.ts";
import type { Scenario } from "#scenarios/scenario.ts";
import { scenarioWritings, type PlayedLines } from "#scenarios/writings.ts";
import type { Clock } from "../../clock.ts";
import type { WardFeed } from "../../ward-feed.ts";
import type { Pace } from "./pace.ts";
import type { WriteClock } from "./write-clock.ts";

export interface DrillLook {
  readonly is: "watching" | "playing" | "over";
  readonly startMs: EpochMs | null;
  readonly fault: SaveFault | null;
}

export interface DrillPlayer {
  readonly scenario: Scenario;
  readonly pace: Pace;
  readonly look: () => DrillLook;
  readonly subscribe: (listener: () => void) => () => void;
  readonly close: () => void;
}

export interface DrillParts {
  readonly scenario: Scenario;
  readonly log: WardLog;
  readonly feed: Pick<WardFeed, "state" | "subscribe" | "whole">;
  readonly clock: Clock;
  readonly writeClock: WriteClock;
  readonly pace: Pace;
  /** Holds the place of the one who plays, across tabs, until the work ends. */
  readonly alone: (work: () => Promise<void>) => Promise<void>;
}

/** So much of the evening is there when the drill opens: enough that people wait, and one of them too long. */
export const behindMin = 205;

/** Written down a moment after it happened, as by a person. */
const writingMs = 20_000;

/** Answers when the drill's book can be shown: the past hour is in it, or another tab is putting it there. */
export const openDrillPlayer = async (parts: DrillParts): Promise<DrillPlayer> => {
  const { scenario, feed, clock, pace } = parts;
  const listeners = new Set<() => void>();
  let look: DrillLook = { is: "watching", startMs: startOf(parts), fault: null };
  let close = (): void => undefined;
  const closed = new Promise<void>((resolve) => { close = resolve; });
  const show = (change: Partial<DrillLook>): void => {
    look = { ...look, ...change };
    for (const listener of listeners) listener();
  };
  const skipTo = (lastMs: number): void => pace.skip(lastMs - clock.nowMs());
  skipTo(lastWroteMs(parts));
  await new Promise<void>((ready) => {
    feed.subscribe((records) => {
      skipTo(records.reduce((lastMs, { record }) => Math.max(lastMs, record.wroteMs), 0));
      if (look.is !== "watching" || look.startMs !== null) return;
      show({ startMs: startOf(parts) });
      if (look.startMs !== null) ready();
    });
    if (look.startMs !== null) ready();
    void parts.alone(async () => {
      await feed.whole;
      const startMs = startOf(parts) ?? addMinutes(clock.nowMs(), -behindMin);
      show({ is: "playing", startMs });
      const stop = await play(parts, startMs, show);
      ready();
      await closed;
      stop();
    });
  });
  return {
    scenario,
    pace,
    look: () => look,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close,
  };
};

const play = async (parts: DrillParts, startMs: EpochMs, show: (change: Partial<DrillLook>) => void): Promise<() => void> => {
  const { scenario, feed, clock } = parts;
  let nextLine = nextLineIn(scenario, startMs, (visit) => feed.state().visits.get(visit)?.records ?? []);
  let running: Promise<void> | null = null;
  const run = async (): Promise<void> => {
    const line = scenario.lines[nextLine];
    if (line === undefined) return show({ is: "over", fault: null });
    if (line.minute > minutesBetween(startMs, clock.nowMs())) return;
    const played = await playMinute(parts, { startMs, fromLine: nextLine, minute: line.minute });
    if ("fault" in played) return show({ fault: played.fault });
    ({ nextLine } = played);
    show({ fault: null });
    await run();
  };
  const step = (): void => {
    running ??= run().finally(() => { running = null; });
  };
  await run();
  return clock.onTick(step);
};

interface Minute {
  readonly startMs: EpochMs;
  readonly fromLine: number;
  readonly minute: number;
}

const playMinute = async (parts: DrillParts, { startMs, fromLine, minute }: Minute): Promise<{ readonly nextLine: number } | { readonly fault: SaveFault }> => {
  const { scenario, log, feed, clock, writeClock } = parts;
  const series = `${log.wardCode}${log.letter}`;
  let played: PlayedLines | null = null;
  const isPast = minute < minutesBetween(startMs, clock.nowMs());
  if (isPast) writeClock.set(epochMs(addMinutes(startMs, minute) + writingMs));
  const written = await log.append(() => {
    const state = feed.state();
    const numbers = { wardCode: log.wardCode, letter: log.letter, serial: (state.serials[series] ?? 0) + 1 };
    const playing = { startMs, seed: seedOf(scenario, startMs), numbers, recordsOf: (visit: Parameters<typeof state.visits.get>[0]) => state.visits.get(visit)?.records ?? [] };
    played = scenarioWritings(scenario, { fromLine, toMinute: minute }, playing);
    return played.writings;
  });
  if (isPast) writeClock.set(null);
  // The plan was made inside append; TypeScript cannot see that it ran.
  const { nextLine } = (played as PlayedLines | null) ?? { nextLine: fromLine };
  return written.ok ? { nextLine } : { fault: written.error };
};

const startOf = ({ scenario, feed }: DrillParts): EpochMs | null => {
  const { visits, downtimes } = feed.state();
  return startIn(scenario, [...visits.keys(), ...downtimes.map(({ id }) => id)]);
};

const lastWroteMs = ({ feed }: DrillParts): number => {
  let lastMs = 0;
  for (const { records } of feed.state().visits.values()) for (const { wroteMs } of records) lastMs = Math.max(lastMs, wroteMs);
  return lastMs;
};
