/** What a person does on the pages, for journeys that are about something else. */
import { expect, type Locator, type Page } from "@playwright/test";

export const board = (page: Page): Locator => page.getByRole("table", { name: "Tavle" });

/** Registers one patient on the door's page; answers when the page says that it is saved. */
export const takeIn = async (page: Page, name: string): Promise<void> => {
  await expect(page.locator("#shell")).toHaveCount(0);
  const number = page.locator(".registered-number");
  const before = (await number.count()) === 0 ? "" : ((await number.first().textContent()) ?? "");
  await page.getByRole("textbox", { name: "Navn", exact: true }).fill(name);
  await page.getByRole("button", { name: "Registrer" }).click();
  await expect(number.first()).not.toHaveText(before);
  await expect(page.getByText("Lagret her").last()).toBeVisible();
};

/** The settings' own word, which stands there only after the worker has looked that every file of the program lies here. */
export const readyWithoutNetwork = (page: Page): Promise<void> => expect(page.getByText(/^Klar uten nett, utgave/)).toBeVisible();

/** The versions of the program that lie on this device. */
export const shelves = (page: Page): Promise<ReadonlyArray<string>> =>
  page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith("vaktbok-version-")));
