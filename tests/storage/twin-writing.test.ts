import { describe, expect, it } from "vitest";
import { memoryJournal, type Journal } from "#storage/journal/journal.ts";
import { openMemoryRecordStore } from "#storage/memory-record-store.ts";
import type { Reserve } from "#storage/reserve.ts";
import { openTwinStore } from "#storage/twin-store.ts";
import { describeRecordStore } from "../contract/record-store.ts";
import { chain, owner, headOf, newDevice, filled, opened, inJournal, failing, noRoom } from "./twin-device.ts";

const anEndOfRoom: Reserve = { fill: async () => true, release: async () => false };


describeRecordStore("twin store", () => {
  const { open } = newDevice();
  return { open: async () => open() };
});
describeRecordStore("twin store with space held back", () => {
  const { open } = newDevice();
  return {
    open: async () => {
      const store = open({ reserve: anEndOfRoom });
      await store.holdSpaceBack();
      return store;
    },
  };
});

describe("a save into two copies", () => {
  it("[TWN1] has a record in both when it says saved", async () => {
    const device = newDevice();
    const store = device.open();
    await store.own(owner);
    expect(await store.append(chain.slice(0, 2), null)).toMatchObject({ ok: true });
    expect(inJournal(device)).toEqual([1, 2]);
    expect(device.disk.placed).toHaveLength(2);
    expect(store.care()).toEqual({ second: "kept", isReadOnly: false, isReserveUsed: false, mended: null });
  });

  it("[TWN1] answers only after the journal has flushed", async () => {
    const device = await filled(1);
    let flush = (): void => undefined;
    const flushed = new Promise<void>((resolve) => { flush = resolve; });
    const whole = memoryJournal(device.file);
    const slow: Journal = { ...whole, append: async (bytes) => { await flushed; return whole.append(bytes); } };
    let isSaved = false;
    const saving = device.open({ journal: slow }).append(chain.slice(1, 2), headOf(1)).then(() => { isSaved = true; });
    await new Promise((resolve) => { setTimeout(resolve, 20); });
    expect(isSaved).toBe(false);
    flush();
    await saving;
    expect(inJournal(device)).toEqual([1, 2]);
  });

  it("[TWN1] leaves the journal as it is when the store refuses", async () => {
    const device = await filled(2);
    expect(await device.open().append(chain.slice(3, 4), headOf(3))).toEqual({ ok: false, error: { type: "HeadMoved" } });
    expect(inJournal(device)).toEqual([1, 2]);
  });

  it("[TWN2] owes the journal what it did not take, says that there is one copy, and pays with the next save", async () => {
    const device = await filled(1);
    const broken = failing(device.file, { type: "FilesLost", detail: "the worker is gone" });
    const store = device.open({ journal: broken.journal });
    expect(await store.append(chain.slice(1, 2), headOf(1))).toMatchObject({ ok: true });
    expect(store.care().second).toBe("behind");
    broken.fails = false;
    await store.append(chain.slice(2, 3), headOf(2));
    expect(store.care().second).toBe("kept");
    expect(inJournal(device)).toEqual([1, 2, 3]);
  });

  it("[TWN3] frees the held-back space when the disk is full, once, and saves", async () => {
    const device = await filled(1);
    const broken = failing(device.file, { type: "DiskFull" });
    let asked = 0;
    const reserve: Reserve = { fill: async () => false, release: async () => { asked += 1; broken.fails = false; return asked === 1; } };
    const store = device.open({ journal: broken.journal, reserve });
    expect(await store.append(chain.slice(1, 2), headOf(1))).toMatchObject({ ok: true });
    expect(store.care()).toMatchObject({ second: "kept", isReserveUsed: true });
    expect(asked).toBe(1);
  });

  it("[TWN3] what the journal has no room for is not called saved, and goes into it when there is room", async () => {
    const device = await filled(1);
    const broken = failing(device.file, { type: "DiskFull" });
    const store = device.open({ journal: broken.journal, reserve: anEndOfRoom });
    await store.holdSpaceBack();
    expect(await store.append(chain.slice(1, 2), headOf(1))).toEqual({ ok: false, error: { type: "DiskFull" } });
    expect(store.care().second).toBe("behind");
    broken.fails = false;
    expect(await store.append(chain.slice(2, 3), headOf(2))).toMatchObject({ ok: true });
    expect(inJournal(device)).toEqual([1, 2, 3]);
  });

  it("[TWN10] a dose that was not saved on a full disk stands nowhere, and saved again it stands once", async () => {
    const device = await filled(1);
    const broken = failing(device.file, { type: "DiskFull" });
    const store = device.open({ journal: broken.journal });
    expect(await store.append(chain.slice(1, 2), headOf(1))).toEqual({ ok: false, error: { type: "DiskFull" } });
    expect(device.disk.placed).toHaveLength(1);
    expect(store.care().second).toBe("kept");
    broken.fails = false;
    // The head has not moved: whoever tries again writes the same record, and no other behind it.
    expect(await store.append(chain.slice(1, 2), headOf(1))).toMatchObject({ ok: true });
    expect([device.disk.placed.length, inJournal(device)]).toEqual([2, [1, 2]]);
  });

  // Each tab remembered for itself that space was held back: the second wrote its store first, and a refused save stood there.
  it("[TWN10] what one tab has used of the space that was held back, the other does not count on", async () => {
    const device = await filled(1);
    const broken = failing(device.file, { type: "DiskFull" });
    let held = true;
    const reserve: Reserve = { fill: async () => held, release: async () => { const was = held; held = false; return was; } };
    const [first, second] = [device.open({ journal: broken.journal, reserve }), device.open({ journal: broken.journal, reserve })];
    await first.holdSpaceBack();
    await second.holdSpaceBack();
    expect(await first.append(chain.slice(1, 2), headOf(1))).toEqual({ ok: false, error: { type: "DiskFull" } });
    broken.fails = false;
    await first.lookThrough();
    broken.fails = true;
    const before = device.disk.placed.length;
    expect(await second.append(chain.slice(before, before + 1), headOf(before))).toEqual({ ok: false, error: { type: "DiskFull" } });
    expect(device.disk.placed).toHaveLength(before);
  });

  it("[TWN10] the journal takes back what the store has no room for, or throws at, and still pays what it owes", async () => {
    const device = await filled(1);
    const broken = failing(device.file, { type: "FilesLost", detail: "the worker is gone" });
    const whole = openMemoryRecordStore(device.disk);
    let append: typeof whole.append = whole.append;
    const store = openTwinStore({ ...device.parts(), journal: broken.journal, store: { ...whole, append: (records, onto) => append(records, onto) } });
    await store.append(chain.slice(1, 2), headOf(1));
    broken.fails = false;
    append = async () => noRoom;
    expect(await store.append(chain.slice(2, 3), headOf(2))).toEqual(noRoom);
    expect(inJournal(device)).toEqual([1]);
    append = async () => Promise.reject(new DOMException("closed", "InvalidStateError"));
    await expect(store.append(chain.slice(2, 3), headOf(2))).rejects.toThrow("closed");
    expect(inJournal(device)).toEqual([1]);
    append = whole.append;
    expect(await store.append(chain.slice(2, 3), headOf(2))).toMatchObject({ ok: true });
    expect([inJournal(device), store.care().second]).toEqual([[1, 2, 3], "kept"]);
    expect(await opened(device.open())).toMatchObject({ restored: 0, copied: 0, damagedBytes: 0, lost: [] });
  });
});
