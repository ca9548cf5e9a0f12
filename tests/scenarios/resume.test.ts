import { expect, it } from "vitest";
import { epochMs } from "#core/time.ts";
import { lightsOut1643 } from "#scenarios/lights-out-1643.ts";
import { nextLineIn, seedOf, startIn } from "#scenarios/resume.ts";
import { playEvening } from "./pretend-log.ts";

const scenario = lightsOut1643;
const startMs = epochMs(Date.UTC(2026, 10, 23, 15, 43));
const playedTo = (minute: number) => playEvening(scenario, { startMs, seed: seedOf(scenario, startMs), toMinutes: [minute] }).log;
const lineAfter = (minute: number): number => scenario.lines.filter((line) => line.minute <= minute).length;

it("[RSM1] finds the start again in the names of what was written, and none where nothing was", () => {
  const state = playedTo(75).state();
  expect(startIn(scenario, state.visits.keys())).toBe(startMs);
  expect(startIn(scenario, state.downtimes.map(({ id }) => id))).toBe(startMs);
  expect(startIn(scenario, [])).toBeNull();
  expect(startIn({ ...scenario, id: "another" }, state.visits.keys())).toBeNull();
});

it("[RSM2] goes on after the last line that is in the log, from any minute", () => {
  for (const minute of [3, 5, 30, 47, 75, 200, 466]) {
    const log = playedTo(minute);
    const last = scenario.lines.findLastIndex((line) => line.minute <= minute && "visit" in line);
    expect(nextLineIn(scenario, startMs, log.recordsOf)).toBeGreaterThan(last);
    expect(nextLineIn(scenario, startMs, log.recordsOf)).toBeLessThanOrEqual(lineAfter(minute));
  }
  expect(nextLineIn(scenario, startMs, () => [])).toBe(0);
});

it("[RSM2] what somebody in the drill writes does not count as a line of it", () => {
  const log = playedTo(75);
  const before = nextLineIn(scenario, startMs, log.recordsOf);
  const visit = [...log.state().visits.keys()][0];
  if (visit === undefined) throw new Error("nobody came");
  log.append([{ actor: { name: "Somebody", role: "nurse" }, atMs: epochMs(startMs + 466 * 60_000), event: { type: "v1.TriageSet", visit, scale: "no3", scaleVersion: "2026-1", level: 3 } }]);
  expect(nextLineIn(scenario, startMs, log.recordsOf)).toBe(before);
});
