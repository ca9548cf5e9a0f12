/** What lies on the device is enough: every page opens with the server gone, and only what is of the program ever lies there. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import type { Page } from "@playwright/test";
import { mainPlaces, morePlaces } from "../../src/app/frame/places.ts";
import { serve } from "../../scripts/serve.mjs";
import { dist, expect, test } from "./fixtures.ts";
import { readyWithoutNetwork } from "./hands.ts";

const routes = [...mainPlaces, ...morePlaces].map(({ path }) => path);

/** The settings page says it only after the worker has looked that every file is there. */
const waitUntilReady = async (page: Page, url: string): Promise<void> => {
  await page.goto(`${url}/settings`);
  await readyWithoutNetwork(page);
};

const hasOpened = async (page: Page): Promise<void> => {
  await expect(page.locator("#shell")).toHaveCount(0);
  await expect(page.getByRole("main")).toHaveCount(1);
};

const shelved = (page: Page): Promise<ReadonlyArray<string>> =>
  page.evaluate(async () => {
    const addresses: Array<string> = [];
    for (const name of await caches.keys()) for (const { url } of await (await caches.open(name)).keys()) addresses.push(`${name} ${new URL(url).pathname}`);
    return addresses;
  });

/** What the worker itself answers, for a page of a version that nobody has. */
const isWhole = (page: Page): Promise<boolean> =>
  page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    const { port1, port2 } = new MessageChannel();
    const told = new Promise<boolean>((resolve) => {
      port1.onmessage = ({ data }: MessageEvent<{ readonly isWhole: boolean }>) => resolve(data.isWhole);
    });
    active?.postMessage({ ask: "check", version: "" }, [port2]);
    return told;
  });

test("after one visit every public page opens cold, in a new browser, with the server gone", async ({ server, profile }) => {
  const first = await (await profile.open()).newPage();
  await waitUntilReady(first, server.url);
  await profile.kill();
  await server.stop();
  const context = await profile.open();
  const page = await context.newPage();
  for (const path of [...routes, "/wall", "/visit/LVA-1-X", "/intake?lang=en", "/intake/", "/?lang=nb"]) {
    await page.goto(`${server.url}${path}`);
    await hasOpened(page);
  }
});

test("the very first tab goes on when the server goes, also to parts that it had not loaded yet", async ({ page, server }) => {
  await page.goto("/settings");
  await readyWithoutNetwork(page);
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  await server.stop();
  const lazy = await page.evaluate(async () => {
    const [shelf = ""] = (await caches.keys()).filter((name) => name.startsWith("vaktbok-version-"));
    const scripts = (await (await caches.open(shelf)).keys()).map(({ url }) => url).filter((url) => url.endsWith(".js"));
    return Promise.all(scripts.map(async (url) => (await fetch(url)).status));
  });
  expect(lazy.length).toBeGreaterThan(3);
  expect(new Set(lazy)).toEqual(new Set([200]));
});

test("[SWK2] only the program's own files lie on the shelf after a walk through every page", async ({ page, server }) => {
  await waitUntilReady(page, server.url);
  for (const path of routes) {
    await page.goto(path);
    await hasOpened(page);
  }
  const built = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== "sw.js" && !/\.(?:png|ico)$/.test(entry.name))
    .map((entry) => `/${relative(dist, join(entry.parentPath, entry.name)).split("\\").join("/")}`)
    // For a host that knows files only, before the worker is here (scripts/vite/static-host.ts).
    .filter((path) => path !== "/404.html" && path !== "/vaktbok.html" && !/.\/index\.html$/.test(path));
  const kept = await shelved(page);
  const files = kept.filter((one) => one.startsWith("vaktbok-version-")).map((one) => one.replace(/^\S+ /, ""));
  expect(files.toSorted()).toEqual(built.toSorted());
  expect(kept.filter((one) => !one.startsWith("vaktbok-version-")).toSorted()).toEqual(["vaktbok-pages /", "vaktbok-pages /intake"]);
});

