// The fields of a chart by keyboard alone: allergies, a flag, a reload with no server, a sign on the board, and the file.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { violationsOn } from "./axe.ts";
import { expect, test } from "./fixtures.ts";
import { board, readyWithoutNetwork, takeIn } from "./hands.ts";

const chartOf = async (page: Page): Promise<void> => {
  await page.getByRole("link", { name: "Åpne kontakten" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /Kari Nordmann/ })).toBeVisible();
};
const allergies = (page: Page) => page.getByRole("button", { name: /^Allergier:/ });

test("by keyboard alone: A, allergies, a flag, saved; there after a reload with no server, a sign on the board, and in the file", async ({ page, server }) => {
  await page.goto(`${server.url}/settings`);
  await readyWithoutNetwork(page);
  await page.goto(`${server.url}/intake`);
  await takeIn(page, "Kari Nordmann");
  await server.stop();
  await chartOf(page);
  await expect(allergies(page)).toHaveText("Allergier: Ikke spurt");
  await page.keyboard.press("a");
  await expect(page.getByRole("textbox", { name: "Allergier" })).toBeFocused();
  await page.keyboard.type("Penicillin J01C, lateks,");
  await expect(page.getByRole("button", { name: "Fjern Penicillin J01C" })).toBeVisible();
  const violence = page.getByRole("button", { name: "Fare for vold" });
  for (let press = 0; press < 9 && !(await violence.evaluate((one) => one === document.activeElement)); press += 1) await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await expect(violence).toHaveAttribute("aria-pressed", "true");
  await page.getByRole("textbox", { name: "Implantat" }).focus();
  await page.keyboard.type("Pacemaker");
  await page.keyboard.press("Enter");
  await expect(allergies(page)).toHaveText("Allergier: Penicillin J01C, lateks");
  await page.reload();
  await expect(allergies(page)).toHaveText("Allergier: Penicillin J01C, lateks");
  await page.getByRole("link", { name: "Tavle" }).click();
  await expect(board(page).getByRole("img", { name: "Fare for vold" })).toBeVisible();
  await expect(board(page).getByText("Fare for vold")).toHaveCount(0);
  await page.keyboard.press("r");
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Lagre som FHIR" }).click()]);
  const saved = readFileSync(await file.path(), "utf8");
  for (const part of ['"AllergyIntolerance"', '"J01C"', '"Flag"', '"Pacemaker"']) expect(saved).toContain(part);
});

test("a list half filled in stands again after a reload, with what was typed and not added", async ({ page, server }) => {
  await page.goto(`${server.url}/intake`);
  await takeIn(page, "Kari Nordmann");
  await chartOf(page);
  await allergies(page).click();
  await page.keyboard.type("Latex,Jod 47");
  await expect(page.getByRole("button", { name: "Fjern Latex" })).toBeVisible();
  // A key counts as typed when the page has heard it; the draft's file has a moment until the system has it (drafts.spec.ts).
  await page.waitForTimeout(250);
  await page.reload();
  await expect(page.getByRole("button", { name: "Fjern Latex" })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Allergier" })).toHaveValue("Jod 47");
  await page.getByRole("button", { name: "Lagre", exact: true }).click();
  await expect(allergies(page)).toHaveText("Allergier: Latex, Jod 47");
});

for (const light of ["light", "dark"] as const) {
  test(`axe finds nothing in the fields of a chart by ${light === "light" ? "day" : "night"}`, async ({ browser, server, watch }) => {
    const context = await browser.newContext({ colorScheme: light, locale: "nb-NO", timezoneId: "Europe/Oslo" });
    watch(context);
    const page = await context.newPage();
    await page.goto(`${server.url}/intake`);
    await takeIn(page, "Kari Nordmann");
    await chartOf(page);
    await page.keyboard.press("a");
    await page.keyboard.type("Penicillin,");
    await page.getByRole("button", { name: "Fare for vold" }).click();
    for (const [width, height] of [[390, 844], [1440, 900]] as const) {
      await page.setViewportSize({ width, height });
      expect(await violationsOn(page), `filling in at ${String(width)}`).toEqual([]);
    }
    await page.getByRole("button", { name: "Lagre", exact: true }).click();
    await expect(allergies(page)).toHaveText("Allergier: Penicillin");
    expect(await violationsOn(page), "the chart").toEqual([]);
    await page.getByRole("link", { name: "Tavle" }).click();
    await expect(board(page).getByRole("img", { name: "Fare for vold" })).toBeVisible();
    expect(await violationsOn(page), "the board").toEqual([]);
    await context.close();
  });
}

test("two tabs: a draft that comes back writes nothing over what the other tab wrote meanwhile, and says what stands", async ({ context, page, server }) => {
  await page.goto(`${server.url}/intake`);
  await takeIn(page, "Kari Nordmann");
  await chartOf(page);
  const chart = page.url();
  await page.keyboard.press("e");
  const name = page.getByRole("textbox", { name: "Navn", exact: true });
  const reason = page.getByRole("textbox", { name: "Årsak til kontakt" });
  await name.fill("Kari Nordmann Ås");
  await expect(reason).toHaveValue("");

  const other = await context.newPage();
  await other.goto(chart);
  await other.getByRole("button", { name: "Endre navn" }).click();
  await other.getByRole("textbox", { name: "Navn", exact: true }).fill("Kari Karlsen");
  await other.getByRole("button", { name: "Lagre", exact: true }).click();
  await expect(other.getByRole("heading", { level: 1, name: /Kari Karlsen/ })).toBeVisible();
  await other.keyboard.press("e");
  await other.getByRole("textbox", { name: "Årsak til kontakt" }).fill("Feber");
  await other.getByRole("button", { name: "Lagre", exact: true }).click();
  await expect(other.getByRole("textbox", { name: "Årsak til kontakt" })).toHaveCount(0);

  await expect(page.getByText("Nå står det: Kari Karlsen")).toBeVisible();
  // A key counts as typed when the page has heard it; the draft's file has a moment until the system has it (drafts.spec.ts).
  await page.waitForTimeout(250);
  await page.reload();
  await expect(page.getByText("Nå står det: Kari Karlsen · du hadde skrevet: Kari Nordmann Ås")).toBeVisible();
  await expect(name).toHaveValue("Kari Karlsen");
  await expect(reason).toHaveValue("Feber");
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole("textbox", { name: "Navn", exact: true }).press("Enter");
  await expect(name).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1, name: /Kari Karlsen/ })).toBeVisible();
});
