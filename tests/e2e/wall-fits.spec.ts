// The wall on the screens that wards have, in each language, with a full drill on it: nothing is cut off, and nothing hangs out at the side.
import { type Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

const sizes = [
  [390, 844],
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
    const floorPx = document.querySelector(".wall-body")?.getBoundingClientRect().bottom ?? 0;
    const under = all.filter((one) => one.matches(".wall-body > *") && one.getBoundingClientRect().bottom > floorPx + 1);
    return [...outside.map((one) => said("outside", one)), ...cut.map((one) => said("cut", one)), ...under.map((one) => said("under the foot", one))];
  });

/** Letters are given by chance, and an M is wider than a J. */
const widestNumber = (page: Page): Promise<void> =>
  page.locator(".wall-body .number:nth-child(2)").first().evaluate((number) => {
    number.textContent = "MWM-888-W";
  });

test("the wall fits every screen from 390 to 3840 wide, in all three languages", async ({ page, server }) => {
  await page.goto(`${server.url}/drill?lang=en`);
  await page.getByRole("button", { name: "Start the drill" }).click();
  await expect(page.getByText("Tariq Furuskog")).toBeVisible();
  for (const language of ["nb", "nn", "en"]) {
    await page.goto(`${server.url}/wall?lang=${language}`);
    await expect(page.locator("[role=row].wall-row").nth(5)).toBeVisible();
    await widestNumber(page);
    for (const [width, height] of sizes) {
      await page.setViewportSize({ width, height });
      await expect.poll(() => faults(page), { message: `${language} at ${String(width)} × ${String(height)}` }).toEqual([]);
    }
  }
});

/** The foot once grew by a line when the state of the records was known, and the last patient stood half under it. */
test("[WALL3] when the foot grows, there is room for fewer, and the count says how many more", async ({ page, server }) => {
  await page.setViewportSize({ width: 1180, height: 820 });
  await page.goto(`${server.url}/drill?lang=en`);
  await page.getByRole("button", { name: "Start the drill" }).click();
  await expect(page.getByText("Tariq Furuskog")).toBeVisible();
  await page.goto(`${server.url}/wall?lang=en`);
  const rows = page.locator(".wall-body > [role=row]");
  await expect(rows.nth(5)).toBeVisible();
  const before = await rows.count();
  await page.locator(".wall-records").evaluate((state) => state.append(" and more is said here, over several lines".repeat(12)));
  await expect.poll(() => rows.count()).toBeLessThan(before);
  await expect.poll(() => faults(page)).toEqual([]);
});
