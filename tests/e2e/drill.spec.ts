// A drill beside a real book, and the way out of both: on the real build, with the server gone after the first visit.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

const takeIn = async (page: Page, name: string): Promise<void> => {
  await page.getByRole("link", { name: "New patient" }).first().click();
  await page.getByRole("textbox", { name: "Name" }).fill(name);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(/is on the board/)).toBeVisible();
  await page.getByRole("link", { name: "Board" }).first().click();
};
const goTo = async (page: Page, place: string): Promise<void> => {
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("dialog").getByRole("link", { name: place }).click();
};
const rows = (page: Page) => page.getByRole("table", { name: "Board" }).getByRole("row", { name: /\b(?!XX)[A-Z]{3}-\d{3}-[A-Z]\b/ });

test("a drill is one tap, plays with the server gone, and never touches the real book", async ({ page, server }) => {
  await page.goto(`${server.url}/?lang=en`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await takeIn(page, "Really Here");
  await expect(page.getByText("Really Here")).toBeVisible();
  await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state)).toBe("activated");
  await server.stop();

  await goTo(page, "Drill");
  await page.getByRole("button", { name: "Start the drill" }).click();
  await expect(page.getByText("DRILL", { exact: true }).first()).toBeVisible();
  await expect(page.getByText("Tariq Furuskog")).toBeVisible();
  await expect(page.getByText("Really Here")).toBeHidden();
  await expect(page.getByText(/XX[A-Z]-037-/)).toBeVisible();
  await takeIn(page, "Only Drilled");
  await expect(page.getByText("Only Drilled")).toBeVisible();
  await expect(page.getByText(/XX[A-Z]-0(?:39|40)-/)).toBeVisible();

  await page.reload();
  await expect(page.getByText("Only Drilled")).toBeVisible();
  await expect(page.getByText(/XX[A-Z]-037-/)).toHaveCount(1);

  await goTo(page, "Drill");
  await page.getByRole("button", { name: "Leave the drill" }).click();
  await expect(page.getByText("Really Here")).toBeVisible();
  await expect(page.getByText("Only Drilled")).toBeHidden();
  await expect(rows(page)).toHaveCount(1);

  await goTo(page, "Drill");
  await page.getByRole("button", { name: /^Go on with the one from/ }).click();
  await expect(page.getByText("Only Drilled")).toBeVisible();
  await goTo(page, "Drill");
  await page.getByRole("button", { name: "Start anew" }).click();
  await expect(page.getByText("Tariq Furuskog")).toBeVisible();
  await expect(page.getByText("Only Drilled")).toBeHidden();

  await goTo(page, "Drill");
  await page.getByRole("button", { name: "Leave the drill" }).click();
  await expect(page.getByText("Really Here")).toBeVisible();
  await expect(rows(page)).toHaveCount(1);
});

test("arrivals come in from a file, leave as FHIR and CSV, and the state says what is true at each step", async ({ page, server }) => {
  await page.goto(`${server.url}/import?lang=en`);
  await page.getByLabel("Choose a file").setInputFiles({ name: "list.csv", mimeType: "text/csv", buffer: Buffer.from("arrived;name;reason\n-30;Åse Bråten;Fever\n-20;Ola Li;Cut\n") });
  await page.getByRole("button", { name: "Take in all 2" }).click();
  await expect(page.getByText(/^2 taken in: /)).toBeVisible();

  await page.getByRole("link", { name: "Recovery" }).first().click();
  await expect(page.getByText(/^2 of them are in no file/)).toBeVisible();
  await page.getByRole("checkbox").nth(1).uncheck();
  const [bundle] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save as FHIR" }).click()]);
  expect(bundle.suggestedFilename()).toMatch(/^vaktbok-.*\.fhir\.json$/);
  expect(JSON.parse(readFileSync(await bundle.path(), "utf8")).type).toBe("transaction");
  await expect(page.getByText("1 visit was not chosen and is not in the file.")).toBeVisible();
  await expect(page.getByText(/^2 of them are in no file/)).toBeVisible();
  await page.getByRole("button", { name: "The file is there" }).click();
  await expect(page.getByText(/^1 of them is in no file/)).toBeVisible();

  await page.getByRole("checkbox").nth(1).check();
  const [listing] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save as CSV" }).click()]);
  const text = readFileSync(await listing.path(), "utf8");
  for (const name of ["Åse Bråten", "Ola Li"]) expect(text).toContain(name);
  await page.getByRole("button", { name: "The files are there" }).click();
  await expect(page.getByText(/^All have been in a file/)).toBeVisible();
  await expect(page.getByText(/no proof that the journal has them/).first()).toBeVisible();
});
