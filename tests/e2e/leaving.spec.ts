// Discharge with a letter, from the chart to the sheet and the file: by keyboard alone and by touch alone, with the server gone.
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
const sheet = (page: Page) => page.getByRole("article", { name: "Epikrise" });

test("by keyboard alone: V and the words, X 2 Enter, B: the letter stands there, prints, and is a document as a file", async ({ page, server }) => {
  await page.goto(`${server.url}/settings`);
  await readyWithoutNetwork(page);
  await page.goto(`${server.url}/intake`);
  await takeIn(page, "Kari Nordmann");
  await server.stop();
  await chartOf(page);
  await page.keyboard.press("v");
  await expect(page.getByRole("textbox", { name: "Vurdering" })).toBeFocused();
  await page.keyboard.type("Forstuet ankel, ingen brudd.");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.type("l77");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("region", { name: "Tidslinje" }).getByText("L77 (ICPC-2)")).toBeVisible();
  await page.keyboard.press("x");
  await page.keyboard.press("2");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "Brev til fastlegen" })).toBeVisible();
  await page.keyboard.press("l");
  await expect(sheet(page).getByText("Forstuet ankel, ingen brudd.")).toBeVisible();
  await expect(sheet(page).getByRole("heading", { name: "IDENTITET IKKE BEKREFTET" })).toBeVisible();
  await expect(sheet(page).getByText(/Hjem med kontroll/)).toBeVisible();
  const save = page.getByRole("button", { name: "Lagre epikrisen som fil" });
  await save.focus();
  const [file] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  const document = JSON.parse(readFileSync(await file.path(), "utf8")) as { readonly type: string; readonly entry: ReadonlyArray<{ readonly resource: { readonly resourceType: string } }> };
  expect([document.type, document.entry[0]?.resource.resourceType, file.suggestedFilename()]).toEqual(["document", "Composition", expect.stringMatching(/-epikrise-.*\.fhir\.json$/)]);
  await page.reload();
  await expect(sheet(page).getByText("Forstuet ankel, ingen brudd.")).toBeVisible();
  const pdf = await page.pdf({ format: "A4" });
  expect(pdf.length).toBeGreaterThan(5_000);
});

test.describe("by touch alone", () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });
  test("the way out and the advice on a phone, then the words that are missing, then the letter", async ({ page, server }) => {
    await page.goto(`${server.url}/intake`);
    await takeIn(page, "Kari Nordmann");
    await page.getByRole("link", { name: "Tavle" }).tap();
    await board(page).getByText("Kari Nordmann").tap();
    await page.getByRole("link", { name: /Åpne kontakten/ }).tap();
    await page.getByRole("button", { name: "Avslutt" }).tap();
    await page.locator('.chip:has(input[value="home"])').tap();
    await page.locator('.chip:has(input[name="advice-comeBackIfWorse"])').tap();
    await page.getByRole("button", { name: "Avslutt kontakten" }).tap();
    const card = page.getByRole("region", { name: "Brev til fastlegen" });
    await card.getByRole("button", { name: "Skriv vurderingen" }).tap();
    await page.getByRole("textbox", { name: "Vurdering" }).fill("Frisk");
    await page.getByRole("button", { name: "Lagre vurderingen" }).tap();
    await card.getByRole("link", { name: "Epikrise" }).tap();
    await expect(sheet(page).getByText("Frisk")).toBeVisible();
    await expect(sheet(page).getByText("Kom tilbake hvis verre.")).toBeVisible();
  });

  test("who left unseen is rung from the board", async ({ page, server }) => {
    await page.goto(`${server.url}/intake`);
    await takeIn(page, "Kari Nordmann");
    await page.getByRole("link", { name: "Tavle" }).tap();
    await board(page).getByText("Kari Nordmann").tap();
    await page.getByRole("button", { name: "Avslutt" }).tap();
    await page.locator('.chip:has(input[value="leftUnseen"])').tap();
    await page.getByRole("button", { name: "Avslutt kontakten" }).tap();
    await page.getByRole("button", { name: "Ring tilbake 1" }).tap();
    const list = page.getByRole("region", { name: "Ring tilbake" });
    await list.getByRole("button", { name: "Ikke svar" }).tap();
    await expect(list.getByText(/Forsøk 1/)).toBeVisible();
    await list.getByRole("button", { name: "Nådd" }).tap();
    await expect(list.getByText("Ingen å ringe nå.")).toBeVisible();
  });
});

for (const light of ["light", "dark"] as const) {
  test(`axe finds nothing in leaving, the letter and the list by ${light === "light" ? "day" : "night"}`, async ({ browser, server, watch }) => {
    const context = await browser.newContext({ colorScheme: light, locale: "nb-NO", timezoneId: "Europe/Oslo" });
    watch(context);
    const page = await context.newPage();
    await page.goto(`${server.url}/intake`);
    await takeIn(page, "Kari Nordmann");
    await chartOf(page);
    for (const [key, typed] of [["v", "Forstuet"], ["x", "6"]] as const) {
      await page.keyboard.press("Escape");
      await page.keyboard.press(key);
      await page.keyboard.type(typed);
      for (const [width, height] of [[390, 844], [1440, 900]] as const) {
        await page.setViewportSize({ width, height });
        expect(await violationsOn(page), `${key} at ${String(width)}`).toEqual([]);
      }
    }
    await page.keyboard.press("Enter");
    await expect(page.getByRole("region", { name: "Brev til fastlegen" })).toBeVisible();
    expect(await violationsOn(page), "after the end").toEqual([]);
    await page.keyboard.press("l");
    await expect(sheet(page)).toBeVisible();
    expect(await violationsOn(page), "the letter").toEqual([]);
    await page.getByRole("link", { name: "Tavle" }).first().click();
    await page.getByRole("button", { name: "Ring tilbake 1" }).click();
    await expect(page.getByRole("region", { name: "Ring tilbake" })).toBeVisible();
    expect(await violationsOn(page), "the list").toEqual([]);
    await context.close();
  });
}
