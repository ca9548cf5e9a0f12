import { expect, it } from "vitest";
import { readHappenedAt, type HappenedMoment } from "#forms/happened-at.ts";
import { epochMs, type EpochMs } from "#core/time.ts";

const at = (clock: string, day = "2026-03-03"): EpochMs => epochMs(Date.parse(`${day}T${clock.length === 5 ? `${clock}:00` : clock}Z`));
const evening: HappenedMoment = { nowMs: at("19:00:20"), offsetMinAt: () => 0, arrivedAtMs: at("18:00:40"), endedAtMs: null };

it("[HAP1] takes what it cannot read as now, and says so", () => {
  expect(readHappenedAt("half past", evening)).toEqual({ atMs: evening.nowMs, warning: { type: "NotRead" } });
});

it("[HAP1] says after the end that it is over, rather than that it will be written", () => {
  expect(readHappenedAt("half past", { ...evening, endedAtMs: at("18:45") }).warning).toEqual({ type: "AfterEnd", atMs: at("18:45") });
});

it("says nothing of an ordinary time, and nothing typed is now", () => {
  expect(readHappenedAt("", evening)).toEqual({ atMs: evening.nowMs, warning: null });
  expect(readHappenedAt("1830", evening)).toEqual({ atMs: at("18:30"), warning: null });
});

it("[HAP2] says that a time has not come, and takes it", () => {
  expect(readHappenedAt("1910", evening)).toEqual({ atMs: at("19:10"), warning: { type: "InFuture" } });
});

it("[HAP2] says that a time lies before the arrival, but not of the very minute", () => {
  expect(readHappenedAt("1759", evening)).toEqual({ atMs: at("17:59"), warning: { type: "BeforeArrival", atMs: at("18:00:40") } });
  expect(readHappenedAt("1800", evening).warning).toBeNull();
});

it("[HAP2] says that a time lies after the end, now included", () => {
  const ended = { ...evening, endedAtMs: at("18:45") };
  expect(readHappenedAt("", ended).warning).toEqual({ type: "AfterEnd", atMs: at("18:45") });
  expect(readHappenedAt("1840", ended).warning).toBeNull();
});

it("[HAP3] a time that was filled in and left alone is exact, whatever day it was", () => {
  const yesterdayMs = at("18:30:17", "2026-03-02");
  expect(readHappenedAt("18:30", { ...evening, arrivedAtMs: null }, { text: "18:30", atMs: yesterdayMs }).atMs).toBe(yesterdayMs);
  expect(readHappenedAt("18:31", { ...evening, arrivedAtMs: null }, { text: "18:30", atMs: yesterdayMs }).atMs).toBe(at("18:31"));
});
