// Where this device keeps its keys: files of the origin, each twice, with one more copy while they settle; else IndexedDB, said so.
import type { OriginFiles } from "../files/origin-files.ts";
import { openIndexedDbSecretFiles } from "./indexeddb-secret-files.ts";
import { opfsSecretFiles } from "./opfs-secret-files.ts";
import { ringFileName } from "./ring-file.ts";
import type { SecretFiles } from "./secret-files.ts";
import { settlingSecretFiles, withoutFiles, type Later } from "./settling-secret-files.ts";
import { twofoldSecretFiles } from "./twofold-secret-files.ts";
import { silentDoorFileName } from "./unlock-door.ts";

/** `inFiles` is null where the origin has no files. */
export const deviceSecretFiles = (book: string, inFiles: OriginFiles | null, later: Later): SecretFiles => {
  const inDatabase = openIndexedDbSecretFiles(`vaktbok-keys-${book}`);
  if (inFiles === null) return withoutFiles(inDatabase);
  return settlingSecretFiles(twofoldSecretFiles(opfsSecretFiles(inFiles)), inDatabase, [silentDoorFileName, ringFileName], later);
};
