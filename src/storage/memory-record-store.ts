/**
 * The store in memory: for tests and simulations. Several handles on one `MemoryDisk` are several tabs on one device.
 * Every change is one synchronous step, which is what a transaction is here.
 */
import type { DeviceId, RecordId, SealedRecord, Stamp } from "#core/log/record.ts";
import { err, ok } from "#core/result.ts";
import { holdAfter, laterStamp, toLink } from "./device-hold.ts";
import type { AsideRecord, DeviceHold, PlacedId, RecordStore, SealedCheckpoint, StoreOwner, Whole } from "./record-store.ts";

export interface MemoryDisk {
  owner: StoreOwner | null;
  clock: Stamp | null;
  checkpoint: SealedCheckpoint | null;
  readonly placed: Array<SealedRecord>;
  readonly places: Map<RecordId, number>;
  readonly holds: Map<DeviceId, DeviceHold>;
  readonly aside: Map<string, AsideRecord>;
  readonly handles: Map<symbol, () => void>;
}

export const emptyMemoryDisk = (): MemoryDisk => ({
  owner: null,
  clock: null,
  checkpoint: null,
  placed: [],
  places: new Map(),
  holds: new Map(),
  aside: new Map(),
  handles: new Map(),
});

export const openMemoryRecordStore = (disk: MemoryDisk = emptyMemoryDisk()): RecordStore => {
  const handle = Symbol("handle");
  const listeners = new Set<() => void>();
  disk.handles.set(handle, () => { for (const listener of listeners) listener(); });

  return {
    state: async () => ({ owner: disk.owner, holds: [...disk.holds.values()], clock: disk.clock, lastPlace: disk.placed.length }),
    own: async (owner) => {
      if (disk.placed.length > 0 && disk.owner !== null && disk.owner.ward !== owner.ward) return err({ type: "OwnerGone" });
      disk.owner = owner;
      return ok(null);
    },
    append: async (records, onto) => {
      if (disk.owner === null || records.some(({ header }) => header.device !== disk.owner?.device)) return err({ type: "OwnerGone" });
      if ((disk.holds.get(disk.owner.device)?.head?.id ?? null) !== onto) return err({ type: "HeadMoved" });
      const placed = placeAll(disk, records);
      disk.clock = laterStamp(disk.clock, records.at(-1)?.header.hlc ?? null);
      tellOthers(disk, handle);
      return ok(placed);
    },
    admit: async ({ records, aside, released, clock }) => {
      if (disk.owner === null) return err({ type: "OwnerGone" });
      const placed = placeAll(disk, records);
      for (const each of aside) disk.aside.set(each.print, each);
      for (const print of released) disk.aside.delete(print);
      disk.clock = laterStamp(disk.clock, clock);
      if (placed.length > 0) tellOthers(disk, handle);
      return ok(placed);
    },
    read: async (after, limit) => disk.placed.slice(after, after + limit).map((record, at) => ({ place: after + at + 1, id: record.id, record })),
    readDevice: async (device, fromSeq, limit) =>
      disk.placed
        .map((record, at) => ({ place: at + 1, id: record.id, record }))
        .filter(({ record: { header } }) => header.device === device && header.seq >= fromSeq)
        .sort((a, b) => a.record.header.seq - b.record.header.seq || a.place - b.place)
        .slice(0, limit),
    readAside: async (flaws) => [...disk.aside.values()].filter(({ flaw }) => flaws.includes(flaw)),
    countAside: async (flaws) => [...disk.aside.values()].filter(({ flaw }) => flaws.includes(flaw)).length,
    rebuild: async (whole) => {
      if (disk.placed.length !== whole.upTo) return err({ type: "HeadMoved" });
      rebuildIn(disk, whole);
      tellOthers(disk, handle);
      return ok(null);
    },
    saveCheckpoint: async (checkpoint) => {
      disk.checkpoint = checkpoint;
      return ok(null);
    },
    loadCheckpoint: async () => disk.checkpoint,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },
    gone: new Promise(() => undefined),
    close: () => { disk.handles.delete(handle); },
  };
};

const rebuildIn = (disk: MemoryDisk, { rows, owner, clock, aside }: Whole): void => {
  disk.placed.length = 0;
  disk.places.clear();
  disk.holds.clear();
  placeAll(disk, rows.toSorted((a, b) => a.place - b.place).map(({ record }) => record));
  for (const each of aside) disk.aside.set(each.print, each);
  disk.owner = owner;
  disk.clock = clock;
  disk.checkpoint = null;
};

const placeAll = (disk: MemoryDisk, records: ReadonlyArray<SealedRecord>): ReadonlyArray<PlacedId> => {
  const news = [...new Map(records.map((record) => [record.id, record])).values()].filter(({ id }) => !disk.places.has(id));
  for (const device of new Set(news.map(({ header }) => header.device))) {
    const before = disk.holds.get(device) ?? null;
    const held = disk.placed.filter(({ header }) => header.device === device && header.seq >= (before?.head?.seq ?? 0)).map(toLink);
    disk.holds.set(device, holdAfter({ device, before, held, news: news.filter(({ header }) => header.device === device) }));
  }
  return news.map((record) => {
    const place = disk.placed.push(record);
    disk.places.set(record.id, place);
    return { place, id: record.id };
  });
};

/** Later, never within the writer's own step, as a message between tabs would be. */
const tellOthers = (disk: MemoryDisk, from: symbol): void => {
  for (const [other, tell] of disk.handles) if (other !== from) queueMicrotask(tell);
};
