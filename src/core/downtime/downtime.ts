/**
 * Outages, as declared and ended. More than one may be known: two devices may have declared the same evening.
 *
 * - DWN1 An outage runs from the earliest that is told of it to the earliest end; the one that has run longest is the one shown.
 * - DWN2 The same records give the same outages in any order; an end known before its start is kept, and no outage ends before it began.
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

/** Total over any order of records, in order of the outages' ids. */
export const evolveDowntimes = (downtimes: Downtimes, record: DowntimeRecord): Downtimes => {
  const { event, atMs } = record;
  const before = downtimes.find((one) => one.id === event.downtime) ?? { id: event.downtime, startedAtMs: atMs, endedAtMs: null };
  const startedAtMs = before.startedAtMs < atMs ? before.startedAtMs : atMs;
  const rest = downtimes.filter((one) => one.id !== event.downtime);
  return [...rest, { ...before, startedAtMs, endedAtMs: endOf(before, record) }].toSorted((a, b) => (a.id < b.id ? -1 : 1));
};

/** The open outage that has run longest, or null. */
export const openDowntime = (downtimes: Downtimes): Downtime | null =>
  downtimes
    .filter((one) => one.endedAtMs === null)
    .reduce<Downtime | null>((longest, one) => (longest === null || one.startedAtMs < longest.startedAtMs ? one : longest), null);

const endOf = ({ endedAtMs }: Downtime, { event, atMs }: DowntimeRecord): EpochMs | null => {
  switch (event.type) {
    case "v1.DowntimeDeclared":
      return endedAtMs;
    case "v1.DowntimeEnded":
      return endedAtMs === null || atMs < endedAtMs ? atMs : endedAtMs;
  }
};
