import "fake-indexeddb/auto";
import { afterEach, describe, expect, it } from "vitest";
import type { StoreOwner } from "#storage/record-store.ts";
import { bothStores, closeLogs, declared, inviteFrom, named, openLog, readAll, ringOf, tryOpen, write } from "./devices.ts";

afterEach(closeLogs);

describe.each(bothStores)("a ward log on $on", ({ newDevice }) => {
  it("[WLG1] makes a ward and a device at first use, and finds them and their records again", async () => {
    const device = newDevice();
    const log = await openLog(device);
    await write(log, "a", "b");
    log.close();
    const again = await openLog(device);
    expect([again.ward, again.device, again.wardCode, again.letter]).toEqual([log.ward, log.device, log.wardCode, log.letter]);
    expect(named(await readAll(again))).toEqual(["v1.DeviceJoined", "a", "b"]);
    expect(named(await write(again, "c"))).toEqual(["c"]);
    expect((await again.health()).heads).toMatchObject([{ device: log.device, seq: 4 }]);
  });

  it("[WLG1] stays who it is when it was opened and nothing was written", async () => {
    const device = newDevice();
    const log = await openLog(device);
    log.close();
    expect((await openLog(device)).device).toBe(log.device);
    expect((await ringOf(device)).former).toEqual([]);
  });

  it("[WLG2] says KeysLost, overwrites nothing, and opens when the keys are found again", async () => {
    const device = newDevice();
    const log = await openLog(device);
    await write(log, "a", "b");
    log.close();
    const keys = new Map(device.keyFiles);
    for (const lost of [["ring.key"], ["door-silent.key"], ["ring.key", "door-silent.key"]]) {
      for (const name of lost) device.keyFiles.delete(name);
      const left = new Map(device.keyFiles);
      expect(await tryOpen(device)).toEqual({ ok: false, error: { type: "KeysLost", records: 3 } });
      expect(device.keyFiles).toEqual(left);
      for (const [name, bytes] of keys) device.keyFiles.set(name, bytes.slice());
    }
    expect(named(await readAll(await openLog(device)))).toEqual(["v1.DeviceJoined", "a", "b"]);
  });

  it("[WLG2] takes keys that are damaged, or another store's, for lost ones", async () => {
    const [device, other] = [newDevice(), newDevice()];
    const log = await openLog(device);
    await write(log, "a");
    log.close();
    await openLog(other);
    const ring = device.keyFiles.get("ring.key") ?? new Uint8Array();
    device.keyFiles.set("ring.key", ring.with(40, (ring[40] ?? 0) ^ 1));
    expect(await tryOpen(device)).toMatchObject({ ok: false, error: { type: "KeysLost" } });
    for (const [name, bytes] of other.keyFiles) device.keyFiles.set(name, bytes);
    expect(await tryOpen(device)).toMatchObject({ ok: false, error: { type: "KeysLost" } });
  });

  it("[WLG7] an empty book gives way to the ward that invites this device, and says nothing of a former one", async () => {
    const [home, device] = [newDevice(), newDevice()];
    const ward = await openLog(home);
    const silent = await openLog(device);
    silent.close();
    const joined = await openLog(device, { invitation: await inviteFrom(home, "B") });
    expect([joined.ward, joined.wardCode, joined.letter]).toEqual([ward.ward, ward.wardCode, "B"]);
    expect([ward.device, silent.device]).not.toContain(joined.device);
    expect((await ringOf(device)).former).toEqual([]);
    expect(named(await write(joined, "a"))).toEqual(["a"]);
    joined.close();
    expect(await openLog(device)).toMatchObject({ ward: ward.ward, device: joined.device });
  });

  it("[WLG7] a book that holds a record stays what it is, also for a tab that was open before", async () => {
    const [home, device] = [newDevice(), newDevice()];
    await openLog(home);
    const own = await openLog(device);
    await write(own, "a");
    const invited = await openLog(device, { invitation: await inviteFrom(home, "B") });
    expect([invited.ward, invited.device]).toEqual([own.ward, own.device]);
    expect(named(await write(own, "b"))).toEqual(["b"]);
  });

  it("[WLG7] a tab that still has the empty book open writes nothing into the ward that took its place", async () => {
    const [home, device] = [newDevice(), newDevice()];
    await openLog(home);
    const silent = await openLog(device);
    const joined = await openLog(device, { invitation: await inviteFrom(home, "B") });
    expect(await silent.append([declared("a")])).toMatchObject({ ok: false, error: { type: "StoreLost" } });
    expect(await readAll(joined)).toEqual([]);
  });

  it("[WLG10] a book that is written in while it gives way keeps its keys, and its record", async () => {
    const [home, device] = [newDevice(), newDevice()];
    await openLog(home);
    const own = await openLog(device);
    let isFirst = true;
    const openStore = async () => {
      const store = await device.openStore();
      return {
        ...store,
        own: async (owner: StoreOwner) => {
          if (isFirst) await write(own, "a");
          isFirst = false;
          return store.own(owner);
        },
      };
    };
    const invited = await openLog({ ...device, openStore }, { invitation: await inviteFrom(home, "B") });
    expect([invited.ward, invited.device]).toEqual([own.ward, own.device]);
    expect(named(await readAll(await openLog(device)))).toEqual(["v1.DeviceJoined", "a"]);
    expect(named(await write(own, "b"))).toEqual(["b"]);
  });

  it("[WLG3] takes a new device id and a new ward key after the store was emptied", async () => {
    const device = newDevice();
    const log = await openLog(device);
    await write(log, "a");
    const before = await ringOf(device);
    log.close();
    await device.empty();
    const anew = await openLog(device);
    const after = await ringOf(device);
    expect(anew.device).not.toBe(log.device);
    expect(anew.ward).not.toBe(log.ward);
    expect(after.epochs).not.toEqual(before.epochs);
    expect(named(await write(anew, "b"))).toEqual(["b"]);
    expect(named(await readAll(anew))).toEqual(["v1.DeviceJoined", "b"]);
  });

  it("[WLG4] two tabs that open for the first time at once are one device", async () => {
    const device = newDevice();
    const [one, two] = await Promise.all([openLog(device), openLog(device)]);
    expect([two.ward, two.device]).toEqual([one.ward, one.device]);
    await Promise.all([write(one, "a"), write(two, "b")]);
    expect(await one.health()).toMatchObject({ forks: 0, damaged: 0, heads: [{ seq: 3 }] });
  });

  it("[WLG5] leaves keys of a newer program alone", async () => {
    const device = newDevice();
    (await openLog(device)).close();
    const ring = device.keyFiles.get("ring.key") ?? new Uint8Array();
    device.keyFiles.set("ring.key", ring.with(3, 2));
    expect(await tryOpen(device)).toEqual({ ok: false, error: { type: "NewerData" } });
    expect(device.keyFiles.get("ring.key")).toEqual(ring.with(3, 2));
  });

  it("[RING3] numbers a drill's patients with XX, and keeps the two profiles' wards apart", async () => {
    const [real, drill] = [await openLog(newDevice()), await openLog(newDevice(), { profile: "drill" })];
    expect(drill.wardCode).toBe("XX");
    expect(drill.ward).not.toBe(real.ward);
    expect(real.wardCode).toMatch(/^[A-HJ-NPR-Z]{2}$/);
    expect(await drill.append([declared("a")])).toMatchObject({ ok: true });
  });
});
