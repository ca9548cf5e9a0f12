/** One HTML file from a folder on the disk, as from a stick: no server, no network, and the book is there after a kill. */
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "@playwright/test";
import { expect, test as base } from "./fixtures.ts";
import { readyWithoutNetwork } from "./hands.ts";

const test = base.extend<{ readonly file: { readonly url: string; readonly path: string } }>({
  // Playwright reads what a fixture needs from its first parameter, which must be a destructuring.
  // oxlint-disable-next-line no-empty-pattern -- see above
  file: async ({}, use) => {
    const stick = mkdtempSync(join(tmpdir(), "vaktbok-stick-"));
    const path = join(stick, "vaktbok.html");
    copyFileSync(join(process.env["DIST"] ?? "dist", "vaktbok.html"), path);
    await use({ path, url: pathToFileURL(path).href });
    rmSync(stick, { recursive: true });
  },
});

const rowOf = (page: Page, name: string) => page.getByRole("row").filter({ hasText: name });

const register = async (page: Page, name: string): Promise<void> => {
  await page.getByRole("textbox", { name: "Navn", exact: true }).fill(name);
  const before = await page.locator(".registered-number").textContent({ timeout: 100 }).catch(() => null);
  await page.getByRole("button", { name: "Registrer", exact: true }).click();
  await expect(page.locator(".registered-number")).not.toHaveText(before ?? "");
  await expect(page.getByRole("status").filter({ hasText: "Lagret her" }).first()).toBeVisible();
};

const hasOpened = async (page: Page): Promise<void> => {
  await expect(page.locator("#shell")).toHaveCount(0);
  await expect(page.getByRole("main")).toHaveCount(1);
};

/** Every byte that the browser keeps for itself. */
const keptBytes = (folder: string): Buffer =>
  Buffer.concat(readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => readFileSync(join(entry.parentPath, entry.name))));

test("[ONE1][HOM3] from a file, without a network, patients are there after a kill, and their names lie nowhere in the clear", async ({ profile, file }) => {
  const first = await profile.open();
  await first.setOffline(true);
  const page = await first.newPage();
  await page.goto(`${file.url}#/intake`);
  await hasOpened(page);
  await register(page, "Kari Zetterquist");
  await register(page, "Ola Zetterquist");
  await page.goto(`${file.url}#/`);
  await expect(rowOf(page, "Kari Zetterquist")).toBeVisible();
  await profile.kill();
  const kept = keptBytes(profile.folder);
  expect(kept.includes("vaktbok-real")).toBe(true);
  expect([kept.includes("Zetterquist"), kept.includes(Buffer.from("Zetterquist", "utf16le"))]).toEqual([false, false]);
  const again = await (await profile.open()).newPage();
  await again.goto(file.url);
  for (const name of ["Kari Zetterquist", "Ola Zetterquist"]) await expect(rowOf(again, name)).toBeVisible();
  await expect(again.getByText("nøklene ligger i nettleserens database", { exact: false })).toBeVisible();
});

test("[HOM3] every screen opens behind the #, reloads there, and the settings say that all of it is here", async ({ page, file }) => {
  for (const screen of ["intake", "recovery", "downtime", "drill", "import", "print", "settings", "wall", "rescue", "visit/7-B-012-K"]) {
    await page.goto(`${file.url}#/${screen}`);
    await page.reload();
    await hasOpened(page);
    expect(page.url()).toBe(`${file.url}#/${screen}`);
  }
  await page.goto(`${file.url}#/settings`);
  await readyWithoutNetwork(page);
  await page.keyboard.press("n");
  await expect(page).toHaveURL(`${file.url}#/intake`);
});

test("[HOM3] a step to the content moves the focus and not the screen", async ({ page, file }) => {
  await page.goto(`${file.url}#/settings`);
  await hasOpened(page);
  await page.getByRole("link", { name: "Hopp til innholdet" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("#content")).toBeFocused();
  expect(page.url()).toBe(`${file.url}#/settings`);
});

test("[RDD1] the file is its own rescue page, also when the program in it does not start", async ({ page, file }) => {
  await page.goto(`${file.url}#/intake`);
  await register(page, "Kari Nordmann");
  await page.goto(`${file.url}#redd`);
  await expect(page.getByRole("heading", { name: "Redd boka til fil" })).toBeVisible();
  await expect(page.locator("#shell, #root")).toHaveCount(0);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Lagre boka til fil" }).click()]);
  expect(readFileSync(await download.path(), "utf8")).toMatch(/^\{"format":"vaktbok-raw","v":1,/);
  await page.getByRole("link", { name: "Til Vaktbok" }).click();
  await expect(rowOf(page, "Kari Nordmann")).toBeVisible();
});

test("[ONE1][ONE2] it asks for nothing, and runs only what its policy names by hash", async ({ page, file }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(file.url);
  await hasOpened(page);
  expect(asked.filter((url) => !url.startsWith("data:") && !url.startsWith("blob:")).map((url) => url.replace(/#.*$/, ""))).toEqual([file.url]);
  const policy = (await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content")) ?? "";
  expect(policy).toContain("connect-src 'none'");
  expect(policy).toMatch(/script-src 'sha256-\S+' 'sha256-\S+' 'sha256-\S+';/);
  expect(policy).not.toMatch(/https?:|\*|unsafe/);
  expect(statSync(file.path).size).toBeLessThan(1_560_000);
});
