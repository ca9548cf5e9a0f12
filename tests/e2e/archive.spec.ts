/**
 * The whole book out of one device and into another: by hand with a code from a card, and into a folder by itself.
 */
import { readFile } from "node:fs/promises";
import type { Browser, BrowserContext, Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

const board = (page: Page): Locator => page.getByRole("table", { name: "Board" });
const archive = (page: Page): Locator => page.getByRole("region", { name: "The whole book in one file" });

const takeIn = async (page: Page, name: string): Promise<void> => {
  await page.getByRole("textbox", { name: "Name" }).fill(name);
  await page.getByRole("button", { name: /^Register/ }).click();
  await expect(page.locator(".registered-number")).toBeVisible();
  await expect(page.getByText("Saved here").last()).toBeVisible();
};

const evening = async (page: Page, url: string): Promise<void> => {
  await page.goto(`${url}/intake?lang=en`);
  for (const name of ["Kari Nordmann", "Åse Blåbærsen", "Ola Hansen"]) {
    const before = await page.locator(".registered-number").textContent({ timeout: 100 }).catch(() => "");
    await takeIn(page, name);
    await expect(page.locator(".registered-number")).not.toHaveText(before ?? "");
  }
};

interface Saved {
  readonly code: string;
  readonly bytes: Buffer;
  readonly name: string;
}

/** Through the code step to the file, as a person goes. */
const saveBook = async (page: Page, url: string): Promise<Saved> => {
  await page.goto(`${url}/recovery`);
  await archive(page).getByRole("button", { name: "Save the whole book (.vaktbok)" }).click();
  const card = page.getByRole("region", { name: "Recovery card" });
  const code = ((await card.locator(".code").textContent()) ?? "").trim();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "I have the code" }).click()]);
  await page.getByRole("button", { name: "The file is there" }).click();
  await expect(archive(page).getByText("Recorded: the book is backed up.")).toBeVisible();
  await expect(archive(page).getByText("Nothing is on this device only.")).toBeVisible();
  return { code, bytes: await readFile(await download.path()), name: download.suggestedFilename() };
};

const rowsOf = async (page: Page): Promise<ReadonlyArray<string>> => {
  await expect(board(page).getByText("Kari Nordmann")).toBeVisible();
  const rows = await board(page).getByRole("row").allInnerTexts();
  // The wait goes on between two looks.
  return rows.map((row) => row.replaceAll(/\d+ min/g, "…"));
};

const openBlank = async (browser: Browser, watch: (context: BrowserContext) => void, url: string): Promise<Page> => {
  const context = await browser.newContext();
  watch(context);
  const page = await context.newPage();
  await page.goto(`${url}/recovery?lang=en`);
  return page;
};

const chooseFile = (page: Page, { name, bytes }: Pick<Saved, "name" | "bytes">): Promise<void> =>
  archive(page).locator("input[type=file]").setInputFiles({ name, mimeType: "application/octet-stream", buffer: bytes });

test("out on one device, in on a blank one: the same board, also after a reload, and both go on", async ({ server, page, browser, watch }) => {
  await evening(page, server.url);
  const saved = await saveBook(page, server.url);
  expect(saved.name).toMatch(/^vaktbok-legevakt-\d{4}-\d{2}-\d{2}-\d{6}\.vaktbok$/);
  expect(saved.bytes.toString("latin1")).not.toContain("Nordmann");
  await page.goto(`${server.url}/`);
  const home = await rowsOf(page);

  const blank = await openBlank(browser, watch, server.url);
  await chooseFile(blank, saved);
  await blank.getByRole("textbox", { name: "Recovery code" }).fill(saved.code.toLowerCase().replaceAll(" ", "-"));
  await blank.getByRole("button", { name: "Open the file" }).click();
  const found = blank.getByRole("region", { name: "This is in the file" });
  await expect(found.getByText(/^(\d+) of \1 are proved and true\.$/)).toBeVisible();
  await expect(found.getByText("The book is whole: nothing is missing.")).toBeVisible();
  await found.getByRole("button", { name: "Take in" }).click();
  await blank.getByRole("dialog", { name: "The book is here" }).getByRole("button", { name: "Open the book" }).click();
  expect(await rowsOf(blank)).toEqual(home);
  await blank.reload();
  expect(await rowsOf(blank)).toEqual(home);
  await blank.goto(`${server.url}/intake`);
  await takeIn(blank, "Per Olsen");
  const series = (await blank.locator(".registered-number").textContent())?.slice(0, 3);
  expect(home.join(" ")).not.toContain(`${series}-`);
  await blank.context().close();
});

