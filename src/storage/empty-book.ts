/**
 * Empties one book: its store and its keys, and nothing of any other.
 *
 * - EMPT1 What is emptied opens again as new; every other book keeps each record and its keys.
 */
import Dexie from "dexie";
import type { ExpectationNote } from "./expectation.ts";
import { ringFileName } from "./keys/ring-file.ts";
import type { SecretFiles } from "./keys/secret-files.ts";
import { silentDoorFileName } from "./keys/unlock-door.ts";

export interface BookPlaces {
  readonly storeName: string;
  readonly files: SecretFiles;
  /** Left out: the book has one copy. */
  readonly second?: { readonly shredJournal: () => Promise<unknown>; readonly note: ExpectationNote };
}

/** The records first: a store without keys is a book that cannot be read, keys without a store are only left over. */
export const emptyBook = async ({ storeName, files, second }: BookPlaces): Promise<void> => {
  second?.note.forget();
  await Dexie.delete(storeName);
  await second?.shredJournal();
  await files.shred(ringFileName);
  await files.shred(silentDoorFileName);
};
