import "fake-indexeddb/auto";
import Dexie from "dexie";
import { forceCloseDatabase } from "fake-indexeddb";
import { afterEach, describe, expect, it, vi } from "vitest";
import { saveFaultFrom, isLostConnection } from "#storage/dexie-faults.ts";
import { openDexieRecordStore } from "#storage/dexie-record-store.ts";
import { dexieReads } from "#storage/dexie-reads.ts";
import { appendInOneTurn } from "#storage/dexie-append.ts";
import { admitIn, appendIn, appendWithCare } from "#storage/dexie-writes.ts";
import { fromEnvelopeRow, newStoreDatabase, toRecordRow } from "#storage/dexie-schema.ts";
import type { RecordStore } from "#storage/record-store.ts";
import type { VisitId } from "#core/visit/events.ts";
import type { TemporaryNumber } from "#core/visit/temporary-number.ts";
import { known } from "#core/answer.ts";
import { closeLogs, declared, dexieDevice, kari, named, openLog, readAll, write } from "./devices.ts";
import { rawDatabases, toHex } from "./raw-database.ts";
import { deviceNamed, idOf, sample, samples, ward } from "./sealed-samples.ts";

const stores: Array<RecordStore> = [];
let databases = 0;
const newName = (): string => `dexie-${(databases += 1)}`;
const openStore = async (name = newName()): Promise<RecordStore> => {
  const opened = await openDexieRecordStore(name);
  if (!opened.ok) throw new Error(opened.error.type);
  stores.push(opened.value);
  await opened.value.own({ ward, device: deviceNamed("A") });
  return opened.value;
};
afterEach(() => {
  for (const store of stores.splice(0)) store.close();
  closeLogs();
});

