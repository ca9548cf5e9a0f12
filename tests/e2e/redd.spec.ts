/** The program is broken on purpose, or the keys are taken away; nobody at the door is stopped by it, and nothing is lost. */
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { expect, test, type Ward } from "./fixtures.ts";
import { readyWithoutNetwork } from "./hands.ts";

const names = ["Kari Nordmann", "Ola Hansen", "Anne Berg"] as const;
const rowOf = (page: Page, name: string) => page.getByRole("row").filter({ hasText: name });
const registered = (page: Page) => page.locator(".registered-number");

/** Not watched for noise: a broken program is noisy, and is meant to be. */
const openContext = (browser: Browser): Promise<BrowserContext> => browser.newContext({ locale: "nb-NO", acceptDownloads: true });

const becomeReady = async (page: Page, { url }: Ward): Promise<void> => {
  await page.goto(`${url}/settings`);
  await readyWithoutNetwork(page);
};

const register = async (page: Page, name: string): Promise<string> => {
  const before = await registered(page).textContent({ timeout: 100 }).catch(() => null);
  await page.getByRole("textbox", { name: "Navn", exact: true }).fill(name);
  await page.getByRole("button", { name: "Registrer", exact: true }).click();
  await expect(registered(page)).not.toHaveText(before ?? "");
  await expect(page.getByText("Lagret her").last()).toBeVisible();
  return (await registered(page).textContent()) ?? "";
};

/** What lies on the shelf for the program's own start is no program any more. */
const breakProgram = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (const name of (await caches.keys()).filter((one) => one.includes("-version-"))) {
      const shelf = await caches.open(name);
      for (const { url } of await shelf.keys()) {
        if (url.endsWith(".js") && !/\/redd-/.test(url)) await shelf.put(url, new Response("throw new Error('broken');", { headers: { "content-type": "text/javascript" } }));
      }
    }
  });

test("[RDD1][RDD2] with the program broken and the server gone, the book is saved, and comes back on a blank device", async ({ browser, server }) => {
  const broken = await openContext(browser);
  const before = await broken.newPage();
  await becomeReady(before, server);
  await before.goto(`${server.url}/intake`);
  const numbers: string[] = [];
  for (const name of names) numbers.push(await register(before, name));
  await breakProgram(before);
  await before.close();
  await server.stop();
  const page = await broken.newPage();
  // What the browser itself remembers of the whole program must not hide that it is broken.
  await (await broken.newCDPSession(page)).send("Network.clearBrowserCache");
  await page.goto(`${server.url}/`);
  await expect(page.getByRole("main")).toBeEmpty();
  await page.goto(`${server.url}/redd.html`);
  await expect(page.getByText("Oppbevar den som en pasientjournal")).toBeVisible();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Lagre boka til fil" }).click()]);
  expect(download.suggestedFilename()).toMatch(/^vaktbok-redd-\d{4}-\d\d-\d\d-\d{4}\.vaktbok-raw$/);
  await expect(page.getByText(/^I filen: 1 bøker/)).toBeVisible();
  await expect(page.getByText(/lot seg ikke lese/)).toHaveCount(0);
  const folder = mkdtempSync(join(tmpdir(), "vaktbok-redd-"));
  const file = join(folder, download.suggestedFilename());
  await download.saveAs(file);
  await broken.close();

  await server.start();
  const blank = await openContext(browser);
  const other = await blank.newPage();
  await other.goto(`${server.url}/rescue`);
  await other.locator('input[type="file"]').setInputFiles(file);
  await expect(other.getByText("4 av 4 innførsler er prøvd og ekte.")).toBeVisible();
  await other.getByRole("button", { name: "Ta inn", exact: true }).click();
  await other.getByRole("button", { name: "Åpne boka" }).click();
  for (const [at, name] of names.entries()) await expect(rowOf(other, name)).toContainText(numbers[at] ?? "?");
  await other.goto(`${server.url}/intake`);
  await register(other, "Per Olsen");
  await other.goto(`${server.url}/`);
  await expect(rowOf(other, "Per Olsen")).toBeVisible();
  await blank.close();
  rmSync(folder, { recursive: true });
});

test("[CLB1][BOK1] with the keys gone a new book is one tap away, the old one lies untouched, and its rescue is named", async ({ browser, server }) => {
  const context = await openContext(browser);
  const page = await context.newPage();
  await page.goto(`${server.url}/intake`);
  await register(page, "Kari Nordmann");
  await page.goto(`${server.url}/manifest.webmanifest`);
  await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    await root.removeEntry("vaktbok", { recursive: true });
    await new Promise((resolve) => {
      indexedDB.deleteDatabase("vaktbok-keys-real").onsuccess = resolve;
    });
  });
  await page.goto(`${server.url}/intake`);
  await expect(page.getByRole("alert").filter({ hasText: "nøkkelen som åpner dem er borte" })).toBeVisible();
  await page.getByRole("button", { name: "Begynn en ny bok; den gamle blir liggende" }).click();
  await page.goto(`${server.url}/intake`);
  await register(page, "Ola Hansen");
  await page.goto(`${server.url}/`);
  await expect(rowOf(page, "Ola Hansen")).toBeVisible();
  await expect(rowOf(page, "Kari Nordmann")).toHaveCount(0);
  await page.goto(`${server.url}/settings`);
  await expect(page.getByText("Eldre bøker ligger urørt på denne enheten: real.")).toBeVisible();
  expect(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).toEqual(expect.arrayContaining(["vaktbok-real", "vaktbok-real-2"]));
  await context.close();
});

test("[RSP1] the rescue page is less than 15 kB", () => {
  const dist = process.env["DIST"] ?? "dist";
  const files = ["redd.html", ...readdirSync(join(dist, "assets")).filter((name) => name.startsWith("redd-")).map((name) => `assets/${name}`)];
  expect(files).toHaveLength(3);
  expect(files.reduce((sum, name) => sum + statSync(join(dist, name)).size, 0)).toBeLessThan(15_000);
});
