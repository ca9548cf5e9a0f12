/**
 * What every journey needs: the built app on a server that can be cut off and come back on the same address, and a
 * browser with a profile that can be killed and opened again.
 *
 * A journey fails when the page wrote an error or a warning to the console, threw, or asked for anything off its own origin.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base, type Browser, type BrowserContext, chromium, expect } from "@playwright/test";
import { browserFlags, findBrowser } from "../../scripts/browser.mjs";
import { serve } from "../../scripts/serve.mjs";

export type Ward = {
  readonly url: string;
  /** The server is gone: what the app still does, it does by itself. */
  readonly stop: () => Promise<void>;
  /** The server is back, on the same address. */
  readonly start: () => Promise<void>;
};

export type Profile = {
  /** Where the browser keeps everything it keeps. */
  readonly folder: string;
  /** Opens a browser on this profile; the one before must have been closed or killed. */
  readonly open: () => Promise<BrowserContext>;
  /** As when the power goes: no page is told. */
  readonly kill: () => Promise<void>;
};

/** The build under test: several people may have their own on one machine. */
export const dist = process.env["DIST"] ?? "dist";

type Fixtures = { readonly server: Ward; readonly profile: Profile; readonly watch: (context: BrowserContext) => void };

const createWard = async (dir: string): Promise<Ward> => {
  let running: Awaited<ReturnType<typeof serve>> | null = await serve({ dir, port: 0 });
  const { port, url } = running;
  return {
    url,
    stop: async () => {
      await running?.close();
      running = null;
    },
    start: async () => {
      running ??= await serve({ dir, port });
    },
  };
};

const gone = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once("exit", () => resolve());
  });

/** The browser writes its debugging port into the profile when it is ready. */
const debuggingPort = async (folder: string): Promise<string> => {
  const file = join(folder, "DevToolsActivePort");
  await expect.poll(() => existsSync(file) && readFileSync(file, "utf8").includes("\n"), { timeout: 30_000 }).toBe(true);
  return readFileSync(file, "utf8").split("\n")[0] ?? "";
};

const createProfile = (watch: (context: BrowserContext) => void): Profile & { readonly remove: () => Promise<void> } => {
  const folder = mkdtempSync(join(tmpdir(), "vaktbok-profile-"));
  let child: ChildProcess | null = null;
  let browser: Browser | null = null;

  const kill = async (): Promise<void> => {
    if (child === null) return;
    const dying = child;
    child = null;
    // The whole group: a child left behind would go on writing into the profile.
    if (dying.pid !== undefined) process.kill(-dying.pid, "SIGKILL");
    await gone(dying);
    await browser?.close();
    browser = null;
    rmSync(join(folder, "DevToolsActivePort"), { force: true });
    // The lock of a killed browser would make the next one ask whether the profile is in use.
    for (const lock of ["SingletonLock", "SingletonCookie", "SingletonSocket"]) rmSync(join(folder, lock), { force: true });
  };

  return {
    folder,
    open: async () => {
      const flags = ["--headless", "--remote-debugging-port=0", `--user-data-dir=${folder}`, "--accept-lang=nb-NO,nb", ...browserFlags, "about:blank"];
      child = spawn(findBrowser() ?? chromium.executablePath(), flags, { stdio: "ignore", detached: true });
      browser = await chromium.connectOverCDP(`http://127.0.0.1:${await debuggingPort(folder)}`);
      const context = browser.contexts()[0];
      if (context === undefined) throw new Error("The browser came up without a context.");
      watch(context);
      return context;
    },
    kill,
    remove: async () => {
      await kill();
      // The children of a killed browser may still be writing for a moment.
      rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
    },
  };
};

/** What a browser says by itself when the server is gone; the app is meant to live with that. */
const isCutOff = (text: string): boolean => /net::ERR_(CONNECTION_REFUSED|INTERNET_DISCONNECTED|CONNECTION_RESET|FAILED|EMPTY_RESPONSE)/.test(text);

export const test = base.extend<Fixtures>({
  // Playwright reads what a fixture needs from its first parameter, which must be a destructuring.
  // oxlint-disable-next-line no-empty-pattern -- see above
  server: async ({}, use) => {
    const ward = await createWard(dist);
    await use(ward);
    await ward.stop();
  },
  baseURL: async ({ server }, use) => use(server.url),
  watch: async ({ server }, use) => {
    const noise: Array<string> = [];
    await use((context) => {
      context.on("console", (message) => {
        if (["error", "warning"].includes(message.type()) && !isCutOff(message.text())) noise.push(`${message.type()}: ${message.text()}`);
      });
      context.on("weberror", (webError) => noise.push(`thrown: ${webError.error().stack ?? webError.error().message}`));
      context.on("request", (request) => {
        const { origin, protocol } = new URL(request.url());
        if (protocol.startsWith("http") && origin !== server.url) noise.push(`asked for ${request.url()}`);
      });
    });
    expect(noise, "the page was not quiet, or asked for something off its origin").toEqual([]);
  },
  context: async ({ context, watch }, use) => {
    watch(context);
    await use(context);
  },
  profile: async ({ watch }, use) => {
    const profile = createProfile(watch);
    await use(profile);
    await profile.remove();
  },
});

export { expect };
