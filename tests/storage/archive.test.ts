import "fake-indexeddb/auto";
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import type { LogRecord, SealedRecord } from "#core/log/record.ts";
import { epochMs } from "#core/time.ts";
import { numberLetters } from "#core/visit/temporary-number.ts";
import { absorb, emptyState, type WardState } from "#projections/ward-state.ts";
import { proveArchive, wardKeysOf, type Proof } from "#storage/archive-in.ts";
import { everyFlaw } from "#storage/archive-source.ts";
import { takeArchive, wayIn } from "#storage/archive-take.ts";
import type { DeviceLog } from "#storage/device-log.ts";
import type { RecordStore } from "#storage/record-store.ts";
import { contentsOf, gathered, madeMs, plainLines, readArchive, saveArchive } from "./archive-kit.ts";
import { bothStores, closeLogs, inviteFrom, memoryDevice, named, openLog, readAll, ringOf, tryOpen, write, type TestDevice } from "./devices.ts";
import { platformRandom, setClock } from "./memory-log.ts";

afterEach(closeLogs);

const sealedOf = (log: DeviceLog): Promise<ReadonlyArray<SealedRecord>> => log.readSealed(log.device, 1, 1_000);
const recordsIn = async (log: DeviceLog): Promise<ReadonlyArray<LogRecord>> => (await readAll(log)).map(({ record }) => record).toSorted((a, b) => (a.id < b.id ? -1 : 1));
const stateIn = async (log: DeviceLog): Promise<WardState> => absorb(emptyState, await recordsIn(log));
const proofOf = async (file: Blob): Promise<Proof> => {
  const contents = await contentsOf(file);
  return proveArchive(contents, await wardKeysOf(contents), madeMs, () => undefined);
};

/** A ward of two devices that hear each other; both logs are the first device's to tell of. */
const twoDevices = async (newDevice: () => TestDevice): Promise<{ readonly home: TestDevice; readonly log: DeviceLog; readonly other: DeviceLog }> => {
  const home = newDevice();
  const log = await openLog(home);
  await write(log, "a", "b");
  const other = await openLog(memoryDevice(), { invitation: await inviteFrom(home, "B") });
  await other.admit(await sealedOf(log));
  await write(other, "c");
  await log.admit(await sealedOf(other));
  await write(log, "d");
  return { home, log, other };
};

const takeOn = async (device: TestDevice, log: DeviceLog, file: Blob, profile: "real" | "drill" = "real") => {
  const contents = await contentsOf(file);
  const proof = await proveArchive(contents, await wardKeysOf(contents), madeMs, () => undefined);
  return takeArchive({ log, profile, random: platformRandom, open: (invitation) => tryOpen(device, { invitation, profile }) }, contents, proof);
};

