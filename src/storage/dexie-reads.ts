// What is read from the tables of a store; each call is one transaction.
import Dexie, { type Collection } from "dexie";
import type { RecordId } from "#core/log/record.ts";
import { fromEnvelopeRow, isRow, type RecordRow, type StoreTables } from "./dexie-schema.ts";
import type { RecordStore, SealedCheckpoint, StoredRecord } from "./record-store.ts";

type Tried = <T>(work: () => PromiseLike<T>) => Promise<T>;
type Reads = Pick<RecordStore, "state" | "read" | "readDevice" | "readAside" | "countAside" | "loadCheckpoint">;

export const dexieReads = (tables: StoreTables, tried: Tried): Reads => {
  const { records, holds, aside, parts, meta } = tables;
  return {
    state: () =>
      tried(() =>
        meta.db.transaction("r", [meta, holds, records], async () => {
          const [[owner, clock], held, [lastPlace = 0]] = await Promise.all([
            meta.bulkGet(["owner", "clock"]),
            holds.toArray(),
            records.orderBy(":id").reverse().limit(1).primaryKeys(),
          ]);
          return {
            owner: owner?.name === "owner" ? owner.owner : null,
            // One that is gone does not fit the records: it is made anew from them.
            holds: held.filter(isRow),
            clock: clock?.name === "clock" ? clock.clock : null,
            lastPlace,
          };
        }),
      ),
    read: (after, limit) => tried(() => storedIn(tables, () => records.where(":id").above(after).limit(limit))),
    readDevice: (device, fromSeq, limit) =>
      tried(() => storedIn(tables, () => records.where("[device+seq]").between([device, fromSeq], [device, Dexie.maxKey]).limit(limit))),
    readAside: async (flaws) =>
      (await tried(() => aside.where("flaw").anyOf(flaws).toArray())).flatMap(({ print, flaw, ...row }) => {
        const record = fromEnvelopeRow(row);
        return record === null ? [] : [{ print, flaw, record }];
      }),
    countAside: (flaws) => tried(() => aside.where("flaw").anyOf(flaws).count()),
    loadCheckpoint: () =>
      tried(() =>
        meta.db.transaction("r", [meta, parts], async (): Promise<SealedCheckpoint | null> => {
          const row = await meta.get("checkpoint");
          if (row?.name !== "checkpoint") return null;
          const held = (await parts.bulkGet([...row.names])).filter(isRow);
          return held.length === row.names.length ? { upTo: row.upTo, foldVersion: row.foldVersion, parts: held } : null;
        }),
      ),
  };
};

/** A damaged row does not say its own place: only where there is one, the keys are read with the rows. */
const storedIn = async ({ meta, records }: StoreTables, range: () => Collection<RecordRow, number>): Promise<ReadonlyArray<StoredRecord>> => {
  const rows = await range().toArray();
  if (rows.every(isRow)) return rows.map(toStored);
  const [again, places] = await meta.db.transaction("r", [records], () => Promise.all([range().toArray(), range().primaryKeys()]));
  return again.map((row, at) => (isRow(row) ? toStored(row) : { place: places[at] ?? 0, id: unnamed, record: null }));
};

const toStored = (row: RecordRow): StoredRecord => ({ place: row.place ?? 0, id: row.id, record: fromEnvelopeRow(row) });

/** No record has it: an id is 64 digits. */
const unnamed = "" as RecordId;