test("a wrong code, a slip of the pen, a strange file and a book of one's own: one sentence each, and nothing is changed", async ({ server, page, browser, watch }) => {
  await evening(page, server.url);
  const saved = await saveBook(page, server.url);
  const other = await openBlank(browser, watch, server.url);
  const field = other.getByRole("textbox", { name: "Recovery code" });
  await chooseFile(other, saved);
  await field.fill(saved.code.replace(/.$/, (last) => (last === "0" ? "1" : "0")));
  await expect(other.getByText("The code does not fit together", { exact: false })).toBeVisible();
  await expect(other.getByRole("button", { name: "Open the file" })).toBeDisabled();
  await field.fill("008J-4CT4-ANK7-F24S-NAXW-SQFE-ZXEC");
  await other.getByRole("button", { name: "Open the file" }).click();
  await expect(other.getByRole("alert")).toContainText("The code does not open this file.");
  await field.fill(saved.code);
  await other.getByRole("button", { name: "Open the file" }).click();
  await expect(other.getByRole("button", { name: "Take in" })).toBeVisible();
  await other.getByRole("button", { name: "Cancel" }).click();

  await chooseFile(other, { name: "strange.vaktbok", bytes: Buffer.from("name;born\nAda;1980\n") });
  await expect(other.getByRole("alert")).toHaveText("This is not a .vaktbok file. Nothing was changed.");
  await expect(field).toHaveCount(0);
  await chooseFile(other, { name: "cut.vaktbok", bytes: saved.bytes.subarray(0, -40) });
  await field.fill(saved.code);
  await other.getByRole("button", { name: "Open the file" }).click();
  await expect(other.getByRole("alert")).toHaveText("The file is damaged or not whole. Try another copy. Nothing was changed.");

  await other.goto(`${server.url}/intake`);
  await takeIn(other, "Somebody else");
  await other.goto(`${server.url}/recovery`);
  await chooseFile(other, saved);
  await field.fill(saved.code);
  await other.getByRole("button", { name: "Open the file" }).click();
  await expect(other.getByRole("alert")).toContainText("This device has another book with 2 records");
  await other.goto(`${server.url}/`);
  await expect(board(other).getByRole("row").filter({ hasText: "Somebody else" })).toBeVisible();
  await expect(board(other).getByText("Kari Nordmann")).toHaveCount(0);
  await other.context().close();
});

/** A real handle of the platform, though on the origin's own disk: the dialogue cannot be pressed by a machine. */
const withFolder = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const pick = async (): Promise<FileSystemDirectoryHandle> => (await navigator.storage.getDirectory()).getDirectoryHandle("backup-folder", { create: true });
    Object.assign(window, { showDirectoryPicker: pick });
  });

const filesInFolder = (page: Page): Promise<ReadonlyArray<{ readonly name: string; readonly size: number; readonly starts: string }>> =>
  page.evaluate(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("backup-folder", { create: true });
    const files = [];
    // The type of a directory's entries is not in TypeScript's DOM.
    for await (const handle of (folder as unknown as { values: () => AsyncIterable<FileSystemFileHandle> }).values()) {
      const file = await handle.getFile();
      files.push({ name: file.name, size: file.size, starts: (await file.slice(0, 21).text()) });
    }
    return files;
  });

test("a chosen folder gets the whole book, and the state says so on every page", async ({ server, page }) => {
  await withFolder(page);
  await evening(page, server.url);
  await expect(page.locator(".records-state")).toContainText("only here");
  await page.goto(`${server.url}/settings`);
  const backup = page.getByRole("region", { name: "Backup" });
  await backup.getByRole("button", { name: "Choose a folder" }).click();
  await expect(backup.getByText("Make the recovery code, and backing up begins.", { exact: false })).toBeVisible();
  await backup.getByRole("button", { name: "Make the code" }).click();
  await backup.getByRole("button", { name: "I have the code" }).click();
  await expect(backup.getByText("Nothing is on this device only.")).toBeVisible();
  await expect(page.locator(".records-state")).toContainText("Backed up");
  const files = await filesInFolder(page);
  expect(files).toHaveLength(1);
  expect(files[0]).toMatchObject({ starts: "age-encryption.org/v1" });
  expect(files[0]?.name).toMatch(/^auto-[0-9a-f]{8}-\d{4}-\d{2}-\d{2}-\d{6}-vaktbok-legevakt\.vaktbok$/);

  await page.goto(`${server.url}/intake`);
  await takeIn(page, "One more");
  await page.goto(`${server.url}/settings`);
  await expect(backup.getByText("Writing to “backup-folder”.")).toBeVisible();
  await expect.poll(async () => (await filesInFolder(page)).length).toBe(2);
  await expect(page.locator(".records-state")).toContainText("Backed up");
});
