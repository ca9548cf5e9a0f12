import { expect, it } from "vitest";
import type { Downtime } from "#core/downtime/downtime.ts";
import { epochMs } from "#core/time.ts";
import { endingsAt, outagesOf } from "#projections/outages.ts";

const outage = (id: string, startedAtMs: number, endedAtMs: number | null): Downtime => ({
  id: id as Downtime["id"],
  startedAtMs: epochMs(startedAtMs),
  endedAtMs: endedAtMs === null ? null : epochMs(endedAtMs),
});
const downtimes = [outage("a", 100, null), outage("b", 300, null), outage("c", 10, 20), outage("d", 30, 40)];

it("[OUTG1][OUTG2] ends every open outage, none before it began", () => {
  expect(endingsAt(downtimes, epochMs(200))).toEqual([
    { atMs: 200, event: { type: "v1.DowntimeEnded", downtime: "a" } },
    { atMs: 300, event: { type: "v1.DowntimeEnded", downtime: "b" } },
  ]);
});

it("[OUTG3] shows the one that has run longest, and those that are over, latest first", () => {
  const { open, past } = outagesOf(downtimes);
  expect(open?.id).toBe("a");
  expect(past.map(({ id }) => id)).toEqual(["d", "c"]);
});
