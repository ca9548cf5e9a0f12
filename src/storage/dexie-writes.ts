// What is written to the tables of a store; each call is one short transaction, with no other waiting inside it.
import Dexie from "dexie";
import type { ChainLink } from "#core/log/chain.ts";
import type { DeviceId, RecordId, SealedRecord, Stamp } from "#core/log/record.ts";
import { err, ok, type Result } from "#core/result.ts";
import { appendInOneTurn } from "./dexie-append.ts";
import { byDevice, holdAfter, laterStamp, toLink } from "./device-hold.ts";
import { fromEnvelopeRow, isRow, toAsideRow, toRecordRow, type StoreTables } from "./dexie-schema.ts";
import type { Arrivals, DeviceHold, PlacedId, SealedCheckpoint, StoreFault, StoreOwner, Whole } from "./record-store.ts";

type Answer<T> = PromiseLike<Result<T, StoreFault>>;

export const ownIn = ({ records, meta }: StoreTables, owner: StoreOwner): Answer<null> =>
  meta.db.transaction("rw", [records, meta], async (): Promise<Result<null, StoreFault>> => {
    const [count, before] = await Promise.all([records.count(), meta.get("owner")]);
    const isAnothers = before?.name === "owner" && before.owner.ward !== owner.ward;
    if (count > 0 && isAnothers) return err({ type: "OwnerGone" });
    await meta.put({ name: "owner", owner });
    return ok(null);
  });

export const appendIn = async (tables: StoreTables, news: ReadonlyArray<SealedRecord>, onto: RecordId | null): Promise<Result<ReadonlyArray<PlacedId>, StoreFault>> => {
  const [first, ...more] = news;
  if (first === undefined) return ok([]);
  const answer = await appendInOneTurn(tables, [first, ...more], onto);
  return answer === "needs care" ? appendWithCare(tables, news, onto) : answer;
};

/** Reads what it must know before it writes. */
export const appendWithCare = (tables: StoreTables, news: ReadonlyArray<SealedRecord>, onto: RecordId | null): Answer<ReadonlyArray<PlacedId>> => {
  const { records, holds, meta } = tables;
  return meta.db.transaction("rw", [records, holds, meta], async (): Promise<Result<ReadonlyArray<PlacedId>, StoreFault>> => {
    const first = news[0];
    if (first === undefined) return ok([]);
    const { device } = first.header;
    const [[owner, clock], hold] = await Promise.all([meta.bulkGet(["owner", "clock"]), holds.get(device)]);
    if (owner?.name !== "owner" || owner.owner.device !== device) return err({ type: "OwnerGone" });
    const head = hold?.head?.id ?? null;
    if (head !== onto) return head === news.at(-1)?.id ? ok(await placesOf(tables, news)) : err({ type: "HeadMoved" });
    const followed = laterStamp(clock?.name === "clock" ? clock.clock : null, news.at(-1)?.header.hlc ?? null);
    const [placed] = await Promise.all([placeDevice(tables, device, hold ?? null, news), putClock(tables, followed)]);
    return ok(placed);
  });
};

export const admitIn = (tables: StoreTables, { records: arrived, aside, released, clock }: Arrivals): Answer<ReadonlyArray<PlacedId>> => {
  const { records, holds, meta } = tables;
  return meta.db.transaction("rw", [records, holds, meta, tables.aside], async (): Promise<Result<ReadonlyArray<PlacedId>, StoreFault>> => {
    const [owner, before] = await meta.bulkGet(["owner", "clock"]);
    if (owner === undefined) return err({ type: "OwnerGone" });
    const newsById = new Map(arrived.map((record) => [record.id, record]));
    for (const { id } of await placesOf(tables, arrived)) newsById.delete(id);
    const news = [...newsById.values()];
    const placed: Array<PlacedId> = [];
    for (const device of new Set(news.map(({ header }) => header.device))) {
      const hold = (await holds.get(device)) ?? null;
      placed.push(...(await placeDevice(tables, device, hold, news.filter(({ header }) => header.device === device))));
    }
    await tables.aside.bulkPut(aside.map(toAsideRow));
    await tables.aside.bulkDelete([...released]);
    await putClock(tables, laterStamp(before?.name === "clock" ? before.clock : null, clock));
    return ok(placed);
  });
};

export const rebuildIn = (tables: StoreTables, { upTo, rows, owner, clock, aside }: Whole): Answer<null> => {
  const { records, holds, meta, parts } = tables;
  return meta.db.transaction("rw", [records, holds, meta, parts, tables.aside], async (): Promise<Result<null, StoreFault>> => {
    const [lastPlace = 0] = await records.orderBy(":id").reverse().limit(1).primaryKeys();
    if (lastPlace !== upTo) return err({ type: "HeadMoved" });
    await Promise.all([records.clear(), holds.clear(), parts.clear(), meta.bulkDelete(["owner", "clock", "checkpoint"])]);
    const all = byDevice(rows.map(({ record }) => record));
    await Promise.all([
      records.bulkAdd(rows.map(({ place, record }) => ({ ...toRecordRow(record), place }))),
      holds.bulkPut([...all].map(([device, news]) => holdAfter({ device, before: null, held: [], news }))),
      tables.aside.bulkPut(aside.map(toAsideRow)),
      owner === null ? null : meta.put({ name: "owner", owner }),
      putClock(tables, clock),
    ]);
    return ok(null);
  });
};

export const saveCheckpointIn = ({ parts, meta }: StoreTables, checkpoint: SealedCheckpoint): PromiseLike<Result<null, never>> =>
  meta.db.transaction("rw", [parts, meta], async () => {
    const { upTo, foldVersion } = checkpoint;
    await parts.clear();
    await parts.bulkPut([...checkpoint.parts]);
    await meta.put({ name: "checkpoint", upTo, foldVersion, names: checkpoint.parts.map(({ name }) => name) });
    return ok(null);
  });

const placeDevice = async (tables: StoreTables, device: DeviceId, before: DeviceHold | null, news: ReadonlyArray<SealedRecord>): Promise<ReadonlyArray<PlacedId>> => {
  const held = await linksFromHead(tables, device, before);
  const [places] = await Promise.all([
    tables.records.bulkAdd(news.map(toRecordRow), { allKeys: true }),
    tables.holds.put(holdAfter({ device, before, held, news })),
  ]);
  return news.map(({ id }, at) => ({ place: places[at] ?? 0, id }));
};

/** While the chain is whole and unforked, the head alone is at or above the head's number: nothing need be read. */
const linksFromHead = async ({ records }: StoreTables, device: DeviceId, before: DeviceHold | null): Promise<ReadonlyArray<ChainLink>> => {
  if (before === null) return [];
  const { head, held } = before;
  if (head !== null && held === head.seq) return [{ id: head.id, seq: head.seq, prev: null }];
  const rows = await records.where("[device+seq]").between([device, head?.seq ?? 0], [device, Dexie.maxKey]).toArray();
  return rows.map(fromEnvelopeRow).flatMap((record) => (record === null ? [] : [toLink(record)]));
};

const placesOf = async ({ records }: StoreTables, some: ReadonlyArray<SealedRecord>): Promise<ReadonlyArray<PlacedId>> => {
  const ids = some.map(({ id }) => id);
  const rows = await records.where("id").anyOf(ids).toArray();
  return rows.filter(isRow).map(({ place = 0, id }) => ({ place, id })).sort((a, b) => a.place - b.place);
};

const putClock = async ({ meta }: StoreTables, clock: Stamp | null): Promise<void> => {
  if (clock !== null) await meta.put({ name: "clock", clock });
};
