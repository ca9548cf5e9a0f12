/** How soon a page is there on each of a server's bad days, against a good day in the same run. One browser, a page of its own each time. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium } from "@playwright/test";
import { browserFlags, findBrowser } from "../scripts/browser.mjs";
import { type HostileServer, moods, startHostileServer } from "../tests/e2e/hostile-server.ts";
import { quantile, spread, type Spread } from "./stats.ts";

export interface MoodFigures {
  readonly mood: string;
  /** From navigation to the program on the page. */
  readonly hereMs: Spread;
  /** Of its median to the good day's. */
  readonly ratio: number;
}

const pages = ["/", "/intake", "/recovery", "/downtime"] as const;

const timesToHere = async (context: BrowserContext, { url }: HostileServer, rounds: number): Promise<ReadonlyArray<number>> => {
  const times: Array<number> = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const path of pages) {
      const page = await context.newPage();
      await page.goto(url + path);
      await page.waitForFunction(() => performance.getEntriesByName("vaktbok-program").length > 0);
      times.push(await page.evaluate(() => performance.getEntriesByName("vaktbok-program")[0]?.startTime ?? Number.NaN));
      await page.close();
    }
  }
  return times;
};

export const moodFigures = async (rounds: number): Promise<ReadonlyArray<MoodFigures>> => {
  const folder = mkdtempSync(join(tmpdir(), "vaktbok-moods-"));
  const server = await startHostileServer("dist");
  const context = await chromium.launchPersistentContext(folder, {
    args: [...browserFlags, `--ignore-certificate-errors-spki-list=${server.pin}`],
    executablePath: findBrowser() ?? chromium.executablePath(),
    locale: "nb-NO",
  });
  const first = await context.newPage();
  await first.goto(`${server.url}/settings`);
  await first.getByText(/^Klar uten nett, utgave/).waitFor();
  await first.close();
  // Once unmeasured: the first pages of a browser are slower than all that follow.
  await timesToHere(context, server, 1);
  const measured: Array<readonly [mood: string, times: ReadonlyArray<number>]> = [];
  for (const mood of ["good", ...moods] as const) {
    await server.become(mood);
    measured.push([mood, await timesToHere(context, server, rounds)]);
  }
  await context.close();
  await server.become("is gone");
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
  const goodMs = quantile(measured[0]?.[1] ?? [], 0.5);
  return measured.map(([mood, times]) => ({ mood, hereMs: spread(times), ratio: quantile(times, 0.5) / goodMs }));
};
