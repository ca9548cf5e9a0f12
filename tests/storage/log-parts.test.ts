import "fake-indexeddb/auto";
import { afterEach, describe, expect, it } from "vitest";
import type { PlacedRecord } from "#core/log/port.ts";
import { knows } from "#core/log/order.ts";
import { err } from "#core/result.ts";
import type { RecordStore, StoredRecord } from "#storage/record-store.ts";
import { bothStores, closeLogs, declared, inviteFrom, memoryDevice, named, newGate, openLog, readAll, ringOf, write } from "./devices.ts";
import { toBase64Url } from "#storage/base64url.ts";
import { startDelivery } from "#storage/log-delivery.ts";
import { epochKeys } from "#storage/sealing.ts";

afterEach(closeLogs);

describe.each(bothStores)("the parts of a log on $on", ({ newDevice }) => {
  it("[WRT1] introduces the device in its first record, once", async () => {
    const device = newDevice();
    const log = await openLog(device);
    await write(log, "a");
    await write(log, "b");
    const [first, ...rest] = await readAll(log);
    const { verifyKey } = await ringOf(device);
    expect(first?.record).toMatchObject({ seq: 1, event: { type: "v1.DeviceJoined", device: log.device, wardCode: log.wardCode, letter: log.letter, signKey: toBase64Url(verifyKey) } });
    expect(named(rest)).toEqual(["a", "b"]);
  });

  it("[RDR4] gives one record alone by its name, and nothing for a name that is not there", async () => {
    const log = await openLog(newDevice());
    for (const name of ["a", "b"]) await write(log, name);
    const [, , second] = await readAll(log);
    if (second === undefined) throw new Error("three records were written");
    expect(await log.readOne(second.record)).toEqual(second.record);
    expect(await log.readOne({ ...second.record, id: "0".repeat(64) as never })).toBeNull();
    expect(await log.readOne({ ...second.record, seq: 9 })).toBeNull();
  });

  it("[WRT2] hangs each record on the one before it, and stamps it later", async () => {
    const log = await openLog(newDevice());
    for (const name of ["a", "b", "c"]) await write(log, name);
    const sealed = await log.readSealed(log.device, 1, 10);
    expect(sealed.map(({ header }) => [header.seq, header.prev])).toEqual(sealed.map((_, at) => [at + 1, sealed[at - 1]?.id ?? null]));
    const stamps = sealed.map(({ header }) => header.hlc);
    expect(stamps).toEqual([...new Set(stamps)].sort());
  });

  it("[WRT2] stamps after what it has followed of others, also after it was opened anew", async () => {
    const device = newDevice();
    const log = await openLog(device);
    await write(log, "a");
    const other = await openLog(memoryDevice(), { invitation: await inviteFrom(device, "B"), clock: { nowMs: () => 1_796_000_000_000 as never } });
    await write(other, "b");
    const late = { clock: { nowMs: () => 1_795_999_999_000 as never } };
    log.close();
    const again = await openLog(device, late);
    await again.admit(await other.readSealed(other.device, 1, 10));
    again.close();
    const once = await openLog(device, late);
    const [after] = await write(once, "c");
    const [seen] = (await readAll(other)).slice(-1);
    expect(String(after?.record.stamp) > String(seen?.record.stamp)).toBe(true);
  });

  it("[WRT3] says which records of others its writer held", async () => {
    const device = newDevice();
    const log = await openLog(device);
    const other = await openLog(memoryDevice(), { invitation: await inviteFrom(device, "B") });
    await write(other, "b1", "b2", "b3");
    const shelf = await other.readSealed(other.device, 1, 10);
    const [unaware] = await write(log, "before");
    await log.admit([...shelf.slice(0, 2), ...shelf.slice(3)]);
    const [aware] = await write(log, "after");
    expect(unaware?.record.seen).toEqual([]);
    expect(aware?.record.seen).toEqual([[other.device, 2]]);
    const theirs = (await readAll(other)).map(({ record }) => record);
    if (!aware) throw new Error("it was written");
    expect(theirs.map((record) => knows(aware.record, record))).toEqual([true, true, false, false]);
    const headers = (await log.readSealed(log.device, 2, 2)).map(({ header }) => header.seen);
    expect(new Set(headers).size).toBe(2);
  });

  it("[RDR1] counts what does not open or is not what its name says, and gives the rest", async () => {
    const device = newDevice();
    const log = await openLog(device);
    await write(log, "a", "b", "c", "d");
    log.close();
    const store = await device.openStore();
    const harm = (row: StoredRecord): StoredRecord => {
      const { record } = row;
      if (record === null) return row;
      if (row.place === 2) return { ...row, record: null };
      if (row.place === 3) return { ...row, record: { ...record, sealed: record.sealed.with(1, (record.sealed[1] ?? 0) ^ 1) } };
      return row.place === 4 ? { ...row, record: { ...record, id: "0".repeat(64) as never } } : row;
    };
    const harmed: RecordStore = { ...store, read: async (after, limit) => (await store.read(after, limit)).map(harm) };
    const again = await openLog(device, { store: harmed });
    expect(named(await readAll(again))).toEqual(["v1.DeviceJoined", "d"]);
    await readAll(again);
    expect((await again.health()).damaged).toBe(3);
  });

  it("[RDR2] reads in batches of at most 500, each record once, in order of place", async () => {
    const log = await openLog(newDevice());
    await write(log, ...Array.from({ length: 1_100 }, (_, at) => `${at}`));
    const sizes: Array<number> = [];
    const places: Array<number> = [];
    for await (const batch of log.read(0)) {
      sizes.push(batch.length);
      places.push(...batch.map(({ place }) => place));
    }
    expect(sizes).toEqual([500, 500, 101]);
    expect(places).toEqual(Array.from({ length: 1_101 }, (_, at) => at + 1));
    expect(named(await readAll(log, 1_100))).toEqual(["1099"]);
  });

  it("[RDR3] lets an event of an unknown type through untouched", async () => {
    const log = await openLog(newDevice());
    const raw = { type: "v9.NotKnownYet", visit: "v", deep: [{ "æ": null }] };
    await log.append([{ ...declared("x"), event: raw as never }]);
    const [, placed] = await readAll(log);
    expect(placed?.record.event).toEqual({ type: "unknown", was: "v9.NotKnownYet", raw });
  });

  it("[DLV1] tells each record once, in order, by whatever road it came", async () => {
    const device = newDevice();
    const [log, tab] = [await openLog(device), await openLog(device)];
    const other = await openLog(memoryDevice(), { invitation: await inviteFrom(device, "B") });
    const heard: Array<PlacedRecord> = [];
    log.subscribe((records) => heard.push(...records));
    await write(log, "a");
    await Promise.all([write(tab, "b"), write(log, "c"), write(tab, "d")]);
    await write(other, "e");
    await tab.admit(await other.readSealed(other.device, 1, 10));
    await Promise.all([write(log, "f"), write(tab, "g")]);
    await write(log, "h");
    expect(heard).toEqual(await readAll(log));
    expect(heard.map(({ place }) => place)).toEqual(Array.from({ length: 10 }, (_, at) => at + 1));
  });

  it("[DLV1] tells what came between its own records, also when it had not heard of it", async () => {
    const device = newDevice();
    const tab = await openLog(device);
    await write(tab, "a");
    const deaf: RecordStore = { ...(await device.openStore()), subscribe: () => () => undefined };
    const log = await openLog(device, { store: deaf });
    const heard: Array<string> = [];
    log.subscribe((records) => heard.push(...named(records)));
    await write(tab, "b");
    await write(log, "c");
    expect(heard).toEqual(["b", "c"]);
  });

  it("[DLV1] tells what came while it was reading, after its last look", async () => {
    const device = newDevice();
    const tab = await openLog(device);
    const store = await device.openStore();
    const looked = newGate();
    const held = newGate();
    const slow: RecordStore = {
      ...store,
      read: async (after, limit) => {
        const rows = await store.read(after, limit);
        looked.open(null);
        await held.promise;
        return rows;
      },
    };
    const delivery = startDelivery({ store: slow, keys: { ward: tab.ward, epochs: new Map([[1, await epochKeys((await ringOf(device)).epochs[0].key, 1)]]), epoch: 1 }, damaged: new Set() }, 0);
    const heard: Array<string> = [];
    delivery.subscribe((records) => heard.push(...named(records)));
    await write(tab, "a");
    const first = delivery.catchUp();
    await looked.promise;
    await write(tab, "b");
    const second = delivery.catchUp();
    held.open(null);
    await Promise.all([first, second]);
    expect(heard).toEqual(["v1.DeviceJoined", "a", "b"]);
    store.close();
  });

  it("[DLV1] stops telling a listener that went away", async () => {
    const log = await openLog(newDevice());
    const heard: Array<string> = [];
    const leave = log.subscribe((records) => heard.push(...named(records)));
    await write(log, "a");
    leave();
    await write(log, "b");
    expect(heard).toEqual(["v1.DeviceJoined", "a"]);
  });

  it("[DLV2] reads nothing back of what this tab wrote alone", async () => {
    const device = newDevice();
    const store = await device.openStore();
    let reads = 0;
    const log = await openLog(device, { store: { ...store, read: (after, limit) => { reads += 1; return store.read(after, limit); } } });
    const heard: Array<string> = [];
    log.subscribe((records) => heard.push(...named(records)));
    for (const name of ["a", "b", "c"]) await write(log, name);
    expect(heard).toEqual(["v1.DeviceJoined", "a", "b", "c"]);
    expect(reads).toBe(0);
  });

  it("[CKP1] loads what was saved, part by part, for the fold version that made it", async () => {
    const device = newDevice();
    const log = await openLog(device);
    await write(log, "a");
    expect(await log.loadCheckpoint("one")).toBeNull();
    await log.saveCheckpoint({ upTo: 2, foldVersion: "one", parts: [{ name: "board", value: { rows: [1, null] } }, { name: "ward", value: [] }] });
    log.close();
    const again = await openLog(device);
    const loaded = await again.loadCheckpoint("one");
    expect(loaded?.upTo).toBe(2);
    expect(await loaded?.part("board")).toEqual({ rows: [1, null] });
    expect(await loaded?.part("ward")).toEqual([]);
    expect(await loaded?.part("chart")).toBeUndefined();
    expect(await again.loadCheckpoint("two")).toBeNull();
  });

  it("[CKP2] is none when a byte was changed, a part left out, or one of another checkpoint put in", async () => {
    const device = newDevice();
    const log = await openLog(device);
    await write(log, "a");
    const store = await device.openStore();
    await log.saveCheckpoint({ upTo: 1, foldVersion: "one", parts: [{ name: "a", value: 1 }, { name: "b", value: 1 }] });
    const old = await store.loadCheckpoint();
    await log.saveCheckpoint({ upTo: 2, foldVersion: "one", parts: [{ name: "a", value: 2 }, { name: "b", value: 2 }] });
    const good = await store.loadCheckpoint();
    if (old === null || good === null) throw new Error("both were saved");
    const [a, b] = good.parts;
    if (!a || !b) throw new Error("two parts were saved");
    const changes = [
      { ...good, parts: [{ ...a, sealed: a.sealed.with(0, (a.sealed[0] ?? 0) ^ 1) }, b] },
      { ...good, parts: [a] },
      { ...good, parts: [a, ...old.parts.slice(1)] },
      { ...good, parts: [{ ...b, name: "a" }, { ...a, name: "b" }] },
      { ...good, upTo: 1 },
    ];
    for (const changed of changes) {
      await store.saveCheckpoint(changed);
      expect(await log.loadCheckpoint("one")).toBeNull();
    }
    await store.saveCheckpoint(good);
    expect(await (await log.loadCheckpoint("one"))?.part("a")).toBe(2);
    store.close();
  });

  it("[CKP3] is none when it holds more than the store does", async () => {
    const log = await openLog(newDevice());
    await write(log, "a");
    await log.saveCheckpoint({ upTo: 3, foldVersion: "one", parts: [] });
    expect(await log.loadCheckpoint("one")).toBeNull();
  });

  it("[CKP4] is let go when the disk is full, and only then", async () => {
    const device = newDevice();
    const store = await device.openStore();
    const full = await openLog(device, { store: { ...store, saveCheckpoint: async () => err({ type: "DiskFull" }) } });
    await expect(full.saveCheckpoint({ upTo: 0, foldVersion: "one", parts: [] })).resolves.toBeUndefined();
    const lost = await openLog(device, { store: { ...store, saveCheckpoint: async () => err({ type: "NewerData" }) } });
    await expect(lost.saveCheckpoint({ upTo: 0, foldVersion: "one", parts: [] })).rejects.toThrow("NewerData");
  });
});
