// Key files in memory: for tests and simulations. The map outlives the handle, as a disk would.
import type { Bytes } from "#core/log/envelope.ts";
import { ok } from "#core/result.ts";
import type { SecretFiles } from "./secret-files.ts";

export const openMemorySecretFiles = (disk: Map<string, Bytes> = new Map()): SecretFiles => ({
  kind: "memory",
  read: async (name) => ok(disk.get(name)?.slice() ?? null),
  write: async (name, bytes) => {
    disk.set(name, bytes.slice());
    return ok(null);
  },
  shred: async (name) => {
    disk.get(name)?.fill(0);
    disk.delete(name);
    return ok(null);
  },
});
