// What is read from the tables of a store; each call is one transaction.
import Dexie from "dexie";
import { fromEnvelopeRow, type RecordRow, type StoreTables } from "./dexie-schema.ts";
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
            holds: held,
            clock: clock?.name === "clock" ? clock.clock : null,
            lastPlace,
          };
        }),
      ),
    read: async (after, limit) => (await tried(() => records.where(":id").above(after).limit(limit).toArray())).map(toStored),
    readDevice: async (device, fromSeq, limit) => {
      const range = (): PromiseLike<Array<RecordRow>> =>
        records.where("[device+seq]").between([device, fromSeq], [device, Dexie.maxKey]).limit(limit).toArray();
      return (await tried(range)).map(toStored);
    },
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
          const held = (await parts.bulkGet([...row.names])).filter((part) => part !== undefined);
          return held.length === row.names.length ? { upTo: row.upTo, foldVersion: row.foldVersion, parts: held } : null;
        }),
      ),
  };
};

const toStored = (row: RecordRow): StoredRecord => ({ place: row.place ?? 0, id: row.id, record: fromEnvelopeRow(row) });
