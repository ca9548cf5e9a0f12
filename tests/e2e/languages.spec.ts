/** A device speaks one language at a time, and has the others with it: a switch needs no network. */
import { expect, test } from "./fixtures.ts";
import { readyWithoutNetwork } from "./hands.ts";

test("[BOOT2] the door in English fetches no other words before the program stands, and afterwards all of them", async ({ page }) => {
  const asked: Array<string> = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto("/intake?lang=en");
  await expect(page.getByLabel("Name", { exact: true })).toBeVisible();
  const placeOf = (part: RegExp): number => asked.findIndex((url) => part.test(url));
  await expect.poll(() => placeOf(/words-nn-/)).toBeGreaterThan(-1);
  const others = Math.min(placeOf(/words-nb-/), placeOf(/words-nn-/));
  expect(placeOf(/words-en-/)).toBeGreaterThan(-1);
  expect(placeOf(/words-en-/)).toBeLessThan(placeOf(/board-page-/));
  expect(others).toBeGreaterThan(placeOf(/board-page-/));
});

test("[SPK1] with the server gone the language is switched in the settings, and the next start speaks it", async ({ page, server }) => {
  await page.goto("/settings?lang=nb");
  await readyWithoutNetwork(page);
  await server.stop();
  await page.getByRole("radio", { name: "Nynorsk" }).check();
  await expect(page.getByRole("heading", { level: 1, name: "Innstillingar" })).toBeVisible();
  await page.goto("/intake");
  await expect(page.getByLabel("Namn", { exact: true })).toBeVisible();
  await page.goto("/settings?lang=en");
  await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
});

for (const [spoken, title, name] of [["en-GB", "Board", "Name"], ["nn-NO", "Tavle", "Namn"]] as const) {
  test.describe(`a browser in ${spoken}`, () => {
    test.use({ locale: spoken });
    test("opens in its own language, on the board and at the door, until somebody chooses another", async ({ page }) => {
      await page.goto("/");
      await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
      await page.goto("/intake");
      await expect(page.getByLabel(name, { exact: true })).toBeVisible();
      await page.goto("/settings?lang=nb");
      await expect(page.getByRole("heading", { level: 1, name: "Innstillinger" })).toBeVisible();
      await page.goto("/intake");
      await expect(page.getByLabel("Navn", { exact: true })).toBeVisible();
    });
  });
}
