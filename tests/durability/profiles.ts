// Profiles of browsers: new ones, and copies of one that holds a filled book whose keys have settled.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startChromium } from "./chromium.ts";
import { newLedger } from "./ledger.ts";
import type { Acknowledged } from "./page-port.ts";
import { openIn, saveIn } from "./trial.ts";

export interface Filled {
  readonly folder: string;
  readonly saved: ReadonlyArray<Acknowledged>;
  /** SHA-256 of each file of the book, by its name there. */
  readonly hashes: ReadonlyArray<readonly [string, string]>;
  readonly version: string;
}

const newFolder = (): string => mkdtempSync(join(tmpdir(), "vaktbok-profile-"));

/** The children of a killed browser may still be writing for a moment. */
export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });

export const fillProfile = async (url: string, count: number, flags: ReadonlyArray<string> = []): Promise<Filled> => {
  const folder = newFolder();
  const ledger = newLedger();
  const browser = await startChromium(folder, flags);
  const page = await browser.newPage(url, ledger.add);
  const opened = await openIn(page);
  if (!opened.ok) throw new Error(`a new book does not open: ${opened.fault}`);
  await saveIn(page, { series: "filled", from: 0, count, each: 2 });
  await page.evaluate(() => window.durabilityPage.lookThrough());
  await page.evaluate(() => window.durabilityPage.settle());
  const hashes = await page.evaluate(() => window.durabilityPage.fileHashes());
  await browser.quit();
  return { folder, saved: ledger.all(), hashes, version: browser.version };
};

export const copyOf = ({ folder }: Pick<Filled, "folder">, into = newFolder()): string => {
  mkdirSync(into, { recursive: true });
  cpSync(folder, into, { recursive: true });
  return into;
};

/**
 * The browser has promised to keep the site's data, as it does for an installed app. Written into the profile: what a
 * debugger grants is told to the page and is not what the browser itself looks at when the disk is full.
 */
export const promiseToKeep = (profile: string, url: string): void => {
  const path = join(profile, "Default", "Preferences");
  const preferences = JSON.parse(readFileSync(path, "utf8"));
  const exceptions = preferences.profile?.content_settings?.exceptions;
  const kept = { ...preferences.profile, content_settings: { ...preferences.profile?.content_settings, exceptions: { ...exceptions, durable_storage: { [`${url},*`]: { setting: 1, last_modified: "13400000000000000" } } } } };
  writeFileSync(path, JSON.stringify({ ...preferences, profile: kept }));
};
