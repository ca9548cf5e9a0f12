/**
 * What is done to a file that is open for writing.
 *
 * - FWK1 The byte count of every write is looked at: on a full disk `write()` comes back short and throws nothing.
 * - FWK2 An append that was not written whole, and flushed, leaves the file as long as it was: the next one never stands behind half
 *        a record, nor behind one that was said not to be saved.
 */
import type { Bytes } from "#core/log/envelope.ts";
import { err, ok } from "#core/result.ts";
import type { FileAnswer } from "./origin-files-protocol.ts";

/** What is used of a FileSystemSyncAccessHandle. */
export interface Access {
  readonly getSize: () => number;
  /** Answers how many bytes were written. */
  readonly write: (bytes: Bytes, where: { readonly at: number }) => number;
  readonly truncate: (length: number) => void;
  readonly flush: () => void;
}
export type Work = (access: Access) => FileAnswer;

export const overwrite = (bytes: Bytes): Work => (access) => {
  if (access.write(bytes, { at: 0 }) !== bytes.length) return err({ type: "DiskFull" });
  access.truncate(bytes.length);
  access.flush();
  return ok(null);
};

export const append = (bytes: Bytes): Work => (access) => {
  const at = access.getSize();
  let isFlushed = false;
  try {
    if (access.write(bytes, { at }) !== bytes.length) return err({ type: "DiskFull" });
    access.flush();
    isFlushed = true;
  } finally {
    if (!isFlushed) access.truncate(at);
  }
  return ok(at + bytes.length);
};

export const cut = (length: number): Work => (access) => {
  access.truncate(length);
  access.flush();
  return ok(null);
};
