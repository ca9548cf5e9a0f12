/**
 * One storage call fails, the first, then the second, and so on, until a whole evening passes untouched: opened, saved,
 * taken in from another device, checkpointed, closed, opened again. After each: no saved record lost, none altered.
 */
import { expect, it } from "vitest";
import type { Bytes } from "#core/log/envelope.ts";
import type { SealedRecord } from "#core/log/record.ts";
import { err } from "#core/result.ts";
import { noteIn } from "#storage/expectation.ts";
import { memoryJournal } from "#storage/journal/journal.ts";
import { openMemorySecretFiles } from "#storage/keys/memory-secret-files.ts";
import { emptyMemoryDisk, openMemoryRecordStore } from "#storage/memory-record-store.ts";
import type { DeviceLog } from "#storage/device-log.ts";
import { openWardLog } from "#storage/ward-log.ts";
import { queueLocks } from "#storage/writer-lock.ts";
import { declared, inviteFrom, named, readAll } from "../storage/devices.ts";
import { platformRandom, setClock } from "../storage/memory-log.ts";

/** Whether the call that fails had done its work before its answer was lost. */
type When = "before" | "after";

/** `isRoomHeld`: space is held back, so that a save goes into both copies at once; else the journal is asked first. */
const newDevice = (isRoomHeld: boolean) => {
  const [disk, file, keyFiles, items, locks] = [emptyMemoryDisk(), { bytes: new Uint8Array() }, new Map<string, Bytes>(), new Map<string, string>(), queueLocks()];
  let [calls, failing, when]: [number, number, When] = [0, 0, "before"];
  const counted = async <T>(work: () => Promise<T>, fault: () => T): Promise<T> => {
    calls += 1;
    if (calls !== failing) return work();
    if (when === "after") await work();
    return fault();
  };
  const lost = (): never => { throw new DOMException("the disk did not answer", "UnknownError"); };
  const storeLost = () => err({ type: "StoreLost", detail: "UnknownError" } as const);
  const filesLost = () => err({ type: "FilesLost", detail: "UnknownError" } as const);
  const open = async () => {
    const [store, journal, files] = [openMemoryRecordStore(disk), memoryJournal(file), openMemorySecretFiles(keyFiles)];
    const note = noteIn({ getItem: (name) => items.get(name) ?? null, setItem: (name, text) => void items.set(name, text), removeItem: (name) => void items.delete(name) }, "note");
    return openWardLog({
      profile: "real",
      clock: setClock(),
      random: platformRandom,
      locks,
      files: {
        kind: files.kind,
        read: (name) => counted(() => files.read(name), filesLost),
        write: (name, bytes) => counted(() => files.write(name, bytes), filesLost),
        shred: (name) => counted(() => files.shred(name), filesLost),
      },
      second: {
        note,
        reserve: { fill: async () => isRoomHeld, release: async () => false },
        journal: {
          size: () => counted(journal.size, filesLost),
          read: () => counted(journal.read, filesLost),
          append: (bytes) => counted(() => journal.append(bytes), filesLost),
          cut: (length) => counted(() => journal.cut(length), filesLost),
          replace: (bytes) => counted(() => journal.replace(bytes), filesLost),
        },
      },
      store: {
        ...store,
        state: () => counted(store.state, lost),
        own: (owner) => counted(() => store.own(owner), storeLost),
        append: (records, onto) => counted(() => store.append(records, onto), storeLost),
        admit: (arrivals) => counted(() => store.admit(arrivals), storeLost),
        read: (after, limit) => counted(() => store.read(after, limit), lost),
        readDevice: (device, from, limit) => counted(() => store.readDevice(device, from, limit), lost),
        readAside: (flaws) => counted(() => store.readAside(flaws), lost),
        countAside: (flaws) => counted(() => store.countAside(flaws), lost),
        rebuild: (whole) => counted(() => store.rebuild(whole), storeLost),
        saveCheckpoint: (checkpoint) => counted(() => store.saveCheckpoint(checkpoint), storeLost),
        loadCheckpoint: () => counted(store.loadCheckpoint, lost),
      },
    });
  };
  return { keyFiles, open, calls: () => calls, failAt: (call: number, its: When) => { [calls, failing, when] = [0, call, its]; } };
};

type Device = ReturnType<typeof newDevice>;

