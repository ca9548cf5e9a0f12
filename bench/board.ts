/**
 * The board at work: rows as many as asked, a key in the search field every 290 ms, waits ticking, for eight seconds, with
 * the main thread slowed down.
 */
import { openProfile, type Session } from "./browser.ts";
import { typedFor, type Typed } from "./typing.ts";
import { openFillPage, withSite } from "./site.ts";
import { quantile, spread, type Spread } from "./stats.ts";

export interface BoardFigures {
  readonly rows: number;
  /** From navigation to the first row that can be seen. */
  readonly firstRowMs: Spread;
  readonly framesOver50: Spread;
  readonly longestFrameMs: Spread;
  /** From the key to the next painted frame. */
  readonly keyP95Ms: Spread;
  /** By the main thread's own clock (main-thread.ts). */
  readonly longestTaskMs: Spread;
  readonly tasksOver50: Spread;
  readonly keyWorkP95Ms: Spread;
}

interface Round extends Typed {
  readonly firstRowMs: number;
}

export const boardFigures = (rows: number, rounds: number, throttle: number): Promise<BoardFigures> => withSite((url) => boardFiguresAt(url, rows, rounds, throttle));

const boardFiguresAt = async (url: string, rows: number, rounds: number, throttle: number): Promise<BoardFigures> => {
  const profile = openProfile();
  await profile.visit(1, async ({ page }) => {
    await openFillPage(page, url);
    await page.evaluate((here) => window.fillPage.fill({ gone: 0, here }), rows);
    await page.goto(url);
    await page.waitForTimeout(5_000 + rows / 2);
  });
  const measured: Array<Round> = [];
  for (let round = 0; round < rounds; round += 1) measured.push(await profile.visit(throttle, (session) => measure(session, url)));
  profile.remove();
  return {
    rows,
    firstRowMs: spread(measured.map(({ firstRowMs }) => firstRowMs)),
    framesOver50: spread(measured.map(({ frames }) => frames.filter((ms) => ms > 50).length)),
    longestFrameMs: spread(measured.map(({ frames }) => quantile(frames, 1))),
    keyP95Ms: spread(measured.map(({ keys }) => quantile(keys, 0.95))),
    longestTaskMs: spread(measured.map(({ work }) => quantile(work.tasksMs, 1))),
    tasksOver50: spread(measured.map(({ work }) => work.tasksMs.filter((ms) => ms > 50).length)),
    keyWorkP95Ms: spread(measured.map(({ work }) => quantile(work.keysMs, 0.95))),
  };
};

const measure = async ({ page, cdp }: Session, url: string): Promise<Round> => {
  await page.goto(url);
  await page.locator("#shell").waitFor({ state: "detached", timeout: 120_000 });
  await page.getByRole("row").nth(1).waitFor({ timeout: 120_000 });
  const firstRowMs = await page.evaluate(() => performance.now());
  // What follows a start (other pages, the worker) is over by then: this is the board at work, not the start.
  await page.waitForTimeout(10_000);
  await page.getByRole("searchbox").first().focus();
  const { frames, keys, work } = await typedFor(8_000, { page, cdp }, (place) => (place % 8 < 4 ? "1" : "Backspace"));
  return { firstRowMs, frames, keys, work };
};