describe.each(bothStores)("an archive on $on", ({ newDevice }) => {
  it("[ARL1][ARO1][ARI2] holds every record byte for byte, and each is proved", async () => {
    const { log, other } = await twoDevices(newDevice);
    const { file, account } = await saveArchive(log);
    const contents = await contentsOf(file);
    expect(contents.records).toEqual([...(await sealedOf(log)).slice(0, 3), ...(await sealedOf(other)), ...(await sealedOf(log)).slice(3)]);
    expect(contents.manifest).toMatchObject({ ward: log.ward, device: log.device, name: "Legevakten i Vik", madeMs, isDrill: false });
    expect(contents.manifest.heads).toEqual(expect.arrayContaining([...(await log.health()).heads]));
    expect(contents.keys).toEqual({ wardCode: log.wardCode, epochs: log.archive.epochs });
    expect(account).toMatchObject({ records: 6, unreadable: 0 });
    expect(new Map(account.held)).toEqual(new Map([[log.device, [[1, 4]]], [other.device, [[1, 2]]]]));
    expect(await proofOf(file)).toMatchObject({ proved: 6, of: 6, isWhole: true, drifts: [], letters: new Set([log.letter, "B"]) });
  });

  it("[ART1] makes the same ward of a blank device, which is a new device in it", async () => {
    const { log, other } = await twoDevices(newDevice);
    const { file } = await saveArchive(log);
    const device = newDevice();
    const blank = await openLog(device);
    expect(await takeOn(device, blank, file)).toEqual({ ok: true, value: { taken: 6, aside: 0, hasJoined: true } });
    blank.close();
    const again = await openLog(device);
    expect(await stateIn(again)).toEqual(await stateIn(log));
    expect([again.ward, again.wardCode]).toEqual([log.ward, log.wardCode]);
    expect([log.device, other.device, blank.device]).not.toContain(again.device);
    expect([log.letter, "B"]).not.toContain(again.letter);
    expect((await ringOf(device)).former).toEqual([]);
    await write(again, "e");
    expect(await log.admit(await sealedOf(again))).toMatchObject({ value: { taken: 2, aside: 0 } });
    expect(await stateIn(again)).toEqual(await stateIn(log));
  });

  it("[ART1] gives a letter that no device of the ward has, as long as there is one", async () => {
    const home = memoryDevice();
    const log = await openLog(home);
    await write(log, "a");
    for (const letter of Array.from(numberLetters).filter((one) => one !== "K")) {
      const other = await openLog(memoryDevice(), { invitation: await inviteFrom(home, letter) });
      await write(other, letter);
      await log.admit(await sealedOf(other));
    }
    if (log.letter === "K") return;
    const device = newDevice();
    await takeOn(device, await openLog(device), (await saveArchive(log)).file);
    expect((await openLog(device)).letter).toBe("K");
  });

  it("[ART2] gives a device of the same ward what it lacks, and a second reading gives nothing", async () => {
    const { home, log, other } = await twoDevices(newDevice);
    const { file } = await saveArchive(log);
    await write(log, "later");
    expect(await takeOn(home, log, file)).toEqual({ ok: true, value: { taken: 0, aside: 0, hasJoined: false } });
    expect(await takeOn(home, other, file)).toEqual({ ok: true, value: { taken: 1, aside: 0, hasJoined: false } });
    expect(named(await readAll(log)).at(-1)).toBe("later");
    expect(await recordsIn(other)).toEqual((await recordsIn(log)).filter(({ event }) => event.type !== "v1.DowntimeDeclared" || event.downtime !== "later"));
  });

  it("[ART3] leaves a book of another ward as it is", async () => {
    const { log } = await twoDevices(newDevice);
    const device = newDevice();
    const own = await openLog(device);
    await write(own, "mine");
    const before = [await recordsIn(own), await ringOf(device)];
    expect(await takeOn(device, own, (await saveArchive(log)).file)).toEqual({ ok: false, error: { type: "OtherWard", records: 2 } });
    expect([await recordsIn(own), await ringOf(device)]).toEqual(before);
    expect(named(await write(own, "more"))).toEqual(["more"]);
  });

  it("[ART3] leaves a book alone that began while somebody looked at the archive", async () => {
    const { log } = await twoDevices(newDevice);
    const contents = await contentsOf((await saveArchive(log)).file);
    const proof = await proveArchive(contents, await wardKeysOf(contents), madeMs, () => undefined);
    const device = newDevice();
    const blank = await openLog(device);
    const open: Parameters<typeof takeArchive>[0]["open"] = async (invitation) => {
      await write(blank, "first patient");
      return tryOpen(device, { invitation });
    };
    expect(await takeArchive({ log: blank, profile: "real", random: platformRandom, open }, contents, proof)).toMatchObject({ ok: false, error: { type: "OtherWard" } });
    expect(named(await readAll(await openLog(device)))).toEqual(["v1.DeviceJoined", "first patient"]);
  });

  it("[ART5] takes all or nothing: on a full disk the book stays empty, and a later reading goes through", async () => {
    const { log } = await twoDevices(newDevice);
    const { file } = await saveArchive(log);
    const device = newDevice();
    const blank = await openLog(device);
    const full = async (): Promise<RecordStore> => ({ ...(await device.openStore()), admit: async () => ({ ok: false, error: { type: "DiskFull" } }) });
    const contents = await contentsOf(file);
    const proof = await proveArchive(contents, await wardKeysOf(contents), madeMs, () => undefined);
    const needs = { log: blank, profile: "real", random: platformRandom } as const;
    expect(await takeArchive({ ...needs, open: async (invitation) => tryOpen(device, { invitation, store: await full() }) }, contents, proof)).toEqual({ ok: false, error: { type: "DiskFull" } });
    const tried = await openLog(device);
    expect(await readAll(tried)).toEqual([]);
    expect(await takeOn(device, tried, file)).toMatchObject({ ok: true, value: { taken: 6 } });
    expect(await stateIn(await openLog(device))).toEqual(await stateIn(log));
  });

  it("[ARO2] holds the book as it stood when it was begun", async () => {
    const { log } = await twoDevices(newDevice);
    const before = await log.archive.state();
    const late = { ...log.archive, state: async () => before };
    await write(log, "late");
    const { archive: _, ...rest } = log;
    const { file, account } = await saveArchive({ ...rest, archive: late });
    expect(account.records).toBe(6);
    expect(await proofOf(file)).toMatchObject({ proved: 6, of: 6, isWhole: true });
  });
});

it("[ART3] leaves a book alone whose ward has the same name and other keys", async () => {
  const home = memoryDevice();
  const log = await openLog(home);
  await write(log, "a");
  const contents = await contentsOf((await saveArchive(log)).file);
  const strange = { ...contents, keys: { ...contents.keys, epochs: [{ epoch: 1, key: new Uint8Array(32) }] as const } };
  expect(await wayIn(log.archive, "real", strange)).toEqual({ ok: false, error: { type: "OtherKeys" } });
});

