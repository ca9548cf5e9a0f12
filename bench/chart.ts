/**
 * The chart of a visit with very many records, as no patient has them: from navigation to its heading, a key in the field of a
 * panel, and the key that opens that panel, with the main thread slowed down.
 */
import { openProfile, type Session } from "./browser.ts";
import { openFillPage, withSite } from "./site.ts";
import { quantile, spread, type Spread } from "./stats.ts";
import { typedFor, type Typed } from "./typing.ts";

export interface ChartFigures {
  readonly records: number;
  readonly openedMs: Spread;
  /** From the letter that opens the panel to its field with the focus. */
  readonly panelMs: Spread;
  readonly keyP50Ms: Spread;
  readonly keyP95Ms: Spread;
  /** By the main thread's own clock (main-thread.ts). */
  readonly keyWorkP95Ms: Spread;
  readonly longestTaskMs: Spread;
}

interface Round extends Typed {
  readonly openedMs: number;
  readonly panelMs: number;
}

export const chartFigures = (records: number, rounds: number, throttle: number): Promise<ChartFigures> =>
  withSite(async (url) => {
    const profile = openProfile();
    const number = await profile.visit(1, async ({ page }) => {
      await openFillPage(page, url);
      const filled = await page.evaluate((many) => window.fillPage.fillChart(many), records);
      await page.goto(url);
      await page.waitForTimeout(5_000);
      return filled;
    });
    const measured: Array<Round> = [];
    for (let round = 0; round < rounds; round += 1) measured.push(await profile.visit(throttle, (session) => measure(session, `${url}/visit/${number}`)));
    profile.remove();
    return {
      records,
      openedMs: spread(measured.map(({ openedMs }) => openedMs)),
      panelMs: spread(measured.map(({ panelMs }) => panelMs)),
      keyP50Ms: spread(measured.map(({ keys }) => quantile(keys, 0.5))),
      keyP95Ms: spread(measured.map(({ keys }) => quantile(keys, 0.95))),
      keyWorkP95Ms: spread(measured.map(({ work }) => quantile(work.keysMs, 0.95))),
      longestTaskMs: spread(measured.map(({ work }) => quantile(work.tasksMs, 1))),
    };
  });

const letters = "blek og klam, svetter. ";

const measure = async ({ page, cdp }: Session, address: string): Promise<Round> => {
  await page.goto(address);
  await page.locator("#shell").waitFor({ state: "detached", timeout: 120_000 });
  await page.getByRole("heading", { level: 1, name: /Syntetisk/ }).waitFor({ timeout: 120_000 });
  const openedMs = await page.evaluate(() => performance.now());
  await page.waitForTimeout(10_000);
  const shown = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const look = (beganMs: number): void => {
          if (document.activeElement?.matches("input, textarea") === true) resolve(performance.now() - beganMs);
          else requestAnimationFrame(() => look(beganMs));
        };
        addEventListener("keydown", ({ timeStamp }) => look(timeStamp), { once: true, capture: true });
      }),
  );
  await page.keyboard.press("i");
  const panelMs = await shown;
  const typed = await typedFor(8_000, { page, cdp }, (place) => letters[place % letters.length] ?? " ");
  // What was begun would stand open at the next round.
  await page.keyboard.press("Escape");
  await page.waitForTimeout(1_000);
  return { openedMs, panelMs, ...typed };
};
