import "fake-indexeddb/auto";
import { describe, expect, it } from "vitest";
import type { Bytes } from "#core/log/envelope.ts";
import { err } from "#core/result.ts";
import { fromBase64Url, toBase64Url } from "#storage/base64url.ts";
import { openIndexedDbSecretFiles } from "#storage/keys/indexeddb-secret-files.ts";
import { makeKeyRing } from "#storage/keys/key-ring.ts";
import { openMemorySecretFiles } from "#storage/keys/memory-secret-files.ts";
import { loadKeyRing, saveKeyRing } from "#storage/keys/ring-file.ts";
import type { SecretFiles } from "#storage/keys/secret-files.ts";
import { settlingMs, settlingSecretFiles, withoutFiles, type Later } from "#storage/keys/settling-secret-files.ts";
import { silentDoor } from "#storage/keys/unlock-door.ts";
import { describeSecretFiles } from "../contract/secret-files.ts";
import { openMemoryWardLog, newMemoryDevice, platformRandom } from "./memory-log.ts";
import { inviteFrom, memoryDevice, openLog, tryOpen, write } from "./devices.ts";
import { rawDatabases, toHex } from "./raw-database.ts";

/** Time that passes when told to. */
const timetable = (): { readonly later: Later; readonly pass: (ms: number) => Promise<void> } => {
  let nowMs = 0;
  const due: Array<{ readonly atMs: number; readonly work: () => Promise<void> }> = [];
  return {
    later: (ms, work) => { due.push({ atMs: nowMs + ms, work }); },
    pass: async (ms) => {
      nowMs += ms;
      for (const { work } of due.splice(0, due.length, ...due.filter(({ atMs }) => atMs > nowMs)).filter(({ atMs }) => atMs <= nowMs)) await work();
    },
  };
};

const names = ["a.key", "b.key"];
let databases = 0;

describeSecretFiles("memory secret files", () => {
  const disk = new Map<string, Bytes>();
  return { open: () => openMemorySecretFiles(disk) };
});
describeSecretFiles("IndexedDB secret files", () => {
  const name = `keys-${(databases += 1)}`;
  return { open: () => openIndexedDbSecretFiles(name) };
});
describeSecretFiles("settling secret files", () => {
  const [first, second] = [new Map<string, Bytes>(), new Map<string, Bytes>()];
  return { open: () => settlingSecretFiles(openMemorySecretFiles(first), openMemorySecretFiles(second), names, () => undefined) };
});

