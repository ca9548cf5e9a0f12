// A look at the patient, from the key to the file: by keyboard alone and by touch alone, with the server gone, and through a reload.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { violationsOn } from "./axe.ts";
import { expect, test } from "./fixtures.ts";
import { board, readyWithoutNetwork, takeIn } from "./hands.ts";

const chartOf = async (page: Page): Promise<void> => {
  await page.getByRole("link", { name: "Tavle" }).click();
  await expect(board(page).getByText("Kari Nordmann")).toBeVisible();
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: /Kari Nordmann/ })).toBeVisible();
};
const looks = (page: Page) => page.getByRole("region", { name: "Målinger over tid" });

test("by keyboard alone: O, one line, Enter; it is there after a reload with no server, and stands in the file", async ({ page, server }) => {
  await page.goto(`${server.url}/settings`);
  await readyWithoutNetwork(page);
  await page.goto(`${server.url}/intake`);
  await takeIn(page, "Kari Nordmann");
  await server.stop();
  await chartOf(page);
  await page.keyboard.press("o");
  await page.keyboard.type("22 94 112/70 96 38,4 A o2 4 blek");
  await expect(page.getByText("7, høy")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(looks(page).getByRole("img", { name: /^Puls: \d\d:\d\d 96 \/min$/ })).toBeVisible();
  await page.reload();
  await expect(looks(page).getByText("7, høy")).toBeVisible();
  await expect(page.getByRole("region", { name: "Tidslinje" }).getByText("blek")).toBeVisible();
  await page.keyboard.press("r");
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Lagre som FHIR" }).click()]);
  const saved = readFileSync(await file.path(), "utf8");
  for (const code of ["8867-4", "85354-9", "8310-5", "9279-1"]) expect(saved).toContain(`"${code}"`);
});

test.describe("by touch alone", () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });
  test("field by field on a phone, and undone", async ({ page, server }) => {
    await page.goto(`${server.url}/intake`);
    await takeIn(page, "Kari Nordmann");
    await page.getByRole("link", { name: "Tavle" }).tap();
    await board(page).getByText("Kari Nordmann").tap();
    await page.getByRole("link", { name: /Åpne kontakten/ }).tap();
    await page.getByRole("button", { name: "Mål" }).tap();
    await page.getByRole("textbox", { name: "Puls" }).fill("172");
    await page.locator('.chip:has(input[value="C"])').tap();
    await page.getByRole("button", { name: "Lagre målingene" }).tap();
    await expect(looks(page).getByText("≥ 6, ufullstendig")).toBeVisible();
    await page.getByRole("button", { name: "Angre" }).tap();
    await expect(looks(page)).toHaveCount(0);
  });
});

for (const light of ["light", "dark"] as const) {
  test(`axe finds nothing in what is written in the chart by ${light === "light" ? "day" : "night"}`, async ({ browser, server, watch }) => {
    const context = await browser.newContext({ colorScheme: light, locale: "nb-NO", timezoneId: "Europe/Oslo" });
    watch(context);
    const page = await context.newPage();
    await page.goto(`${server.url}/intake`);
    await takeIn(page, "Kari Nordmann");
    await chartOf(page);
    await page.keyboard.press("o");
    await page.keyboard.type("26 91 88/50 132 39,4 V luft{");
    await page.keyboard.press("Enter");
    await expect(looks(page)).toBeVisible();
    for (const [key, typed] of [["o", "37 200"], ["g", "morfin 2,5 mg iv"], ["i", "Blek og klam"]] as const) {
      await page.keyboard.press("Escape");
      await page.keyboard.press(key);
      await page.keyboard.type(typed);
      for (const [width, height] of [[390, 844], [1440, 900]] as const) {
        await page.setViewportSize({ width, height });
        expect(await violationsOn(page), `${key} at ${String(width)}`).toEqual([]);
      }
    }
    await context.close();
  });
}