describe("the Dexie store", () => {
  it("[DXR1] asks for strict durability in every writing transaction", async () => {
    const transactions = vi.spyOn(IDBDatabase.prototype, "transaction");
    const store = await openStore();
    await store.append(samples("A", 1, 2), null);
    await store.admit({ records: samples("B", 1, 1), aside: [], released: [], clock: null });
    await store.saveCheckpoint({ upTo: 1, foldVersion: "one", parts: [] });
    const writing = transactions.mock.calls.filter(([, mode]) => mode === "readwrite");
    expect(writing.length).toBeGreaterThanOrEqual(4);
    expect(writing.map(([, , options]) => options)).toEqual(writing.map(() => ({ durability: "strict" })));
  });

  it("[DXR2] opens a lost connection again and goes on", async () => {
    const transactions = vi.spyOn(IDBDatabase.prototype, "transaction");
    const store = await openStore();
    await store.append(samples("A", 1, 1), null);
    const connection = transactions.mock.contexts.at(-1);
    if (!(connection instanceof IDBDatabase)) throw new Error("a transaction has a database");
    forceCloseDatabase(connection as never);
    expect(await store.append(samples("A", 2, 2), idOf("A", 1))).toMatchObject({ ok: true });
    expect(await store.read(0, 10)).toHaveLength(2);
  });

  it("[DXR2] tries once more what a dying connection refused", async () => {
    const store = await openStore();
    const failOnce = vi.spyOn(IDBObjectStore.prototype, "add").mockImplementationOnce(() => { throw new DOMException("the server is gone", "UnknownError"); });
    expect(await store.append(samples("A", 1, 1), null)).toMatchObject({ ok: true });
    expect(failOnce).toHaveBeenCalledTimes(2);
    expect(await store.read(0, 10)).toHaveLength(1);
  });

  it("[DXR3] answers the same places to a try whose answer was lost", async () => {
    const store = await openStore();
    const first = await store.append(samples("A", 1, 2), null);
    expect(await store.append(samples("A", 1, 2), null)).toEqual(first);
    expect(await store.read(0, 10)).toHaveLength(2);
  });

  it("[DXA1] holds nothing of an append whose second record the browser refused to take", async () => {
    const store = await openStore();
    // oxlint-disable-next-line typescript/unbound-method -- it is called with the store that it was called on
    const { add } = IDBObjectStore.prototype;
    let calls = 0;
    vi.spyOn(IDBObjectStore.prototype, "add").mockImplementation(function refuseSecond(this: IDBObjectStore, value: unknown) {
      calls += 1;
      if (calls === 2 || calls === 4) throw new DOMException("no more", "DataError");
      return add.call(this, value);
    });
    expect(await store.append(samples("A", 1, 2), null)).toMatchObject({ ok: false, error: { type: "StoreLost" } });
    vi.restoreAllMocks();
    expect(await store.read(0, 10)).toEqual([]);
    expect(await store.append(samples("A", 1, 1), null)).toMatchObject({ ok: true, value: [{ place: 1 }] });
  });

  it("[DXA1] leaves in one turn what the careful way leaves, and refuses the same", async () => {
    const [quick, careful] = [newStoreDatabase(newName()), newStoreDatabase(newName())];
    for (const { db, tables } of [quick, careful]) {
      await db.open();
      await tables.meta.put({ name: "owner", owner: { ward, device: deviceNamed("A") } });
    }
    const tries = [
      [samples("A", 1, 1), null], [samples("A", 2, 4), idOf("A", 1)], [samples("A", 5, 5), idOf("A", 3)], [[sample("A", 5, { branch: 1 })], idOf("A", 4)],
      [samples("B", 1, 1), null], [samples("A", 4, 4), idOf("A", 3)], [[sample("A", 6, { prev: idOf("A", 5, 1) })], idOf("A", 5, 1)],
    ] as const;
    for (const [news, onto] of tries) expect(await appendIn(quick.tables, news, onto)).toEqual(await appendWithCare(careful.tables, news, onto));
    for (const table of ["records", "holds", "meta"] as const) expect(await quick.tables[table].toArray()).toEqual(await careful.tables[table].toArray());
    quick.db.close();
    careful.db.close();
  });

  it("[DXA2] leaves a chain with a gap and a record that is there already to the careful way", async () => {
    const { db, tables } = newStoreDatabase(newName());
    await db.open();
    await tables.meta.put({ name: "owner", owner: { ward, device: deviceNamed("A") } });
    await appendIn(tables, samples("A", 1, 2), null);
    expect(await appendInOneTurn(tables, [sample("A", 2)], idOf("A", 1))).toBe("needs care");
    await admitIn(tables, { records: [sample("A", 9)], aside: [], released: [], clock: null });
    expect(await appendInOneTurn(tables, [sample("A", 3)], idOf("A", 2))).toBe("needs care");
    expect(await tables.records.count()).toBe(3);
    db.close();
  });

  it("[DXR4] lets go at once when a newer program wants the store", async () => {
    const name = newName();
    const store = await openStore(name);
    await store.append(samples("A", 1, 1), null);
    const newer = new Dexie(name);
    newer.version(2).stores({ records: "++place, &id, [device+seq]", holds: "device", aside: "print, flaw", parts: "name", meta: "name", more: "++" });
    await newer.open();
    expect(await store.append(samples("A", 2, 2), idOf("A", 1))).toEqual({ ok: false, error: { type: "NewerData" } });
    expect(await newer.table("records").count()).toBe(1);
    newer.close();
  });

  // A reading that nobody had caught made the page say that something had gone wrong in it.
  it("[DEV7] tells whoever hangs on the log, and what was being read ends quietly", async () => {
    const name = newName();
    const log = await openLog(dexieDevice(name));
    await write(log, "a", "b");
    const looking = log.lookThrough();
    await Dexie.delete(name);
    expect(await log.gone).toMatchObject({ type: "StoreLost" });
    await looking;
    await log.lookThrough();
    expect(await log.append([declared("c")])).toMatchObject({ ok: false, error: { type: "StoreLost" } });
  });

  it("[DXR4] says StoreLost when the store was removed, and makes no new one in its place", async () => {
    const name = newName();
    const store = await openStore(name);
    await Dexie.delete(name);
    expect(await store.append(samples("A", 1, 1), null)).toMatchObject({ ok: false, error: { type: "StoreLost" } });
    expect(await Dexie.exists(name)).toBe(false);
  });

  it("[DXR5] does not open a store of a newer format", async () => {
    const name = newName();
    const store = await openStore(name);
    store.close();
    const raw = await new Dexie(name).open();
    await raw.table("meta").put({ name: "format", format: 2 });
    raw.close();
    expect(await openDexieRecordStore(name)).toEqual({ ok: false, error: { type: "NewerData" } });
  });

  it("[DXF1] says DiskFull, takes nothing of the append, and goes on reading and writing", async () => {
    const log = await openLog(dexieDevice());
    await write(log, "a");
    vi.spyOn(IDBObjectStore.prototype, "add").mockImplementation(() => { throw new DOMException("no room", "QuotaExceededError"); });
    expect(await log.append([declared("b"), declared("c")])).toEqual({ ok: false, error: { type: "DiskFull" } });
    expect(named(await readAll(log))).toEqual(["v1.DeviceJoined", "a"]);
    vi.restoreAllMocks();
    expect((await write(log, "d")).map(({ record }) => record.seq)).toEqual([3]);
  });

  it("[DXF1] finds a used-up quota at any depth", () => {
    const quota = { name: "QuotaExceededError" };
    for (const thrown of [quota, { name: "AbortError", inner: quota }, { name: "BulkError", failures: [{ name: "AbortError", cause: quota }] }]) {
      expect(saveFaultFrom(thrown)).toEqual({ type: "DiskFull" });
      expect(isLostConnection(thrown)).toBe(false);
    }
  });

  it("[DXF2] tells a lost connection from a constraint that failed", () => {
    for (const name of ["DatabaseClosedError", "InvalidStateError", "UnknownError", "AbortError"]) expect(isLostConnection({ name })).toBe(true);
    // Closed by a full disk: with room again it opens, so it is tried.
    expect(isLostConnection({ name: "DatabaseClosedError", inner: { name: "QuotaExceededError" } })).toBe(true);
    expect(isLostConnection({ name: "ConstraintError" })).toBe(false);
    expect(saveFaultFrom({ name: "ConstraintError" })).toEqual({ type: "StoreLost", detail: "ConstraintError" });
  });

  it("[DXF3] throws on what no database throws", async () => {
    for (const thrown of [new TypeError("x"), new Error("x"), "x", null, { name: "AbortError", inner: new RangeError("x") }]) expect(saveFaultFrom(thrown)).toBeNull();
    const store = await openStore();
    await store.append(samples("A", 1, 1), null);
    await expect(store.append([{ ...sample("A", 2), iv: undefined as never }], idOf("A", 1))).rejects.toThrow(TypeError);
  });

  it("[DXS1] holds nothing about a patient that can be read", async () => {
    const device = dexieDevice();
    const log = await openLog(device);
    const marked = "Zebrakvist Åsgårdstrand";
    const event = { type: "v1.Arrived", visit: "visit-zebrakvist" as VisitId, number: "XXA-001-Z" as TemporaryNumber, details: { name: known(marked), reason: known("Zebrakvist i foten") } } as const;
    const placed = await log.append([{ actor: { ...kari, name: "Zebrakvist, sykepleier" }, atMs: 1 as never, event }]);
    await log.saveCheckpoint({ upTo: 2, foldVersion: "one", parts: [{ name: "board", value: { rows: [marked] } }] });
    expect(JSON.stringify(placed)).toContain(marked);
    const raw = await rawDatabases();
    expect(raw).toContain(log.device);
    const utf8 = new TextEncoder().encode("ebrakvist");
    const utf16 = Array.from("ebrakvist", (letter) => `${toHex(new Uint8Array([letter.charCodeAt(0)]))}00`).join("");
    for (const trace of ["ebrakvist", "Kari", "v1.Arrived", "XXA-001", toHex(utf8), utf16]) expect(raw.includes(trace)).toBe(false);
    for (const bytes of device.keyFiles.values()) expect(raw).not.toContain(toHex(bytes));
  });

  it("[DXS2] reads a row that is no record any more as null", () => {
    const row = toRecordRow(sample("A", 1));
    expect(fromEnvelopeRow(row)).toEqual(sample("A", 1));
    for (const change of [{ header: "{" }, { header: "{}" }, { header: null }, { iv: null }, { sealed: "text" }, { signature: undefined }]) {
      expect(fromEnvelopeRow({ ...row, ...change } as never)).toBeNull();
    }
  });

  // A flipped byte made Chromium answer null for a row: every reading threw, and nothing of the book was read or mended (seed 447122).
  it("[DXS2] a row that a flipped byte turned into nothing keeps its place, and the others are read", async () => {
    const name = newName();
    const store = await openStore(name);
    await store.append(samples("A", 1, 4), null);
    const { db, tables } = newStoreDatabase(name);
    tables.records.hook("reading", (row) => (row.seq === 2 || row.seq === 4 ? (null as never) : row));
    tables.holds.hook("reading", () => null as never);
    const damaged = dexieReads(tables, async (work) => work());
    const read = await damaged.read(0, 500);
    expect(read.map(({ place, record }) => [place, record?.header.seq ?? null])).toEqual([[1, 1], [2, null], [3, 3], [4, null]]);
    expect((await damaged.readDevice(deviceNamed("A"), 2, 2)).map(({ place, record }) => [place, record?.header.seq ?? null])).toEqual([[2, null], [3, 3]]);
    expect(await damaged.state()).toMatchObject({ holds: [], lastPlace: 4 });
    db.close();
  });
});