it("[ART4] a drill's archive goes into a drill, a real one into no drill", async () => {
  const drill = memoryDevice();
  const log = await openLog(drill, { profile: "drill" });
  await write(log, "a");
  const { file } = await saveArchive(log, { isDrill: true });
  const blank = memoryDevice();
  const real = await openLog(blank);
  expect(await takeOn(blank, real, file)).toEqual({ ok: false, error: { type: "DrillOnly" } });
  expect(await takeOn(blank, real, (await saveArchive(log)).file, "drill")).toEqual({ ok: false, error: { type: "RealOnly" } });
  expect(await ringOf(blank)).toMatchObject({ ward: real.ward });
  const other = memoryDevice();
  expect(await takeOn(other, await openLog(other, { profile: "drill" }), file, "drill")).toMatchObject({ ok: true, value: { hasJoined: true } });
});

it("[ARO1][ARI3] what lay aside goes along and lies aside again; one bad record does not take the others with it", async () => {
  const home = memoryDevice();
  const log = await openLog(home);
  await write(log, "a", "b");
  const other = await openLog(memoryDevice(), { invitation: await inviteFrom(home, "B") });
  await write(other, "c");
  const [, second] = await sealedOf(other);
  if (second === undefined) throw new Error("two were written");
  await log.admit([second]);
  const contents = await contentsOf((await saveArchive(log)).file);
  expect(contents.aside).toEqual([second]);
  const bent = contents.records.map((record, at) => (at === 1 ? { ...record, sealed: record.sealed.with(3, (record.sealed[3] ?? 0) ^ 1) } : record));
  const proof = await proveArchive({ ...contents, records: bent }, await wardKeysOf(contents), madeMs, () => undefined);
  expect(proof).toMatchObject({ proved: 2, of: 3, isWhole: false });
  const device = memoryDevice();
  const needs = { log: await openLog(device), profile: "real", random: platformRandom, open: (invitation: Parameters<Parameters<typeof takeArchive>[0]["open"]>[0]) => tryOpen(device, { invitation }) } as const;
  expect(await takeArchive(needs, { ...contents, records: bent }, proof)).toEqual({ ok: true, value: { taken: 2, aside: 2, hasJoined: true } });
  const again = await openLog(device);
  expect(await again.archive.readAside(everyFlaw)).toHaveLength(2);
  // The missing one comes by another road, and what waited for it is let in.
  expect(await again.admit(await sealedOf(other))).toMatchObject({ value: { taken: 2 } });
});

it("[ARO3] a place that holds no record any more is counted, and the heads say that it is missing", async () => {
  const log = await openLog(memoryDevice());
  await write(log, "a", "b");
  const { archive, ...rest } = log;
  const holed = { ...archive, read: async (after: number, limit: number) => (await archive.read(after, limit)).map((row) => (row.place === 2 ? { ...row, record: null } : row)) };
  const { file, account } = await saveArchive({ ...rest, archive: holed });
  expect(account).toMatchObject({ records: 2, unreadable: 1 });
  expect((await contentsOf(file)).unreadable).toBe(1);
  expect(await proofOf(file)).toMatchObject({ proved: 2, of: 2, isWhole: false });
});

it("[ARI4] a clock that was far ahead is named, and our own does not follow it", async () => {
  const home = memoryDevice();
  const log = await openLog(home, { clock: setClock(madeMs + 3_600_000) });
  await write(log, "a");
  const { file } = await saveArchive(log);
  expect((await proofOf(file)).drifts).toEqual([{ device: log.device, aheadMs: 3_600_000 }]);
  const device = memoryDevice();
  await takeOn(device, await openLog(device), file);
  const again = await openLog(device, { clock: setClock(madeMs) });
  const [placed] = await write(again, "b");
  expect(placed?.record.stamp.slice(0, 12)).toBe(madeMs.toString(16).padStart(12, "0"));
});

