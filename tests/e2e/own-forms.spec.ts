// The ward's own forms from end to end: made in settings, filled in the chart, changed while answers stand, and out and in as a file.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { violationsOn } from "./axe.ts";
import { expect, test } from "./fixtures.ts";
import { takeIn } from "./hands.ts";

const section = (page: Page) => page.getByRole("region", { name: "Egne skjemaer" });
const row = (page: Page, title: string) => section(page).getByRole("listitem").filter({ hasText: title });
const toSettings = async (page: Page): Promise<void> => {
  await page.goto(new URL("/settings", page.url()).href);
  await expect(section(page).getByRole("button", { name: "Nytt skjema" })).toBeVisible();
};
const toChart = async (page: Page): Promise<void> => {
  await page.goto(new URL("/intake", page.url()).href);
  await takeIn(page, "Kari Nordmann");
  await page.getByRole("link", { name: "Åpne kontakten" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /Kari Nordmann/ })).toBeVisible();
};
const timeline = (page: Page) => page.getByRole("region", { name: "Tidslinje" });

/** Tab until the field or button of that name has the letters, as who has no mouse does. */
const tabTo = async (page: Page, name: string | RegExp, role: "button" | "textbox" | "radio"): Promise<void> => {
  const wanted = page.getByRole(role, { name, exact: typeof name === "string" });
  for (let press = 0; press < 200; press += 1) {
    if (await wanted.evaluateAll((all) => all.some((one) => one === document.activeElement))) return;
    await page.keyboard.press("Tab");
  }
  await expect(wanted.first()).toBeFocused();
};
const pressOn = async (page: Page, name: string | RegExp): Promise<void> => {
  await tabTo(page, name, "button");
  await page.keyboard.press("Enter");
};

const makeByKeys = async (page: Page): Promise<void> => {
  await pressOn(page, "Nytt skjema");
  await expect(page.getByRole("textbox", { name: "Navn på skjemaet" })).toBeFocused();
  await page.keyboard.type("Fall hjemme");
  await tabTo(page, "Spørsmål 1", "textbox");
  await page.keyboard.type("Hvor falt pasienten?");
  await pressOn(page, "Legg til spørsmål");
  await expect(page.getByRole("textbox", { name: "Spørsmål 2" })).toBeFocused();
  await page.keyboard.type("Minutter på gulvet");
  await tabTo(page, "Tekst", "radio");
  await page.keyboard.press("ArrowRight");
  await tabTo(page, "Enhet", "textbox");
  await page.keyboard.type("min");
  await page.keyboard.press("Control+Enter");
  await expect(row(page, "Fall hjemme")).toContainText("Versjon 1, 2 spørsmål");
};

test("by keyboard alone: a form is made, filled with Y, there after a reload, and keeps its questions when the form changes", async ({ page, server }) => {
  await page.goto(server.url);
  await toSettings(page);
  await makeByKeys(page);
  await toChart(page);
  await page.keyboard.press("y");
  await expect(page.getByRole("textbox", { name: "Hvor falt pasienten?" })).toBeFocused();
  await page.keyboard.type("På badet");
  await page.keyboard.press("Tab");
  await page.keyboard.type("40");
  // A key counts as typed when the page has heard it; the draft's file has a moment until the system has it (drafts.spec.ts).
  await page.waitForTimeout(250);
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Minutter på gulvet (min)" })).toHaveValue("40");
  await tabTo(page, "Minutter på gulvet (min)", "textbox");
  await page.keyboard.press("Control+Enter");
  await expect(timeline(page)).toContainText("Hvor falt pasienten?På badet");
  const chart = page.url();
  await page.reload();
  await expect(timeline(page)).toContainText(/Minutter på gulvet.*40/);

  await toSettings(page);
  await pressOn(page, "Endre: Fall hjemme");
  await tabTo(page, "Spørsmål 1", "textbox");
  await page.keyboard.press("Control+A");
  await page.keyboard.type("Hvor og hvordan?");
  await page.keyboard.press("Control+Enter");
  await expect(row(page, "Fall hjemme")).toContainText("Versjon 2, 2 spørsmål");
  await page.goto(chart);
  await expect(timeline(page)).toContainText("Hvor falt pasienten?På badet");
  await page.keyboard.press("y");
  await expect(page.getByRole("textbox", { name: "Hvor og hvordan?" })).toBeFocused();
});

test("a form goes out as a Questionnaire and comes in as a new version; what a file asks for and cannot be followed is named first", async ({ page, server }) => {
  await page.goto(server.url);
  await toSettings(page);
  await makeByKeys(page);
  const [file] = await Promise.all([page.waitForEvent("download"), pressOn(page, "Lagre fil: Fall hjemme")]);
  const out = JSON.parse(readFileSync(await file.path(), "utf8")) as { readonly resourceType: string; readonly title: string; readonly item: ReadonlyArray<object> };
  expect(out).toMatchObject({ resourceType: "Questionnaire", title: "Fall hjemme", item: [{ text: "Hvor falt pasienten?" }, { text: "Minutter på gulvet" }] });
  const changed = { ...out, title: "Fall", item: [...out.item, { linkId: "q9", text: "Slo hodet?", type: "boolean", required: true, enableWhen: [{ question: "q1", operator: "exists", answerBoolean: true }] }] };
  await page.getByLabel("Les fra fil").setInputFiles({ name: "fall.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(changed)) });
  await expect(section(page)).toContainText("Blir ny versjon av Fall hjemme");
  await expect(section(page)).toContainText("Slo hodet?: vises bare noen ganger der det kom fra; her vises det alltid");
  await expect(section(page)).toContainText("Slo hodet?: må besvares der det kom fra; her kreves ingenting");
  await expect(row(page, "Versjon 1, 2 spørsmål")).toHaveCount(1);
  await page.getByRole("button", { name: "Ta skjemaet i bruk" }).click();
  await expect(row(page, "Versjon 2, 3 spørsmål")).toHaveCount(1);
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`on the phone by touch, ${colorScheme}`, () => {
    test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 }, colorScheme });

    test("a form is made and filled in; nothing is wider than the glass, and all of it can be read", async ({ page, server }) => {
      await page.goto(server.url);
      await toSettings(page);
      await page.getByRole("button", { name: "Nytt skjema" }).tap();
      await page.getByRole("textbox", { name: "Navn på skjemaet" }).fill("Bitt");
      await page.getByRole("textbox", { name: "Spørsmål 1" }).fill("Hva bet?");
      await page.locator(".own-form-editor .chip", { hasText: "Et valg" }).tap();
      await page.getByRole("textbox", { name: /^Valg/ }).fill("Hund, katt, menneske");
      expect(await violationsOn(page)).toEqual([]);
      await page.getByRole("button", { name: "Lagre skjemaet" }).tap();
      await expect(row(page, "Bitt")).toContainText("Versjon 1, 1 spørsmål");
      await toChart(page);
      await page.getByRole("button", { name: "Skjema", exact: true }).tap();
      await page.locator(".own-form .chip", { hasText: "katt" }).tap();
      expect(await violationsOn(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
      await page.getByRole("button", { name: "Lagre skjemaet" }).tap();
      await expect(timeline(page)).toContainText("Hva bet?katt");
    });
  });
}
