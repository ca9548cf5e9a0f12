import { describe, expect, it } from "vitest";
import type { DeviceId } from "#core/log/record.ts";
import { err, ok } from "#core/result.ts";
import { openCared } from "#storage/device-places.ts";
import { isAsExpected, noteIn, type Expectation } from "#storage/expectation.ts";
import { joined, journalMark, recordFrame } from "#storage/journal/frames.ts";
import { memoryJournal, type Journal } from "#storage/journal/journal.ts";
import { openMemoryRecordStore } from "#storage/memory-record-store.ts";
import { noReserve } from "#storage/reserve.ts";
import { openTwinStore, singleStore } from "#storage/twin-store.ts";
import { queueLocks } from "#storage/writer-lock.ts";
import { provedChain } from "./proved-samples.ts";
import { chain, owner, headOf, noted, newDevice, filled, opened, lookedThrough, inJournal, noRoom, type Device } from "./twin-device.ts";

describe("a store of two copies", () => {
  it("[TWN4] reads neither copy when both are as the last save left them, and compares them when not", async () => {
    const device = await filled();
    let reads = 0;
    const whole = memoryJournal(device.file);
    const counting: Journal = { ...whole, read: async () => { reads += 1; return whole.read(); } };
    expect(await opened(device.open({ journal: counting }))).toBeNull();
    expect(reads).toBe(0);
    device.file.bytes = device.file.bytes.slice(0, -10);
    expect(await opened(device.open({ journal: counting }))).toMatchObject({ copied: 1, lost: [] });
    expect(reads).toBe(1);
    expect(inJournal(device)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await opened(device.open({ journal: counting }))).toBeNull();
  });

  it("[TWN4] a database that was emptied is whole again after the opening, and takes the next save", async () => {
    const device = await filled();
    device.disk.placed.length = 0;
    device.disk.places.clear();
    device.disk.holds.clear();
    device.disk.owner = null;
    const store = device.open();
    expect(await opened(store)).toMatchObject({ restored: 6, lost: [] });
    expect(store.care().mended).toMatchObject({ restored: 6 });
    expect(await store.state()).toMatchObject({ owner, lastPlace: 6 });
    const next = await provedChain("A", 7);
    expect(await store.append(next.slice(6), headOf(6))).toMatchObject({ ok: true });
  });

  it("[TWN5] a look through both finds what was damaged since the opening, though all counts are right", async () => {
    const device = await filled();
    const store = device.open();
    expect(await opened(store)).toBeNull();
    device.file.bytes[200] = (device.file.bytes[200] ?? 0) ^ 1;
    const [first] = device.disk.placed;
    if (first !== undefined) device.disk.placed[3] = { ...first, id: chain[3]?.id ?? first.id };
    expect(await lookedThrough(store)).toMatchObject({ restored: 1, damagedRows: 1, lost: [] });
    expect(device.disk.placed).toEqual([...chain.slice(0, 3), ...chain.slice(4), chain[3]]);
    expect(new Set(inJournal(device))).toEqual(new Set([1, 2, 3, 4, 5, 6]));
  });
});

describe("a store that is mended while others save", () => {
  it("[TWN5] keeps what another tab saved while it was compared, in both copies", async () => {
    const device = await filled(3);
    // The first row is damaged, so that the whole store is to be written anew.
    const [first] = device.disk.placed;
    if (first !== undefined) device.disk.placed[0] = { ...first, sealed: first.sealed.map((byte) => byte ^ 1) };
    const other = device.open();
    const whole = memoryJournal(device.file);
    let saving: Promise<unknown> | null = null;
    const slow: Journal = {
      ...whole,
      read: async () => {
        saving ??= other.append(chain.slice(3, 4), headOf(3));
        await new Promise((resolve) => { setTimeout(resolve, 20); });
        return whole.read();
      },
    };
    expect(await lookedThrough(device.open({ journal: slow }))).toMatchObject({ restored: 1, lost: [] });
    expect(await (saving ?? Promise.resolve(null))).toMatchObject({ ok: true });
    expect(new Set(device.disk.placed)).toEqual(new Set(chain.slice(0, 4)));
    expect(new Set(inJournal(device))).toEqual(new Set([1, 2, 3, 4]));
    expect(await other.append(chain.slice(4, 5), headOf(4))).toMatchObject({ ok: true });
  });

  it("[TWN6] tells a loss at every opening until a person has read it", async () => {
    const device = await filled(3);
    device.disk.placed.length = 0;
    device.disk.places.clear();
    device.disk.holds.clear();
    device.file.bytes = new Uint8Array();
    const lost = [{ device: "A", fromSeq: 1, toSeq: 3 }];
    expect(await opened(device.open())).toMatchObject({ lost });
    const again = device.open();
    expect(await opened(again)).toMatchObject({ lost });
    await again.forgetLost();
    expect(again.care().mended).toMatchObject({ lost: [] });
    expect(device.open().care().mended).toBeNull();
  });
});