describe("settling key files", () => {
  const secret = new Uint8Array([1, 2, 3]);
  const places = () => {
    const [files, copies] = [new Map<string, Bytes>(), new Map<string, Bytes>()];
    const time = timetable();
    const open = (): SecretFiles => settlingSecretFiles(openMemorySecretFiles(files), openMemorySecretFiles(copies), names, time.later);
    return { files, copies, open, pass: time.pass };
  };

  it("[SET1][SET2] reads and heals a file whose name a power cut took", async () => {
    const { files, copies, open } = places();
    await open().write("a.key", secret);
    files.clear();
    expect(await open().read("a.key")).toEqual({ ok: true, value: secret });
    expect(files.get("a.key")).toEqual(secret);
    copies.clear();
    expect(await open().read("a.key")).toEqual({ ok: true, value: secret });
  });

  it("[SET1] takes the second copy for the newer one when a write was cut short", async () => {
    const { files, open } = places();
    await open().write("a.key", secret);
    files.set("a.key", new Uint8Array([1, 9]));
    expect(await open().read("a.key")).toEqual({ ok: true, value: secret });
    expect(files.get("a.key")).toEqual(secret);
  });

  it("[SET1] writes nothing to the first place when the second cannot take it", async () => {
    const { files } = places();
    const full: SecretFiles = { ...openMemorySecretFiles(), write: async () => err({ type: "DiskFull" }) };
    const settling = settlingSecretFiles(openMemorySecretFiles(files), full, names, () => undefined);
    expect(await settling.write("a.key", secret)).toEqual({ ok: false, error: { type: "DiskFull" } });
    expect(files.size).toBe(0);
  });

  it("[SET3] removes a second copy only a settling time after the last write", async () => {
    const { copies, open, pass } = places();
    const handle = open();
    await pass(settlingMs / 2);
    await handle.write("a.key", secret);
    await pass(settlingMs / 2);
    expect(copies.size).toBe(1);
    await pass(settlingMs / 2 - 1);
    await handle.write("a.key", new Uint8Array([4]));
    await pass(settlingMs - 1);
    expect(copies.get("a.key")).toEqual(new Uint8Array([4]));
    await pass(1);
    expect(copies).toEqual(new Map([["a.key", new Uint8Array(0)]]));
    expect(await handle.read("a.key")).toEqual({ ok: true, value: new Uint8Array([4]) });
  });

  it("[SET3] removes what an earlier opening left, after this one has stood as long", async () => {
    const next = places();
    next.files.set("a.key", secret);
    next.copies.set("a.key", secret);
    next.open();
    await next.pass(settlingMs - 1);
    expect(next.copies.get("a.key")).toEqual(secret);
    await next.pass(1);
    expect(next.copies.get("a.key")).toEqual(new Uint8Array(0));
  });

  it("[SET3] keeps the second copy while the file does not read back equal", async () => {
    const { files, copies, open, pass } = places();
    await open().write("a.key", secret);
    files.set("a.key", new Uint8Array([1, 2, 4]));
    await pass(settlingMs);
    expect(copies.get("a.key")).toEqual(secret);
    files.delete("a.key");
    open();
    await pass(settlingMs);
    expect(copies.get("a.key")).toEqual(secret);
  });

  it("[SET4] leaves no key in IndexedDB once settled, and finds them in the files", async () => {
    const time = timetable();
    const inFiles = openMemorySecretFiles();
    const files = settlingSecretFiles(inFiles, openIndexedDbSecretFiles("settling"), ["ring.key", "door-silent.key"], time.later);
    const ring = await makeKeyRing("real", platformRandom, null, null);
    await saveKeyRing(files, silentDoor(files), ring, platformRandom);
    const [door, ringFile] = [await inFiles.read("door-silent.key"), await inFiles.read("ring.key")];
    const secrets = [door, ringFile].map((read) => (read.ok && read.value !== null ? toHex(read.value) : "nothing was read"));
    const before = await rawDatabases();
    expect(secrets.map((each) => before.includes(each))).toEqual([true, true]);
    await time.pass(settlingMs);
    const after = await rawDatabases();
    expect(secrets.map((each) => after.includes(each))).toEqual([false, false]);
    expect(await loadKeyRing(files, silentDoor(files))).toEqual({ ok: true, value: ring });
  });

  it("[SET5] says out of reach, and not lost, when settled files do not answer now", async () => {
    const { copies, open, pass } = places();
    const alone = withoutFiles(openMemorySecretFiles(copies));
    expect(await alone.read("a.key")).toEqual({ ok: true, value: null });
    const handle = open();
    await handle.write("a.key", secret);
    expect(await alone.read("a.key")).toEqual({ ok: true, value: secret });
    await pass(settlingMs);
    expect(await alone.read("a.key")).toMatchObject({ ok: false, error: { type: "FilesLost" } });
    expect(await handle.read("a.key")).toEqual({ ok: true, value: secret });
  });

  it("[SET5][WLG2] opens no log then, and makes no new keys", async () => {
    const device = memoryDevice();
    const [files, copies] = [openMemorySecretFiles(), new Map<string, Bytes>()];
    const time = timetable();
    const settling = settlingSecretFiles(files, openMemorySecretFiles(copies), ["ring.key", "door-silent.key"], time.later);
    await write(await openLog(device, { files: settling }), "a");
    await time.pass(settlingMs);
    const alone = withoutFiles(openMemorySecretFiles(copies));
    expect(await tryOpen(device, { files: alone })).toMatchObject({ ok: false, error: { type: "NoStore" } });
    expect([...copies.values()].map(({ length }) => length)).toEqual([0, 0]);
    expect(await tryOpen(device, { files: settling })).toMatchObject({ ok: true });
  });
});

