import "fake-indexeddb/auto";
import { afterEach, describe, expect, it } from "vitest";
import type { PlacedRecord, Writing } from "#core/log/port.ts";
import { err } from "#core/result.ts";
import type { RecordStore } from "#storage/record-store.ts";
import { queueLocks, type Locks } from "#storage/writer-lock.ts";
import { bothStores, closeLogs, declared, dexieDevice, inviteFrom, memoryDevice, named, newGate, openLog, readAll, write } from "./devices.ts";
import { setClock } from "./memory-log.ts";

afterEach(closeLogs);

const noLocks: Locks = { hold: (_name, work) => work() };
const impossible = (): Writing => ({ ...declared("x"), event: { type: "v1.DowntimeDeclared", downtime: NaN as never } });

describe.each(bothStores)("writing on $on", ({ newDevice }) => {
  it("[DEV1] places all of an append, in order, in one go", async () => {
    const log = await openLog(newDevice());
    const placed = await write(log, "a", "b", "c");
    expect(placed.map(({ place, record }) => [place, record.seq])).toEqual([[2, 2], [3, 3], [4, 4]]);
    expect((await readAll(log)).slice(1)).toEqual(placed);
    expect(await log.append([])).toEqual({ ok: true, value: [] });
  });

  it("[DEV1][DEV3] holds nothing of an append that cannot be written, and goes on with the next", async () => {
    const log = await openLog(newDevice());
    await write(log, "a");
    const bad = log.append([declared("b"), impossible(), declared("c")]);
    const next = log.append([declared("d")]);
    await expect(bad).rejects.toThrow("a record cannot hold");
    expect(await next).toMatchObject({ ok: true });
    expect(named(await readAll(log))).toEqual(["v1.DeviceJoined", "a", "d"]);
  });

  it("[DEV1] leaves nothing when it is killed between the crypto and the transaction", async () => {
    const device = newDevice();
    const store = await device.openStore();
    let power = true;
    const dying: RecordStore = { ...store, append: (records, onto) => (power ? store.append(records, onto) : new Promise<never>(() => undefined)) };
    const log = await openLog(device, { store: dying });
    await write(log, "a");
    power = false;
    void log.append([declared("lost"), declared("lost too")]);
    await new Promise((resolve) => { setTimeout(resolve, 50); });
    log.close();
    const again = await openLog({ ...device, locks: queueLocks() });
    expect(named(await readAll(again))).toEqual(["v1.DeviceJoined", "a"]);
    expect((await write(again, "b")).map(({ record }) => record.seq)).toEqual([3]);
  });

  it("[DEV3] gives appends that were called at once the order of the calls", async () => {
    const log = await openLog(newDevice());
    await Promise.all(["a", "b", "c", "d"].map((name) => write(log, name)));
    expect(named(await readAll(log))).toEqual(["v1.DeviceJoined", "a", "b", "c", "d"]);
  });

  it("[DEV4] takes no more when the store was emptied under it", async () => {
    const device = newDevice();
    const store = await device.openStore();
    const log = await openLog(device, { store: { ...store, append: async () => err({ type: "OwnerGone" }) } });
    expect(await log.append([declared("a")])).toMatchObject({ ok: false, error: { type: "StoreLost" } });
  });

  it("[DEV5] shows a neighbour's clock that is far ahead, and does not follow it", async () => {
    const [here, there] = [newDevice(), newDevice()];
    const ours = await openLog(here);
    await write(ours, "a");
    const nowMs = setClock().nowMs();
    const theirs = await openLog(there, { clock: setClock(nowMs + 3_600_000), invitation: await inviteFrom(here, "B") });
    await write(theirs, "from tomorrow");
    await ours.admit(await theirs.readSealed(theirs.device, 1, 10));
    expect((await ours.health()).drifts).toEqual([{ device: theirs.device, aheadMs: 3_600_000 }]);
    const [after] = await write(ours, "b");
    const [ahead] = (await readAll(ours)).filter(({ record }) => record.device === theirs.device);
    expect(String(after?.record.stamp) < String(ahead?.record.stamp)).toBe(true);
    expect(after?.record.seen).toEqual([[theirs.device, 2]]);
  });

  it("[DEV6] makes a plan on everything that other tabs wrote before it", async () => {
    const device = newDevice();
    const [one, two] = [await openLog(device), await openLog(device)];
    const serials = async (log: typeof one, times: number): Promise<void> => {
      const held: Array<PlacedRecord> = [...(await readAll(log))];
      log.subscribe((records) => held.push(...records));
      for (let time = 0; time < times; time += 1) await log.append(() => [declared(`${held.filter(({ record }) => record.event.type === "v1.DowntimeDeclared").length + 1}`)]);
    };
    await Promise.all([serials(one, 20), serials(two, 20)]);
    expect(named(await readAll(one)).slice(1)).toEqual(Array.from({ length: 40 }, (_, at) => `${at + 1}`));
  });

  it("[DEV6] makes a plan anew when another tab was first, even with no lock between them", async () => {
    const device = { ...newDevice(), locks: noLocks };
    const [one, two] = [await openLog(device), await openLog(device)];
    await write(one, "first");
    const held: Array<PlacedRecord> = [];
    two.subscribe((records) => held.push(...records));
    const plans: Array<number> = [];
    const slow = two.append(() => {
      plans.push(held.length);
      return [declared("slow")];
    });
    await Promise.all([slow, write(one, "quick"), write(one, "quicker")]);
    expect(named(await readAll(two))).toHaveLength(5);
    expect(await two.health()).toMatchObject({ forks: 0 });
    expect(plans.at(-1)).toBeGreaterThanOrEqual(plans[0] ?? 0);
  });

  it("[DEV6] writes nothing for a plan of nothing", async () => {
    const log = await openLog(newDevice());
    expect(await log.append(() => [])).toEqual({ ok: true, value: [] });
    expect(await readAll(log)).toEqual([]);
  });
});