it("[TWN7] what the journal holds is read while the database is out of reach, and what neither gives is thrown", async () => {
  const { disk, file, note } = await filled();
  const gone = async (): Promise<never> => { throw new DOMException("no room", "QuotaExceededError"); };
  const parts = { note, reserve: noReserve, locks: queueLocks(), lockName: "j" };
  const broken = { ...openMemoryRecordStore(disk), state: gone, read: gone, readDevice: gone, readAside: gone, countAside: gone };
  const store = openTwinStore({ ...parts, store: broken, journal: memoryJournal(file) });
  expect((await store.read(0, 100)).map(({ record }) => record)).toEqual(chain);
  expect(await store.readDevice("A" as DeviceId, 5, 10)).toHaveLength(2);
  expect(await store.state()).toMatchObject({ owner, lastPlace: 6 });
  expect([await store.readAside(["WrongId"]), await store.countAside(["WrongId"])]).toEqual([[], 0]);
  await expect(openTwinStore({ ...parts, store: broken, journal: memoryJournal() }).read(0, 1)).rejects.toThrow("no room");
});

const emptied = ({ disk }: Device): void => {
  disk.placed.length = 0;
  disk.places.clear();
  disk.holds.clear();
};

describe("an opening that cannot make the two copies whole", () => {
  it("[TWN8] shows all that the journal holds, and saves nothing, when the database has no room to take it back", async () => {
    const device = await filled();
    emptied(device);
    const store = openTwinStore({ ...device.parts(), store: { ...openMemoryRecordStore(device.disk), rebuild: async () => noRoom } });
    expect(await store.openWhole()).toBe("unfinished");
    expect((await store.read(0, 100)).map(({ record }) => record)).toEqual(chain);
    expect(store.care()).toMatchObject({ isReadOnly: true });
    expect(await store.append(chain.slice(0, 1), null)).toMatchObject({ ok: false, error: { type: "StoreLost" } });
    expect(device.disk.placed).toEqual([]);
    expect(await opened(device.open())).toMatchObject({ restored: 6 });
  });

  it("[TWN8] saves nothing on a database that lost its tail while the journal does not answer", async () => {
    const device = await filled();
    const short = chain.slice(0, 4).map((record, at) => ({ place: at + 1, record }));
    await openMemoryRecordStore(device.disk).rebuild({ upTo: 6, rows: short, owner, clock: null, aside: [] });
    const silent: Journal = { ...memoryJournal(device.file), size: async () => err({ type: "FilesLost", detail: "no answer" }), read: async () => err({ type: "FilesLost", detail: "no answer" }) };
    const store = device.open({ journal: silent });
    expect(await store.openWhole()).toBe("unfinished");
    expect(await store.append(chain.slice(4, 5), headOf(4))).toMatchObject({ ok: false });
    expect(await opened(device.open())).toMatchObject({ restored: 2, lost: [] });
  });

  it("[TWN8] writes on a database that agrees with the last save, though the journal does not answer, and says that one copy is behind", async () => {
    const device = await filled(3);
    const silent: Journal = { ...memoryJournal(device.file), size: async () => err({ type: "FilesLost", detail: "no answer" }), append: async () => err({ type: "FilesLost", detail: "no answer" }) };
    const store = device.open({ journal: silent });
    expect(await store.openWhole()).toBe("whole");
    expect(store.care().second).toBe("behind");
    expect(await store.append(chain.slice(3, 4), headOf(3))).toMatchObject({ ok: true });
    expect(await opened(device.open())).toMatchObject({ copied: 1, lost: [] });
  });

  it("[TWN8] reads the journal alone when the database throws", async () => {
    const device = await filled();
    const broken = { ...openMemoryRecordStore(device.disk), state: async () => Promise.reject(new DOMException("a bad block", "UnknownError")) };
    const store = openTwinStore({ ...device.parts(), store: broken });
    expect(await store.openWhole()).toBe("unfinished");
    expect((await store.state()).lastPlace).toBe(6);
  });

  it("[TWN2] a journal that could not be put right is behind, and is compared again at the next opening", async () => {
    const device = await filled(3);
    device.file.bytes = device.file.bytes.slice(0, -30);
    const store = device.open({ journal: { ...memoryJournal(device.file), append: async () => noRoom, replace: async () => noRoom } });
    expect(await store.openWhole()).toBe("whole");
    expect(store.care().second).toBe("behind");
    expect(await opened(device.open())).toMatchObject({ lost: [] });
    expect(inJournal(device)).toEqual([1, 2, 3]);
  });

  it("[TWN9] a device that lost a record in the middle, found while the book is open, writes nothing more", async () => {
    const device = await filled(4);
    const store = device.open();
    await opened(store);
    const left = chain.slice(0, 4).filter((_, at) => at !== 1);
    await openMemoryRecordStore(device.disk).rebuild({ upTo: 4, rows: left.map((record, at) => ({ place: at + 1, record })), owner, clock: null, aside: [] });
    device.file.bytes = joined([journalMark, ...left.map(recordFrame)]);
    expect(await lookedThrough(store)).toMatchObject({ lost: [{ fromSeq: 2, toSeq: 2 }] });
    expect(await store.append(chain.slice(4, 5), headOf(4))).toMatchObject({ ok: false, error: { type: "StoreLost" } });
    expect(device.open().retired()).toEqual(["A"]);
  });
});

