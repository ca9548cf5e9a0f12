/**
 * Which of the books on this device is opened. There is one, until it cannot be opened and somebody must go on: then a new
 * one is begun beside it, and the old one stays as it is, for the rescue page (redd.html) and for whoever can mend it.
 *
 * - BOK1 The first book is named after its profile and its folder; each that is begun after it has the next number.
 * - BOK2 A tab that did not see another tab begin a book opens that one, and begins none of its own.
 * - BOK3 Where nothing can be remembered for the device, the tab remembers for itself.
 */
import type { Profile } from "./app-context.tsx";

type Remembers = Pick<Storage, "getItem" | "setItem">;

export interface BookShelf {
  readonly profile: Profile;
  /** Of the folder that the program lies in (place.ts). */
  readonly mark: string;
  /** The device's, then the tab's own. */
  readonly memories: readonly [device: Remembers, tab: Remembers];
}

const keyOf = ({ profile, mark }: BookShelf): string => `vaktbok-book${profile === "drill" ? "-drill" : ""}${mark}`;

const numberIn = (memory: Remembers, key: string): number => {
  const number = Number(memory.getItem(key) ?? 1);
  return Number.isSafeInteger(number) && number > 0 ? number : 1;
};

const numberOf = (shelf: BookShelf): number => Math.max(...shelf.memories.map((memory) => numberIn(memory, keyOf(shelf))));

const named = ({ profile, mark }: BookShelf, number: number): string => `${profile}${number === 1 ? "" : `-${number}`}${mark}`;

export const bookName = (shelf: BookShelf): string => named(shelf, numberOf(shelf));

/** Those before it, oldest first. Nobody writes in them. */
export const olderBooks = (shelf: BookShelf): ReadonlyArray<string> => Array.from({ length: numberOf(shelf) - 1 }, (_, at) => named(shelf, at + 1));

/** `closed` is the book that this tab could not open. */
export const beginBook = (shelf: BookShelf, closed: string): void => {
  if (bookName(shelf) !== closed) return;
  const next = String(numberOf(shelf) + 1);
  for (const memory of shelf.memories) {
    try {
      memory.setItem(keyOf(shelf), next);
      return;
    } catch {
      // A full or forbidden storage: the next one remembers, and the worst is that another tab finds the closed book again.
    }
  }
};
