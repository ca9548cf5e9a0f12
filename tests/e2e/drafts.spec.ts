/**
 * What is typed and not registered, through every way a page can end: the tab's process killed, the browser killed, two tabs.
 * A key counts as typed when the page has heard it; the journal has then a moment, `settleMs`, until the system has it.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContext, Locator, Page } from "@playwright/test";
import { expect, test, type Ward } from "./fixtures.ts";
import { readyWithoutNetwork } from "./hands.ts";

/** What was measured stands in docs/reliability.md; this is far above it, so that a busy machine is no fault. */
const settleMs = 250;
const settle = (page: Page): Promise<void> => page.waitForTimeout(settleMs);

const name = (page: Page): Locator => page.getByRole("textbox", { name: "Navn", exact: true });
const reason = (page: Page): Locator => page.getByRole("textbox", { name: "Årsak til kontakt" });
const savedLine = (page: Page): Locator => page.getByRole("status").filter({ hasText: "Lagret her" });
const register = (page: Page): Promise<void> => page.keyboard.press("Control+Enter");
const recordsOnlyHere = (page: Page, count: number): Locator => page.getByRole("link", { name: new RegExp(`(^|\\D)${count} (innførsel )?bare her`) });

/** Two tabs that open at once on a busy machine take their time. */
const isOpen = (page: Page): Promise<void> => expect(page.locator("#shell")).toHaveCount(0);

const openAt = async (context: BrowserContext, { url }: Ward, path: string): Promise<Page> => {
  const page = await context.newPage();
  await page.goto(`${url}${path}`);
  await isOpen(page);
  return page;
};

/** The program is on the device, and the server is gone for the rest of the test. */
const install = async (context: BrowserContext, server: Ward): Promise<void> => {
  const page = await openAt(context, server, "/settings");
  await readyWithoutNetwork(page);
  await page.close();
  await server.stop();
};

/** As when the system runs out of memory: the tab's process is gone, with its workers. */
const crash = async (page: Page): Promise<void> => {
  const gone = page.waitForEvent("crash");
  const session = await page.context().newCDPSession(page);
  void session.send("Page.crash").catch(() => undefined);
  await gone;
  await page.close();
};

/** Keys until the kill: another number each round, the same in each run. */
const lengths = [1, 9, 2, 23];
const sentence = "Åse Bjørk, 54 år, falt på isen utenfor";

const typeAnew = async (page: Page, text: string): Promise<void> => {
  await name(page).focus();
  await page.keyboard.press("Control+A");
  await page.keyboard.type(text);
};

test("[DKP1] the browser killed at any key of the door form loses no key", async ({ server, profile }) => {
  test.setTimeout(120_000);
  await install(await profile.open(), server);
  await profile.kill();
  let page = await openAt(await profile.open(), server, "/intake");
  for (const length of lengths) {
    const typed = sentence.slice(0, length);
    await typeAnew(page, typed);
    await page.keyboard.press(`Alt+Digit${1 + (length % 2)}`);
    await settle(page);
    await profile.kill();
    page = await openAt(await profile.open(), server, "/intake");
    await expect(name(page)).toHaveValue(typed);
    await expect(page.getByRole("radio", { name: new RegExp(`^${1 + (length % 2)}`) })).toBeChecked();
  }
  await expect(page.getByText("ligger på vent")).toHaveCount(0);
});

test("[DKP1] the tab's process killed at any key of the door form loses no key", async ({ context, server }) => {
  await install(context, server);
  let page = await openAt(context, server, "/intake");
  for (const length of lengths) {
    const typed = sentence.slice(0, length);
    await typeAnew(page, typed);
    await settle(page);
    await crash(page);
    page = await openAt(context, server, "/intake");
    await expect(name(page)).toHaveValue(typed);
  }
});

test("[DKP2] a page that is loaded anew has its draft again, time after time", async ({ page }) => {
  await page.goto("/intake");
  for (const length of lengths) {
    await isOpen(page);
    const typed = sentence.slice(0, length);
    await typeAnew(page, typed);
    await settle(page);
    await page.reload();
    await expect(name(page)).toHaveValue(typed);
  }
});

test("[CHD1] a chart's half-written change opens again as it stood, after the tab's process and after the browser was killed", async ({ server, profile }) => {
  test.setTimeout(120_000);
  await install(await profile.open(), server);
  await profile.kill();
  let page = await openAt(await profile.open(), server, "/intake");
  await page.keyboard.type("Kari Nordmann");
  await register(page);
  await page.getByRole("link", { name: "Åpne kontakten" }).click();
  const path = new URL(page.url()).pathname;
  await page.getByRole("button", { name: /^Rediger|^Endre/ }).first().waitFor();
  await page.keyboard.press("e");
  await reason(page).fill("Brystsmerter");
  await settle(page);
  await crash(page);
  page = await openAt(page.context(), server, path);
  await expect(reason(page)).toHaveValue("Brystsmerter");
  await reason(page).focus();
  await page.keyboard.press("End");
  await page.keyboard.type(" siden kl. 14");
  await settle(page);
  await profile.kill();
  page = await openAt(await profile.open(), server, path);
  await expect(reason(page)).toHaveValue("Brystsmerter siden kl. 14");
  await expect(name(page)).toHaveValue("Kari Nordmann");
  await reason(page).press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "Brystsmerter siden kl. 14" }).or(page.getByText("Brystsmerter siden kl. 14").first())).toBeVisible();
  await page.reload();
  await isOpen(page);
  await expect(page.getByText("Brystsmerter siden kl. 14").first()).toBeVisible();
  await expect(reason(page)).toHaveCount(0);
});

