/** Two real builds on one address: the newer one waits, is taken by a person only, and leaves the other tab at work. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Page } from "@playwright/test";
import { build } from "vite";
import { serve } from "../../scripts/serve.mjs";
import { expect, test as base, type Ward } from "./fixtures.ts";
import { readyWithoutNetwork } from "./hands.ts";

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
  await readyWithoutNetwork(page);
  await page.goto(`${url}${path}`);
  await expect(page.locator("#shell")).toHaveCount(0);
  return page;
};

const askForNewer = (page: Page): Promise<void> => page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));

const nameIn = (page: Page) => page.getByRole("textbox", { name: "Navn", exact: true });
const otherHasForm = (page: Page) => page.getByText("En annen fane har et skjema som ikke er lagret.");

test("[SWK1][UPD1][UPD3] a new version waits while somebody writes in any tab, and is taken by a tap, in that tab alone", async ({ context, server, deploy }) => {
  const page = await openReady(context, server, "/intake");
  const other = await openReady(context, server, "/intake");
  await nameIn(other).fill("Halvskrevet");
  await deploy();
  await nameIn(page).fill("Kari");
  await askForNewer(page);
  await expect(offer(page)).toBeVisible();
  await expect(page.getByText("Den venter på et skjema i denne fanen")).toBeVisible();
  await nameIn(page).fill("");
  await expect(otherHasForm(page)).toBeVisible();
  await expect(takeIt(page)).toHaveCount(0);
  await nameIn(other).fill("");
  await takeIt(page).click();
  await expect(isNewer(page)).toHaveCount(1);
  await expect(isNewer(other)).toHaveCount(0);
  await expect(other.getByText("En annen fane har tatt i bruk en ny utgave.")).toBeVisible();
});

test("[UTP2] two tabs on two versions write in one book, and neither loses anything", async ({ context, server, deploy }) => {
  const page = await openReady(context, server, "/intake");
  const other = await openReady(context, server, "/intake");
  await deploy();
  await askForNewer(page);
  await takeIt(page).click();
  await expect(isNewer(page)).toHaveCount(1);
  await nameIn(other).fill("Av den eldre");
  await nameIn(page).fill("Av den nyere");
  await expect(takeIt(other)).toHaveCount(0);
  for (const tab of [other, page]) {
    await nameIn(tab).press("Control+Enter");
    await expect(tab.getByRole("status").filter({ hasText: "Lagret her" })).toBeVisible();
  }
  for (const tab of [other, page]) {
    await tab.getByRole("link", { name: "Tavle" }).click();
    for (const name of ["Av den eldre", "Av den nyere"]) await expect(tab.getByText(name)).toBeVisible();
  }
  await expect(isNewer(other)).toHaveCount(0);
  await takeIt(other).click();
  await expect(isNewer(other)).toHaveCount(1);
  await expect(other.getByText("Av den eldre")).toBeVisible();
});

test("[UPD3] a chart's change that is not saved and a file that is not taken in hold the new version back from another tab", async ({ context, server, deploy }) => {
  const page = await openReady(context, server, "/");
  const other = await openReady(context, server, "/intake");
  await nameIn(other).fill("Kari");
  await nameIn(other).press("Control+Enter");
  await other.getByRole("link", { name: "Åpne kontakten" }).click();
  await expect(other.getByRole("heading", { name: /Kari/ })).toBeVisible();
  await other.keyboard.press("e");
  await other.getByRole("textbox", { name: "Årsak til kontakt" }).fill("Feber");
  await deploy();
  await askForNewer(page);
  await expect(otherHasForm(page)).toBeVisible();
  await other.keyboard.press("Escape");
  await expect(takeIt(page)).toBeVisible();
  await other.goto(`${server.url}/import`);
  await other.getByRole("button", { name: "Velg fil" }).setInputFiles({ name: "liste.csv", mimeType: "text/csv", buffer: Buffer.from("navn;kom\nOla;12:00\n") });
  await expect(page.getByText("En annen fane har en fil som ikke er tatt inn.")).toBeVisible();
  await expect(takeIt(page)).toHaveCount(0);
  await other.close();
  await expect(takeIt(page)).toBeVisible();
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
  await expect(page.getByText("Den tas i bruk når nedetiden er over.")).toBeVisible();
  await expect(takeIt(page)).toHaveCount(0);
  await expect(isNewer(page)).toHaveCount(0);
});
