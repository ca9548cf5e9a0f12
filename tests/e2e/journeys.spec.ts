/**
 * The evening as it is lived: the real build in a real browser, with the server taken away and the browser killed.
 */
import type { BrowserContext, Locator, Page } from "@playwright/test";
import { violationsOn } from "./axe.ts";
import { expect, test } from "./fixtures.ts";

const board = (page: Page): Locator => page.getByRole("table", { name: "Tavle" });
const rowOf = (page: Page, name: string): Locator => board(page).getByRole("row").filter({ hasText: name });
const registered = (page: Page): Locator => page.locator(".registered-number");

const openPage = async (context: BrowserContext, url: string): Promise<Page> => {
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(url);
  return page;
};

/** The worker holds everything an outage needs: only then may the server go. */
const isReadyOffline = (page: Page): Promise<boolean> =>
  page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state === "activated" && navigator.serviceWorker.controller !== null);

const takeIn = async (page: Page, name: string, level: string): Promise<string> => {
  await page.getByRole("textbox", { name: "Navn" }).fill(name);
  // What a finger touches: it waits while the program's form takes the place of the drawn one.
  await page.locator(`.tile:has(input[value="${level}"])`).click();
  const before = await registered(page).textContent({ timeout: 100 }).catch(() => null);
  await page.getByRole("button", { name: "Registrer" }).click();
  await expect(registered(page)).not.toHaveText(before ?? "");
  await expect(page.getByText("Lagret her").last()).toBeVisible();
  return (await registered(page).textContent()) ?? "";
};

const evening = [["Kari Nordmann", "2"], ["Ukjent mann, ca. 40", "1"], ["Ola Hansen", "3"], ["Per Olsen", "3"], ["Anne Berg", "2"]] as const;

test("install, lose the network, take five in, reload, be killed, open again: all five are there", async ({ server, profile }) => {
  let page = await openPage(await profile.open(), `${server.url}/intake`);
  await expect.poll(() => isReadyOffline(page)).toBe(true);
  await server.stop();
  await page.reload();
  const numbers: string[] = [];
  for (const [name, level] of evening) numbers.push(await takeIn(page, name, level));
  expect(new Set(numbers).size).toBe(5);

  await page.goto(`${server.url}/`);
  await expect(board(page).getByText("Kari Nordmann")).toBeVisible();
  await page.reload();
  for (const [name] of evening) await expect(rowOf(page, name)).toBeVisible();

  await profile.kill();
  page = await openPage(await profile.open(), `${server.url}/`);
  for (const [index, [name]] of evening.entries()) await expect(rowOf(page, name)).toContainText(numbers[index] ?? "");
  await expect(board(page).getByRole("row").filter({ hasText: "Ukjent mann" })).toContainText("Akutt");
  await openPage(page.context(), `${server.url}/visit/${numbers[0]}`);
  await expect(page.getByText("Kari Nordmann").first()).toBeVisible();
});

test("[OVER3] from the first paint on there is one form and one name field", async ({ server, page }) => {
  await page.addInitScript(() => {
    const counts: number[] = [];
    Object.assign(window, { formCounts: counts });
    new MutationObserver(() => counts.push(document.querySelectorAll("form#door").length)).observe(document, { childList: true, subtree: true });
  });
  await page.goto(`${server.url}/intake`);
  await takeIn(page, "Én av hver", "2");
  expect(await page.evaluate(() => Math.max(...(window as unknown as { formCounts: number[] }).formCounts))).toBe(1);
});

test("two tabs: what one writes the other shows, and no number is given twice", async ({ server, context }) => {
  const [one, two] = [await context.newPage(), await context.newPage()];
  await one.goto(`${server.url}/intake`);
  await two.goto(`${server.url}/intake`);
  const numbers = await Promise.all([takeIn(one, "Fra fane en", "2"), takeIn(two, "Fra fane to", "3")]);
  expect(new Set(numbers).size).toBe(2);
  await one.goto(`${server.url}/`);
  await expect(rowOf(one, "Fra fane to")).toBeVisible();
  await takeIn(two, "Etterpå", "1");
  await expect(rowOf(one, "Etterpå")).toBeVisible();
});

