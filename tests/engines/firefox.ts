/**
 * A stock Firefox, driven by what it serves itself: WebDriver BiDi on a socket. No driver program and no patched build stands between.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { WebSocket } from "undici";
import { findFirefox } from "../../scripts/engines.mjs";
import { said } from "./process-groups.ts";
import type { Launch, Places } from "./wire.ts";

/** Quiet, off the network, and saving files without asking. Nothing here changes how a page or its storage works. */
const prefsOf = ({ downloads }: Places): Readonly<Record<string, string | number | boolean>> => ({
  "app.normandy.enabled": false,
  "app.update.enabled": false,
  "browser.aboutwelcome.enabled": false,
  "browser.download.dir": downloads,
  "browser.download.folderList": 2,
  "browser.shell.checkDefaultBrowser": false,
  "browser.startup.homepage_override.mstone": "ignore",
  "browser.startup.page": 0,
  "datareporting.policy.dataSubmissionEnabled": false,
  "dom.disable_open_during_load": false,
  "intl.accept_languages": "nb",
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "services.settings.server": "http://localhost:1/",
  "toolkit.telemetry.server": "",
});

export const launchFirefox: Launch = async (places, begin) => {
  const { profile } = places;
  mkdirSync(profile, { recursive: true });
  const lines = Object.entries(prefsOf(places)).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`);
  writeFileSync(join(profile, "user.js"), lines.join("\n"));
  // A killed Firefox leaves these behind; the next one would wait for it, or offer to mend itself.
  for (const name of ["lock", ".parentlock", "sessionstore-backups"]) rmSync(join(profile, name), { recursive: true, force: true });
  const firefox = begin(findFirefox() ?? "firefox", ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port=0"], { MOZ_DISABLE_AUTO_SAFE_MODE: "1" });
  const noise: Array<string> = [];
  const call = await connect(`${await said(firefox, /WebDriver BiDi listening on (ws:\S+)/)}/session`, (entry) => noise.push(entry));
  await call("session.new", { capabilities: {} });
  await call("session.subscribe", { events: ["log.entryAdded"] });
  const { contexts } = (await call("browsingContext.getTree", {})) as { readonly contexts: ReadonlyArray<{ readonly context: string }> };
  const context = contexts[0]?.context;
  return {
    noise: () => noise,
    wire: {
      goTo: async (url) => void (await call("browsingContext.navigate", { context, url, wait: "interactive" })),
      run: async (functionText, given) => {
        // BiDi has a notation of its own for values; a line of JSON either way is the same in every engine.
        const functionDeclaration = `async (given) => JSON.stringify(await (${functionText})(...JSON.parse(given)))`;
        const args = [{ type: "string", value: JSON.stringify(given) }];
        const answer = (await call("script.callFunction", { functionDeclaration, arguments: args, target: { context }, awaitPromise: true })) as Evaluated;
        if (answer.type === "exception") throw new Error(answer.exceptionDetails.text);
        return answer.result.value === undefined ? undefined : (JSON.parse(answer.result.value) as unknown);
      },
      act: async (actions) => void (await call("input.performActions", { context, actions })),
    },
  };
};

type Evaluated =
  | { readonly type: "success"; readonly result: { readonly value?: string } }
  | { readonly type: "exception"; readonly exceptionDetails: { readonly text: string } };

type Message =
  | { readonly type: "success"; readonly id: number; readonly result: unknown }
  | { readonly type: "error"; readonly id: number; readonly error: string; readonly message: string }
  | { readonly type: "event"; readonly method: string; readonly params: { readonly level: string; readonly text: string | null } };

type Call = (method: string, params: unknown) => Promise<unknown>;

const connect = async (url: string, onNoise: (text: string) => void): Promise<Call> => {
  const socket = new WebSocket(url);
  const waiting = new Map<number, { readonly resolve: (result: unknown) => void; readonly reject: (error: Error) => void }>();
  socket.onmessage = ({ data }) => {
    const message = JSON.parse(String(data)) as Message;
    if (message.type === "event") {
      const { level, text } = message.params;
      if (level === "error" || level === "warn") onNoise(`${level}: ${text}`);
      return;
    }
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.type === "success") asked?.resolve(message.result);
    else asked?.reject(new Error(`${message.error}: ${message.message}`));
  };
  socket.onclose = () => {
    for (const { reject } of waiting.values()) reject(new Error("Firefox is gone"));
    waiting.clear();
  };
  await new Promise<void>((resolve, reject) => {
    socket.onopen = () => resolve();
    socket.onerror = () => reject(new Error(`no answer from ${url}`));
  });
  socket.onerror = null;
  let last = 0;
  return (method, params) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      socket.send(JSON.stringify({ id: last, method, params }));
    });
};
