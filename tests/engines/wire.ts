/**
 * The little that a journey asks of an engine. Both WebDriver protocols speak it: the two-way one of Firefox and the plain one
 * of WebKit describe keys and pointers in the same words, so everything above this line is written once.
 */
import type { Begin } from "./process-groups.ts";

export interface Wire {
  /** Answers when the page can be read, which is before its program has come. */
  readonly goTo: (url: string) => Promise<void>;
  /** Runs a function of these words in the page and brings back what JSON can carry. */
  readonly run: (functionText: string, given: ReadonlyArray<unknown>) => Promise<unknown>;
  readonly act: (sources: ReadonlyArray<InputSource>) => Promise<void>;
}

export type InputSource =
  | { readonly type: "key"; readonly id: string; readonly actions: ReadonlyArray<KeyAction> }
  | { readonly type: "pointer"; readonly id: string; readonly parameters: { readonly pointerType: "mouse" }; readonly actions: ReadonlyArray<PointerAction> };

export type KeyAction = { readonly type: "keyDown" | "keyUp"; readonly value: string };

export type PointerAction =
  | { readonly type: "pointerMove"; readonly x: number; readonly y: number }
  | { readonly type: "pointerDown" | "pointerUp"; readonly button: 0 };

/** A browser that runs on a folder of its own, with everything it will remember. */
export interface Running {
  readonly wire: Wire;
  /** What the page wrote to the console as an error or a warning since the start. */
  readonly noise: () => ReadonlyArray<string>;
}

export interface Places {
  /** Where the browser keeps what it remembers. */
  readonly profile: string;
  /** Where a file that a page hands out is saved, without a question. */
  readonly downloads: string;
}

/** Whoever gives `begin` ends what was begun with it. */
export type Launch = (places: Places, begin: Begin) => Promise<Running>;