test("[REST1] the next start finds its page dressed for this device and ward, with no other language in it", async ({ page, server }) => {
  await page.addInitScript(() => localStorage.setItem("vaktbok-prefs", JSON.stringify({ language: "en", light: "night", isGlove: true })));
  await page.goto("/settings");
  await expect(page.getByText(/^Ready without network, version/)).toBeVisible();
  const lying = () => page.evaluate(async () => (await (await caches.match("/intake", { cacheName: "vaktbok-pages" }))?.text()) ?? "");
  await expect.poll(lying).toMatch(/^<!doctype html>\n<html lang="en" data-light="night" data-touch="glove">/);
  expect(await lying()).toContain(">National identity number<");
  expect(await lying()).not.toContain(">Fødselsnummer<");
  await server.stop();
  await page.goto("/intake");
  await expect(page.getByRole("textbox", { name: "Name", exact: true })).toBeFocused();
  await page.keyboard.type("Kari");
  await hasOpened(page);
  await expect(page.getByRole("textbox", { name: "Name", exact: true })).toHaveValue("Kari");
  await page.goto("/intake?lang=nn");
  await hasOpened(page);
  await expect(page.getByRole("textbox", { name: "Namn", exact: true })).toBeVisible();
});

test("[SHELF1] a file with other bytes than the build's is not taken in, and nothing of that version is used", async ({ page, server }) => {
  const folder = mkdtempSync(join(tmpdir(), "vaktbok-altered-"));
  cpSync("dist", folder, { recursive: true });
  const style = readdirSync(join(folder, "assets")).find((name) => name.endsWith(".css")) ?? "";
  writeFileSync(join(folder, "assets", style), `${readFileSync(join(folder, "assets", style), "utf8")}/* a stranger's */`);
  await server.stop();
  const altered = await serve({ dir: folder, port: Number(new URL(server.url).port) });
  await page.goto(`${server.url}/settings`);
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        void navigator.serviceWorker.getRegistration().then((registration) => {
          const installing = registration?.installing;
          if (installing) installing.addEventListener("statechange", () => installing.state === "redundant" && resolve());
          else resolve();
        });
      }),
  );
  await expect(page.getByText("Ikke klar uten nett ennå")).toBeVisible();
  expect((await shelved(page)).filter((one) => one.startsWith("vaktbok-pages"))).toEqual([]);
  await altered.close();
  rmSync(folder, { recursive: true });
});

test("[UPD2] a file that went missing is told at once, and fetched again when the server is back", async ({ page, server }) => {
  await waitUntilReady(page, server.url);
  await page.goto(`${server.url}/settings`);
  await server.stop();
  await page.evaluate(async () => {
    for (const name of await caches.keys()) await (await caches.open(name)).delete("/icon.svg");
  });
  await page.reload();
  expect(await isWhole(page)).toBe(false);
  await expect(page.getByText("Ikke klar uten nett ennå")).toBeVisible();
  await server.start();
  await waitUntilReady(page, server.url);
});

test("the manifest is sound, and Chromium finds nothing that hinders an installation", async ({ page, server, profile }) => {
  expect(page.url()).toBe("about:blank");
  const context = await profile.open();
  const installable = await context.newPage();
  await waitUntilReady(installable, server.url);
  const cdp = await context.newCDPSession(installable);
  const { errors, data } = await cdp.send("Page.getAppManifest");
  expect(errors).toEqual([]);
  const manifest = JSON.parse(data ?? "{}") as { readonly shortcuts: ReadonlyArray<{ readonly name: string; readonly url: string }> };
  expect(manifest.shortcuts.map(({ name }) => name)).toEqual(["Ny pasient", "Tavle", "Meld nedetid"]);
  const { installabilityErrors } = await cdp.send("Page.getInstallabilityErrors");
  expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual([]);
});
