/** Two real builds on one address: the newer one waits, is taken by a person only, and leaves the other tab at work. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Page } from "@playwright/test";
import { build } from "vite";
import { serve } from "../../scripts/serve.mjs";
import { expect, test as base, type Ward } from "./fixtures.ts";

let newer = "";

const test = base.extend<{ readonly deploy: () => Promise<void> }>({
  deploy: async ({ server }, use) => {
    const running: Array<{ readonly close: () => Promise<void> }> = [];
    await use(async () => {
      await server.stop();
      running.push(await serve({ dir: newer, port: Number(new URL(server.url).port) }));
    });
    for (const { close } of running) await close();
  },
});

test.beforeAll(async () => {
  newer = mkdtempSync(join(tmpdir(), "vaktbok-newer-"));
  await build({
    logLevel: "error",
    build: { outDir: newer, emptyOutDir: true },
    plugins: [{ name: "newer", transform: (code, id) => (id.endsWith("/app/main.tsx") ? `${code}\ndocument.documentElement.dataset.newer = "yes";` : null) }],
  });
});

test.afterAll(() => rmSync(newer, { recursive: true, force: true }));

const offer = (page: Page) => page.getByText("Ny utgave ligger klar", { exact: false });
const takeIt = (page: Page) => page.getByRole("button", { name: "Ta i bruk ny utgave" });
const isNewer = (page: Page) => page.locator("html[data-newer]");

const openReady = async (context: BrowserContext, { url }: Ward, path: string): Promise<Page> => {
  const page = await context.newPage();
  await page.goto(`${url}/settings`);
  await expect(page.getByText(/^Klar uten nett, utgave/)).toBeVisible({ timeout: 20_000 });
  await page.goto(`${url}${path}`);
  await expect(page.locator("#shell")).toHaveCount(0);
  return page;
};

const askForNewer = (page: Page): Promise<void> => page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));

test("[SWK1][UPD1] a new version waits while somebody writes, and is taken by a tap, in that tab alone", async ({ context, server, deploy }) => {
  const page = await openReady(context, server, "/intake");
  const other = await openReady(context, server, "/intake");
  await other.getByRole("textbox", { name: "Navn", exact: true }).fill("Halvskrevet");
  await deploy();
  await page.getByRole("textbox", { name: "Navn", exact: true }).fill("Kari");
  await askForNewer(page);
  await expect(offer(page)).toBeVisible();
  await expect(takeIt(page)).toHaveCount(0);
  await page.getByRole("textbox", { name: "Navn", exact: true }).fill("");
  await takeIt(page).click();
  await expect(isNewer(page)).toHaveCount(1);
  await expect(isNewer(other)).toHaveCount(0);
  await expect(other.getByRole("textbox", { name: "Navn", exact: true })).toHaveValue("Halvskrevet");
  await other.getByRole("textbox", { name: "Navn", exact: true }).press("Control+Enter");
  await expect(other.getByRole("status").filter({ hasText: "Lagret her" })).toBeVisible();
});

test("[SHELF3] a tab of the older version finds its files after another took the newer, until it is gone", async ({ context, server, deploy }) => {
  const page = await openReady(context, server, "/");
  const other = await openReady(context, server, "/");
  await deploy();
  await askForNewer(page);
  await takeIt(page).click();
  await expect(isNewer(page)).toHaveCount(1);
  const script = await other.evaluate(async () => {
    const src = document.querySelector<HTMLScriptElement>("script[type=module]")?.src ?? "";
    return (await fetch(src)).headers.get("content-type");
  });
  expect(script).toContain("javascript");
  await other.close();
  await page.reload();
  await expect.poll(() => page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith("vaktbok-version-")).length)).toBe(1);
});

test("[SHELF2] a version nobody took does not come in by the back door when every tab was closed", async ({ server, profile, deploy }) => {
  const page = await openReady(await profile.open(), server, "/");
  await deploy();
  await askForNewer(page);
  await expect(offer(page)).toBeVisible();
  await profile.kill();
  const context = await profile.open();
  for (const path of ["/", "/intake", "/recovery"]) {
    const opened = await context.newPage();
    await opened.goto(`${server.url}${path}`);
    await expect(offer(opened)).toBeVisible();
    await expect(isNewer(opened)).toHaveCount(0);
  }
});

test("[UPD1] a new version is not offered for taking while a downtime is open", async ({ context, server, deploy }) => {
  const page = await openReady(context, server, "/downtime");
  await page.getByRole("button", { name: /Meld nedetid/ }).first().click();
  await expect(page.getByRole("link", { name: /^Nedetid i / })).toBeVisible();
  await deploy();
  await askForNewer(page);
  await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.ready).waiting?.state)).toBe("installed");
  await page.goto(`${server.url}/`);
  await expect(page.locator("#shell")).toHaveCount(0);
  await expect(page.getByRole("link", { name: /^Nedetid i / })).toBeVisible();
  await expect(takeIt(page)).toHaveCount(0);
  await expect(isNewer(page)).toHaveCount(0);
});
