// A visit typed back into the journal by hand: two people, keys alone, a reload and a dead browser in between.
import type { Page } from "@playwright/test";
import { violationsOn } from "./axe.ts";
import { expect, test } from "./fixtures.ts";
import { readyWithoutNetwork, takeIn } from "./hands.ts";

const beName = async (page: Page, name: string): Promise<void> => {
  await page.getByRole("link", { name: "Tavle" }).click();
  await page.getByRole("button", { name: "Mer", exact: true }).click();
  await page.getByRole("dialog").getByRole("link", { name: "Innstillinger" }).click();
  const field = page.getByRole("textbox", { name: "Hvem fører?" });
  await expect(page.getByText(/^Klar uten nett, utgave/)).toBeVisible();
  // A browser that was killed may have kept who one is, or not: what is there already is not said anew.
  if ((await field.inputValue()) === name) return;
  await field.fill(name);
  await field.press("Enter");
  await expect(page.getByText(`Det føres som ${name}`)).toBeVisible();
};
const openVisit = async (page: Page): Promise<void> => {
  await page.getByRole("link", { name: "Tilbakeføring" }).click();
  await page.getByRole("link", { name: /Kari Nordmann.*av/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: /Kari Nordmann/ })).toBeVisible();
  await expect(page.getByRole("progressbar", { name: "Ført inn" })).toBeVisible();
};

test("by keys alone with no server: taken, copied, ticked; the browser is killed; a colleague checks, and it is back", async ({ profile, server, watch }) => {
  const context = await profile.open();
  watch(context);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await context.newPage();
  await page.goto(`${server.url}/settings`);
  await readyWithoutNetwork(page);
  await page.goto(`${server.url}/intake`);
  await takeIn(page, "Kari Nordmann");
  await beName(page, "Per Merkantil");
  await server.stop();
  await openVisit(page);
  await page.getByRole("button", { name: "Ta besøket" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Føres inn av Per Merkantil")).toBeVisible();
  await page.getByLabel("Besøkets nummer i journalen").fill("B 4711");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("c");
  await expect(page.getByRole("button", { name: /^Kopier alt: Person/ })).toHaveText(/Kopiert/);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("Navn: Kari Nordmann");
  await page.keyboard.press("f");
  await expect(page.locator('[data-entry="person"]')).toHaveAttribute("data-is", "keyed");
  await profile.kill();

  const again = await profile.open();
  watch(again);
  const later = await again.newPage();
  // Who one is lies where a power cut may lose it; what was written down does not.
  await later.goto(`${server.url}/`);
  await beName(later, "Per Merkantil");
  await later.getByRole("link", { name: "Tilbakeføring" }).click();
  await later.getByRole("link", { name: /Kari Nordmann.*1 av 2.*Føres inn av Per Merkantil/ }).click();
  await expect(later.locator('[data-entry="person"]')).toHaveAttribute("data-is", "keyed");
  await expect(later.getByLabel("Besøkets nummer i journalen")).toHaveValue("B 4711");
  await expect(later.getByRole("button", { name: /^Stemmer/ })).toHaveCount(0);
  await later.keyboard.press("f");
  await expect(later.getByText("Alt er ført inn. En kollega må kontrollere.")).toBeVisible();

  await beName(later, "Siv Sykepleier");
  await openVisit(later);
  await later.keyboard.press("f");
  await expect(later.locator('[data-is="checked"].back-entry')).toHaveCount(1);
  await later.keyboard.press("f");
  await expect(later.getByText("Alt i besøket er tilbake i journalen.")).toBeVisible();
  await later.getByRole("link", { name: "Alle besøk" }).click();
  await expect(later.getByText("1 av 1 besøk er tilbake")).toBeVisible();
});

test("by touch on a phone, and readable for everybody at every size", async ({ page, server }) => {
  await page.goto(`${server.url}/intake`);
  await takeIn(page, "Kari Nordmann");
  await beName(page, "Per Merkantil");
  await page.setViewportSize({ width: 390, height: 844 });
  await openVisit(page);
  await page.getByRole("button", { name: "Ta besøket" }).click();
  await page.getByRole("button", { name: /^Ført inn: Person/ }).click();
  await page.getByRole("button", { name: /^Ikke ført likevel: Person/ }).click();
  await page.getByRole("button", { name: /^Ført inn: Person/ }).click();
  await page.getByRole("button", { name: /^Ført inn: Kontakten/ }).click();
  await expect(page.getByText("Alt er ført inn. En kollega må kontrollere.")).toBeVisible();
  for (const size of [{ width: 390, height: 844 }, { width: 1440, height: 900 }]) {
    await page.setViewportSize(size);
    expect(await violationsOn(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  }
  await page.getByRole("link", { name: "Alle besøk" }).click();
  await expect(page.getByText("0 av 1 besøk er tilbake")).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
});
