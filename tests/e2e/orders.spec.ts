// What is ordered and what comes of it, from the key to the file: by keyboard alone and by touch alone.
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
const awaited = (page: Page) => page.getByRole("region", { name: /^Venter på svar/ });
const timeline = (page: Page) => page.getByRole("region", { name: "Tidslinje" });
const rowHeight = async (page: Page): Promise<number> => (await page.locator(".board-line").first().boundingBox())?.height ?? 0;

test("by keyboard alone: two ordered, one critical and read back, left with one awaited; all of it with no server, and in the file", async ({ page, server }) => {
  await page.goto(`${server.url}/settings`);
  await readyWithoutNetwork(page);
  await page.goto(`${server.url}/intake`);
  await takeIn(page, "Kari Nordmann");
  await server.stop();
  await page.getByRole("link", { name: "Tavle" }).click();
  await expect(board(page).getByText("Kari Nordmann")).toBeVisible();
  const before = await rowHeight(page);
  await chartOf(page);
  await page.keyboard.press("b");
  await page.keyboard.type("kalium, rtg thorax");
  await page.keyboard.press("Enter");
  await expect(awaited(page).getByRole("button", { name: /^Før svar: kalium, 0 min/ })).toBeVisible();
  await page.keyboard.press("f");
  await page.keyboard.type("6,9");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Lab Moen");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await page.keyboard.press("Control+Enter");
  await expect(awaited(page).getByText("‼ kalium: 6,9")).toBeVisible();
  await page.reload();
  await expect(awaited(page).getByText(/Kritisk svar .* Lest tilbake/)).toBeVisible();
  await expect(timeline(page).getByText("navn, midlertidig nr.")).toBeVisible();
  await page.getByRole("link", { name: "Tavle" }).click();
  await expect(board(page).getByText("1 svar ventes, lengst 0 min")).toBeAttached();
  expect(await rowHeight(page)).toBe(before);
  await chartOf(page);
  await page.keyboard.press("x");
  await expect(page.getByRole("heading", { name: "Svar som fortsatt ventes" })).toBeVisible();
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Dr. Lien");
  await page.keyboard.press("Enter");
  await expect(timeline(page).getByText("Følges opp av, rtg thorax: Dr. Lien")).toBeVisible();
  await page.keyboard.press("r");
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Lagre som FHIR" }).click()]);
  const saved = readFileSync(await file.path(), "utf8");
  for (const text of ['"ServiceRequest"', '"DiagnosticReport"', '"Communication"', "Read back", '"Task"', "Dr. Lien"]) expect(saved).toContain(text);
});

test.describe("by touch alone", () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });
  test("two common ones tapped, one critical and read back, left with one awaited on the board, and undone", async ({ page, server }) => {
    await page.goto(`${server.url}/intake`);
    await takeIn(page, "Kari Nordmann");
    await page.getByRole("link", { name: "Tavle" }).tap();
    const before = await rowHeight(page);
    await board(page).getByText("Kari Nordmann").tap();
    await page.getByRole("link", { name: /Åpne kontakten/ }).tap();
    await page.getByRole("button", { name: "Bestill", exact: true }).tap();
    await page.getByRole("button", { name: "CRP", exact: true }).tap();
    await page.getByRole("button", { name: "Rtg thorax" }).tap();
    await page.getByRole("button", { name: "Lagre bestillingen" }).tap();
    await awaited(page).getByRole("button", { name: /^Før svar: CRP/ }).tap();
    await page.getByRole("textbox", { name: "Svar" }).fill("384");
    await page.locator('.chip:has(input[name="id-name"])').tap();
    await page.locator('.chip:has(input[name="id-temporaryNumber"])').tap();
    await page.locator('.chip:has(input[name="critical"])').tap();
    await page.locator('.chip:has(input[name="readBack"])').tap();
    await page.getByRole("button", { name: "Lagre svaret" }).tap();
    await expect(awaited(page).getByText("‼ CRP: 384")).toBeVisible();
    await page.getByRole("link", { name: "Tavle" }).tap();
    await expect(board(page).getByText("1 svar ventes, lengst 0 min")).toBeAttached();
    expect(await rowHeight(page)).toBe(before);
    await board(page).getByText("Kari Nordmann").tap();
    await page.getByRole("button", { name: "Avslutt" }).tap();
    await page.locator('.chip:has(input[value="home"])').tap();
    await page.getByLabel("Hvem følger opp svarene?").fill("Dr. Lien");
    await page.getByRole("button", { name: "Avslutt kontakten" }).tap();
    await expect(board(page).getByText("Kari Nordmann")).toHaveCount(0);
    await page.getByRole("button", { name: "Angre" }).tap();
    await expect(board(page).getByText("Kari Nordmann")).toBeVisible();
  });
});

for (const light of ["light", "dark"] as const) {
  test(`axe finds nothing in orders, results and leaving by ${light === "light" ? "day" : "night"}`, async ({ browser, server, watch }) => {
    const context = await browser.newContext({ colorScheme: light, locale: "nb-NO", timezoneId: "Europe/Oslo" });
    watch(context);
    const page = await context.newPage();
    await page.goto(`${server.url}/intake`);
    await takeIn(page, "Kari Nordmann");
    await chartOf(page);
    await page.keyboard.press("b");
    await page.keyboard.type("crp, hb");
    await page.keyboard.press("Enter");
    await expect(awaited(page).getByRole("button", { name: /^Før svar: hb/ })).toBeVisible();
    await page.keyboard.press("f");
    await page.keyboard.type("384");
    await page.locator('.chip:has(input[name="critical"])').click();
    for (const key of ["f", "b", "p", "x"]) {
      if (key !== "f") await page.keyboard.press("Escape");
      if (key === "b") {
        await page.keyboard.press("f");
        await page.keyboard.type("384");
        await page.locator('.chip:has(input[name="critical"])').click();
        await page.keyboard.press("Control+Enter");
        await expect(awaited(page).getByText("‼ crp: 384")).toBeVisible();
      }
      if (key !== "f") await page.keyboard.press(key);
      if (key === "b") await page.keyboard.type("lpk, tilsyn");
      for (const [width, height] of [[390, 844], [1440, 900]] as const) {
        await page.setViewportSize({ width, height });
        expect(await violationsOn(page), `${key} at ${String(width)}`).toEqual([]);
      }
    }
    await page.keyboard.press("Escape");
    await page.getByRole("link", { name: "Tavle" }).click();
    await expect(page.locator(".board-awaits").first()).toBeVisible();
    for (const width of [390, 820, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await violationsOn(page), `board at ${String(width)}`).toEqual([]);
    }
    await context.close();
  });
}
