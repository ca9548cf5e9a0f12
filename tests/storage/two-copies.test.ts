// A whole ward log over two copies, with real keys and seals: what it does after the one, the other or both were harmed.
import { describe, expect, it } from "vitest";
import type { Bytes } from "#core/log/envelope.ts";
import { nobodyYet } from "#core/staff/actor.ts";
import { err } from "#core/result.ts";
import { epochMs } from "#core/time.ts";
import type { DowntimeId } from "#core/downtime/events.ts";
import type { DeviceLog } from "#storage/device-log.ts";
import { noteIn } from "#storage/expectation.ts";
import type { OriginFiles } from "#storage/files/origin-files.ts";
import { journalMark, scanJournal, joined, recordFrame } from "#storage/journal/frames.ts";
import { memoryJournal } from "#storage/journal/journal.ts";
import { openMemorySecretFiles } from "#storage/keys/memory-secret-files.ts";
import { emptyMemoryDisk, openMemoryRecordStore } from "#storage/memory-record-store.ts";
import { noReserve, originReserve, reserveBytes } from "#storage/reserve.ts";
import type { Whole } from "#storage/record-store.ts";
import { openWardLog } from "#storage/ward-log.ts";
import { queueLocks } from "#storage/writer-lock.ts";
import { platformRandom, setClock } from "./memory-log.ts";

const newDevice = () => {
  const [keyFiles, items, locks] = [new Map<string, Bytes>(), new Map<string, string>(), queueLocks()];
  const note = noteIn({ getItem: (name) => items.get(name) ?? null, setItem: (name, text) => void items.set(name, text), removeItem: (name) => void items.delete(name) }, "note");
  const device = {
    disk: emptyMemoryDisk(),
    file: { bytes: new Uint8Array() },
    hasRoom: true,
    open: async (): Promise<DeviceLog> => {
      const inMemory = openMemoryRecordStore(device.disk);
      const store = { ...inMemory, rebuild: async (whole: Whole) => (device.hasRoom ? inMemory.rebuild(whole) : err({ type: "DiskFull" } as const)) };
      const second = { journal: memoryJournal(device.file), note, reserve: noReserve };
      const opened = await openWardLog({ profile: "real", clock: setClock(), random: platformRandom, store, files: openMemorySecretFiles(keyFiles), locks, second });
      if (!opened.ok) throw new Error(opened.error.type);
      return opened.value;
    },
  };
  return device;
};

const declared = (name: string) => ({ actor: nobodyYet, atMs: epochMs(0), event: { type: "v1.DowntimeDeclared", downtime: name as DowntimeId } as const });
const write = async (log: DeviceLog, ...names: ReadonlyArray<string>): Promise<void> => {
  const written = await log.append(names.map(declared));
  if (!written.ok) throw new Error(written.error.type);
};
const names = async (log: DeviceLog): Promise<ReadonlyArray<string>> => {
  const all: Array<string> = [];
  for await (const batch of log.read(0)) all.push(...batch.flatMap(({ record: { event } }) => (event.type === "v1.DowntimeDeclared" ? [event.downtime] : [])));
  return all;
};

