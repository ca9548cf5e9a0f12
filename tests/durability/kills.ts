// The browser is killed, or a tab crashes, at any moment of steady saving.
import { startChromium } from "./chromium.ts";
import { diceOf } from "./dice.ts";
import { newLedger } from "./ledger.ts";
import { copyOf, removeFolder, type Filled } from "./profiles.ts";
import { lookAgain, openIn, saveWithoutEnd, type Trial } from "./trial.ts";
import { pause, waitUntil } from "./wait.ts";

const longestMs = 700;

/** One after another on one profile: what the first left behind is still there after the last. */
export const killRound = async (url: string, filled: Filled, seeds: ReadonlyArray<number>): Promise<ReadonlyArray<Trial>> => {
  const profile = copyOf(filled);
  const ledger = newLedger(filled.saved);
  const trials: Array<Trial> = [];
  let did = "";
  const look = async (browser: Awaited<ReturnType<typeof startChromium>>, seed: number) => {
    const page = await browser.newPage(url, ledger.add);
    if (did === "") await openIn(page);
    else trials.push(await lookAgain(page, { kind: "kill", seed, did, ledger }));
    return page;
  };
  for (const [at, seed] of seeds.entries()) {
    const dice = diceOf(seed);
    const browser = await startChromium(profile);
    try {
      const page = await look(browser, seeds[at - 1] ?? seed);
      const before = ledger.all().length;
      saveWithoutEnd(page, `kill-${seed}`, 1 + dice.below(3));
      await waitUntil("something is saved", () => ledger.all().length > before);
      const waitMs = dice.below(longestMs);
      await pause(waitMs);
      did = `killed ${waitMs} ms after the first of the saves`;
    } finally {
      await browser.kill();
    }
  }
  const browser = await startChromium(profile);
  try {
    await look(browser, seeds.at(-1) ?? 0);
  } finally {
    await browser.kill();
    removeFolder(profile);
  }
  return trials;
};

export const crashRound = async (url: string, filled: Filled, seeds: ReadonlyArray<number>): Promise<ReadonlyArray<Trial>> => {
  const profile = copyOf(filled);
  const ledger = newLedger(filled.saved);
  const trials: Array<Trial> = [];
  const browser = await startChromium(profile);
  try {
    for (const seed of seeds) {
      const dice = diceOf(seed);
      const page = await browser.newPage(url, ledger.add);
      await openIn(page);
      const before = ledger.all().length;
      saveWithoutEnd(page, `crash-${seed}`, 1 + dice.below(3));
      await waitUntil("something is saved", () => ledger.all().length > before);
      const waitMs = dice.below(longestMs);
      await pause(waitMs);
      const crashed = page.waitForEvent("crash");
      const cdp = await browser.context.newCDPSession(page);
      void cdp.send("Page.crash").catch(() => undefined);
      await crashed;
      await page.close();
      const next = await browser.newPage(url, ledger.add);
      trials.push(await lookAgain(next, { kind: "crash", seed, did: `tab crashed ${waitMs} ms after the first of the saves`, ledger }));
      await next.close();
    }
  } finally {
    await browser.kill();
    removeFolder(profile);
  }
  return trials;
};
