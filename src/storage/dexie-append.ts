/**
 * The one write that a nurse waits for, with every request of its transaction placed in one turn. Dexie asks, waits and
 * asks again, which costs more than the disk does (docs/performance.md).
 *
 * - DXA1 An append in one turn leaves the same rows as the careful one, and refuses the same.
 * - DXA2 Where a chain has a gap or a fork, or a record is there already, it writes nothing and says that care is needed.
 */
import type { RecordId, SealedRecord } from "#core/log/record.ts";
import { err, ok, type Result } from "#core/result.ts";
import { holdAfter, laterStamp } from "./device-hold.ts";
import { toRecordRow, type MetaRow, type StoreTables } from "./dexie-schema.ts";
import type { DeviceHold, PlacedId, StoreFault } from "./record-store.ts";

export type InOneTurn = Result<ReadonlyArray<PlacedId>, StoreFault> | "needs care";

/** `news` are records of one device, at least one. Rejects with what the browser threw. */
export const appendInOneTurn = ({ records, holds, meta }: StoreTables, news: readonly [SealedRecord, ...ReadonlyArray<SealedRecord>], onto: RecordId | null): Promise<InOneTurn> => {
  const database = meta.db.backendDB();
  // Dexie opens what is not open; the careful way lets it.
  if (database === null || !meta.db.isOpen()) return Promise.resolve("needs care");
  const { device } = news[0].header;
  const writing = database.transaction([records.name, holds.name, meta.name], "readwrite", { durability: "strict" });
  const store = (name: string): IDBObjectStore => writing.objectStore(name);
  const owner: IDBRequest<MetaRow | undefined> = store(meta.name).get("owner");
  const clock: IDBRequest<MetaRow | undefined> = store(meta.name).get("clock");
  const hold: IDBRequest<DeviceHold | undefined> = store(holds.name).get(device);
  const added = addAll(writing, records.name, news);
  let answer: InOneTurn | null = null;
  const refuse = (refusal: InOneTurn): void => {
    answer = refusal;
    writing.abort();
  };
  // Requests are answered in the order they were placed: the owner and the clock are here too.
  hold.addEventListener("success", () => {
    const before = hold.result ?? null;
    if (owner.result?.name !== "owner" || owner.result.owner.device !== device) return refuse(err({ type: "OwnerGone" }));
    if (!isWhole(before)) return refuse("needs care");
    if ((before?.head?.id ?? null) !== onto) return refuse(before?.head?.id === news.at(-1)?.id ? "needs care" : err({ type: "HeadMoved" }));
    const held = before?.head ? [{ id: before.head.id, seq: before.head.seq, prev: null }] : [];
    const followed = laterStamp(clock.result?.name === "clock" ? clock.result.clock : null, news.at(-1)?.header.hlc ?? null);
    store(holds.name).put(holdAfter({ device, before, held, news }));
    if (followed !== null) store(meta.name).put({ name: "clock", clock: followed } satisfies MetaRow);
    writing.commit();
    return undefined;
  });
  return new Promise((resolve, reject) => {
    writing.addEventListener("complete", () => resolve(ok(news.map(({ id }, at) => ({ place: Number(added[at]?.result), id })))));
    writing.addEventListener("abort", () => {
      if (answer !== null) resolve(answer);
      else if (writing.error?.name === "ConstraintError") resolve("needs care");
      else reject(writing.error ?? new DOMException("the transaction was aborted", "AbortError"));
    });
  });
};

/** All or none: a request that the browser refuses to place must not leave the ones before it to be committed. */
const addAll = (writing: IDBTransaction, name: string, news: ReadonlyArray<SealedRecord>): ReadonlyArray<IDBRequest<IDBValidKey>> => {
  try {
    return news.map((record) => writing.objectStore(name).add(toRecordRow(record)));
  } catch (thrown) {
    writing.abort();
    throw thrown;
  }
};

/** Every number up to the head is held once: nothing else need be read to know where the chain goes on. */
const isWhole = (before: DeviceHold | null): boolean => before === null || (before.head !== null && before.held === before.head.seq);