describe("a ward log in two copies", () => {
  it("[WLG8] whose database was emptied goes on as the same device, with every record", async () => {
    const device = newDevice();
    const log = await device.open();
    await write(log, "a", "b");
    log.close();
    device.disk = emptyMemoryDisk();
    const again = await device.open();
    expect([again.ward, again.device]).toEqual([log.ward, log.device]);
    expect(await names(again)).toEqual(["a", "b"]);
    expect(again.care().mended).toMatchObject({ restored: 3, lost: [] });
    await write(again, "c");
    expect((await again.health()).heads).toMatchObject([{ device: log.device, seq: 4 }]);
  });

  it("[WLG8] that lost records from both copies names them, and goes on in the same ward under a new device id", async () => {
    const device = newDevice();
    const log = await device.open();
    await write(log, "a", "b", "c");
    log.close();
    device.disk = emptyMemoryDisk();
    device.file.bytes = joined([journalMark, ...scanJournal(device.file.bytes).records.slice(0, 2).map(recordFrame)]);
    const again = await device.open();
    expect(again.ward).toBe(log.ward);
    expect(again.device).not.toBe(log.device);
    expect(await names(again)).toEqual(["a"]);
    const { former } = await again.health();
    expect(again.care().mended?.lost).toEqual([{ device: log.device, fromSeq: 3, toSeq: 4 }]);
    expect(former).toBe(0);
    await write(again, "d");
    again.close();
    const third = await device.open();
    expect(third.device).toBe(again.device);
    expect(await names(third)).toEqual(["a", "d"]);
  });

  it("[WLG8] that finds a loss of its own while it is open goes on, opened anew, as another device with another letter", async () => {
    const device = newDevice();
    const log = await device.open();
    await write(log, "a", "b", "c");
    const left = scanJournal(device.file.bytes).records.filter(({ header }) => header.seq !== 3);
    const { owner, clock } = device.disk;
    await openMemoryRecordStore(device.disk).rebuild({ upTo: 4, rows: left.map((record, at) => ({ place: at + 1, record })), owner, clock, aside: [] });
    device.file.bytes = joined([journalMark, ...left.map(recordFrame)]);
    await log.lookThrough();
    expect(await log.append([declared("d")])).toMatchObject({ ok: false, error: { type: "StoreLost" } });
    log.close();
    const again = await device.open();
    expect([again.ward, again.device === log.device, again.letter === log.letter]).toEqual([log.ward, false, false]);
    expect(again.care().mended?.lost).toEqual([{ device: log.device, fromSeq: 3, toSeq: 3 }]);
    await write(again, "d");
    expect(await names(again)).toEqual(["a", "c", "d"]);
  });

  it("[WLG8] that cannot be made whole now is shown from the journal, and no new ward is begun over it", async () => {
    const device = newDevice();
    const log = await device.open();
    await write(log, "a", "b");
    log.close();
    device.disk = emptyMemoryDisk();
    device.hasRoom = false;
    const readOnly = await device.open();
    expect([readOnly.ward, readOnly.care().isReadOnly]).toEqual([log.ward, true]);
    expect(await names(readOnly)).toEqual(["a", "b"]);
    expect(await readOnly.append([declared("c")])).toMatchObject({ ok: false });
    readOnly.close();
    device.hasRoom = true;
    const again = await device.open();
    expect([again.ward, again.device]).toEqual([log.ward, log.device]);
    await write(again, "c");
    expect(await names(again)).toEqual(["a", "b", "c"]);
  });

  it("[WLG9] whose owner was lost with the rest is still its own device's", async () => {
    const device = newDevice();
    const log = await device.open();
    await write(log, "a");
    log.close();
    device.disk = emptyMemoryDisk();
    device.file.bytes = joined([journalMark, ...scanJournal(device.file.bytes).records.map(recordFrame)]);
    const again = await device.open();
    expect(again.device).toBe(log.device);
    await write(again, "b");
    expect(await names(again)).toEqual(["a", "b"]);
  });

  it("[WLG8] a look through while it is open mends what was damaged since, and it goes on", async () => {
    const device = newDevice();
    const log = await device.open();
    await write(log, "a", "b");
    device.file.bytes = device.file.bytes.map((byte, at) => (at === 300 ? byte ^ 1 : byte));
    await log.lookThrough();
    expect(log.care()).toMatchObject({ second: "kept", mended: { damagedRows: 0, lost: [] } });
    expect(scanJournal(device.file.bytes)).toMatchObject({ damagedBytes: 0, records: { length: 3 } });
    await write(log, "c");
    expect(await names(log)).toEqual(["a", "b", "c"]);
  });
});

it("[RSV1] the held-back space is released once, until it is filled again", async () => {
  let file: Bytes = new Uint8Array();
  const files: Pick<OriginFiles, "size" | "write"> = {
    size: async () => ({ ok: true, value: file.length }),
    write: async (_name, bytes) => { file = bytes; return { ok: true, value: null }; },
  };
  const reserve = originReserve(files);
  expect(await reserve.release()).toBe(false);
  await reserve.fill();
  expect(file).toHaveLength(reserveBytes);
  expect(await reserve.release()).toBe(true);
  expect(file).toHaveLength(0);
  expect(await reserve.release()).toBe(false);
});

it("[RSV1] a disk with too little room for it keeps what room it has", async () => {
  let file: Bytes = new Uint8Array();
  const reserve = originReserve({
    size: async () => ({ ok: true, value: file.length }),
    write: async (_name, bytes) => {
      file = bytes.slice(0, 1_000);
      return bytes.length > 1_000 ? { ok: false, error: { type: "DiskFull" } } : { ok: true, value: null };
    },
  });
  expect(await reserve.fill()).toBe(false);
  expect(file).toHaveLength(0);
});