describe("the lines", () => {
  const anEvening = async (): Promise<ReadonlyArray<string>> => {
    const log = await openLog(memoryDevice());
    await write(log, "a", "b", "c");
    return plainLines(log);
  };

  it("[ARI1][ARL3] without any one of them, or with one twice, or in another order, are no archive", async () => {
    const lines = await anEvening();
    expect(lines).toHaveLength(7);
    expect(await gathered(lines)).toMatchObject({ ok: true });
    for (const at of lines.keys()) expect((await gathered(lines.toSpliced(at, 1))).ok, `without line ${at}`).toBe(false);
    for (const at of [...lines.keys()].slice(1)) expect((await gathered(lines.toSpliced(at, 0, lines[at] ?? ""))).ok, `line ${at} twice`).toBe(false);
    expect(await gathered(lines.with(3, lines[4] ?? "").with(4, lines[3] ?? ""))).toEqual({ ok: false, error: { type: "Damaged" } });
  });

  it("[ARL2] of something else are NotOurs, of a later version Newer", async () => {
    const [first = "", ...rest] = await anEvening();
    for (const other of ["", "null", "[]", "7", "{}", '{"format":"vaktbok"}', '{"format":"kladdebok","v":1}', "resourceType"]) expect(await gathered([other, ...rest])).toEqual({ ok: false, error: { type: "NotOurs" } });
    expect(await gathered([first.replace('"v":1', '"v":2'), "whatever comes then"])).toEqual({ ok: false, error: { type: "Newer" } });
  });

  it("[ARL4] of an unknown kind are passed over, and unknown fields left out", async () => {
    const lines = await anEvening();
    const [first = ""] = lines;
    const read = await gathered([first.replace('"v":1', '"v":1,"mood":"good","__proto__":{"isDrill":true}'), '{"picture":"…"}', ...lines.slice(1)]);
    expect(read).toEqual(await gathered(lines));
    expect(Object.keys(read.ok ? read.value.manifest : {}).toSorted()).toEqual(["device", "heads", "isDrill", "madeMs", "name", "ward"]);
    expect(({} as { readonly isDrill?: boolean }).isDrill).toBeUndefined();
  });

  it("[ARL4] that nest deep are not parsed at all, and brackets in a name are no nesting", async () => {
    const lines = await anEvening();
    expect(await gathered([...lines.slice(0, 2), `{"x":${"[".repeat(100_000)}${"]".repeat(100_000)}}`, ...lines.slice(2)])).toEqual({ ok: false, error: { type: "Damaged" } });
    const named_ = (lines[0] ?? "").replace('"Vik"', JSON.stringify(`${"[".repeat(20)}\\"{`));
    expect(await gathered(lines.with(0, named_))).toMatchObject({ ok: true, value: { manifest: { name: `${"[".repeat(20)}\\"{` } } });
  });

  it("[ARL3] bent in any field give a fault or the same archive, and never throw", async () => {
    const lines = await anEvening();
    const value = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.constantFrom(-1, 0, 1.5, 2 ** 60, "", "__proto__", "A".repeat(300)));
    await fc.assert(
      fc.asyncProperty(fc.nat(lines.length - 1), fc.nat(9), value, async (at, which, put) => {
        const raw = JSON.parse(lines[at] ?? "{}") as Record<string, unknown>;
        const inside = (Object.values(raw).find((one) => typeof one === "object" && one !== null && !Array.isArray(one)) ?? raw) as Record<string, unknown>;
        const fields = Object.keys(inside);
        const bent = { ...inside, [fields[which % fields.length] ?? "x"]: put };
        const line = JSON.stringify(inside === raw ? bent : { [Object.keys(raw)[0] ?? "x"]: bent });
        const answer = await gathered(lines.with(at, line));
        const proof = answer.ok ? await proveArchive(answer.value, await wardKeysOf(answer.value), madeMs, () => undefined) : { proved: 0 };
        expect(proof.proved).toBeLessThanOrEqual(4);
      }),
      { numRuns: 200 },
    );
  });

  it("[ARL3] of any text at all never throw", async () => {
    const [first = "", ...rest] = await anEvening();
    await fc.assert(fc.asyncProperty(fc.oneof(fc.string(), fc.json()), async (text) => {
      expect((await gathered([text, ...rest])).ok).toBe(false);
      const middle = await gathered([first, text, ...rest]);
      expect(middle.ok ? "passed over" : middle.error.type).toMatch(/passed over|Damaged/);
    }));
  });
});

it("[ARI1] a file that was cut, changed or sealed for somebody else gives nothing out", async () => {
  const log = await openLog(memoryDevice());
  await write(log, "a");
  const bytes = new Uint8Array(await (await saveArchive(log)).file.arrayBuffer());
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), fc.boolean(), async (at, by, isCut) => {
      const file = new Blob([isCut ? bytes.slice(0, at) : bytes.with(at, (bytes[at] ?? 0) ^ by)]);
      expect((await readArchive(file)).ok).toBe(false);
    }),
    { numRuns: 100 },
  );
  expect((await readArchive(new Blob([bytes]))).ok).toBe(true);
});

it("[ARI2] says how far the proving has come", async () => {
  const log = await openLog(memoryDevice());
  await write(log, ...Array.from({ length: 1_100 }, (_, at) => String(at)));
  const contents = await contentsOf((await saveArchive(log)).file);
  const heard: number[] = [];
  await proveArchive(contents, await wardKeysOf(contents), epochMs(madeMs), (records) => heard.push(records));
  expect(heard).toEqual([500, 1_000, 1_101]);
});