/** A deed that a broken disk refuses is refused by name. */
const tried = async <T>(work: () => Promise<T>): Promise<T | null> => {
  try {
    return await work();
  } catch (thrown) {
    expect(String(thrown)).toMatch(/^UnknownError|the checkpoint was not saved/);
    return null;
  }
};

const openAndDo = async (device: Device, work: (log: DeviceLog) => Promise<void>): Promise<void> => {
  const opened = await tried(device.open);
  if (opened === null || !opened.ok) {
    if (opened !== null) expect(opened.error.type).toBe("NoStore");
    return;
  }
  await work(opened.value);
  opened.value.close();
};

const saving = (log: DeviceLog, saved: Array<string>) => async (...names: ReadonlyArray<string>): Promise<void> => {
  const answer = await tried(() => log.append(names.map(declared)));
  if (answer?.ok === true) saved.push(...names);
};

const evening = async (device: Device, others: ReadonlyArray<SealedRecord>): Promise<ReadonlyArray<string>> => {
  const saved: Array<string> = [];
  await openAndDo(device, async (log) => {
    const save = saving(log, saved);
    await tried(log.lookThrough);
    await save("a");
    await save("b", "c");
    const admitted = await tried(() => log.admit(others));
    if (admitted?.ok === true && admitted.value.taken === others.length) saved.push("theirs");
    await save("d");
    await tried(() => log.saveCheckpoint({ upTo: 3, foldVersion: "v", parts: [{ name: "p", value: 1 }] }));
    await tried(log.lookThrough);
  });
  await openAndDo(device, async (log) => {
    await tried(() => log.loadCheckpoint("v"));
    await tried(() => readAll(log));
    await saving(log, saved)("e");
  });
  return saved;
};

/** `isOver`: the evening passed with fewer calls than that. */
const eveningWithFault = async (call: number, when: When, isRoomHeld: boolean): Promise<{ readonly isOver: boolean; readonly faults: ReadonlyArray<string> }> => {
  const device = newDevice(isRoomHeld);
  // The ward is there before: what another device wrote in it is known.
  const founded = await device.open();
  if (!founded.ok) throw new Error(founded.error.type);
  await founded.value.append([declared("before")]);
  founded.value.close();
  const others = await recordsOfAnother(device);
  device.failAt(call, when);
  const saved = ["before", ...(await evening(device, others))];
  const isOver = device.calls() < call;
  device.failAt(0, when);
  const again = await device.open();
  if (!again.ok) return { isOver, faults: [`does not open: ${again.error.type}`] };
  await again.value.lookThrough();
  const shown = named(await readAll(again.value));
  const health = await again.value.health();
  const more = await again.value.append([declared("after")]);
  again.value.close();
  const known = ["before", "a", "b", "c", "d", "e", "theirs", "v1.DeviceJoined"];
  return {
    isOver,
    faults: [
      ...saved.filter((name) => !shown.includes(name)).map((name) => `${name} is lost`),
      ...shown.filter((name) => !known.includes(name)).map((name) => `${name} was never written`),
      ...(health.damaged + health.forks + health.loose > 0 ? [`health: ${JSON.stringify(health)}`] : []),
      ...(more.ok ? [] : [`does not write on: ${more.error.type}`]),
    ],
  };
};

const recordsOfAnother = async (device: Device): Promise<ReadonlyArray<SealedRecord>> => {
  const other = await openWardLog({ profile: "real", clock: setClock(), random: platformRandom, store: openMemoryRecordStore(), files: openMemorySecretFiles(new Map()), locks: queueLocks(), invitation: await inviteFrom(device, "B") });
  if (!other.ok) throw new Error(other.error.type);
  await other.value.append([declared("theirs")]);
  const records = await other.value.readSealed(other.value.device, 1, 10);
  other.value.close();
  return records;
};

for (const [when, isRoomHeld] of [["before", true], ["after", true], ["before", false], ["after", false]] as const) {
  it(`whichever storage call fails ${when} its work is done, with ${isRoomHeld ? "space" : "no space"} held back, nothing saved is lost and nothing else is shown`, async () => {
    const found: Array<string> = [];
    let call = 1;
    for (let isOver = false; !isOver; call += 1) {
      const done = await eveningWithFault(call, when, isRoomHeld);
      found.push(...done.faults.map((fault) => `call ${call}: ${fault}`));
      ({ isOver } = done);
    }
    expect(found).toEqual([]);
    expect(call).toBeGreaterThan(30);
  });
}
