/**
 * The chosen folder, remembered from start to start. A handle can only be kept in IndexedDB; nothing else lies in this database,
 * and nothing about a patient.
 *
 * - KFD1 The folder that was chosen last is the one that is found again; one that was forgotten is not.
 */
import { backupFolder, type BackupFolder, type FolderHandle } from "./backup-folder.ts";

export interface KeptFolders {
  /** The browser's own dialogue; null when the person closed it. Only in answer to a tap. */
  readonly pick: () => Promise<BackupFolder | null>;
  readonly kept: () => Promise<BackupFolder | null>;
  readonly forget: () => Promise<void>;
}

export type FolderPicker = (options: { readonly id: string; readonly mode: "readwrite" }) => Promise<FolderHandle>;

const storeName = "folders";
const key = "backup";

export const keptFolders = (databaseName: string, pick: FolderPicker): KeptFolders => ({
  pick: async () => {
    const handle = await pick({ id: "vaktbok-backup", mode: "readwrite" }).catch(closedBy);
    if (handle === null) return null;
    await inStore(databaseName, "readwrite", (store) => store.put(handle, key));
    return backupFolder(handle);
  },
  kept: async () => {
    const handle: unknown = await inStore(databaseName, "readonly", (store) => store.get(key));
    // Only handles are ever put there, by the line above.
    return handle === undefined ? null : backupFolder(handle as FolderHandle);
  },
  forget: async () => {
    await inStore(databaseName, "readwrite", (store) => store.delete(key));
  },
});

const closedBy = (thrown: unknown): null => {
  if (thrown instanceof DOMException && thrown.name === "AbortError") return null;
  throw thrown;
};

const inStore = <T>(databaseName: string, mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open(databaseName, 1);
    opening.addEventListener("upgradeneeded", () => opening.result.createObjectStore(storeName));
    opening.addEventListener("error", () => reject(opening.error ?? new Error("the database did not open")));
    opening.addEventListener("success", () => {
      const db = opening.result;
      const transaction = db.transaction(storeName, mode);
      const request = work(transaction.objectStore(storeName));
      transaction.addEventListener("complete", () => {
        db.close();
        resolve(request.result);
      });
      transaction.addEventListener("abort", () => {
        db.close();
        reject(transaction.error ?? new Error("the folder was not kept"));
      });
    });
  });
