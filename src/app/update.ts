/**
 * The service worker as the page sees it: is everything here for a start without network, and does a new version wait.
 *
 * - UPD1 A new version never takes over by itself: it waits until a person takes it, and only the tab that took it reloads.
 */
import { useSyncExternalStore } from "react";

export interface Update {
  readonly isOfflineReady: boolean;
  readonly isWaiting: boolean;
}

let update: Update = { isOfflineReady: false, isWaiting: false };
let registration: ServiceWorkerRegistration | null = null;
const listeners = new Set<() => void>();

const set = (change: Partial<Update>): void => {
  update = { ...update, ...change };
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

/** Resolves when the worker is registered or the browser has none; a failure leaves the page as it is and says not ready. */
export const registerWorker = async (url: string): Promise<void> => {
  if (!("serviceWorker" in navigator)) return;
  try {
    registration = await navigator.serviceWorker.register(url);
  } catch {
    return;
  }
  const look = (): void => {
    if (registration?.active) set({ isOfflineReady: true });
    if (registration?.waiting) set({ isWaiting: true });
  };
  look();
  registration.addEventListener("updatefound", () => {
    registration?.installing?.addEventListener("statechange", look);
  });
  await navigator.serviceWorker.ready;
  look();
};

export const takeUpdate = (): void => {
  const waiting = registration?.waiting;
  if (!waiting) return;
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  waiting.postMessage("take over");
};
