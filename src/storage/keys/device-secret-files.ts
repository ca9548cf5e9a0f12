// Where this device keeps its keys: files of the origin, with a second copy while they settle; else IndexedDB, said so.
import { openIndexedDbSecretFiles } from "./indexeddb-secret-files.ts";
import type { Profile } from "./key-ring.ts";
import { openOpfsSecretFiles } from "./opfs-secret-files.ts";
import { ringFileName } from "./ring-file.ts";
import type { SecretFiles } from "./secret-files.ts";
import { settlingSecretFiles, withoutFiles, type Later } from "./settling-secret-files.ts";
import { silentDoorFileName } from "./unlock-door.ts";

export const openDeviceSecretFiles = async (profile: Profile, later: Later): Promise<SecretFiles> => {
  const inDatabase = openIndexedDbSecretFiles(`vaktbok-keys-${profile}`);
  const inFiles = await openOpfsSecretFiles(profile);
  return inFiles === null ? withoutFiles(inDatabase) : settlingSecretFiles(inFiles, inDatabase, [silentDoorFileName, ringFileName], later);
};
