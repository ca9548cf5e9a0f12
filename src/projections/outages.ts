/**
 * Outages as the ward reads them: the one that runs now, and those before it.
 *
 * - OUTG1 Ending the outage ends every one that is open: two devices may have declared the same evening.
 * - OUTG2 No outage ends before it began.
 * - OUTG3 Those that are over stand latest first.
 */
import { openDowntime, type Downtime, type Downtimes } from "#core/downtime/downtime.ts";
import type { DowntimeEvent } from "#core/downtime/events.ts";
import type { EpochMs } from "#core/time.ts";

export interface PastOutage {
  readonly id: Downtime["id"];
  readonly startedAtMs: EpochMs;
  readonly endedAtMs: EpochMs;
}

export interface Outages {
  readonly open: Downtime | null;
  readonly past: ReadonlyArray<PastOutage>;
}

export const outagesOf = (downtimes: Downtimes): Outages => ({
  open: openDowntime(downtimes),
  past: downtimes
    .flatMap(({ id, startedAtMs, endedAtMs }) => (endedAtMs === null ? [] : [{ id, startedAtMs, endedAtMs }]))
    .toSorted((a, b) => b.startedAtMs - a.startedAtMs || (a.id < b.id ? -1 : 1)),
});

export const endingsAt = (downtimes: Downtimes, atMs: EpochMs): ReadonlyArray<{ readonly atMs: EpochMs; readonly event: DowntimeEvent }> =>
  downtimes
    .filter(({ endedAtMs }) => endedAtMs === null)
    .map(({ id, startedAtMs }) => ({ atMs: startedAtMs > atMs ? startedAtMs : atMs, event: { type: "v1.DowntimeEnded", downtime: id } }));
