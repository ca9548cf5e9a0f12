/**
 * Key files in IndexedDB: where the origin has no file system, and for the first minute everywhere (settling-secret-files.ts).
 * Weaker, and said so: what is removed here may stay on the disk until the database tidies itself.
 */
import Dexie, { type Table } from "dexie";
import type { Bytes } from "#core/log/envelope.ts";
import { err, ok, type Result } from "#core/result.ts";
import { saveFaultFrom } from "../dexie-faults.ts";
import type { SecretFault, SecretFiles } from "./secret-files.ts";

interface SecretRow {
  readonly name: string;
  readonly bytes: Bytes;
}

export const openIndexedDbSecretFiles = (databaseName: string): SecretFiles => {
  const db = new Dexie(databaseName, { chromeTransactionDurability: "strict" });
  db.version(1).stores({ files: "name" });
  const files: Table<SecretRow, string> = db.table("files");
  return {
    kind: "indexeddb",
    read: (name) => tried(async () => (await files.get(name))?.bytes ?? null),
    write: (name, bytes) => tried(async () => {
      await files.put({ name, bytes: bytes.slice() });
      return null;
    }),
    shred: (name) => tried(async () => {
      const row = await files.get(name);
      if (row === undefined) return null;
      await files.put({ name, bytes: crypto.getRandomValues(new Uint8Array(row.bytes.length)) });
      await files.delete(name);
      return null;
    }),
  };
};

const tried = async <T>(work: () => Promise<T>): Promise<Result<T, SecretFault>> => {
  try {
    return ok(await work());
  } catch (thrown) {
    const fault = saveFaultFrom(thrown);
    if (fault === null) throw thrown;
    return err(fault.type === "DiskFull" ? fault : { type: "FilesLost", detail: fault.type === "StoreLost" ? fault.detail : fault.type });
  }
};