test("[FED5][DKP2] one draft and two tabs make one patient, whichever of them registers", async ({ server, profile }) => {
  await install(await profile.open(), server);
  await profile.kill();
  const first = await openAt(await profile.open(), server, "/intake");
  await first.keyboard.type("Kari Nordmann");
  await settle(first);
  await profile.kill();
  const context = await profile.open();
  const tabs = await Promise.all([openAt(context, server, "/intake"), openAt(context, server, "/intake")]);
  await expect.poll(async () => (await Promise.all(tabs.map((tab) => name(tab).inputValue()))).toSorted()).toEqual(["", "Kari Nordmann"]);
  const [holder, other] = (await name(tabs[0]).inputValue()) === "" ? [tabs[1], tabs[0]] : tabs;
  await name(holder).focus();
  await register(holder);
  await expect(savedLine(holder)).toBeVisible();
  await holder.close();
  await other.reload();
  await isOpen(other);
  await expect(recordsOnlyHere(other, 1)).toBeVisible();
  await settle(other);
  await expect(name(other)).toHaveValue("");
});

/** The draft's file as it lay before the patient was saved comes back, as when the kill came between the save and its removal. */
test("[FED5] a draft that comes back after its patient was saved makes no second patient", async ({ page }) => {
  await page.goto("/intake");
  await isOpen(page);
  await page.keyboard.type("Kari Nordmann");
  await settle(page);
  const [kept] = await draftFiles(page);
  await register(page);
  await expect(savedLine(page)).toBeVisible();
  await expect.poll(() => draftFiles(page)).toEqual([]);
  await page.goto("/settings");
  await isOpen(page);
  await page.evaluate(async ({ file, bytes }) => {
    const vaktbok = await (await navigator.storage.getDirectory()).getDirectoryHandle("vaktbok");
    const drafts = await (await vaktbok.getDirectoryHandle("real")).getDirectoryHandle("drafts");
    const stream = await (await drafts.getFileHandle(file, { create: true })).createWritable();
    await stream.write(new Uint8Array(bytes));
    await stream.close();
  }, kept ?? { file: "", bytes: [] });
  await page.goto("/intake");
  await isOpen(page);
  await expect.poll(() => draftFiles(page)).toEqual([]);
  await expect(name(page)).toHaveValue("");
  await expect(recordsOnlyHere(page, 1)).toBeVisible();
});

/** A file that the page takes away between its listing and its reading is no draft any more. */
const draftFiles = (page: Page): Promise<ReadonlyArray<{ readonly file: string; readonly bytes: ReadonlyArray<number> }>> =>
  page.evaluate(async () => {
    const vaktbok = await (await navigator.storage.getDirectory()).getDirectoryHandle("vaktbok");
    const drafts = await (await vaktbok.getDirectoryHandle("real")).getDirectoryHandle("drafts", { create: true });
    const found = [];
    for await (const [file, handle] of drafts.entries()) {
      if (!(handle instanceof FileSystemFileHandle)) continue;
      const bytes = await handle.getFile().then((held) => held.arrayBuffer()).catch((error: unknown) => {
        if (error instanceof DOMException && error.name === "NotFoundError") return undefined;
        throw error;
      });
      if (bytes !== undefined) found.push({ file, bytes: [...new Uint8Array(bytes)] });
    }
    return found;
  });

test("[INT6][OVER4] a draft on the shelf is not mixed with what was typed before the program came, and comes when asked for", async ({ context, server }) => {
  let page = await openAt(context, server, "/intake");
  await page.keyboard.type("Kari");
  await reason(page).fill("Feber");
  await settle(page);
  await crash(page);
  let letGo = (): void => undefined;
  const free = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  page = await context.newPage();
  await page.route(/\/assets\/(?!boot).*\.js$/, async (route) => {
    await free;
    await route.continue();
  });
  await page.goto(`${server.url}/intake`);
  await expect(name(page)).toBeFocused();
  await page.keyboard.type("Ola");
  letGo();
  await isOpen(page);
  await expect(page.getByText("Et skjema som ikke er registrert, ligger på vent.")).toBeVisible();
  await expect(name(page)).toHaveValue("Ola");
  await expect(reason(page)).toHaveValue("");
  await page.getByRole("button", { name: "Hent det fram" }).click();
  await expect(name(page)).toHaveValue("Kari");
  await expect(reason(page)).toHaveValue("Feber");
  await expect(page.getByText("Et skjema som ikke er registrert, ligger på vent.")).toBeVisible();
  await page.getByRole("button", { name: "Hent det fram" }).click();
  await expect(name(page)).toHaveValue("Ola");
  await expect(reason(page)).toHaveValue("");
});

test("[DFF2] of a name that is only typed, nothing can be read in anything that the browser keeps", async ({ server, profile }) => {
  const page = await openAt(await profile.open(), server, "/intake");
  await page.keyboard.type("Zebrastripe Querulant");
  await reason(page).fill("Zebrastripe i foten");
  await settle(page);
  await expect.poll(async () => (await draftFiles(page)).length).toBe(1);
  await profile.kill();
  expect(filesWith(profile.folder, "Zebrastripe")).toEqual([]);
  // The search itself is true: what lies there in the clear is found.
  expect(filesWith(profile.folder, "vaktbok-prefs")).not.toEqual([]);
});

const filesWith = (folder: string, word: string): ReadonlyArray<string> => {
  const needles = [Buffer.from(word, "utf8"), Buffer.from(word, "utf16le")];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const bytes = readFileSync(path);
      return needles.some((needle) => bytes.includes(needle));
    });
};
