/**
 * How long a book of so many records takes to open: from navigation to the first patient on the board, in a browser process
 * of its own, with the checkpoint as any start has it, without it (every record read and folded), and without the database
 * (everything rebuilt from the journal first).
 */
import type { Page } from "@playwright/test";
import { openProfile, type BenchProfile } from "./browser.ts";
import { buildSite, openFillPage } from "./site.ts";
import { spread, type Spread } from "./stats.ts";

export interface Opening {
  readonly records: number;
  readonly boardMs: Spread;
  /** Against the same start with the smallest book, round by round. */
  readonly ratio: Spread;
  readonly foldedMs: number;
  readonly rebuiltMs: number;
}

/** Ten wait, two records each; all others have left, four records each. */
const waiting = 10;

export const openings = async (sizes: ReadonlyArray<number>, rounds: number): Promise<ReadonlyArray<Opening>> => {
  const site = await buildSite();
  const server = await site.serve();
  const books: Array<{ readonly records: number; readonly profile: BenchProfile; readonly tookMs: Array<number> }> = [];
  for (const records of sizes) {
    const profile = openProfile();
    await profile.visit(1, async ({ page }) => {
      await openFillPage(page, server.url);
      await page.evaluate(([gone, here]) => window.fillPage.fill({ gone, here }), [Math.max(0, Math.round((records - 2 * waiting) / 4)), Math.min(waiting, Math.ceil(records / 2))] as const);
      await toBoard(page, server.url);
      // The checkpoint is put away when the page has nothing better to do.
      if (records >= 250) await page.waitForFunction(hasCheckpoint, undefined, { timeout: 120_000 });
    });
    books.push({ records, profile, tookMs: [] });
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const { profile, tookMs } of books) tookMs.push(await profile.visit(1, ({ page }) => toBoard(page, server.url)));
  }
  const results: Array<Opening> = [];
  for (const { records, profile, tookMs } of books) {
    const foldedMs = await profile.visit(1, async ({ page }) => {
      await openFillPage(page, server.url);
      await page.evaluate(() => window.fillPage.forgetCheckpoint());
      return toBoard(page, server.url);
    });
    const rebuiltMs = await profile.visit(1, async ({ page }) => {
      await openFillPage(page, server.url);
      return page.evaluate(() => window.fillPage.rebuildMs());
    });
    profile.remove();
    results.push({ records, boardMs: spread(tookMs), ratio: spread(tookMs.map((ms, round) => ms / (books[0]?.tookMs[round] ?? Number.NaN))), foldedMs, rebuiltMs });
  }
  await server.close();
  site.remove();
  return results;
};

const toBoard = async (page: Page, url: string): Promise<number> => {
  await page.goto(`${url}/`);
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const look = (): void => {
          if (document.querySelector("[data-visit]") !== null) resolve(performance.now());
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
};

const hasCheckpoint = (): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open("vaktbok-real");
    opening.onerror = () => reject(opening.error ?? new Error("it did not open"));
    opening.onsuccess = () => {
      const asked = opening.result.transaction("meta").objectStore("meta").get("checkpoint");
      asked.onsuccess = () => {
        opening.result.close();
        resolve(asked.result !== undefined);
      };
    };
  });
