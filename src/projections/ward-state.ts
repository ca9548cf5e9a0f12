/**
 * What the log means: the one state that every page reads a part of.
 *
 * - WST1 Any order of arrival, any repetition and any split into batches of the same records give the same state.
 * - WST2 A record of an unknown type is kept and counted, and changes nothing else.
 * - WST3 A visit's record is uncarried until a saved file held it.
 * - WST4 The last serial of a series is known without looking at any visit, and a struck arrival or call keeps its number;
 *   serials kept back for paper count as given.
 * - WST5 Visits that are one are one file, under the one whose number goes on; every other visit stands alone, and costs nothing more.
 * - WST6 Pictures stay in the log: the state, and so what is put away of it, holds what is said of them and not one of their bytes.
 * - WST7 What is said of giving back to the journal system is no part of it: it is many times as much, and read by who gives back.
 */
import { evolveDowntimes, type DowntimeRecord, type Downtimes } from "#core/downtime/downtime.ts";
import { inLogOrder } from "#core/log/order.ts";
import type { DeviceId, LogRecord } from "#core/log/record.ts";
import { isIn } from "#core/log/runs.ts";
import type { EpochMs } from "#core/time.ts";
import type { VisitId } from "#core/visit/events.ts";
import { withoutPicture } from "#core/visit/pictures.ts";
import type { VisitRecord } from "#core/visit/strikes.ts";
import { isJoin, onesWith, standingJoins, whoGoesOn } from "#core/visit/joins.ts";
import { numberParts } from "#core/visit/temporary-number.ts";
import { visitOf, type Visit } from "#core/visit/visit.ts";
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
  /** Of a visit that is one with another: under which it stands. */
  readonly joined: ReadonlyMap<VisitId, VisitId>;
  readonly downtimes: Downtimes;
  readonly ward: Ward;
  /** Per device, the highest sequence number that is here. */
  readonly held: { readonly [device: string]: number };
  /** The last serial of each series of temporary numbers ("TRA"), struck visits included: no number is given twice. */
  readonly serials: { readonly [series: string]: number };
  readonly uncarried: ReadonlyArray<Uncarried>;
  /** Of types that this version does not know, in log order. */
  readonly unknown: ReadonlyArray<LogRecord>;
}

export const emptyState: WardState = { visits: new Map(), joined: new Map(), downtimes: [], ward: emptyWard, held: {}, serials: {}, uncarried: [], unknown: [] };

/** Also by the name of a visit that gave way to another. */
export const fileOf = ({ visits, joined }: Pick<WardState, "visits" | "joined">, id: VisitId): VisitFile | undefined => visits.get(joined.get(id) ?? id);

export const absorb = (state: WardState, records: ReadonlyArray<LogRecord>): WardState => {
  if (records.length === 0) return state;
  const byVisit = new Map<VisitId, VisitRecord[]>();
  const unknown: LogRecord[] = [];
  const held = { ...state.held };
  const serials = { ...state.serials };
  let { downtimes, ward } = state;
  for (const record of records) {
    held[record.device] = Math.max(held[record.device] ?? 0, record.seq);
    if (record.event.type === "v1.Arrived" || record.event.type === "v1.CallTaken") {
      const { series, serial } = numberParts(record.event.number);
      serials[series] = Math.max(serials[series] ?? 0, serial);
    }
    if (record.event.type === "v1.NumbersReserved") serials[record.event.series] = Math.max(serials[record.event.series] ?? 0, record.event.to);
    if (isOfVisit(record)) byVisit.set(record.event.visit, [...(byVisit.get(record.event.visit) ?? []), pictureless(record)]);
    else if (isOfDowntime(record)) downtimes = evolveDowntimes(downtimes, record);
    else if (isOfRecovery(record)) continue;
    else if (isOfWard(record)) ward = evolveWard(ward, record);
    else unknown.push(record);
  }
  return {
    ...withRecords(state, byVisit),
    downtimes,
    ward,
    held,
    serials,
    uncarried: stillUncarried(state, [...byVisit.values()].flat(), ward),
    unknown: unknown.length === 0 ? state.unknown : inOrderOnce([...state.unknown, ...unknown]),
  };
};

const pictureless = (record: VisitRecord): VisitRecord => (record.event.type === "v1.PhotoTaken" && record.event.jpeg !== undefined ? { ...record, event: withoutPicture(record.event) } : record);

const inOrderOnce = <T extends LogRecord>(records: ReadonlyArray<T>): ReadonlyArray<T> =>
  [...new Map(records.map((record) => [record.id, record])).values()].toSorted(inLogOrder);

