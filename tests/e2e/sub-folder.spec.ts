/** The build in a folder of a host that knows files only; and two of it, in two folders, beside each other. */
import type { Page } from "@playwright/test";
import { mainPlaces, morePlaces } from "../../src/app/frame/places.ts";
import { expect } from "./fixtures.ts";
import { readyWithoutNetwork } from "./hands.ts";
import { folders, test } from "./plain-host.ts";

const screens = [...[...mainPlaces, ...morePlaces].map(({ path }) => path.slice(1)), "wall"];
const [first, second] = folders;

const hasOpened = async (page: Page): Promise<void> => {
  await expect(page.locator("#shell")).toHaveCount(0);
  await expect(page.getByRole("main")).toHaveCount(1);
  await expect(page.getByText("Siden finnes ikke")).toHaveCount(0);
};

const becomeReady = async (page: Page, folder: string): Promise<void> => {
  await page.goto(folder);
  await hasOpened(page);
  await page.goto(`${folder}settings`);
  await readyWithoutNetwork(page);
};

const register = async (page: Page, folder: string, name: string): Promise<void> => {
  await page.goto(`${folder}intake`);
  await page.getByRole("textbox", { name: "Navn", exact: true }).fill(name);
  await page.getByRole("button", { name: "Registrer", exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: "Lagret her" }).first()).toBeVisible();
};

const rowOf = (page: Page, name: string) => page.getByRole("row").filter({ hasText: name });

test("[HOST1] every page opens cold, each at a first visit", async ({ browser, server, watch }) => {
  for (const screen of screens) {
    const context = await browser.newContext();
    watch(context);
    const page = await context.newPage();
    await page.goto(`${server.url}${first}${screen}`);
    await hasOpened(page);
    await expect(page).toHaveURL(`${server.url}${first}${screen}`);
    await context.close();
  }
});

test("[HOST1] a patient's address is led to its page though no such file is there, also at the first visit", async ({ browser, server }) => {
  // A browser writes a 404 to its console by itself; this context is not watched for it.
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${server.url}${first}visit/7-B-012-K`);
  await hasOpened(page);
  await expect(page).toHaveURL(`${server.url}${first}visit/7-B-012-K`);
  await expect(page).toHaveTitle(/^Kontakt/);
  const lost = await context.newPage();
  await lost.goto(`${server.url}${first}nowhere/at/all`);
  await expect(lost.getByText("Denne adressen er ingen side")).toBeVisible();
  await context.close();
});

test("[HOM1] after one visit every page opens in a new browser with the host gone, at any depth", async ({ server, profile }) => {
  const before = await (await profile.open()).newPage();
  await before.goto(`${server.url}${first}settings`);
  await readyWithoutNetwork(before);
  await profile.kill();
  await server.stop();
  const page = await (await profile.open()).newPage();
  for (const screen of [...screens, "visit/7-B-012-K", "intake/", "intake?lang=en", "visit/7-B-012-K?lang=nb"]) {
    await page.goto(`${server.url}${first}${screen}`);
    await hasOpened(page);
  }
});

test("[HOM1] it installs as an app of its own folder, and opens there", async ({ page, server }) => {
  await becomeReady(page, first);
  const manifest = await page.evaluate(async () => {
    const href = document.querySelector<HTMLLinkElement>("link[rel=manifest]")?.href ?? "";
    const { start_url, scope, icons, shortcuts } = (await (await fetch(href)).json()) as Record<"start_url" | "scope", string> & Record<"icons" | "shortcuts", ReadonlyArray<Record<string, string>>>;
    const whole = (address: string | undefined): string => new URL(address ?? "", href).pathname;
    return [whole(start_url), whole(scope), ...icons.map(({ src }) => whole(src)), ...shortcuts.map(({ url }) => whole(url))];
  });
  expect(manifest.slice(0, 2)).toEqual([first, first]);
  for (const address of manifest) expect(address.startsWith(first)).toBe(true);
  const client = await page.context().newCDPSession(page);
  const { errors } = await client.send("Page.getAppManifest");
  expect(errors).toEqual([]);
  expect(await page.evaluate(async () => new URL((await navigator.serviceWorker.ready).scope).pathname)).toBe(first);
  expect(server.url).not.toBe("");
});

test("[HOM2][SHELF4] two folders of one host are two wards: neither sees, fills or tidies away what is the other's", async ({ page, server }) => {
  await becomeReady(page, first);
  await becomeReady(page, second);
  await register(page, first, "Kari Nordmann");
  await register(page, second, "Ola Hansen");
  const kept = await page.evaluate(async () => ({
    shelves: (await caches.keys()).toSorted().map((name) => name.replace(/version-.*/, "version")),
    books: (await indexedDB.databases()).map(({ name }) => name ?? "").filter((name) => name.startsWith("vaktbok-real")).toSorted(),
  }));
  expect(kept).toEqual({
    shelves: [first, second].flatMap((folder) => [`vaktbok${folder}-pages`, `vaktbok${folder}-version`]),
    books: ["vaktbok-real@kommune@legevakt", "vaktbok-real@kommune@mottak"],
  });
  await server.stop();
  for (const [folder, own, others] of [[first, "Kari Nordmann", "Ola Hansen"], [second, "Ola Hansen", "Kari Nordmann"]] as const) {
    await page.goto(`${server.url}${folder}`);
    await expect(rowOf(page, own)).toBeVisible();
    await expect(rowOf(page, others)).toHaveCount(0);
  }
});
