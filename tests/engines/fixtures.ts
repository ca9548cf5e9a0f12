/**
 * What a journey in another engine needs: the built app on a server that can be cut off (as in tests/e2e), and a browser of the
 * project's engine on a folder that outlives it. A journey fails when the page wrote an error or a warning to the console.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test as base } from "../e2e/fixtures.ts";
import { launchFirefox } from "./firefox.ts";
import { launchWebKit } from "./webkit.ts";
import { processGroups } from "./process-groups.ts";
import { pageOf, type Page } from "./window.ts";
import type { Launch, Running } from "./wire.ts";

const launches: Readonly<Record<string, Launch>> = { firefox: launchFirefox, webkit: launchWebKit };

export interface Engine {
  readonly name: string;
  /** The one before must have been killed. */
  readonly start: () => Promise<Page>;
  readonly kill: () => Promise<void>;
  /** The files that were saved so far, by name. */
  readonly saved: () => ReadonlyMap<string, string>;
}

/** What a browser says by itself when the server is gone, or of a driver's own hand in the page. */
const isOwnTalk = (text: string): boolean => /can’t establish a connection|Failed to load resource|Could not connect|NetworkError|Load failed/i.test(text);

export const test = base.extend<{ readonly engine: Engine }>({
  // Playwright reads what a fixture needs from its first parameter, which must be a destructuring.
  // oxlint-disable-next-line no-empty-pattern -- see above
  engine: async ({}, provide, info) => {
    const { name } = info.project;
    const launch = launches[name];
    if (launch === undefined) throw new Error(`No engine is called ${name}.`);
    const folder = mkdtempSync(join(tmpdir(), `vaktbok-${name}-`));
    const places = { profile: join(folder, "profile"), downloads: join(folder, "downloads") };
    mkdirSync(places.downloads);
    const noise: Array<string> = [];
    const { begin, killAll } = processGroups();
    let running: Running | null = null;
    const kill = async (): Promise<void> => {
      await killAll();
      noise.push(...(running?.noise() ?? []).filter((text) => !isOwnTalk(text)));
      running = null;
    };
    const start = async (): Promise<Page> => {
      running = await launch(places, begin);
      return pageOf(running);
    };
    const saved = () => new Map(readdirSync(places.downloads).map((file) => [file, readFileSync(join(places.downloads, file), "utf8")]));
    await provide({ name, start, kill, saved });
    if (info.status !== info.expectedStatus && running !== null) await info.attach("what the page said", { body: await pageOf(running).text() });
    await kill();
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
    expect(noise, "the page was not quiet").toEqual([]);
  },
});

export { expect };
