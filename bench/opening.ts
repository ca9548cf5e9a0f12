/**
 * How long a book of so many records takes to open: from navigation to the first patient on the board, in a browser process
 * of its own, with the checkpoint as any start has it, without it (every record read and folded), and without the database
 * (everything rebuilt from the journal first). Some books have photos in them, as large as a photo may be.
 */
import type { Page } from "@playwright/test";
import { openProfile, type BenchProfile } from "./browser.ts";
import { openFillPage, withSite } from "./site.ts";
import { spread, type Spread } from "./stats.ts";

interface Book {
  readonly records: number;
  readonly photos: number;
}

export interface Opening extends Book {
  readonly boardMs: Spread;
  /** Against the same start with the smallest book, round by round. */
  readonly ratio: Spread;
  readonly foldedMs: number;
  readonly rebuiltMs: number;
}

/** Ten wait, two records each; all others have left, four records each. */
const waiting = 10;

export const openings = (wanted: ReadonlyArray<Book>, rounds: number): Promise<ReadonlyArray<Opening>> => withSite((url) => openingsAt(url, wanted, rounds));

const openingsAt = async (url: string, wanted: ReadonlyArray<Book>, rounds: number): Promise<ReadonlyArray<Opening>> => {
  const books: Array<Book & { readonly profile: BenchProfile; readonly tookMs: Array<number> }> = [];
  for (const { records, photos } of wanted) {
    const profile = openProfile();
    await profile.visit(1, async ({ page }) => {
      await openFillPage(page, url);
      await page.evaluate(([gone, here]) => window.fillPage.fill({ gone, here }), [Math.max(0, Math.round((records - 2 * waiting) / 4)), Math.min(waiting, Math.ceil(records / 2))] as const);
      if (photos > 0) await page.evaluate((many) => window.fillPage.addPhotos(many), photos);
      await toBoard(page, url);
      // The checkpoint is put away when the page has nothing better to do.
      if (records >= 250) await page.waitForFunction(hasCheckpoint, undefined, { timeout: 120_000 });
    });
    // After so many records at once, as no ward writes them, the database tidies up at its next openings.
    for (let visit = 0; visit < 2; visit += 1) {
      await profile.visit(1, async ({ page }) => {
        await toBoard(page, url);
        await page.waitForTimeout(3_000);
      });
    }
    books.push({ records, photos, profile, tookMs: [] });
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const { profile, tookMs } of books) tookMs.push(await profile.visit(1, ({ page }) => toBoard(page, url)));
  }
  const results: Array<Opening> = [];
  for (const { records, photos, profile, tookMs } of books) {
    const foldedMs = await profile.visit(1, async ({ page }) => {
      await openFillPage(page, url);
      await page.evaluate(() => window.fillPage.forgetCheckpoint());
      return toBoard(page, url);
    });
    const rebuiltMs = await profile.visit(1, async ({ page }) => {
      await openFillPage(page, url);
      return page.evaluate(() => window.fillPage.rebuildMs());
    });
    profile.remove();
    results.push({ records, photos, boardMs: spread(tookMs), ratio: spread(tookMs.map((ms, round) => ms / (books[0]?.tookMs[round] ?? Number.NaN))), foldedMs, rebuiltMs });
  }
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
