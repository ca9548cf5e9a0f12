/**
 * Outages, as declared and ended. More than one may be known: two devices may have declared the same evening.
 *
 * - DWN1 An outage runs from its earliest declared start until it is ended; the one that has run longest is the one shown.
 * - DWN2 The same records give the same outages in any order; an end known before its start is kept.
 */
import type { LogRecord } from "../log/record.ts";
import type { EpochMs } from "../time.ts";
import type { DowntimeEvent, DowntimeId } from "./events.ts";

export interface Downtime {
  readonly id: DowntimeId;
  readonly startedAtMs: EpochMs;
  readonly endedAtMs: EpochMs | null;
}

export type Downtimes = ReadonlyArray<Downtime>;
export type DowntimeRecord = LogRecord & { readonly event: DowntimeEvent };

/** Total over any order of records: starts take the minimum, ends the first end after the start. */
export const evolveDowntimes = (downtimes: Downtimes, record: DowntimeRecord): Downtimes => {
  const { event, atMs } = record;
  const found = downtimes.find((one) => one.id === event.downtime);
  const before: Downtime = found ?? { id: event.downtime, startedAtMs: atMs, endedAtMs: null };
  const rest = downtimes.filter((one) => one.id !== event.downtime);
  switch (event.type) {
    case "v1.DowntimeDeclared":
      return [...rest, { ...before, startedAtMs: before.startedAtMs < atMs ? before.startedAtMs : atMs }];
    case "v1.DowntimeEnded":
      return [...rest, { ...before, endedAtMs: before.endedAtMs === null || before.endedAtMs > atMs ? atMs : before.endedAtMs }];
  }
};

/** The open outage that has run longest, or null. */
export const openDowntime = (downtimes: Downtimes): Downtime | null =>
  downtimes
    .filter((one) => one.endedAtMs === null)
    .reduce<Downtime | null>((longest, one) => (longest === null || one.startedAtMs < longest.startedAtMs ? one : longest), null);
