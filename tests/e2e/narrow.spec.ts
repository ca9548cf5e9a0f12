// The smallest telephone in use: nothing is wider than it, so nothing lies out of sight to the right.
import type { Page } from "@playwright/test";
import { mainPlaces, morePlaces } from "../../src/app/frame/places.ts";
import { expect, test } from "./fixtures.ts";

test.use({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });

/** By how much the page is wider than the screen, with what reaches out. */
const tooWide = (page: Page): Promise<ReadonlyArray<string>> =>
  page.evaluate(() =>
    document.documentElement.scrollWidth <= window.screen.width
      ? []
      : [...document.querySelectorAll("main *")].filter((one) => one.getBoundingClientRect().right > window.screen.width).map((one) => `${one.tagName}.${one.className} ${Math.round(one.getBoundingClientRect().right)}`),
  );

test("no page is wider than a small telephone", async ({ page }) => {
  for (const { path } of [...mainPlaces, ...morePlaces]) {
    await page.goto(path);
    await expect(page.locator("#shell")).toHaveCount(0);
    await expect(page.getByRole("main")).toHaveCount(1);
    expect(await tooWide(page), path).toEqual([]);
  }
});

// With the longest names of levels the table of the scale once stood 80 px outside.
test("the settings with each triage scale are no wider than a small telephone", async ({ page }) => {
  await page.goto("/settings");
  const scales = page.getByRole("radiogroup", { name: "Hastegradsskala" }).getByRole("radio");
  await expect(scales).not.toHaveCount(0);
  for (const scale of await scales.all()) {
    await scale.press("Space");
    await expect(scale).toBeChecked();
    expect(await tooWide(page)).toEqual([]);
  }
});
