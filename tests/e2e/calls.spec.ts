// A call, from the first key to the board and the file: by keyboard alone with the server gone and through a reload, and by touch alone.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { violationsOn } from "./axe.ts";
import { expect, test } from "./fixtures.ts";
import { board, readyWithoutNetwork } from "./hands.ts";

const number = (page: Page) => page.getByRole("textbox", { name: "Telefonnummer" });
const waiting = (page: Page, list: string) => page.getByRole("region", { name: list });

test("[CLG1][CLG4][CFM3] by keyboard alone: begun, kept through a reload with no server, saved, printed; and who comes in stands on the board with everything", async ({ page, server }) => {
  await page.goto(`${server.url}/settings`);
  await readyWithoutNetwork(page);
  await page.goto(`${server.url}/`);
  await expect(page.locator("#shell")).toHaveCount(0);
  await server.stop();
  await page.keyboard.press("q");
  await expect(number(page)).toBeFocused();
  await page.keyboard.type("911 22 333");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Datteren");
  await expect(page.getByRole("textbox", { name: "Besvart" })).toHaveValue(/^\d\d:\d\d$/);
  await page.reload();
  await expect(number(page)).toHaveValue("911 22 333");
  await expect(page.getByRole("textbox", { name: "Navn på den som ringer" })).toHaveValue("Datteren");
  await page.getByRole("textbox", { name: "Navn", exact: true }).focus();
  await page.keyboard.type("Ola Nordmann");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Brystsmerter");
  await page.getByRole("textbox", { name: "Født eller alder" }).focus();
  await page.keyboard.type("64");
  await page.keyboard.press("Alt+2");
  await page.keyboard.press("Control+Enter");
  const given = (await page.locator(".registered-number").textContent()) ?? "";
  await expect(waiting(page, "Uten tiltak ennå").getByText("Ola Nordmann")).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".call-printed")).toBeVisible();
  await expect(number(page)).toBeHidden();
  await expect(waiting(page, "Uten tiltak ennå").getByText("911 22 333")).toBeVisible();
  await page.emulateMedia({ media: "screen" });
  await waiting(page, "Uten tiltak ennå").getByRole("button", { name: /^Er her/ }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: new RegExp(`${given}.*Ola Nordmann`) })).toBeVisible();
  await page.keyboard.press("k");
  const row = board(page).getByRole("row").filter({ hasText: given });
  for (const text of ["Ola Nordmann", "Brystsmerter", "2 Haster"]) await expect(row).toContainText(text);
  await page.keyboard.press("r");
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Lagre som FHIR" }).click()]);
  const saved = readFileSync(await file.path(), "utf8");
  for (const told of ['"PHONE"', '"classHistory"', '"EMER"', "telephone number: 911 22 333"]) expect(saved).toContain(told);
});

/** Ola's call, told to come. */
const olaRings = async (page: Page): Promise<string> => {
  await page.getByRole("textbox", { name: "Navn", exact: true }).fill("Ola Nordmann");
  await page.getByRole("textbox", { name: "Årsak" }).fill("Brystsmerter");
  await page.locator('.chip:has(input[value="comeIn"])').click();
  await page.getByRole("button", { name: "Lagre samtalen" }).click();
  return (await page.locator(".registered-number").textContent()) ?? "";
};

