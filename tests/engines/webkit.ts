/**
 * WebKit as Debian has it, driven by its own WebKitWebDriver over plain HTTP, on a screen that nobody sees.
 */
import { mkdirSync } from "node:fs";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { expect } from "@playwright/test";
import { said } from "./process-groups.ts";
import type { Launch } from "./wire.ts";

const binary = fileURLToPath(new URL("webkit-window.py", import.meta.url));

/** WebKitWebDriver cannot choose a free port itself. */
const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });

type Call = (path: string, body?: unknown, waitMs?: number) => Promise<unknown>;

const callTo = (url: string): Call => async (path, body, waitMs = 60_000) => {
  const signal = AbortSignal.timeout(waitMs);
  const response = await fetch(url + path, body === undefined ? { signal } : { signal, method: "POST", body: JSON.stringify(body) });
  const { value } = (await response.json()) as { readonly value: { readonly error?: string; readonly message?: string } | null };
  if (!response.ok) throw new Error(`${value?.error}: ${value?.message}`);
  return value;
};

/** A page that is being left never answers; the page that comes after it is asked again. */
const patienceMs = 5_000;
const triesToRun = 4;

interface Ran {
  readonly value?: unknown;
  readonly thrown?: string | null;
}

const runIn = async (tab: Call, call: string, args: ReadonlyArray<unknown>): Promise<unknown> => {
  const script = `const given = [...arguments]; const done = given.pop();
    (async () => ${call})().then((value) => done({ value }), (thrown) => done({ thrown: String(thrown) }));`;
  for (let turn = 1; ; turn += 1) {
    try {
      const { value, thrown } = (await tab("/execute/async", { script, args }, patienceMs)) as Ran;
      if (typeof thrown === "string") throw new Error(thrown);
      return value;
    } catch (thrown) {
      if (turn === triesToRun || !(thrown instanceof DOMException && thrown.name === "TimeoutError")) throw thrown;
    }
  }
};

export const launchWebKit: Launch = async ({ profile, downloads }, begin) => {
  mkdirSync(profile, { recursive: true });
  const screen = begin("Xvfb", ["-displayfd", "1", "-screen", "0", "1280x900x24"]);
  const port = await freePort();
  const env = { DISPLAY: `:${await said(screen, /^(\d+)\n/m)}`, GDK_BACKEND: "x11", VAKTBOK_PROFILE: profile, VAKTBOK_DOWNLOADS: downloads };
  const driver = begin("WebKitWebDriver", [`--port=${port}`], env);
  const noise: Array<string> = [];
  driver.stdout?.on("data", (bytes: Buffer) => noise.push(...bytes.toString().split("\n").filter((line) => /^CONSOLE .*(?:ERROR|WARN)/.test(line))));
  const call = callTo(`http://127.0.0.1:${port}`);
  await expect.poll(() => call("/status").then(() => true, () => false), { timeout: 30_000 }).toBe(true);
  const alwaysMatch = { "webkitgtk:browserOptions": { binary, args: [] } };
  const { sessionId } = (await call("/session", { capabilities: { alwaysMatch } })) as { readonly sessionId: string };
  const tab = callTo(`http://127.0.0.1:${port}/session/${sessionId}`);
  return {
    noise: () => noise,
    wire: {
      goTo: async (url) => void (await tab("/url", { url })),
      run: (functionText, args) => runIn(tab, `(${functionText})(...given)`, args),
      act: async (actions) => void (await tab("/actions", { actions })),
    },
  };
};
