/**
 * Where keys lie: a handful of small files with names. A port, because the real place (files of the origin, written by a
 * worker) is not everywhere, and because a removed key must be gone, which IndexedDB cannot promise.
 *
 * - SEC1 What was written is read back, whole; a name never written reads as null.
 * - SEC2 A write that did not take all its bytes is a fault, never a success.
 * - SEC3 A shredded file is overwritten before it is removed, and reads as null.
 */
import type { Bytes } from "#core/log/envelope.ts";
import type { Result } from "#core/result.ts";

export type SecretFault = { readonly type: "DiskFull" } | { readonly type: "FilesLost"; readonly detail: string };

export interface SecretFiles {
  readonly kind: "opfs" | "indexeddb" | "memory";
  readonly read: (name: string) => Promise<Result<Bytes | null, SecretFault>>;
  /** Answers when the bytes are flushed. */
  readonly write: (name: string, bytes: Bytes) => Promise<Result<null, SecretFault>>;
  readonly shred: (name: string) => Promise<Result<null, SecretFault>>;
}