test("[DCL1][DCL2][DCL3] by keys alone: who rang stands at the desk, is found by their first name and let in with one key; undone, they are a caller again", async ({ page, server }) => {
  await page.goto(`${server.url}/calls`);
  const given = await olaRings(page);
  await page.keyboard.press("Escape");
  await page.locator("body").click({ position: { x: 2, y: 2 } });
  await page.keyboard.press("n");
  await expect(page.getByText("Ringte, og er på vei hit")).toBeVisible();
  await page.keyboard.type("Ola");
  await expect(page.getByRole("region", { name: "Har ringt hit" }).getByText(/Ringte kl\. \d\d:\d\d – ikke kommet ennå/)).toBeVisible();
  await page.keyboard.press("Enter");
  await page.keyboard.type("kvalme");
  await page.keyboard.press("Alt+2");
  await page.keyboard.press("Alt+Enter");
  await expect(page.getByText(`${given}: Er her, på tavla`)).toBeVisible();
  const name = page.getByRole("textbox", { name: "Navn" });
  await expect(name).toBeFocused();
  await expect(name).toHaveValue("");
  await page.getByRole("button", { name: /^Angre/ }).last().focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Ringte, og er på vei hit")).toBeVisible();
  await name.focus();
  await page.keyboard.type("Ola Nordmann");
  await expect(page.getByRole("region", { name: "Har ringt hit" })).toBeVisible();
  await page.keyboard.press("Alt+Enter");
  await expect(name).toHaveValue("");
  await page.goto(`${server.url}/`);
  const row = board(page).getByRole("row").filter({ hasText: given });
  for (const text of ["Ola Nordmann", "Brystsmerter"]) await expect(row).toContainText(text);
});

test.describe("by touch alone", () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });
  test("[DCL2] who was told to come is in sight at the door, and one press lets them in", async ({ page, server }) => {
    await page.goto(`${server.url}/calls`);
    const given = await olaRings(page);
    await page.goto(`${server.url}/intake`);
    await page.getByText("Ringte, og er på vei hit").tap();
    await page.getByRole("button", { name: `Er her : ${given}` }).tap();
    await expect(page.getByText(`${given}: Er her, på tavla`)).toBeVisible();
    await page.goto(`${server.url}/`);
    await expect(page.getByText("Ola Nordmann")).toBeVisible();
  });

  test("[CLG1][CLG3] a call with a call-back, no answer, and rung back", async ({ page, server }) => {
    await page.goto(`${server.url}/calls`);
    await number(page).fill("900 12 345");
    await page.locator('.chip:has(input[value="relative"])').tap();
    await page.locator('.chip:has(input[value="within2Min"])').tap();
    await page.locator('.tile:has(input[value="3"])').tap();
    await page.locator('.chip:has(input[value="nurseAdvice"])').tap();
    await page.getByRole("button", { name: "+30 min" }).tap();
    await page.getByRole("button", { name: "Lagre samtalen" }).tap();
    await expect(page.getByText("Lagret her").last()).toBeVisible();
    const list = waiting(page, "Skal ringes tilbake");
    await page.getByRole("button", { name: /Skal ringes tilbake/ }).tap();
    await list.getByRole("button", { name: /^Fikk ikke svar/ }).tap();
    await expect(list.getByText("forsøk uten svar")).toBeVisible();
    await list.getByRole("button", { name: /^Ringt tilbake/ }).tap();
    await expect(list).toHaveCount(0);
    await expect(page.getByText("100 %")).toBeVisible();
  });
});

for (const light of ["light", "dark"] as const) {
  test(`axe finds nothing on the telephone's page and in a caller's chart by ${light === "light" ? "day" : "night"}`, async ({ browser, server, watch }) => {
    const context = await browser.newContext({ colorScheme: light, locale: "nb-NO", timezoneId: "Europe/Oslo" });
    watch(context);
    const page = await context.newPage();
    await page.goto(`${server.url}/calls`);
    await number(page).fill("900 12 345");
    await page.getByRole("textbox", { name: "Ring tilbake" }).fill("nå");
    await page.getByRole("textbox", { name: /^Ventet før svar/ }).fill("2");
    await page.keyboard.press("Control+Enter");
    await expect(waiting(page, "Skal ringes tilbake")).toBeVisible();
    await number(page).fill("911");
    for (const where of ["page", "chart"] as const) {
      if (where === "chart") {
        await waiting(page, "Skal ringes tilbake").getByRole("link").click();
        await expect(page.getByRole("region", { name: "Tidslinje" })).toBeVisible();
        await page.keyboard.press("v");
      }
      for (const [width, height] of [[390, 844], [1440, 900]] as const) {
        await page.setViewportSize({ width, height });
        expect(await violationsOn(page), `${where} at ${String(width)}`).toEqual([]);
      }
    }
    await context.close();
  });
}
