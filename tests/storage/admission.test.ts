import "fake-indexeddb/auto";
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import type { SealedRecord } from "#core/log/record.ts";
import type { DeviceLog } from "#storage/device-log.ts";
import { nobodyYet } from "#core/staff/actor.ts";
import { epochMs } from "#core/time.ts";
import { toBase64Url } from "#storage/base64url.ts";
import { epochKeys, sealBody } from "#storage/sealing.ts";
import { bothStores, closeLogs, inviteFrom, memoryDevice, named, openLog, readAll, ringOf, write, type TestDevice } from "./devices.ts";

afterEach(closeLogs);

const neighbour = async (device: TestDevice, letter = "B"): Promise<DeviceLog> => openLog(memoryDevice(), { invitation: await inviteFrom(device, letter) });
const sealedOf = (log: DeviceLog): Promise<ReadonlyArray<SealedRecord>> => log.readSealed(log.device, 1, 1_000);
// A bit is turned over, never set: a byte that is set to zero is whole one time in 256, for it was zero before.
const turned = (bytes: Uint8Array<ArrayBuffer>, at: number): Uint8Array<ArrayBuffer> => bytes.with(at, (bytes[at] ?? 0) ^ 1);
const damaged = (record: SealedRecord): SealedRecord => ({ ...record, signature: turned(record.signature, 5) });

