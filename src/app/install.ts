/**
 * Whether the browser offers to install Vaktbok, and what came of it. The browser's offer comes early and once, so this
 * module listens from the first line of the program.
 *
 * - INST1 The browser's own question is kept back until a person asks for it.
 * - INST2 An offer is used once; what the person answered is shown.
 */
import { useSyncExternalStore } from "react";

export type InstallState = "notOffered" | "offered" | "declined" | "installed";

/** Chromium's; no other engine has it, and TypeScript's DOM does not know it. */
interface InstallOffer extends Event {
  readonly prompt: () => Promise<{ readonly outcome: "accepted" | "dismissed" }>;
}

export interface Installer {
  readonly state: () => InstallState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Puts the browser's question, if it has one. */
  readonly ask: () => Promise<void>;
}

/** A browser without `matchMedia` is in a window of its own as little as it offers to install. */
type InstallWindow = Pick<Window, "addEventListener"> & Partial<Pick<Window, "matchMedia">>;

export const watchInstall = (window: InstallWindow): Installer => {
  const isApp = window.matchMedia?.("(display-mode: standalone), (display-mode: fullscreen), (display-mode: minimal-ui)").matches ?? false;
  let state: InstallState = isApp ? "installed" : "notOffered";
  let offer: InstallOffer | null = null;
  const listeners = new Set<() => void>();
  const set = (next: InstallState): void => {
    state = next;
    for (const listener of listeners) listener();
  };
  window.addEventListener("beforeinstallprompt", (event) => {
    if (!isOffer(event)) return;
    event.preventDefault();
    offer = event;
    set("offered");
  });
  window.addEventListener("appinstalled", () => set("installed"));
  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ask: async () => {
      const asked = offer;
      offer = null;
      if (asked === null) return;
      const { outcome } = await asked.prompt();
      set(outcome === "accepted" ? "installed" : "declined");
    },
  };
};

const isOffer = (event: Event): event is InstallOffer => "prompt" in event && typeof event.prompt === "function";

const installer = watchInstall(window);

export const useInstall = (): { readonly state: InstallState; readonly ask: () => Promise<void> } => ({
  state: useSyncExternalStore(installer.subscribe, installer.state),
  ask: installer.ask,
});
