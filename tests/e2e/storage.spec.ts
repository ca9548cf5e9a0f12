/**
 * Storage in a real browser, with the headers of the real server: the key file worker on files of the origin, strict
 * IndexedDB, Web Locks between tabs, and a browser that is killed. No screens: a page of its own, built here.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Page } from "@playwright/test";
import { build } from "vite";
import { serve } from "../../scripts/serve.mjs";
import { expect, test as base } from "./fixtures.ts";

const test = base.extend({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from its first parameter
  server: async ({}, use) => {
    const dir = mkdtempSync(join(tmpdir(), "vaktbok-storage-"));
    await build({ root: "tests/e2e/storage-page", configFile: false, logLevel: "error", build: { outDir: dir, emptyOutDir: true, target: "es2023" } });
    const running = await serve({ dir, port: 0 });
    await use({ url: running.url, start: async () => undefined, stop: running.close });
    await running.close();
    rmSync(dir, { recursive: true, force: true });
  },
});

const newPage = async (context: BrowserContext, url: string): Promise<Page> => {
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForFunction(() => "storagePage" in window);
  return page;
};
const open = (page: Page) => page.evaluate(() => window.storagePage.open());

/** The files of the origin under one folder, by name, with their bytes. */
const keyFiles = (page: Page, folder = "real"): Promise<ReadonlyArray<readonly [string, ReadonlyArray<number>]>> =>
  page.evaluate(async (name) => {
    const ours = await (await navigator.storage.getDirectory()).getDirectoryHandle("vaktbok");
    const found: Array<readonly [string, ReadonlyArray<number>]> = [];
    for await (const handle of (await ours.getDirectoryHandle(name)).values()) {
      if (handle instanceof FileSystemFileHandle && handle.name.includes(".key")) found.push([handle.name, [...new Uint8Array(await (await handle.getFile()).arrayBuffer())]]);
    }
    return found.toSorted(([a], [b]) => (a < b ? -1 : 1));
  }, folder);

/** As a power cut takes files whose names were not on the disk yet. Done by a page that holds none of them. */
const removeFiles = async (context: BrowserContext, url: string): Promise<void> => {
  const cleaner = await newPage(context, url);
  const remove = (): Promise<boolean> =>
    cleaner.evaluate(async () => {
      const removing = (await navigator.storage.getDirectory()).removeEntry("vaktbok", { recursive: true });
      return removing.then(() => true, () => false);
    });
  await expect.poll(remove).toBe(true);
  await cleaner.close();
};

/** What lies in the second place of the keys; an empty mark is no key. */
const copies = (page: Page): Promise<ReadonlyArray<string>> =>
  page.evaluate(
    () =>
      new Promise<ReadonlyArray<string>>((resolve, reject) => {
        const opening = indexedDB.open("vaktbok-keys-real");
        opening.onerror = () => { reject(opening.error ?? new Error("it did not open")); };
        opening.onsuccess = () => {
          const rows = opening.result.transaction("files").objectStore("files").getAll();
          rows.onsuccess = () => {
            opening.result.close();
            resolve((rows.result as ReadonlyArray<{ readonly name: string; readonly bytes: Uint8Array }>).filter(({ bytes }) => bytes.length > 0).map(({ name }) => name));
          };
        };
      }),
  );

test("[SEC1] a key file is written by the worker, read by another tab, and is a file of the origin", async ({ context, server }) => {
  const [one, two] = [await newPage(context, server.url), await newPage(context, server.url)];
  await one.evaluate(async () => (await window.storagePage.files("trial")).write("a.key", new Uint8Array([1, 2, 3, 4])));
  await one.evaluate(async () => (await window.storagePage.files("trial")).write("a.key", new Uint8Array([9, 8])));
  const read = await two.evaluate(async () => {
    const answer = await (await window.storagePage.files("trial")).read("a.key");
    return answer.ok && answer.value !== null ? [...answer.value] : null;
  });
  expect(read).toEqual([9, 8]);
  expect(await keyFiles(one, "trial")).toEqual([["a.key", [9, 8]]]);
});

test("[SEC3] a shredded key file is gone", async ({ context, server }) => {
  const page = await newPage(context, server.url);
  const after = await page.evaluate(async () => {
    const files = await window.storagePage.files("trial");
    await files.write("a.key", new Uint8Array(100).fill(7));
    return [await files.shred("a.key"), await files.read("a.key"), await files.shred("a.key")];
  });
  expect(after).toEqual([{ ok: true, value: null }, { ok: true, value: null }, { ok: true, value: null }]);
  expect(await keyFiles(page, "trial")).toEqual([]);
});

test("[SEC2] a key file for which there is no room is DiskFull, never a success", async ({ context, server }) => {
  const page = await newPage(context, server.url);
  const devtools = await context.newCDPSession(page);
  await devtools.send("Storage.overrideQuotaForOrigin", { origin: server.url, quotaSize: 1_000_000 });
  const answer = await page.evaluate(async () => (await window.storagePage.files("trial")).write("big.key", new Uint8Array(5_000_000).fill(1)));
  expect(answer).toEqual({ ok: false, error: { type: "DiskFull" } });
});

test("[WLG1] what was saved is there after the browser was killed, and so are the keys", async ({ profile, server }) => {
  const before = await newPage(await profile.open(), server.url);
  const first = await open(before);
  expect(first).toMatchObject({ health: { keysIn: "opfs", damaged: 0 } });
  expect(await before.evaluate(() => window.storagePage.append(["a", "b"]))).toMatchObject({ ok: true });
  await profile.kill();
  const after = await newPage(await profile.open(), server.url);
  const again = await open(after);
  expect([again.ward, again.device]).toEqual([first.ward, first.device]);
  expect(await after.evaluate(() => window.storagePage.names())).toEqual(["v1.DeviceJoined", "a", "b"]);
  expect(await after.evaluate(() => window.storagePage.append(["c"]))).toMatchObject({ ok: true, value: [{ place: 4 }] });
});

