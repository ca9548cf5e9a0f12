/**
 * What a person does most, by keyboard alone and by touch alone, as the page hears it: no press of a mouse in the one, no key
 * but letters in a field in the other. `npm run bench` counts the same journeys in seconds.
 */
import type { Page } from "@playwright/test";
import { countsOf } from "../../bench/klm.ts";
import { begin, heard, listenToHands } from "./by-hand/acts.ts";
import { journeys, type Journey } from "./by-hand/journeys.ts";
import { expect, test } from "./fixtures.ts";
import { board } from "./hands.ts";

const run = async (page: Page, url: string, { ready, done }: Journey, go: (page: Page) => Promise<void>) => {
  await listenToHands(page);
  await ready(page, url);
  await begin(page);
  await go(page);
  await expect(done(page).first()).toBeVisible();
  return (await heard(page)).acts;
};

for (const journey of journeys) {
  test(`by keyboard alone: ${journey.name}`, async ({ page, server }) => {
    const acts = await run(page, server.url, journey, journey.byKeys);
    expect(countsOf(acts)).toMatchObject({ clicks: 0, taps: 0 });
    expect(acts.length).toBeGreaterThan(0);
  });

  test.describe("by touch alone", () => {
    test.use({ hasTouch: true, isMobile: true, viewport: { width: 820, height: 1180 } });
    test(journey.name, async ({ page, server }) => {
      const acts = await run(page, server.url, journey, journey.byTouch);
      expect(countsOf(acts)).toMatchObject({ clicks: 0 });
      expect(acts.filter(({ control }) => control.startsWith("key ") || control.startsWith("chord "))).toEqual([]);
    });
  });
}

test("an unknown red patient is five keys or fewer to the board", async ({ page, server }) => {
  const [unknownRed] = journeys;
  if (unknownRed === undefined) throw new Error("no journey");
  const acts = await run(page, server.url, unknownRed, unknownRed.byKeys);
  expect(acts.length).toBeLessThanOrEqual(5);
  await page.goto(server.url);
  await expect(board(page).getByText("Akutt")).toBeVisible();
});
