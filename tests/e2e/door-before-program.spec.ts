/** The door's page while the program is still on its way: held back here for as long as a test wants, as on a slow tablet. */
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

/** Every script but the boot script waits until it is let go. */
const holdProgram = async (page: Page): Promise<() => void> => {
  let letGo = (): void => undefined;
  const free = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(/\/assets\/(?!boot).*\.js$/, async (route) => {
    await free;
    await route.continue();
  });
  return letGo;
};

const isProgramHere = (page: Page) => expect(page.locator("#shell")).toHaveCount(0);
/** It has taken its own root out of the page, and draws there unseen. */
const hasProgramBegun = (page: Page) => expect(page.locator("#root")).toHaveCount(0);
const field = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });

test("[OVER1] letters, level, choices, focus and the marker survive the take-over", async ({ page }) => {
  const letGo = await holdProgram(page);
  await page.goto("/intake?lang=en");
  await expect(field(page, "Name")).toBeFocused();
  await page.keyboard.type("Kari Nordmann");
  await page.locator("label", { has: page.getByRole("radio", { name: /^2/ }) }).click();
  await page.locator("label", { has: page.getByRole("radio", { name: "Female" }) }).click();
  await page.getByRole("button", { name: "Fever", exact: true }).or(page.getByRole("button", { name: "Feber", exact: true })).click();
  await field(page, "Born or age").fill("1980");
  await field(page, "Name").focus();
  await page.evaluate(() => document.querySelector<HTMLInputElement>("#shell input[name=name]")?.setSelectionRange(5, 9));
  letGo();
  await isProgramHere(page);
  await expect(field(page, "Name")).toHaveValue("Kari Nordmann");
  await expect(field(page, "Name")).toBeFocused();
  await expect(field(page, "Born or age")).toHaveValue("1980");
  await expect(field(page, "Reason for contact")).toHaveValue("Feber");
  await expect(page.getByRole("radio", { name: /^2/ })).toBeChecked();
  await expect(page.getByRole("radio", { name: "Female" })).toBeChecked();
  await page.keyboard.type("N");
  await expect(field(page, "Name")).toHaveValue("Kari Nmann");
});

test("[OVER1] no letter is lost while somebody types on through the take-over", async ({ page }) => {
  const letGo = await holdProgram(page);
  await page.goto("/intake");
  const text = "Per Ålesund med ei lang innleiing om kvar det gjer vondt og når det byrja ".repeat(3);
  // As a person does: nobody types before there is a field to type in.
  await expect(field(page, "Navn")).toBeFocused();
  setTimeout(letGo, 300);
  await page.keyboard.type(text, { delay: 12 });
  await isProgramHere(page);
  await expect(field(page, "Navn")).toHaveValue(text);
});

test("[OVER1] a press that began in the drawn form ends there: the take-over waits for the finger", async ({ page }) => {
  const letGo = await holdProgram(page);
  await page.goto("/intake");
  const chip = page.getByRole("button", { name: "Feber", exact: true });
  await chip.hover();
  await page.mouse.down();
  letGo();
  await hasProgramBegun(page);
  // Written when the book is open, which is when the program would take over.
  await page.waitForFunction(() => localStorage.getItem("vaktbok-shell") !== null);
  await expect(page.locator("#shell")).toHaveCount(1);
  await page.mouse.up();
  await isProgramHere(page);
  await expect(field(page, "Årsak til kontakt")).toHaveValue("Feber");
});

test("[HOLD2] Register before the program is here empties the form at once and registers once, afterwards", async ({ page }) => {
  const letGo = await holdProgram(page);
  await page.goto("/intake?lang=en");
  await expect(field(page, "Name")).toBeFocused();
  await page.keyboard.type("First Patient");
  await page.keyboard.press("Control+Enter");
  await expect(field(page, "Name")).toHaveValue("");
  await expect(field(page, "Name")).toBeFocused();
  await page.keyboard.type("Second");
  letGo();
  await isProgramHere(page);
  await expect(field(page, "Name")).toHaveValue("Second");
  await expect(page.getByRole("status").filter({ hasText: "Saved here" })).toBeVisible();
  await expect(page.getByRole("link", { name: /1 record only here/ })).toBeVisible();
});

test("[OVER2][OVER3] the drawn form stands alone, and takes letters, until the book is open", async ({ page }) => {
  let letGo = (): void => undefined;
  const free = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  // The keys lie behind this worker: without it the book cannot open.
  await page.route(/origin-files\.worker.*\.js$/, async (route) => {
    await free;
    await route.continue();
  });
  await page.goto("/intake");
  await hasProgramBegun(page);
  await page.keyboard.type("Kari");
  await expect(page.locator("#shell")).toHaveCount(1);
  await expect(page.locator("form")).toHaveCount(1);
  letGo();
  await isProgramHere(page);
  await expect(field(page, "Navn")).toHaveValue("Kari");
});

test("[HOLD1] the form stands drawn in the device's language with the ward's own scale and reasons", async ({ page }) => {
  await page.addInitScript(() => {
    localStorage.setItem("vaktbok-shell", JSON.stringify({ name: "Sandnes legevakt", scale: "mts", reasons: ["Feber", "Sår i hånd"] }));
    localStorage.setItem("vaktbok-prefs", JSON.stringify({ language: "en" }));
  });
  await holdProgram(page);
  await page.goto("/intake");
  await expect(page.getByRole("radiogroup", { name: "Triage level" }).getByRole("radio")).toHaveCount(6);
  await expect(page.getByRole("radio", { name: "2 Very urgent" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Sår i hånd" })).toBeVisible();
  await expect(page.getByText("Sandnes legevakt")).toBeVisible();
});

test("[BOOT1] language, night and glove mode stand before anything of the program has come", async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem("vaktbok-prefs", JSON.stringify({ language: "nn", light: "night", isGlove: true })));
  await holdProgram(page);
  for (const path of ["/", "/intake"]) {
    await page.goto(path, { waitUntil: "commit" });
    const root = page.locator("html");
    await expect(root).toHaveAttribute("lang", "nn");
    await expect(root).toHaveAttribute("data-light", "night");
    await expect(root).toHaveAttribute("data-touch", "glove");
    // Nothing is painted before the style sheet is there: until then the page has no colour at all.
    await expect(root).toHaveCSS("background-color", "rgb(12, 15, 19)");
  }
});
