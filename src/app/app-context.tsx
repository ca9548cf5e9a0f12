// What every page stands on: the ward's log with its folds, the clock, the words, and this device's looks.
import { createContext, useCallback, useContext, useSyncExternalStore } from "react";
import type { OpenFault, WardLog } from "#core/log/port.ts";
import type { DeviceId, WardId } from "#core/log/record.ts";
import type { Actor } from "#core/staff/actor.ts";
import type { EpochMs } from "#core/time.ts";
import type { Words } from "#i18n/words.ts";
import { emptyState, type WardState } from "#projections/ward-state.ts";
import type { Backups } from "./archive/backups.ts";
import type { Archive } from "./archive/port.ts";
import type { Clock } from "./clock.ts";
import type { Prefs } from "./prefs.ts";
import type { DrillPlayer } from "./routes/drill/drill-player.ts";
import type { Rescue } from "./routes/rescue/rescue-port.ts";
import type { WardFeed } from "./ward-feed.ts";
import type { Outlets } from "./outlets.ts";

export type Profile = "real" | "drill";

/** The book while it opens, when it is open, or why it did not open. */
export type Book =
  | { readonly is: "opening" }
  | {
      readonly is: "open";
      readonly feed: WardFeed;
      readonly ward: WardId;
      readonly device: DeviceId;
      readonly keysIn: "opfs" | "indexeddb" | "memory";
      readonly damaged: number;
      readonly former: number;
      readonly health: WardLog["health"];
      readonly care: WardLog["care"];
      readonly lookThrough: WardLog["lookThrough"];
      readonly forgetLost: WardLog["forgetLost"];
      readonly gone: WardLog["gone"];
      /** The whole book in one sealed file. */
      readonly archive?: Archive;
      readonly backups?: Backups;
      /** Reads a file of the rescue page; not in a book that forgets. */
      readonly rescue?: Rescue;
      /** Nothing of it lies anywhere but in this tab. */
      readonly forgets?: true;
      /** Who plays the evening, in a drill. */
      readonly drill?: DrillPlayer;
    }
  | { readonly is: "closed"; readonly fault: OpenFault };

/** "drillAnew" empties the drill's book first; "newBook" leaves a closed one as it is; "tabOnly" keeps nothing. */
export type BookSwitch = Profile | "drillAnew" | "newBook" | "tabOnly";

export interface AppParts {
  readonly profile: Profile;
  readonly book: Book;
  readonly clock: Clock;
  readonly prefs: Prefs;
  /** In the language of `prefs`. */
  readonly words: Words;
  readonly setPrefs: (change: Partial<Prefs>) => void;
  readonly outlets: Outlets;
  /** Leaves this book for another one. */
  readonly switchTo: (to: BookSwitch) => void;
  /** Books of this device that were given up for the one that is open now. */
  readonly olderBooks: ReadonlyArray<string>;
}

const AppContext = createContext<AppParts | null>(null);
export const AppProvider = AppContext.Provider;

export const useApp = (): AppParts => {
  const parts = useContext(AppContext);
  if (parts === null) throw new Error("a page was drawn outside the app");
  return parts;
};

export const useWords = (): Words => useApp().words;

export const useActor = (): Actor => useApp().prefs.actor;

const never = (): (() => void) => () => undefined;

export const useWardState = (): WardState => {
  const { book } = useApp();
  const feed = book.is === "open" ? book.feed : null;
  return useSyncExternalStore(feed?.subscribe ?? never, feed?.state ?? (() => emptyState));
};

/** The time, renewed every `everyMs`; ten seconds by default, because waits are told in minutes. */
export const useNow = (everyMs: number = 10_000): EpochMs => {
  const { clock } = useApp();
  const snapshot = useCallback(() => Math.floor(clock.nowMs() / everyMs) * everyMs, [clock, everyMs]);
  // A floor of whole milliseconds is still whole milliseconds.
  return useSyncExternalStore(clock.onTick, snapshot) as EpochMs;
};
