/** The built app with the fill page beside it, on one origin; a copy, so that nothing is left in `dist`. */
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { build } from "vite";
import { serve } from "../scripts/serve.mjs";

interface Site {
  readonly dir: string;
  readonly serve: () => Promise<{ readonly url: string; readonly close: () => Promise<void> }>;
  readonly remove: () => void;
}

export const buildSite = async (): Promise<Site> => {
  if (!existsSync("dist/intake.html")) throw new Error("no build: run `npm run build` first");
  const dir = mkdtempSync(join(tmpdir(), "vaktbok-site-"));
  cpSync("dist", dir, { recursive: true });
  await build({ root: "bench/fill-page", base: "/fill/", configFile: false, logLevel: "error", build: { outDir: join(dir, "fill"), emptyOutDir: true, target: "es2023" } });
  return { dir, serve: () => serve({ dir, port: 0 }), remove: () => rmSync(dir, { recursive: true, force: true }) };
};

/** Past the app's worker, which would answer every page of the origin with its own. */
export const openFillPage = async (page: Page, url: string): Promise<void> => {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Network.enable");
  await cdp.send("Network.setBypassServiceWorker", { bypass: true });
  await page.goto(`${url}/fill/index.html`);
  await page.waitForFunction(() => "fillPage" in window);
  await cdp.send("Network.setBypassServiceWorker", { bypass: false });
  await cdp.detach();
};

/** Serves it for as long as the work takes, also when that fails. */
export const withSite = async <T>(work: (url: string) => Promise<T>): Promise<T> => {
  const site = await buildSite();
  const server = await site.serve();
  try {
    return await work(server.url);
  } finally {
    await server.close();
    site.remove();
  }
};
