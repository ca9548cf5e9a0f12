import fc from "fast-check";
import { expect, it } from "vitest";
import { epochMs } from "#core/time.ts";
import { phaseOf } from "#core/visit/visit.ts";
import { lightsOut1643 } from "#scenarios/lights-out-1643.ts";
import { scenarioWritings, visitIdOf } from "#scenarios/writings.ts";
import { createPretendLog, playEvening } from "./pretend-log.ts";

const startMs = epochMs(Date.UTC(2026, 0, 20, 15, 43));
const events = (toMinutes?: ReadonlyArray<number>) =>
  playEvening(lightsOut1643, { startMs, ...(toMinutes === undefined ? {} : { toMinutes }) }).log.records().map(({ atMs, event }) => ({ atMs, event }));
const whole = events();

it("[SCN1] the same evening gives the same writings", () => {
  expect(events()).toEqual(whole);
});

it("[SCN1] another seed is another evening: no visit of one is a visit of the other", () => {
  const ids = (seed: string): ReadonlyArray<string> => [...playEvening(lightsOut1643, { startMs, seed }).log.state().visits.keys()];
  expect(ids("b").filter((id) => ids("a").includes(id))).toEqual([]);
});

it("[SCN2] a batch ends before a line that strikes what is not in the log yet", () => {
  const { log, refused, batches } = playEvening(lightsOut1643, { startMs });
  expect(refused).toEqual([]);
  expect(batches).toBeGreaterThan(2);
  expect(batches).toBeLessThan(15);
  const twice = log.state().visits.get(visitIdOf("drill", "agnieszka-igjen"));
  expect(twice === undefined ? null : phaseOf(twice.visit).is).toBe("void");
});

it("[SCN3] what somebody did first in the drill is left out and named, and the evening goes on", () => {
  const log = createPretendLog();
  const numbers = { wardCode: "TR", letter: "A", serial: 1 };
  const playing = { startMs, seed: "drill", numbers, recordsOf: log.recordsOf };
  const first = scenarioWritings(lightsOut1643, { fromLine: 0, toMinute: 9 }, playing);
  log.append(first.writings);
  log.append([{ actor: { name: "Deg", role: "nurse" }, atMs: epochMs(startMs + 10 * 60_000), event: { type: "v1.Left", visit: visitIdOf("drill", "emil"), how: "home" } }]);
  const second = scenarioWritings(lightsOut1643, { fromLine: first.nextLine, toMinute: 60 }, { ...playing, numbers: { ...numbers, serial: 4 } });
  expect(second.refused.map(({ line, refusal }) => [lightsOut1643.lines[line], refusal.type])).toMatchObject([[{ visit: "emil", does: "leave" }, "VisitIsOver"]]);
  expect(second.writings.length).toBeGreaterThan(20);
});

it("[SCN4] however the minutes are cut, every line is written once", () => {
  const cuts = fc.array(fc.integer({ min: -5, max: 480 }), { maxLength: 6 }).map((minutes) => [...minutes.toSorted((a, b) => a - b), 1000]);
  fc.assert(
    fc.property(cuts, (minutes) => {
      expect(events(minutes)).toEqual(whole);
    }),
    { numRuns: 15 },
  );
});

it("[SCN5] a number that looks real is not written, should it ever stand in a scenario", () => {
  const scenario = { ...lightsOut1643, people: { ...lightsOut1643.people, torunn: { name: "Torunn", nationalNumber: "13097248022" } } };
  const { writings } = scenarioWritings(scenario, { fromLine: 0, toMinute: 4 }, { startMs, seed: "drill", numbers: { wardCode: "TR", letter: "A", serial: 1 }, recordsOf: () => [] });
  expect(JSON.stringify(writings)).toContain("Torunn");
  expect(JSON.stringify(writings)).not.toContain("13097248022");
});
