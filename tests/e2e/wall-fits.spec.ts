// The wall on the screens that wards have, in each language, with a full drill on it: nothing is cut off, and nothing hangs out at the side.
import { type Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

const sizes = [
  [820, 1180],
  [1024, 768],
  [1280, 720],
  [1366, 768],
  [1440, 900],
  [1600, 900],
  [1920, 1080],
  [3840, 2160],
] as const;

/** What stands outside the screen, and what a reader must have whole but is cut short, each in its own words. */
const faults = (page: Page): Promise<ReadonlyArray<string>> =>
  page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>(".wall, .wall *")];
    const said = (what: string, one: HTMLElement): string => `${what}: ${one.className} "${one.textContent?.slice(0, 40) ?? ""}"`;
    const outside = all.filter((one) => {
      const { left, right, bottom } = one.getBoundingClientRect();
      return left < -1 || right > innerWidth + 1 || bottom > innerHeight + 1;
    });
    const whole = all.filter((one) => one.matches(".wall-row > :not(:nth-child(3)), .wall-clock, .wall-down, .wall-foot *"));
    const cut = whole.filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== "inline");
    return [...outside.map((one) => said("outside", one)), ...cut.map((one) => said("cut", one))];
  });

test("the wall fits every screen from 820 to 3840 wide, in all three languages", async ({ page, server }) => {
  await page.goto(`${server.url}/drill?lang=en`);
  await page.getByRole("button", { name: "Start the drill" }).click();
  await expect(page.getByText("Tariq Furuskog")).toBeVisible();
  for (const language of ["nb", "nn", "en"]) {
    await page.goto(`${server.url}/wall?lang=${language}`);
    await expect(page.locator("[role=row].wall-row").nth(5)).toBeVisible();
    for (const [width, height] of sizes) {
      await page.setViewportSize({ width, height });
      await expect.poll(() => faults(page), { message: `${language} at ${String(width)} × ${String(height)}` }).toEqual([]);
    }
  }
});