it("a tab that closes while another writes goes quietly", async () => {
  const device = dexieDevice();
  const [staying, leaving] = [await openLog(device), await openLog(device)];
  for (const name of ["a", "b", "c"]) await write(staying, name);
  const last = write(staying, "d");
  leaving.close();
  await last;
  await write(staying, "e");
  expect(named(await readAll(staying))).toEqual(["v1.DeviceJoined", "a", "b", "c", "d", "e"]);
});

it("a tab that was closed while it looked for news goes quietly", async () => {
  const device = memoryDevice();
  const store = await device.openStore();
  const looking = newGate<never>();
  let isLate = false;
  let tell = (): void => undefined;
  const log = await openLog(device, {
    store: {
      ...store,
      state: () => (isLate ? looking.promise : store.state()),
      subscribe: (listener) => {
        tell = listener;
        return () => undefined;
      },
    },
  });
  isLate = true;
  tell();
  log.close();
  looking.fail(new DOMException("the store is closed", "DatabaseClosedError"));
  await expect(looking.promise).rejects.toThrow("closed");
});

describe("two tabs on one Dexie database", () => {
  const rounds = 300;
  const bothWrite = async (locks: Locks): Promise<{ readonly forks: number; readonly records: number }> => {
    const device = { ...dexieDevice(), locks };
    const [one, two] = [await openLog(device), await openLog(device)];
    const many = async (log: typeof one, name: string): Promise<void> => {
      for (let round = 0; round < rounds; round += 1) await write(log, `${name}${round}`);
    };
    await Promise.all([many(one, "one-"), many(two, "two-")]);
    const { forks } = await one.health();
    return { forks, records: (await readAll(two)).length };
  };

  it("[DEV2] never fork in 600 appends under the lock", async () => {
    expect(await bothWrite(queueLocks())).toEqual({ forks: 0, records: 601 });
  }, 60_000);

  it("[DEV2] never fork with the compare-and-swap alone, where the platform has no lock", async () => {
    expect(await bothWrite(noLocks)).toEqual({ forks: 0, records: 601 });
  }, 60_000);

  it("[DEV2] would fork without both: a head that is believed and not compared", async () => {
    const device = { ...memoryDevice(), locks: noLocks };
    const trusting = async (): Promise<RecordStore> => {
      const store = await device.openStore();
      return { ...store, append: (records) => store.admit({ records, aside: [], released: [], clock: null }) };
    };
    const [one, two] = [await openLog(device, { store: await trusting() }), await openLog(device, { store: await trusting() })];
    for (let round = 0; round < 20; round += 1) await Promise.all([write(one, "a"), write(two, "b")]);
    expect((await one.health()).forks).toBeGreaterThan(10);
  });
});
