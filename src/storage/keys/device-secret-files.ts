// Where this device keeps its keys: files of the origin, with a second copy while they settle; else IndexedDB, said so.
import { openIndexedDbSecretFiles } from "./indexeddb-secret-files.ts";
import { openOpfsSecretFiles } from "./opfs-secret-files.ts";
import { ringFileName } from "./ring-file.ts";
import type { SecretFiles } from "./secret-files.ts";
import { settlingSecretFiles, withoutFiles, type Later } from "./settling-secret-files.ts";
import { silentDoorFileName } from "./unlock-door.ts";

export const openDeviceSecretFiles = async (book: string, later: Later): Promise<SecretFiles> => {
  const inDatabase = openIndexedDbSecretFiles(`vaktbok-keys-${book}`);
  const inFiles = await openOpfsSecretFiles(book);
  return inFiles === null ? withoutFiles(inDatabase) : settlingSecretFiles(inFiles, inDatabase, [silentDoorFileName, ringFileName], later);
};
