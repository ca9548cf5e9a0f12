/**
 * Opens stored records in batches, the next batch being fetched while one is opened.
 *
 * - RDR1 A record that does not open, or is not the one its name says, is counted and never given out as true.
 * - RDR2 Every other record is given once, in order of place, in batches of at most 500.
 * - RDR4 One record is read alone, by its name: of two that share a number, the one that is meant.
 * - RDR3 An event of an unknown type comes through untouched.
 */
import type { PlacedRecord } from "#core/log/port.ts";
import { readEvent } from "#core/log/read-event.ts";
import type { LogRecord, RecordBody, SealedRecord } from "#core/log/record.ts";
import type { RecordStore, StoredRecord } from "./record-store.ts";
import { openBody, type WardKeys } from "./sealing.ts";

const batchSize = 500;

export interface OpenedBatch {
  /** Place of the last record of the batch, opened or not. */
  readonly upTo: number;
  readonly records: ReadonlyArray<PlacedRecord>;
}

export interface LogReader {
  readonly store: RecordStore;
  readonly keys: WardKeys;
  /** Places of records that did not open. Added to by reading. */
  readonly damaged: Set<number>;
}

export const readBatches = async function* (reader: LogReader, after: number): AsyncGenerator<OpenedBatch> {
  const { store } = reader;
  let rows = await store.read(after, batchSize);
  while (rows.length > 0) {
    const upTo = rows.at(-1)?.place ?? after;
    const isLast = rows.length < batchSize;
    const [records, next] = await Promise.all([openAll(reader, rows), isLast ? [] : store.read(upTo, batchSize)]);
    yield { upTo, records };
    rows = next;
  }
};

/** Records of one device that share a number are forks: there are never many. */
const mostForks = 8;

export const readOne = async ({ store, keys }: LogReader, { id, device, seq }: Pick<LogRecord, "id" | "device" | "seq">): Promise<LogRecord | null> => {
  const row = (await store.readDevice(device, seq, mostForks)).find((one) => one.id === id);
  return row === undefined ? null : ((await openRow(row, keys))?.record ?? null);
};

const openAll = async ({ keys, damaged }: LogReader, rows: ReadonlyArray<StoredRecord>): Promise<ReadonlyArray<PlacedRecord>> => {
  const opened = await Promise.all(rows.map((row) => openRow(row, keys)));
  rows.forEach(({ place }, at) => { if (opened[at] === null) damaged.add(place); });
  return opened.filter((placed) => placed !== null);
};

const openRow = async ({ place, record }: StoredRecord, keys: WardKeys): Promise<PlacedRecord | null> => {
  if (record === null) return null;
  const body = await openBody(record, keys);
  return body.ok ? { place, record: toLogRecord(record, body.value) } : null;
};

export const toLogRecord = ({ id, header }: Pick<SealedRecord, "id" | "header">, body: RecordBody): LogRecord => {
  const { actor, atMs, wroteMs, seen, event } = body;
  return { id, device: header.device, seq: header.seq, stamp: header.hlc, actor, atMs, wroteMs, seen, event: readEvent(event) };
};
