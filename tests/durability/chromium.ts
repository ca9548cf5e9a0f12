/** A browser of its own on a profile that stays: stopped dead, killed with all its children, opened again. */
import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Browser, type BrowserContext, type Page } from "@playwright/test";
import { browserFlags, findBrowser } from "../../scripts/browser.mjs";
import type { Acknowledged } from "./page-port.ts";
import { waitUntil } from "./wait.ts";

export interface Running {
  readonly version: string;
  readonly context: BrowserContext;
  /** A page of the harness, its answered saves going to `told`. */
  readonly newPage: (url: string, told?: (saved: ReadonlyArray<Acknowledged>) => void) => Promise<Page>;
  /** No process of it does anything from now on; what the system has begun for it is finished. */
  readonly freeze: () => void;
  readonly kill: () => Promise<void>;
  /** As a person ends it. */
  readonly quit: () => Promise<void>;
}

const leftBehind = ["DevToolsActivePort", "SingletonLock", "SingletonCookie", "SingletonSocket"];

export const startChromium = async (profile: string, flags: ReadonlyArray<string> = []): Promise<Running> => {
  // The lock of a killed browser would make the next one ask whether the profile is in use.
  for (const name of leftBehind) rmSync(join(profile, name), { force: true });
  const all = ["--headless", "--remote-debugging-port=0", `--user-data-dir=${profile}`, "--disk-cache-size=1", ...browserFlags, ...flags, "about:blank"];
  const child = spawn(findBrowser() ?? chromium.executablePath(), all, { stdio: "ignore", detached: true });
  const signal = (name: NodeJS.Signals): void => { if (child.pid !== undefined && isAlive(child)) process.kill(-child.pid, name); };
  let browser: Browser;
  try {
    browser = await chromium.connectOverCDP(`http://127.0.0.1:${await debuggingPort(profile)}`);
  } catch (thrown) {
    signal("SIGKILL");
    throw thrown;
  }
  const context = browser.contexts()[0];
  if (context === undefined) throw new Error("the browser came up without a context");
  const ended = async (): Promise<void> => {
    await gone(child);
    await browser.close().catch(() => undefined);
  };
  return {
    version: browser.version(),
    context,
    newPage: (url, told) => openPage(context, url, told),
    freeze: () => signal("SIGSTOP"),
    kill: async () => {
      signal("SIGKILL");
      await ended();
    },
    quit: async () => {
      const cdp = await browser.newBrowserCDPSession();
      await cdp.send("Browser.close").catch(() => undefined);
      await ended();
    },
  };
};

const openPage = async (context: BrowserContext, url: string, told?: (saved: ReadonlyArray<Acknowledged>) => void): Promise<Page> => {
  const page = await context.newPage();
  if (told !== undefined) {
    const cdp = await context.newCDPSession(page);
    await cdp.send("Runtime.enable");
    await cdp.send("Runtime.addBinding", { name: "acknowledged" });
    // Written by our own page; one call, one list of saves that were answered.
    cdp.on("Runtime.bindingCalled", ({ payload }) => { told(JSON.parse(payload) as ReadonlyArray<Acknowledged>); });
  }
  await page.goto(url);
  await page.waitForFunction(() => "durabilityPage" in window);
  return page;
};

const isAlive = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode === null && signalCode === null;

const gone = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (isAlive(child)) child.once("exit", () => { resolve(); });
    else resolve();
  });

/** The browser writes its debugging port into the profile when it is ready. */
const debuggingPort = async (profile: string): Promise<string> => {
  const file = join(profile, "DevToolsActivePort");
  await waitUntil("the browser is ready", () => existsSync(file) && readFileSync(file, "utf8").includes("\n"));
  return readFileSync(file, "utf8").split("\n")[0] ?? "";
};
