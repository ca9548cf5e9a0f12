/** Keys on a page whose program is still on its way: held back here for as long as a test wants, as on a slow tablet. */
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { readyWithoutNetwork } from "./hands.ts";

const holdProgram = async (page: Page): Promise<() => void> => {
  let letGo = (): void => undefined;
  const free = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(/\/assets\/(?!boot).*\.js$/, async (route) => {
    await free;
    await route.continue();
  });
  return letGo;
};

const isBootHere = (page: Page) => page.waitForFunction(() => window.vaktbokKey !== undefined);

/** The page is dressed at rest when the shelf's copy is another than the build's. */
const rest = async (page: Page): Promise<void> => {
  await page.goto("/settings");
  await readyWithoutNetwork(page);
  await page.getByText("Natt", { exact: true }).click();
  await expect
    .poll(() => page.evaluate(async () => (await (await caches.match("/"))?.text())?.includes('data-light="night"') ?? false))
    .toBe(true);
};

test("[BKEY1] N pressed on the board's page before the program is here opens the door form, once", async ({ page }) => {
  const letGo = await holdProgram(page);
  await page.goto("/", { waitUntil: "commit" });
  await isBootHere(page);
  await page.keyboard.press("k");
  await page.keyboard.press("n");
  const before = await page.evaluate(() => history.length);
  letGo();
  await expect(page.getByRole("textbox", { name: "Navn", exact: true })).toBeFocused();
  expect(await page.evaluate(() => history.length)).toBe(before + 1);
  await page.goBack();
  await expect(page.getByRole("heading", { name: "Tavle" })).toBeAttached();
  await page.keyboard.press("k");
  await expect(page.getByRole("textbox", { name: "Navn", exact: true })).toHaveCount(0);
});

test("[BKEY1] a slash leads to the search, also on a page that was dressed at rest", async ({ page }) => {
  await rest(page);
  const letGo = await holdProgram(page);
  await page.goto("/", { waitUntil: "commit" });
  await isBootHere(page);
  await page.keyboard.press("/");
  letGo();
  await expect(page.locator("#find")).toBeFocused();
  await expect(page.locator("#find")).toHaveValue("");
});

test("[BKEY1] a key with Ctrl, and another letter, are no commands", async ({ page }) => {
  const letGo = await holdProgram(page);
  await page.goto("/", { waitUntil: "commit" });
  await isBootHere(page);
  await page.keyboard.press("Alt+n");
  await page.keyboard.press("x");
  letGo();
  await expect(page.locator("#shell")).toHaveCount(0);
  await expect(page).toHaveURL("/");
  await expect(page.getByRole("textbox", { name: "Navn", exact: true })).toHaveCount(0);
});