test("keyboard only: take in, find, re-triage, call in, open, leave the form, undo", async ({ server, page }) => {
  await page.goto(`${server.url}/`);
  await expect(page.getByRole("link", { name: "Ny pasient" }).first()).toBeVisible();
  await page.keyboard.press("n");
  await expect(page.getByRole("textbox", { name: "Navn" })).toBeFocused();
  await page.keyboard.type("Tastatur Tastesen");
  await page.keyboard.press("Alt+3");
  await page.keyboard.press("Control+Enter");
  await expect(registered(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press("k");
  await expect(rowOf(page, "Tastatur Tastesen")).toContainText("Vanlig");
  await page.keyboard.press("j");
  await page.keyboard.press("1");
  await expect(rowOf(page, "Tastatur Tastesen")).toContainText("Akutt");
  await page.keyboard.press("z");
  await expect(rowOf(page, "Tastatur Tastesen")).toContainText("Vanlig");
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox").first()).toBeFocused();
  await page.keyboard.type("tastes");
  await expect(rowOf(page, "Tastatur Tastesen")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Tastatur" })).toBeVisible();
});

// On a busy machine the first patient was registered before the book was open, and was refused with an alarm.
test("[OPF1] from the board to a registered patient while another tab keeps the book from opening: saved as soon as it opens", async ({ server, context }) => {
  const other = await context.newPage();
  await other.goto(`${server.url}/redd.html`);
  await other.evaluate(
    () => new Promise<void>((held) => void navigator.locks.request("vaktbok-keys-real", () => new Promise<void>((letGo) => {
      Object.assign(window, { letGo });
      held();
    }))),
  );
  const page = await context.newPage();
  await page.goto(`${server.url}/`);
  await page.keyboard.press("n");
  await expect(page.getByRole("textbox", { name: "Navn" })).toBeFocused();
  await page.keyboard.type("Tidlig Tidligsen");
  await page.keyboard.press("Alt+1");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Lagrer …")).toBeVisible();
  await other.evaluate(() => (window as unknown as { letGo: () => void }).letGo());
  await expect(page.getByText("Lagret her").last()).toBeVisible();
  await page.goto(`${server.url}/`);
  await expect(rowOf(page, "Tidlig Tidligsen")).toContainText("Akutt");
});

test.describe("touch only", () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 }, isMobile: true });
  test("an unknown critical patient is three taps, and every target takes a finger", async ({ server, page }) => {
    await page.goto(`${server.url}/intake`);
    await page.locator(".tile").first().tap();
    await page.getByRole("button", { name: "Brystsmerter" }).tap();
    await page.getByRole("button", { name: "Registrer" }).tap();
    await expect(registered(page)).toBeVisible();
    const small = await page.locator("button:visible, a.button:visible, .chip:visible, .tile:visible, nav a:visible").evaluateAll((targets) =>
      targets.map((target) => ({ text: target.textContent, height: target.getBoundingClientRect().height })).filter(({ height }) => height < 47.5),
    );
    expect(small).toEqual([]);
  });
});

const pages = ["/", "/intake", "/visit/", "/recovery", "/downtime", "/drill", "/print", "/settings", "/lead", "/devices", "/ready", "/display", "/notice", "/wall", "/import"];
const widths = [[390, 844], [820, 1180], [1440, 900]] as const;

for (const light of ["light", "dark"] as const) {
  test(`axe finds nothing on any page by ${light === "light" ? "day" : "night"}, at three widths`, async ({ server, browser, watch }) => {
    test.setTimeout(240_000);
    const context = await browser.newContext({ colorScheme: light, locale: "nb-NO", timezoneId: "Europe/Oslo" });
    watch(context);
    const page = await context.newPage();
    await page.goto(`${server.url}/intake`);
    const number = await takeIn(page, "Kari Nordmann", "2");
    await takeIn(page, "Ola Hansen", "1");
    const found: string[] = [];
    for (const path of pages) {
      for (const [width, height] of widths) {
        await page.setViewportSize({ width, height });
        await page.goto(server.url + (path === "/visit/" ? `${path}${number}` : path));
        await expect(page.getByRole("heading").first()).toBeAttached();
        found.push(...(await violationsOn(page)).map((violation) => `${path} ${width} ${violation}`));
      }
    }
    expect(found).toEqual([]);
    await context.close();
  });
}