type Visits = Pick<WardState, "visits" | "joined">;
type ByVisit = ReadonlyMap<VisitId, ReadonlyArray<VisitRecord>>;

const withRecords = (state: Visits, byVisit: ByVisit): Visits => {
  if (byVisit.size === 0) return { visits: state.visits, joined: state.joined };
  const next = new Map(state.visits);
  const joining = new Map<VisitId, ReadonlyArray<VisitRecord>>();
  for (const [id, added] of byVisit) {
    const before = fileOf(state, id)?.records ?? [];
    if (before.some(isJoin) || added.some(isJoin)) {
      joining.set(id, added);
      continue;
    }
    const records = inOrderOnce([...before, ...added]);
    next.set(id, { visit: visitOf(id, records), records });
  }
  return joining.size === 0 ? { visits: next, joined: state.joined } : regrouped({ visits: next, joined: state.joined }, joining);
};

/** The visits that these records touch, with all that any join has ever named together with them, grouped anew. */
const regrouped = (before: Visits, added: ByVisit): Visits => {
  const own = new Map<VisitId, ReadonlyArray<VisitRecord>>();
  const named = [...added.keys()];
  // It grows while it is gone through.
  for (const id of named) {
    if (own.has(id)) continue;
    const together = [...(fileOf(before, id)?.records ?? []), ...(added.get(id) ?? [])];
    own.set(id, together.filter(({ event }) => event.visit === id));
    named.push(...together.flatMap((record) => (isJoin(record) ? [record.event.visit, record.event.into] : [record.event.visit])));
  }
  const joins = [...own.values()].flatMap(standingJoins);
  const [visits, joined] = [new Map(before.visits), new Map(before.joined)];
  const grouped = new Set<VisitId>();
  for (const id of own.keys()) {
    if (grouped.has(id)) continue;
    const ones = onesWith(id, joins);
    const records = inOrderOnce(ones.flatMap((one) => own.get(one) ?? []));
    const first = whoGoesOn(ones, joins, records) ?? id;
    for (const one of ones) {
      grouped.add(one);
      if (one === first) joined.delete(one);
      else joined.set(one, first);
      if (one !== first || records.length === 0) visits.delete(one);
    }
    if (records.length > 0) visits.set(first, { visit: visitOf(first, records), records });
  }
  return { visits, joined };
};

type Place = Pick<Uncarried, "device" | "seq">;

/** Sorted by place: one more record costs no sorting of the thousands that are there already. */
const stillUncarried = (state: WardState, added: ReadonlyArray<VisitRecord>, ward: Ward): ReadonlyArray<Uncarried> => {
  const isUncarried = ({ device, seq }: Place): boolean => !isIn(ward.carried[device] ?? [], seq);
  const before = ward.carried === state.ward.carried ? state.uncarried : state.uncarried.filter(isUncarried);
  const news = added.filter(isUncarried).map(({ device, seq, wroteMs }) => ({ device, seq, wroteMs })).toSorted(byPlace);
  const [first, last] = [news.at(0), news.at(-1)];
  if (first === undefined || last === undefined) return before;
  const from = firstNotBefore(before, first);
  const to = firstNotBefore(before, { device: last.device, seq: last.seq + 1 });
  const between = before.slice(from, to).concat(news).toSorted((a, b) => byPlace(a, b) || a.wroteMs - b.wroteMs);
  const unique = between.filter((one, index) => index === 0 || byPlace(one, between[index - 1] ?? one) !== 0);
  return (from === before.length ? before : before.slice(0, from)).concat(unique, before.slice(to));
};

const byPlace = (a: Place, b: Place): number => (a.device === b.device ? a.seq - b.seq : a.device < b.device ? -1 : 1);

const firstNotBefore = (sorted: ReadonlyArray<Place>, one: Place): number => {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const there = sorted[middle];
    if (there !== undefined && byPlace(there, one) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
};

const isOfVisit = (record: LogRecord): record is VisitRecord => record.event.type !== "unknown" && "visit" in record.event;
const isOfDowntime = (record: LogRecord): record is DowntimeRecord =>
  record.event.type === "v1.DowntimeDeclared" || record.event.type === "v1.DowntimeEnded";
const isOfRecovery = ({ event }: LogRecord): boolean =>
  event.type === "v1.VisitSigned" || event.type === "v1.PatientMatched" || event.type === "v1.ItemsSaid" || event.type === "v1.RecoveryClosed";
const isOfWard = (record: LogRecord): record is WardRecord => record.event.type !== "unknown" && !isOfVisit(record) && !isOfDowntime(record) && !isOfRecovery(record);
