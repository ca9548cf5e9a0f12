/**
 * What the log means: the one state that every page reads a part of.
 *
 * - WST1 Any order of arrival, any repetition and any split into batches of the same records give the same state.
 * - WST2 A record of an unknown type is kept and counted, and changes nothing else.
 * - WST3 A visit's record is uncarried until a saved file held it.
 */
import { evolveDowntimes, type DowntimeRecord, type Downtimes } from "#core/downtime/downtime.ts";
import { inLogOrder } from "#core/log/order.ts";
import type { DeviceId, LogRecord, RecordId } from "#core/log/record.ts";
import type { EpochMs } from "#core/time.ts";
import type { VisitId } from "#core/visit/events.ts";
import { visitOf, type Visit, type VisitRecord } from "#core/visit/visit.ts";
import { emptyWard, evolveWard, type Ward, type WardRecord } from "#core/ward/ward.ts";

/** One visit: its records in log order, and what they say together. */
export interface VisitFile {
  readonly visit: Visit;
  readonly records: ReadonlyArray<VisitRecord>;
}

export interface Uncarried {
  readonly device: DeviceId;
  readonly seq: number;
  readonly wroteMs: EpochMs;
}

export interface WardState {
  readonly visits: ReadonlyMap<VisitId, VisitFile>;
  readonly downtimes: Downtimes;
  readonly ward: Ward;
  /** Per device, the highest sequence number that is here. */
  readonly held: { readonly [device: string]: number };
  readonly uncarried: ReadonlyArray<Uncarried>;
  readonly unknown: ReadonlyArray<RecordId>;
}

export const emptyState: WardState = { visits: new Map(), downtimes: [], ward: emptyWard, held: {}, uncarried: [], unknown: [] };

export const absorb = (state: WardState, records: ReadonlyArray<LogRecord>): WardState => {
  if (records.length === 0) return state;
  const byVisit = new Map<VisitId, VisitRecord[]>();
  const unknown = new Set(state.unknown);
  const held = { ...state.held };
  let { downtimes, ward } = state;
  for (const record of records) {
    held[record.device] = Math.max(held[record.device] ?? 0, record.seq);
    if (isOfVisit(record)) byVisit.set(record.event.visit, [...(byVisit.get(record.event.visit) ?? []), record]);
    else if (isOfDowntime(record)) downtimes = evolveDowntimes(downtimes, record);
    else if (isOfWard(record)) ward = evolveWard(ward, record);
    else unknown.add(record.id);
  }
  return {
    visits: withRecords(state.visits, byVisit),
    downtimes: downtimes.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    ward,
    held,
    uncarried: stillUncarried([...state.uncarried, ...[...byVisit.values()].flat()], ward),
    unknown: [...unknown].toSorted(),
  };
};

const withRecords = (
  visits: ReadonlyMap<VisitId, VisitFile>,
  byVisit: ReadonlyMap<VisitId, ReadonlyArray<VisitRecord>>,
): ReadonlyMap<VisitId, VisitFile> => {
  if (byVisit.size === 0) return visits;
  const next = new Map(visits);
  for (const [id, added] of byVisit) {
    const all = new Map([...(next.get(id)?.records ?? []), ...added].map((record) => [record.id, record]));
    const records = [...all.values()].toSorted(inLogOrder);
    next.set(id, { visit: visitOf(id, records), records });
  }
  return next;
};

const stillUncarried = (candidates: ReadonlyArray<Uncarried>, ward: Ward): ReadonlyArray<Uncarried> => {
  const kept = new Map<string, Uncarried>();
  for (const { device, seq, wroteMs } of candidates) {
    if (seq > (ward.carriedTo[device] ?? 0)) kept.set(`${device} ${seq}`, { device, seq, wroteMs });
  }
  return [...kept.values()].toSorted((a, b) => (a.device === b.device ? a.seq - b.seq : a.device < b.device ? -1 : 1));
};

const isOfVisit = (record: LogRecord): record is VisitRecord => record.event.type !== "unknown" && "visit" in record.event;
const isOfDowntime = (record: LogRecord): record is DowntimeRecord =>
  record.event.type === "v1.DowntimeDeclared" || record.event.type === "v1.DowntimeEnded";
const isOfWard = (record: LogRecord): record is WardRecord => record.event.type !== "unknown" && !isOfVisit(record) && !isOfDowntime(record);