it("[TWN7] a database that a full disk emptied under the open page is read from the journal", async () => {
  const device = await filled();
  const store = device.open();
  await opened(store);
  emptied(device);
  device.disk.owner = null;
  expect((await store.read(0, 100)).map(({ record }) => record)).toEqual(chain);
  expect((await store.read(4, 100)).map(({ record }) => record)).toEqual(chain.slice(4));
  expect((await store.state()).lastPlace).toBe(6);
  const next = await provedChain("A", 7);
  expect(await store.append(next.slice(6), headOf(6))).toMatchObject({ ok: true });
  expect(device.disk.placed).toEqual(next);
  expect(inJournal(device)).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

describe("the note of what is expected", () => {
  it("[EXP1] a damaged one, or one of another form, is none", () => {
    for (const text of [null, "", "{", "[]", '{"heads":1,"held":2,"journalBytes":3}']) {
      expect(noteIn({ getItem: () => text, setItem: () => undefined, removeItem: () => undefined }, "note").read()).toBeNull();
    }
    const note = noted();
    const expectation: Expectation = { heads: [{ device: owner.device, seq: 4 }], held: 4, journalBytes: 100, lost: [], retired: [] };
    note.write(expectation);
    expect(note.read()).toEqual(expectation);
    note.forget();
    expect(note.read()).toBeNull();
  });

  it("[EXP2] records that hang beyond a gap are not expected to hang on anything", async () => {
    const device = newDevice();
    const store = device.open();
    await store.own(owner);
    const others = await provedChain("B", 3);
    await store.admit({ records: others.slice(2), aside: [], released: [], clock: null });
    expect(device.note.read()?.heads).toEqual([]);
    expect(await opened(device.open())).toBeNull();
    expect(await lookedThrough(device.open())).toMatchObject({ lost: [] });
    expect(isAsExpected(null, await store.state(), 0)).toBe(false);
  });
});

describe("the places of a book", () => {
  const noStore = err({ type: "NoStore", detail: "UnknownError" } as const);

  it("[PLC1] without a second place there is one copy, and it says so", () => {
    expect(singleStore(openMemoryRecordStore()).care().second).toBe("none");
  });

  it("[PLC2] a database that does not open is tried once more with the held-back space freed", async () => {
    const { disk, file, note } = await filled();
    const parts = { journal: memoryJournal(file), note, reserve: { ...noReserve, release: async () => true }, locks: queueLocks(), lockName: "j" };
    const opened = await openCared(noStore, async () => ok(openMemoryRecordStore(disk)), parts);
    expect(opened.ok && opened.value.care().isReadOnly).toBe(false);
  });

  it("[PLC2] a database that never opens leaves the journal to be read, and nothing is called saved", async () => {
    const { file, note } = await filled();
    const parts = { journal: memoryJournal(file), note, reserve: noReserve, locks: queueLocks(), lockName: "j" };
    const opened = await openCared(noStore, async () => noStore, parts);
    if (!opened.ok) throw new Error(opened.error.type);
    expect((await opened.value.read(0, 100)).map(({ record }) => record)).toEqual(chain);
    expect(opened.value.care()).toMatchObject({ second: "none", isReadOnly: true });
    expect(await opened.value.append(chain.slice(0, 1), null)).toMatchObject({ ok: false, error: { type: "StoreLost" } });
    const empty = await openCared(noStore, async () => noStore, { ...parts, journal: memoryJournal() });
    expect(empty).toEqual(noStore);
  });

  it("[PLC3] a database of a newer format is left alone, and so is its journal", async () => {
    const { file, note } = await filled();
    const newer = err({ type: "NewerData" } as const);
    const parts = { journal: memoryJournal(file), note, reserve: noReserve, locks: queueLocks(), lockName: "j" };
    const before = file.bytes.slice();
    expect(await openCared(newer, async () => newer, parts)).toEqual(newer);
    expect(file.bytes).toEqual(before);
  });
});