describe("the key ring", () => {
  const saved = async () => {
    const disk = new Map<string, Bytes>();
    const files = openMemorySecretFiles(disk);
    const ring = await makeKeyRing("real", platformRandom, null, null);
    await saveKeyRing(files, silentDoor(files), ring, platformRandom);
    return { disk, files, ring };
  };

  it("[RING1] shares nothing with another one, unless it was invited", async () => {
    const [one, two] = [await makeKeyRing("real", platformRandom, null, null), await makeKeyRing("real", platformRandom, null, null)];
    expect([two.ward, two.device, two.signKey, two.epochs[0].key].map((each, at) => each === [one.ward, one.device, one.signKey, one.epochs[0].key][at])).toEqual([false, false, false, false]);
    expect(two.epochs[0].key).not.toEqual(one.epochs[0].key);
    const device = newMemoryDevice();
    (await openMemoryWardLog({ device })).close();
    const invitation = await inviteFrom(device, "B");
    const guest = await makeKeyRing("real", platformRandom, invitation, null);
    expect(guest).toMatchObject({ ...invitation, letter: "B" });
    expect(guest.signKey).not.toEqual(one.signKey);
  });

  it("[RING2] keeps the former ward's keys, and those before", async () => {
    const first = await makeKeyRing("real", platformRandom, null, null);
    const second = await makeKeyRing("real", platformRandom, null, first);
    const third = await makeKeyRing("real", platformRandom, null, second);
    expect(third.former.map(({ ward }) => ward)).toEqual([first.ward, second.ward]);
    expect(third.former[0]?.epochs).toEqual(first.epochs);
  });

  it("[RNG1] is loaded as it was saved, and not there before", async () => {
    const { disk, files, ring } = await saved();
    expect(await loadKeyRing(files, silentDoor(files))).toEqual({ ok: true, value: ring });
    const next = await makeKeyRing("real", platformRandom, null, ring);
    await saveKeyRing(files, silentDoor(files), next, platformRandom);
    expect(await loadKeyRing(files, silentDoor(files))).toEqual({ ok: true, value: next });
    disk.clear();
    expect(await loadKeyRing(files, silentDoor(files))).toEqual({ ok: true, value: null });
  });

  it("[RNG2] does not open with any byte changed, cut short, or without its door", async () => {
    const { disk, files } = await saved();
    const ring = disk.get("ring.key") ?? new Uint8Array();
    const door = disk.get("door-silent.key") ?? new Uint8Array();
    const load = () => loadKeyRing(files, silentDoor(files));
    for (let at = 0; at < ring.length; at += 7) {
      disk.set("ring.key", ring.with(at, (ring[at] ?? 0) ^ 0x80));
      expect(await load()).toMatchObject({ ok: false });
    }
    for (const length of [0, 3, 15, 16, ring.length - 1]) {
      disk.set("ring.key", ring.slice(0, length));
      expect(await load()).toEqual({ ok: false, error: { type: "Damaged" } });
    }
    disk.set("ring.key", ring);
    disk.set("door-silent.key", door.with(9, (door[9] ?? 0) ^ 1));
    expect(await load()).toEqual({ ok: false, error: { type: "Damaged" } });
    disk.delete("door-silent.key");
    expect(await load()).toEqual({ ok: false, error: { type: "Damaged" } });
  });

  it("[RNG3] says Newer to a file of a newer program", async () => {
    const { disk, files } = await saved();
    disk.set("ring.key", (disk.get("ring.key") ?? new Uint8Array()).with(3, 2));
    expect(await loadKeyRing(files, silentDoor(files))).toEqual({ ok: false, error: { type: "Newer" } });
  });

  it("[UDO1] gives back what was put behind it, and null when nothing was or it is damaged", async () => {
    const disk = new Map<string, Bytes>();
    const door = silentDoor(openMemorySecretFiles(disk));
    expect(await door.open()).toEqual({ ok: true, value: null });
    const key = platformRandom(32);
    await door.put(key);
    expect(await door.open()).toEqual({ ok: true, value: key });
    disk.set("door-silent.key", new Uint8Array(36));
    expect(await door.open()).toEqual({ ok: true, value: null });
  });
});

it("writes bytes as base64url and reads them back, and nothing else", () => {
  for (let length = 0; length < 70; length += 1) {
    const bytes = platformRandom(length);
    expect(fromBase64Url(toBase64Url(bytes))).toEqual(bytes);
  }
  for (const text of ["a", "a+b", "a/b", "ab==", "å", "a b"]) expect(fromBase64Url(text)).toBeNull();
});
