/**
 * The service worker as the page sees it: is everything here for a start without network, and does a new version wait.
 *
 * - UPD1 A new version never takes over by itself: it waits until a person takes it, and only the tab that took it reloads.
 * - UPD2 "Ready without network" is said only after the worker has looked that every file is there.
 */
import { useSyncExternalStore } from "react";

export interface Update {
  /** All of `version` is here and opens with the server gone. */
  readonly isOfflineReady: boolean;
  readonly version: string;
  readonly isWaiting: boolean;
}

interface Told {
  readonly version: string;
  readonly isWhole: boolean;
}

/** A board hangs on a wall for weeks without being opened anew, so it asks by itself. */
const lookEveryMs = 60 * 60_000;

let update: Update = { isOfflineReady: false, version: "", isWaiting: false };
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

const ask = (worker: ServiceWorker, question: object): Promise<Told> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener("message", ({ data }: MessageEvent<Told>) => resolve(data), { once: true });
    port1.start();
    worker.postMessage(question, [port2]);
  });

const look = async (): Promise<void> => {
  const active = registration?.active;
  if (!active) return;
  const { version, isWhole } = await ask(active, { ask: "check", version: pageVersion() });
  // An active worker of another version has come by itself or was taken in another tab; this page is still the old one.
  set({ isOfflineReady: isWhole, version, isWaiting: Boolean(registration?.waiting) || version !== pageVersion() });
};

/** Resolves when the worker is registered or the browser has none; a failure leaves the page as it is and says not ready. */
export const registerWorker = async (url: string): Promise<void> => {
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

export const takeUpdate = async (): Promise<void> => {
  const worker = registration?.waiting ?? registration?.active;
  if (!worker) return;
  await ask(worker, { ask: "take over" });
  location.reload();
};
