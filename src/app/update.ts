/**
 * The service worker as the page sees it: is everything here for a start without network, and does a new version wait.
 *
 * - UPD1 A new version never takes over by itself: it waits until a person takes it, and only the tab that took it reloads.
 * - UPD2 "Ready without network" is said only after the worker has looked that every file is there.
 * - UPD3 Nothing is taken while anything of any tab would be cut off by it (holds.ts); what it was is told.
 * - UPD4 A worker that does not answer is told as such, and everything is as it was.
 * - UPD5 What began in this tab while the worker answered keeps the page from being loaded anew, and is told.
 */
import { useSyncExternalStore } from "react";
import { err, ok, type Result } from "#core/result.ts";
import { whenNothingHolds, type Held } from "./held.ts";
import { here } from "./place.ts";

export interface Update {
  /** All of `version` is here and opens with the server gone. */
  readonly isOfflineReady: boolean;
  readonly version: string;
  readonly isWaiting: boolean;
  /** Another tab has taken it: this one goes on with its own version until it is loaded anew. */
  readonly isTakenElsewhere: boolean;
}

export type TakeFault = { readonly type: "Held"; readonly held: Held } | { readonly type: "NoAnswer" };

interface Told {
  readonly version: string;
  readonly isWhole: boolean;
  /** Workers of older versions do not say. */
  readonly isTaken?: boolean;
}

/** A board hangs on a wall for weeks without being opened anew, so it asks by itself. */
const lookEveryMs = 60 * 60_000;

/** A worker that has not answered by then does not. Taking over is two pages put on a shelf. */
const patienceMs = 10_000;

let update: Update = { isOfflineReady: false, version: "", isWaiting: false, isTakenElsewhere: false };
let registration: ServiceWorkerRegistration | null = null;
const listeners = new Set<() => void>();

/** Of this very page, as the build stamped it. */
export const pageVersion = (): string => document.querySelector<HTMLMetaElement>("meta[name=version]")?.content ?? "";

const set = (next: Update): void => {
  update = next;
  for (const listener of listeners) listener();
};

export const useUpdate = (): Update =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => update,
  );

/** null: no answer came in time. A check may fetch what is missing, and so has all the time it needs. */
const ask = (worker: ServiceWorker, question: object, withinMs: number | null): Promise<Told | null> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener("message", ({ data }: MessageEvent<Told>) => resolve(data), { once: true });
    port1.start();
    if (withinMs !== null) setTimeout(() => resolve(null), withinMs);
    worker.postMessage(question, [port2]);
  });

const look = async (): Promise<void> => {
  const active = registration?.active;
  if (!active) return;
  const told = await ask(active, { ask: "check", version: pageVersion() }, null);
  if (told === null) return;
  const { version, isWhole, isTaken = false } = told;
  const isInLine = Boolean(registration?.waiting);
  // An active worker of another version has come by itself or was taken in another tab; this page is still the old one.
  const isOther = version !== pageVersion();
  set({ isOfflineReady: isWhole, version, isWaiting: isInLine || isOther, isTakenElsewhere: isOther && !isInLine && isTaken });
};

/** Resolves when the worker is registered or the browser has none; a failure leaves the page as it is and says not ready. */
export const registerWorker = async (url: string): Promise<void> => {
  // All of it is in the one file, and nothing newer can come by itself.
  if (here.isFile) return set({ ...update, isOfflineReady: true, version: pageVersion() });
  if (!("serviceWorker" in navigator)) return;
  try {
    registration = await navigator.serviceWorker.register(url, { updateViaCache: "none" });
  } catch {
    return;
  }
  const lookAgain = (): void => void look();
  registration.addEventListener("updatefound", () => registration?.installing?.addEventListener("statechange", lookAgain));
  registration.installing?.addEventListener("statechange", lookAgain);
  navigator.serviceWorker.addEventListener("controllerchange", lookAgain);
  setInterval(() => void registration?.update().catch(lookAgain), lookEveryMs);
  await look();
};

/** When all went well, this page is on its way out. */
export const takeUpdate = async (): Promise<Result<null, TakeFault>> => {
  const worker = registration?.waiting ?? registration?.active;
  if (!worker) return err({ type: "NoAnswer" });
  const { isTakenElsewhere } = update;
  let told: Told | null = null;
  const held = await whenNothingHolds(isTakenElsewhere ? "here" : "anywhere", async () => {
    told = await ask(worker, { ask: "take over" }, patienceMs);
  });
  if (held !== null) return err({ type: "Held", held });
  if (told === null) return err({ type: "NoAnswer" });
  const begun = await whenNothingHolds("here", async () => location.reload());
  return begun === null ? ok(null) : err({ type: "Held", held: begun });
};
