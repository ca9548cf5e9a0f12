// One patient who was taken in twice: told at the door, joined and parted in the chart, by keyboard alone and by touch alone, with the server gone.
import { violationsOn } from "./axe.ts";
import { expect, test } from "./fixtures.ts";
import { board, readyWithoutNetwork, takeIn } from "./hands.ts";

const hint = "Kan være her allerede";

test("by keyboard alone: told at the door, J in the chart, joined with a second person, and parted again", async ({ page, server }) => {
  await page.goto(`${server.url}/settings`);
  await readyWithoutNetwork(page);
  await page.goto(`${server.url}/intake`);
  await takeIn(page, "Kari Nordmann");
  await server.stop();
  await page.getByRole("textbox", { name: "Navn", exact: true }).fill("Nordmann, Kari");
  await expect(page.getByRole("region", { name: hint }).getByRole("link", { name: /Kari Nordmann/ })).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Lagret her").last()).toBeVisible();
  await page.getByRole("button", { name: "Registrer" }).focus();
  await page.keyboard.press("k");
  await expect(board(page).getByText("Nordmann, Kari")).toBeVisible();
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "Kan være ført to ganger" })).toBeVisible();
  await page.keyboard.press("j");
  await expect(page.getByRole("textbox", { name: "Hvem er det samme?" })).toBeFocused();
  await expect(page.getByRole("table", { name: "Side om side" })).toBeVisible();
  for (let presses = 0; presses < 4 && !(await page.getByRole("textbox", { name: /Bekreftet av/ }).evaluate((field) => field === document.activeElement)); presses += 1) await page.keyboard.press("Tab");
  await page.keyboard.type("Berg");
  await page.keyboard.press("Enter");
  const card = page.getByRole("region", { name: "Slått sammen" });
  await expect(card).toBeVisible();
  await page.reload();
  await expect(card).toBeVisible();
  await page.keyboard.press("k");
  await expect(board(page).getByRole("row", { name: /Nordmann/ })).toHaveCount(1);
  await page.goBack();
  await card.getByRole("button", { name: "Skill igjen" }).press("Enter");
  await page.getByRole("textbox", { name: /Bekreftet av/ }).press("L");
  await page.keyboard.type("ie");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "Kan være ført to ganger" })).toBeVisible();
  await page.keyboard.press("k");
  await expect(board(page).getByRole("row", { name: /Nordmann/ })).toHaveCount(2);
});

test.describe("by touch alone", () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });
  test("an unknown patient turns out to be one who is here: found by name, joined, and undone", async ({ page, server }) => {
    await page.goto(`${server.url}/intake`);
    await takeIn(page, "Kari Nordmann");
    const number = page.locator(".registered-number");
    const before = (await number.textContent()) ?? "";
    // Right after another patient an empty form is a second press, and takes nobody in.
    await expect(async () => {
      await page.getByRole("button", { name: "Ukjent pasient" }).tap();
      await expect(number).not.toHaveText(before, { timeout: 500 });
    }).toPass();
    await page.getByRole("link", { name: "Tavle" }).tap();
    await board(page).getByText(/^Ukjent \p{L}+$/u).tap();
    await page.getByRole("link", { name: /Åpne kontakten/ }).tap();
    await page.getByRole("button", { name: "Slå sammen" }).tap();
    await page.getByRole("textbox", { name: "Hvem er det samme?" }).fill("kari");
    await page.getByRole("textbox", { name: /Bekreftet av/ }).fill("Berg");
    await page.getByRole("form", { name: /Samme pasient/ }).getByRole("button", { name: "Slå sammen" }).tap();
    await expect(page.getByRole("heading", { level: 1, name: /Kari Nordmann/ })).toBeVisible();
    await page.getByRole("button", { name: "Angre" }).tap();
    await page.getByRole("link", { name: "Tavle" }).tap();
    await expect(board(page).getByText(/^Ukjent \p{L}+$/u)).toBeVisible();
  });
});

for (const light of ["light", "dark"] as const) {
  test(`axe finds nothing in the panel that joins by ${light === "light" ? "day" : "night"}`, async ({ browser, server, watch }) => {
    const context = await browser.newContext({ colorScheme: light, locale: "nb-NO", timezoneId: "Europe/Oslo" });
    watch(context);
    const page = await context.newPage();
    await page.goto(`${server.url}/intake`);
    await takeIn(page, "Kari Nordmann");
    await takeIn(page, "Kari Nordmann");
    await page.getByRole("link", { name: "Åpne kontakten" }).click();
    await page.getByRole("button", { name: "Slå sammen" }).click();
    await expect(page.getByRole("table", { name: "Side om side" })).toBeVisible();
    expect(await violationsOn(page)).toEqual([]);
    await context.close();
  });
}
