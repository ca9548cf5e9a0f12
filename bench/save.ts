/** A save through the whole of storage (sealed, signed, chained, strict) against the bare database of the same page. */
import { openProfile } from "./browser.ts";
import { quantile, spread, type Spread } from "./stats.ts";
import { openFillPage, withSite } from "./site.ts";

export interface SaveFigures {
  readonly savedP50Ms: Spread;
  readonly savedP99Ms: Spread;
  readonly rawP50Ms: Spread;
  readonly ratioP50: Spread;
  readonly ratioP99: Spread;
}

export const saveFigures = (rounds: number, count = 300): Promise<SaveFigures> => withSite((url) => saveFiguresAt(url, rounds, count));

const saveFiguresAt = async (url: string, rounds: number, count: number): Promise<SaveFigures> => {
  const measured: Array<{ readonly saved: ReadonlyArray<number>; readonly raw: ReadonlyArray<number> }> = [];
  for (let round = 0; round < rounds; round += 1) {
    const profile = openProfile();
    measured.push(
      await profile.visit(1, async ({ page }) => {
        await openFillPage(page, url);
        // Turn about, so that neither always comes after the other has warmed the disk.
        const first = round % 2 === 0;
        const early = await page.evaluate(([isRaw, many]) => (isRaw ? window.fillPage.rawSaves(many) : window.fillPage.saves(many)), [first, count] as const);
        const late = await page.evaluate(([isRaw, many]) => (isRaw ? window.fillPage.rawSaves(many) : window.fillPage.saves(many)), [!first, count] as const);
        return first ? { raw: early, saved: late } : { raw: late, saved: early };
      }),
    );
    profile.remove();
  }
  const ofEach = (read: (one: (typeof measured)[number]) => number): Spread => spread(measured.map(read));
  return {
    savedP50Ms: ofEach(({ saved }) => quantile(saved, 0.5)),
    savedP99Ms: ofEach(({ saved }) => quantile(saved, 0.99)),
    rawP50Ms: ofEach(({ raw }) => quantile(raw, 0.5)),
    ratioP50: ofEach(({ saved, raw }) => quantile(saved, 0.5) / quantile(raw, 0.5)),
    ratioP99: ofEach(({ saved, raw }) => quantile(saved, 0.99) / quantile(raw, 0.99)),
  };
};
