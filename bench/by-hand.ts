/** How long a practised person's hands need for what they do most, by the keystroke-level model, beside the same on a paper form. */
import { chromium, type Page } from "@playwright/test";
import { browserFlags, findBrowser } from "../scripts/browser.mjs";
import { serve } from "../scripts/serve.mjs";
import { begin, heard, listenToHands } from "../tests/e2e/by-hand/acts.ts";
import { journeys, type Journey } from "../tests/e2e/by-hand/journeys.ts";
import { countsOf, deskS, paperS, touchS, type Counts } from "./klm.ts";

interface Way {
  readonly counts: Counts;
  /** What the program took from the last press to the answer that stands on the page. */
  readonly waitedS: number;
  readonly seconds: number;
}

export interface HandFigures {
  readonly journey: string;
  readonly desk: Way;
  readonly touch: Way;
  readonly paperS: number;
  /** On paper, and typed afterwards as it is typed here. */
  readonly paperAndTypedS: number;
}

export const handFigures = async (): Promise<ReadonlyArray<HandFigures>> => {
  const server = await serve({ dir: "dist", port: 0 });
  const browser = await chromium.launch({ args: [...browserFlags], executablePath: findBrowser() ?? chromium.executablePath() });
  const figures: Array<HandFigures> = [];
  for (const journey of journeys) {
    const ways: Array<Way> = [];
    for (const isTouch of [false, true]) {
      const context = await browser.newContext({ locale: "nb-NO", timezoneId: "Europe/Oslo", viewport: isTouch ? { width: 820, height: 1180 } : { width: 1440, height: 900 }, hasTouch: isTouch, isMobile: isTouch });
      ways.push(await wayOf(await context.newPage(), server.url, journey, isTouch));
      await context.close();
    }
    const [desk, touch] = ways;
    if (desk === undefined || touch === undefined) throw new Error("a way was not gone");
    const onPaperS = paperS(journey.paper);
    figures.push({ journey: journey.name, desk, touch, paperS: onPaperS, paperAndTypedS: onPaperS + desk.seconds });
  }
  await browser.close();
  await server.close();
  return figures;
};

const wayOf = async (page: Page, url: string, { ready, byKeys, byTouch, done }: Journey, isTouch: boolean): Promise<Way> => {
  await listenToHands(page);
  await ready(page, url);
  await begin(page);
  await (isTouch ? byTouch(page) : byKeys(page));
  await done(page).first().waitFor();
  const { acts, sinceLastMs } = await heard(page);
  const counts = countsOf(acts);
  const waitedS = sinceLastMs / 1_000;
  return { counts, waitedS, seconds: (isTouch ? touchS : deskS)(counts, waitedS) };
};
