/**
 * Empties one book: its store and its keys, and nothing of any other.
 *
 * - EMPT1 What is emptied opens again as new; every other book keeps each record and its keys.
 */
import Dexie from "dexie";
import { ringFileName } from "./keys/ring-file.ts";
import type { SecretFiles } from "./keys/secret-files.ts";
import { silentDoorFileName } from "./keys/unlock-door.ts";

/** The records first: a store without keys is a book that cannot be read, keys without a store are only left over. */
export const emptyBook = async (storeName: string, files: SecretFiles): Promise<void> => {
  await Dexie.delete(storeName);
  await files.shred(ringFileName);
  await files.shred(silentDoorFileName);
};
