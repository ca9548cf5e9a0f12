/** A browser process of its own for every round, on a profile that stays, with the main thread slowed down. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type BrowserContext, type CDPSession, type Page } from "@playwright/test";
import { browserFlags, findBrowser } from "../scripts/browser.mjs";

export interface Session {
  readonly page: Page;
  readonly cdp: CDPSession;
}

export interface BenchProfile {
  /** Opens the browser, does the work, and ends the browser. */
  readonly visit: <T>(throttle: number, work: (session: Session) => Promise<T>) => Promise<T>;
  readonly remove: () => void;
}

export const openProfile = (): BenchProfile => {
  const folder = mkdtempSync(join(tmpdir(), "vaktbok-bench-"));
  const executablePath = findBrowser();
  return {
    visit: async (throttle, work) => {
      const context: BrowserContext = await chromium.launchPersistentContext(folder, {
        args: browserFlags,
        ...(executablePath === null ? {} : { executablePath }),
        locale: "nb-NO",
        viewport: { width: 1180, height: 820 },
      });
      try {
        const page = context.pages()[0] ?? (await context.newPage());
        const cdp = await context.newCDPSession(page);
        if (throttle > 1) await cdp.send("Emulation.setCPUThrottlingRate", { rate: throttle });
        return await work({ page, cdp });
      } finally {
        await context.close();
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
};
