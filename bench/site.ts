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

/** Before the app's worker is there: it would answer every page of the origin. */
export const openFillPage = async (page: Page, url: string): Promise<void> => {
  await page.goto(`${url}/fill/index.html`);
  await page.waitForFunction(() => "fillPage" in window);
};
