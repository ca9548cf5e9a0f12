/**
 * After one whole visit every page opens whatever the server does, and none waits for it: what a page needs lies here.
 * A page that asked the server for anything would never be whole where the server never answers.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, expect, type Page, test } from "@playwright/test";
import { browserFlags, findBrowser } from "../../scripts/browser.mjs";
import { mainPlaces, morePlaces } from "../../src/app/frame/places.ts";
import { dist } from "./fixtures.ts";
import { readyWithoutNetwork } from "./hands.ts";
import { type HostileServer, moods, startHostileServer } from "./hostile-server.ts";

/** A language that is asked for is remembered: the last one brings the first back. */
const addresses = [...[...mainPlaces, ...morePlaces].map(({ path }) => path), "/wall", "/visit/LVA-1-X", "/intake?lang=en", "/?lang=nn", "/intake/", "/nowhere/at/all", "/index.html", "/redd.html", "/settings?lang=nb"];

let server: HostileServer;
let folder = "";
let headings: ReadonlyMap<string, string> = new Map();

/** A browser of its own each time: what lies in memory has gone with the one before. */
const open = (): Promise<BrowserContext> =>
  chromium.launchPersistentContext(folder, {
    args: [...browserFlags, `--ignore-certificate-errors-spki-list=${server.pin}`],
    executablePath: findBrowser() ?? chromium.executablePath(),
    locale: "nb-NO",
    timezoneId: "Europe/Oslo",
  });

const headingAt = async (page: Page, address: string): Promise<string> => {
  await page.goto(server.url + address);
  await expect(page.locator("#shell")).toHaveCount(0);
  return (await page.getByRole("heading").first().textContent()) ?? "";
};

/** The browser's own cache of files would hide what the shelf lacks. */
const forgetFiles = async (context: BrowserContext, page: Page): Promise<void> => {
  await (await context.newCDPSession(page)).send("Network.clearBrowserCache");
};

const install = async (context: BrowserContext): Promise<void> => {
  const page = await context.newPage();
  await page.goto(`${server.url}/settings`);
  await readyWithoutNetwork(page);
  const found = new Map<string, string>();
  for (const address of addresses) found.set(address, await headingAt(page, address));
  headings = found;
  await forgetFiles(context, page);
};

test.describe.configure({ timeout: 120_000 });
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "vaktbok-opens-"));
  server = await startHostileServer(dist);
  const context = await open();
  await install(context);
  await context.close();
});

test.afterAll(async () => {
  await server.become("is gone");
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
});

for (const mood of moods) {
  test(`every page opens, cold, when the server ${mood}`, async () => {
    await server.become(mood);
    const context = await open();
    const page = await context.newPage();
    for (const address of addresses) expect(await headingAt(page, address), address).toBe(headings.get(address));
    await page.reload();
    await expect(page.locator("#shell")).toHaveCount(0);
    await page.getByRole("link", { name: "Ny pasient" }).first().click();
    await expect(page.getByRole("textbox", { name: "Navn", exact: true })).toBeVisible();
    // The worker's own file is asked for to see whether there is a newer one; no page waits for that.
    expect([...new Set(server.asked())].filter((path) => path !== "/sw.js" && path !== "/login")).toEqual([]);
    await context.close();
  });
}

test("every page opens when the browser says that it is offline, and says so wrongly", async () => {
  await server.become("good");
  const context = await open();
  await context.addInitScript(() => Object.defineProperty(Navigator.prototype, "onLine", { get: () => false }));
  const page = await context.newPage();
  for (const address of addresses) expect(await headingAt(page, address), address).toBe(headings.get(address));
  await context.close();
});

test("[SHELF5] a page shelf that was lost costs nothing where the server never answers", async () => {
  await server.become("never answers");
  const context = await open();
  const page = await context.newPage();
  await headingAt(page, "/downtime");
  await page.evaluate(() => caches.delete("vaktbok-pages"));
  expect(await headingAt(page, "/settings")).toBe(headings.get("/settings"));
  await context.close();
});
