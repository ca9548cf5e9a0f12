// A ward's own triage set from file to chart: refused, loaded, read in by keys and by touch, there after a reload with no server.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { violationsOn } from "./axe.ts";
import { expect, test } from "./fixtures.ts";
import { readyWithoutNetwork, takeIn } from "./hands.ts";

const demo = readFileSync("tests/forms/demo-triage-set.json", "utf8");
const jsonFile = (name: string, text: string) => ({ name, mimeType: "application/json", buffer: Buffer.from(text) });
const section = (page: Page) => page.getByRole("region", { name: "Triagesett" });
const aid = (page: Page) => page.getByRole("form", { name: "Kriterier å lese i" });
const timeline = (page: Page) => page.getByRole("region", { name: "Tidslinje" });

const load = async (page: Page): Promise<void> => {
  await section(page).getByLabel("Les inn et sett").setInputFiles(jsonFile("sett.json", demo));
  await expect(section(page).getByText("Prøveforlaget AS (Bare til prøver), til og med 31. des. 2027")).toBeVisible();
  await section(page).getByRole("button", { name: "Ta settet i bruk" }).click();
  await expect(section(page).getByRole("button", { name: "Slutt å bruke: Oppdiktet prøvesett 2026-1" })).toBeVisible();
};
const chartOf = async (page: Page, reason: string): Promise<void> => {
  await page.getByRole("textbox", { name: "Årsak til kontakt" }).fill(reason);
  await takeIn(page, "Kari Nordmann");
  await page.getByRole("link", { name: "Åpne kontakten" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /Kari Nordmann/ })).toBeVisible();
};

test("[TSS1][TAI2][TAI3][TAI4][TAI5] a broken file is refused with its place; a whole one is used by keys, with no server, and stands after a reload", async ({ page, server }) => {
  await page.goto(`${server.url}/settings`);
  await readyWithoutNetwork(page);
  await section(page).getByLabel("Les inn et sett").setInputFiles(jsonFile("sett.json", demo.replace('nå", "level": 1', 'nå", "level": "rød"')));
  await expect(section(page).getByText("Kontaktårsak 1 «Brystsmerter», kriterium 1: Nivået må være et tall som skalaen har, uten anførselstegn (der står \"rød\").")).toBeVisible();
  await expect(section(page).getByText("Ingen sett er lest inn.")).toBeVisible();
  await load(page);
  expect(await violationsOn(page)).toEqual([]);
  await page.goto(`${server.url}/intake`);
  await server.stop();
  await chartOf(page, "Tungpust siden i går");

  await page.keyboard.press("t");
  await expect(page.getByRole("button", { name: /^1 Akutt/ })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(aid(page).getByRole("searchbox")).toBeFocused();
  await expect(aid(page).getByRole("listitem")).toHaveText(["Tungpust"]);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(aid(page).getByRole("button", { name: "Oppdiktet: klarer ikke å snakke" })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Kriteriet peker på")).toContainText("2 Haster");
  await expect(timeline(page)).not.toContainText("2 Haster");
  expect(await violationsOn(page)).toEqual([]);

  await page.reload();
  await expect(page.getByText("Kriteriet peker på")).toContainText("2 Haster");
  await expect(aid(page).getByText("Godkjent av: Kari Prøve, overlege, 1. okt. 2026.")).toBeVisible();
  await page.keyboard.press("2");
  await expect(timeline(page)).toContainText("Tungpust: Oppdiktet: snakker i korte setninger");
  await page.reload();
  await expect(timeline(page)).toContainText("Oppdiktet prøvesett 2026-1");
});

test.describe("by touch", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("[TAI3][TAI4] a double tap chooses once, the tiles stay in sight, and another level is recorded as it was said", async ({ page, server }) => {
    await page.goto(`${server.url}/settings`);
    await load(page);
    await page.goto(`${server.url}/intake`);
    await chartOf(page, "Vondt i magen");
    await page.getByRole("button", { name: /^Hastegrad/ }).tap();
    await expect(aid(page).getByText("Ingen passer. Her er alle.")).toBeVisible();
    const complaint = aid(page).getByRole("button", { name: "Brystsmerter" });
    await complaint.scrollIntoViewIfNeeded();
    const at = await complaint.boundingBox();
    if (at === null) throw new Error("it is not on the page");
    for (let tap = 0; tap < 2; tap += 1) await page.touchscreen.tap(at.x + 20, at.y + at.height / 2);
    await expect(aid(page).getByRole("heading", { name: "Brystsmerter" })).toBeVisible();
    await expect(aid(page).getByRole("button", { pressed: true })).toHaveCount(0);
    await aid(page).getByRole("button", { name: "Oppdiktet: blek og klam nå" }).tap();
    await expect(page.getByText("Kriteriet peker på")).toContainText("1 Akutt");
    const tile = page.getByRole("button", { name: /^2 Haster/ });
    await expect(tile).toBeInViewport();
    await tile.tap();
    await expect(timeline(page)).toContainText("Oppdiktet prøvesett 2026-1, der er det nivå 1 Akutt");
  });
});