test("[SET2][SET4] keys whose files a power cut took come from their second copy, which is gone once they have settled", async ({ context, server }) => {
  const page = await newPage(context, server.url);
  const first = await open(page);
  await page.evaluate(() => window.storagePage.append(["a"]));
  const files = await keyFiles(page);
  expect(files.map(([name]) => name)).toEqual(["door-silent.key", "door-silent.key.twin", "ring.key", "ring.key.twin"]);
  expect(await copies(page)).toEqual(["door-silent.key", "ring.key"]);

  await page.close();
  await removeFiles(context, server.url);
  const next = await newPage(context, server.url);
  expect(await open(next)).toMatchObject({ ward: first.ward, device: first.device });
  expect(await keyFiles(next)).toEqual(files);

  await next.evaluate(() => window.storagePage.settle());
  expect(await copies(next)).toEqual([]);
  await next.close();
  const settled = await newPage(context, server.url);
  expect(await open(settled)).toMatchObject({ ward: first.ward, device: first.device });
  expect(await settled.evaluate(() => window.storagePage.names())).toEqual(["v1.DeviceJoined", "a"]);
});

test("[WLG2] records whose keys are lost for good are KeysLost, and nothing is overwritten", async ({ context, server }) => {
  const page = await newPage(context, server.url);
  await open(page);
  await page.evaluate(() => window.storagePage.append(["a"]));
  await page.evaluate(() => window.storagePage.settle());
  await page.close();
  await removeFiles(context, server.url);
  const next = await newPage(context, server.url);
  expect(await open(next)).toEqual({ fault: { type: "KeysLost", records: 2 } });
  expect(await keyFiles(next)).toEqual([]);
});

test("[DEV2][DLV1] two tabs write 400 records with no fork, and each hears every one once", async ({ context, server }) => {
  const [one, two] = [await newPage(context, server.url), await newPage(context, server.url)];
  await Promise.all([open(one), open(two)]);
  await Promise.all([one.evaluate(() => window.storagePage.appendMany("one-", 200)), two.evaluate(() => window.storagePage.appendMany("two-", 200))]);
  const places = Array.from({ length: 401 }, (_, at) => at + 1);
  for (const page of [one, two]) {
    await expect.poll(() => page.evaluate(() => window.storagePage.heardPlaces())).toEqual(places);
    expect(await page.evaluate(() => window.storagePage.health())).toMatchObject({ forks: 0, loose: 0, damaged: 0, heads: [{ seq: 401 }] });
  }
  expect(await one.evaluate(() => window.storagePage.journal())).toEqual({ records: 401, damagedBytes: 0 });
});

test("[JRN1][TWN4] a database that was removed is whole again from the journal, and a journal that was removed from the database", async ({ context, server }) => {
  const page = await newPage(context, server.url);
  const first = await open(page);
  await page.evaluate(() => window.storagePage.append(["a", "b"]));
  await page.evaluate(() => window.storagePage.settle());
  await page.close();

  const cleaner = await newPage(context, server.url);
  await cleaner.evaluate(() => new Promise<void>((resolve, reject) => {
    const removing = indexedDB.deleteDatabase("vaktbok-real");
    removing.onsuccess = () => { resolve(); };
    removing.onerror = () => { reject(removing.error ?? new Error("it was not removed")); };
  }));
  expect(await open(cleaner)).toMatchObject({ ward: first.ward, device: first.device, care: { second: "kept", mended: { restored: 3, lost: [] } } });
  expect(await cleaner.evaluate(() => window.storagePage.names())).toEqual(["v1.DeviceJoined", "a", "b"]);
  await cleaner.close();

  const robber = await newPage(context, server.url);
  const rob = (): Promise<boolean> => robber.evaluate(async () => {
    const ours = await (await navigator.storage.getDirectory()).getDirectoryHandle("vaktbok");
    return (await ours.getDirectoryHandle("real")).removeEntry("log.journal").then(() => true, () => false);
  });
  await expect.poll(rob).toBe(true);
  expect(await open(robber)).toMatchObject({ device: first.device, care: { second: "kept", mended: { copied: 3, lost: [] } } });
  expect(await robber.evaluate(() => window.storagePage.journal())).toEqual({ records: 3, damagedBytes: 0 });
});

test("[JRN2][JRN3] what the journal has no room for leaves nothing behind, and is DiskFull; what it has can be taken back all the same", async ({ context, server }) => {
  const page = await newPage(context, server.url);
  await page.evaluate(async () => (await window.storagePage.files("trial")).append("log.journal", new Uint8Array([1, 2, 3])));
  const devtools = await context.newCDPSession(page);
  await devtools.send("Storage.overrideQuotaForOrigin", { origin: server.url, quotaSize: 1_000_000 });
  const answers = await page.evaluate(async () => {
    const files = await window.storagePage.files("trial");
    return [await files.append("log.journal", new Uint8Array(5_000_000).fill(1)), await files.size("log.journal"), await files.cut("log.journal", 2), await files.read("log.journal")];
  });
  expect(answers).toMatchObject([{ ok: false, error: { type: "DiskFull" } }, { ok: true, value: 3 }, { ok: true }, { ok: true, value: { 0: 1, 1: 2 } }]);
});
