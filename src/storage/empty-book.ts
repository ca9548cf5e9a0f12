/**
 * Empties one book: its store and its keys, and nothing of any other.
 *
 * - EMPT1 What is emptied opens again as new; every other book keeps each record and its keys.
 * - EMPT2 A journal that cannot be emptied keeps its keys: the book then opens as it was, not as one that nobody can read.
 */
import Dexie from "dexie";
import type { ExpectationNote } from "./expectation.ts";
import { journalFileName } from "./files/names.ts";
import type { OriginFiles } from "./files/origin-files.ts";
import { ringFileName } from "./keys/ring-file.ts";
import type { SecretFiles } from "./keys/secret-files.ts";
import { silentDoorFileName } from "./keys/unlock-door.ts";

export interface BookPlaces {
  readonly storeName: string;
  readonly files: SecretFiles;
  /** Left out: the book has one copy. */
  readonly second?: { readonly files: Pick<OriginFiles, "replace" | "shred">; readonly note: ExpectationNote };
}

/** The records first: a store without keys is a book that cannot be read, keys without a store are only left over. */
export const emptyBook = async ({ storeName, files, second }: BookPlaces): Promise<void> => {
  second?.note.forget();
  await Dexie.delete(storeName);
  if (second !== undefined && !(await emptyJournal(second.files))) return;
  await files.shred(ringFileName);
  await files.shred(silentDoorFileName);
};

/** Beside other tabs that have it open it can be emptied and not removed; an empty one does no harm. */
const emptyJournal = async (files: Pick<OriginFiles, "replace" | "shred">): Promise<boolean> => {
  const emptied = await files.replace(journalFileName, new Uint8Array());
  if (emptied.ok) await files.shred(journalFileName);
  return emptied.ok;
};
