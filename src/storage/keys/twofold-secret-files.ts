/**
 * Each key file twice, in two files of one place: a changed byte in the only key would make every record unreadable.
 * The second one begins with the SHA-256 of what follows, so that it can tell whether it is the damaged one.
 *
 * - TWO1 Either file may be damaged, short or gone: what was written is read back, and the bad file is written anew.
 * - TWO2 A write that took only one of the two files reads back as the new bytes, or as the old ones, never as a mixture.
 * - TWO3 A shredded key is gone from both.
 */
import type { Bytes } from "#core/log/envelope.ts";
import { ok } from "#core/result.ts";
import type { SecretFiles } from "./secret-files.ts";

const hashLength = 32;
const twinOf = (name: string): string => `${name}.twin`;

export const twofoldSecretFiles = (files: SecretFiles): SecretFiles => {
  const writeTwin = async (name: string, bytes: Bytes) => files.write(twinOf(name), new Uint8Array([...(await sha256(bytes)), ...bytes]));
  return {
    kind: files.kind,
    read: async (name) => {
      const [first, twin] = await Promise.all([files.read(name), files.read(twinOf(name))]);
      const proved = twin.ok ? await provedBytes(twin.value) : null;
      if (proved === null) {
        // Healing is a kindness: what was read is true whether or not there is room for its twin.
        if (first.ok && first.value !== null && twin.ok) await writeTwin(name, first.value);
        return first;
      }
      // The twin is written first: where the two differ it is the newer, or the other is damaged.
      if (!first.ok || first.value === null || !isSame(first.value, proved)) await files.write(name, proved);
      return ok(proved);
    },
    write: async (name, bytes) => {
      const twin = await writeTwin(name, bytes);
      return twin.ok ? files.write(name, bytes) : twin;
    },
    shred: async (name) => {
      const twin = await files.shred(twinOf(name));
      return twin.ok ? files.shred(name) : twin;
    },
  };
};

const provedBytes = async (twin: Bytes | null): Promise<Bytes | null> => {
  if (twin === null || twin.length <= hashLength) return null;
  const bytes = twin.slice(hashLength);
  return isSame(twin.slice(0, hashLength), await sha256(bytes)) ? bytes : null;
};

const sha256 = async (bytes: Bytes): Promise<Bytes> => new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));

const isSame = (a: Bytes, b: Bytes): boolean => a.length === b.length && a.every((byte, at) => byte === b[at]);