describe.each(bothStores)("admitting on $on", ({ newDevice }) => {
  it("[ADM1] takes a neighbour's true records, and they read as the neighbour wrote them", async () => {
    const device = newDevice();
    const log = await openLog(device);
    const other = await neighbour(device);
    await write(other, "a", "b");
    expect(await log.admit(await sealedOf(other))).toEqual({ ok: true, value: { taken: 3, aside: 0, strangers: 0 } });
    expect((await readAll(log)).map(({ record }) => record)).toEqual((await readAll(other)).map(({ record }) => record));
    expect(await log.admit(await sealedOf(other))).toEqual({ ok: true, value: { taken: 0, aside: 0, strangers: 0 } });
  });

  it("[ADM2] checks by the key of a device's first record; one made by somebody else changes nothing", async () => {
    const device = newDevice();
    const log = await openLog(device);
    const other = await neighbour(device);
    await write(other, "a");
    const [joined, ...rest] = await sealedOf(other);
    const stranger = await neighbour(device, "C");
    await write(stranger, "b");
    const [theirs] = await sealedOf(stranger);
    // Another device's introduction under this one's name: the seal is broken by it, and the signature is not this device's.
    const forged = { ...theirs, header: { ...theirs?.header, device: other.device } } as SealedRecord;
    expect(await log.admit([forged])).toMatchObject({ ok: true, value: { taken: 0, aside: 1 } });
    expect(await log.admit([...(joined === undefined ? [] : [joined]), ...rest])).toMatchObject({ ok: true, value: { taken: 2 } });
    expect(named(await readAll(log))).toEqual(["v1.DeviceJoined", "a"]);
  });

  it("[ADM2] learns no key from an introduction that this key has not signed", async () => {
    const device = newDevice();
    const log = await openLog(device);
    const other = await neighbour(device);
    await write(other, "a");
    const [joined] = await sealedOf(other);
    const { epochs } = await ringOf(device);
    if (!joined) throw new Error("it has introduced itself");
    const event = { type: "v1.DeviceJoined", device: other.device, wardCode: "AB", letter: "B", signKey: toBase64Url(new Uint8Array(32).fill(9)) };
    const drawn = await epochKeys(epochs[0].key, 1);
    const forged = await sealBody(joined.header, { actor: nobodyYet, atMs: epochMs(1), wroteMs: epochMs(1), seen: [], event }, turned(joined.iv, 0), drawn.records);
    expect(await log.admit([{ ...forged, signature: joined.signature }])).toMatchObject({ value: { taken: 0, aside: 1 } });
    expect(await log.health()).toMatchObject({ waiting: 1, damaged: 0 });
    expect(await log.admit(await sealedOf(other))).toMatchObject({ value: { taken: 2 } });
    expect(await log.health()).toMatchObject({ waiting: 0, damaged: 1 });
  });

  it("[ADM3] lets early records wait for their device, and in when it has introduced itself", async () => {
    const device = newDevice();
    const log = await openLog(device);
    const other = await neighbour(device);
    await write(other, "a", "b");
    const [first, ...rest] = await sealedOf(other);
    const heard: Array<string> = [];
    log.subscribe((records) => heard.push(...named(records)));
    expect(await log.admit(rest)).toMatchObject({ value: { taken: 0, aside: 2 } });
    expect(await log.health()).toMatchObject({ waiting: 2, damaged: 0 });
    expect(await readAll(log)).toEqual([]);
    expect(await log.admit(first === undefined ? [] : [first])).toMatchObject({ value: { taken: 3, aside: 0 } });
    expect(await log.health()).toMatchObject({ waiting: 0, damaged: 0, loose: 0, forks: 0 });
    expect(heard).toEqual(["v1.DeviceJoined", "a", "b"]);
  });

  it("[ADM4] keeps damaged and forged records aside, once, counts them and shows none", async () => {
    const device = newDevice();
    const log = await openLog(device);
    const other = await neighbour(device);
    await write(other, "a", "b", "c");
    const [first, second, third, fourth] = await sealedOf(other);
    if (!first || !second || !third || !fourth) throw new Error("four were written");
    const bad = [damaged(second), { ...third, sealed: turned(third.sealed, 3) }, { ...third, iv: turned(third.iv, 0) }];
    for (let time = 0; time < 3; time += 1) await log.admit([first, ...bad, fourth]);
    expect(await log.health()).toMatchObject({ damaged: 3, waiting: 0, loose: 1 });
    expect(named(await readAll(log))).toEqual(["v1.DeviceJoined", "c"]);
    await log.admit([second, third]);
    expect(new Set(named(await readAll(log)))).toEqual(new Set(["v1.DeviceJoined", "a", "b", "c"]));
    expect(await log.health()).toMatchObject({ damaged: 3, loose: 0 });
  });

  it("[ADM5] takes nothing of another ward", async () => {
    const log = await openLog(newDevice());
    const elsewhere = await openLog(memoryDevice());
    await write(elsewhere, "a");
    expect(await log.admit(await sealedOf(elsewhere))).toEqual({ ok: true, value: { taken: 0, aside: 0, strangers: 2 } });
    expect(await log.health()).toMatchObject({ damaged: 0, waiting: 0 });
  });

  it("[ADM1][ADM3] two devices end with one set, whatever came in what order, lost or repeated", async () => {
    const device = newDevice();
    const one = await openLog(device);
    const two = await neighbour(device);
    const logs = [one, two] as const;
    const step = fc.record({ at: fc.constantFrom(0, 1), writes: fc.integer({ min: 0, max: 3 }), carries: fc.array(fc.nat(), { maxLength: 6 }) });
    let count = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 5 }), async (steps) => {
        for (const { at, writes, carries } of steps) {
          const [here, there] = at === 0 ? [one, two] : [two, one];
          for (let time = 0; time < writes; time += 1) await write(here, `${(count += 1)}`);
          const held = await sealedOf(here);
          await there.admit(carries.flatMap((pick) => held[pick % Math.max(held.length, 1)] ?? []));
        }
      }),
      { numRuns: 8 },
    );
    await write(one, "last of one");
    await write(two, "last of two");
    await one.admit([...(await sealedOf(two))].reverse());
    await two.admit([...(await sealedOf(one))].reverse());
    const sets = await Promise.all(logs.map(async (log) => new Set((await readAll(log)).map(({ record }) => record.id))));
    expect(sets[0]).toEqual(sets[1]);
    expect(sets[0]?.size).toBe(count + 4);
    for (const log of logs) expect(await log.health()).toMatchObject({ forks: 0, loose: 0, damaged: 0, waiting: 0 });
  }, 30_000);

  it("[ADM1] keeps and counts both records of a device that was cloned, and shows both", async () => {
    const device = newDevice();
    const log = await openLog(device);
    const original = memoryDevice();
    const other = await openLog(original, { invitation: await inviteFrom(device, "B") });
    await write(other, "before");
    const shelf = await sealedOf(other);
    const clone = memoryDevice();
    for (const [name, bytes] of original.keyFiles) clone.keyFiles.set(name, bytes.slice());
    const copy = await clone.openStore();
    await copy.own({ ward: other.ward, device: other.device });
    await copy.append(shelf, null);
    const twin = await openLog(clone, { store: copy });
    expect(twin.device).toBe(other.device);
    await write(other, "here");
    await write(twin, "there", "and on");
    await log.admit([...(await sealedOf(other)), ...(await sealedOf(twin))]);
    expect(await log.health()).toMatchObject({ forks: 1, damaged: 0, loose: 0 });
    expect(named(await readAll(log))).toEqual(["v1.DeviceJoined", "before", "here", "there", "and on"]);
  });
});
