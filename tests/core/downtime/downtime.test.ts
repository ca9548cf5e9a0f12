import fc from "fast-check";
import { expect, it } from "vitest";
import { evolveDowntimes, openDowntime, type DowntimeRecord, type Downtimes } from "#core/downtime/downtime.ts";
import type { DowntimeEvent, DowntimeId } from "#core/downtime/events.ts";
import { recordId, device, nurse, at, stampAt } from "../visit/given.ts";

const record = (type: DowntimeEvent["type"], downtime: string, when: string): DowntimeRecord => ({
  id: recordId(`${type} ${downtime} ${when}`), device: device("A"), seq: 1, stamp: stampAt(at(when), 0), actor: nurse,
  atMs: at(when), wroteMs: at(when), seen: [], event: { type, downtime: downtime as DowntimeId },
});
const declared = (downtime: string, when: string): DowntimeRecord => record("v1.DowntimeDeclared", downtime, when);
const ended = (downtime: string, when: string): DowntimeRecord => record("v1.DowntimeEnded", downtime, when);
const told = (...records: ReadonlyArray<DowntimeRecord>): Downtimes => records.reduce(evolveDowntimes, []);

it("[DWN1] runs from its earliest declared start until it is ended, at the earliest end", () => {
  const downtimes = told(declared("one", "16:50"), declared("one", "16:43"), ended("one", "21:40"), ended("one", "21:30"));
  expect(downtimes).toEqual([{ id: "one", startedAtMs: at("16:43"), endedAtMs: at("21:30") }]);
  expect(openDowntime(downtimes)).toBeNull();
});

it("[DWN1] of two that are open the one that has run longest is shown", () => {
  const both = [declared("late", "16:50"), declared("early", "16:43")];
  expect(openDowntime(told(...both))?.id).toBe("early");
  expect(openDowntime(told(...both, ended("early", "20:00")))?.id).toBe("late");
  expect(openDowntime([])).toBeNull();
});

it("[DWN2] an end known before its start is kept", () => {
  expect(told(ended("one", "21:30"), declared("one", "16:43"))).toEqual([{ id: "one", startedAtMs: at("16:43"), endedAtMs: at("21:30") }]);
});

it("[DWN2] the same records in any order and any number give the same outages, none of which ends before it began", () => {
  const any = fc.tuple(fc.boolean(), fc.constantFrom("one", "two", "three"), fc.constantFrom("16:43", "17:00", "18:00", "21:30"));
  fc.assert(
    fc.property(fc.array(any, { maxLength: 8 }), fc.array(fc.nat(), { minLength: 8, maxLength: 8 }), (facts, dice) => {
      const records = facts.map(([isStart, downtime, when]) => (isStart ? declared(downtime, when) : ended(downtime, when)));
      const want = told(...records);
      const turned = records.map((one, place) => [one, dice[place] ?? 0] as const).toSorted((a, b) => a[1] - b[1]).map(([one]) => one);
      expect(told(...turned)).toEqual(want);
      expect(told(...records, ...turned)).toEqual(want);
      for (const { startedAtMs, endedAtMs } of want) expect(endedAtMs ?? startedAtMs).toBeGreaterThanOrEqual(startedAtMs);
    }),
  );
});
