/**
 * Where the second copy of the log lies: one file that is only ever added to, apart from the database. A port, because the
 * real place (a file of the origin, written by a worker) is not everywhere.
 *
 * - JRN1 What was appended is read back, in order, also through another handle.
 * - JRN2 An append answers when its bytes are flushed and counted; one that could not be whole leaves nothing behind.
 * - JRN3 What was appended last can be taken back: a file grows shorter on a full disk too.
 */
import type { Bytes } from "#core/log/envelope.ts";
import { ok, type Result } from "#core/result.ts";
import type { FileFault } from "../files/origin-files-protocol.ts";
import { journalFileName } from "../files/names.ts";
import type { OriginFiles } from "../files/origin-files.ts";

export interface Journal {
  /** Length in bytes. */
  readonly size: () => Promise<Result<number, FileFault>>;
  readonly read: () => Promise<Result<Bytes, FileFault>>;
  /** Answers the length after it. */
  readonly append: (bytes: Bytes) => Promise<Result<number, FileFault>>;
  /** Its first `length` bytes alone are left. */
  readonly cut: (length: number) => Promise<Result<null, FileFault>>;
  /** Everything anew. Only when the database holds all of it. */
  readonly replace: (bytes: Bytes) => Promise<Result<null, FileFault>>;
}

export const originJournal = (files: OriginFiles): Journal => ({
  size: () => files.size(journalFileName),
  read: async () => {
    const read = await files.read(journalFileName);
    return read.ok ? ok(read.value ?? new Uint8Array()) : read;
  },
  append: (bytes) => files.append(journalFileName, bytes),
  cut: (length) => files.cut(journalFileName, length),
  replace: (bytes) => files.replace(journalFileName, bytes),
});

export interface MemoryFile {
  bytes: Bytes;
}

/** For tests and simulations: the file outlives the handle, as a disk would. */
export const memoryJournal = (file: MemoryFile = { bytes: new Uint8Array() }): Journal => ({
  size: async () => ok(file.bytes.length),
  read: async () => ok(file.bytes.slice()),
  append: async (bytes) => {
    file.bytes = new Uint8Array([...file.bytes, ...bytes]);
    return ok(file.bytes.length);
  },
  cut: async (length) => {
    file.bytes = file.bytes.slice(0, length);
    return ok(null);
  },
  replace: async (bytes) => {
    file.bytes = bytes.slice();
    return ok(null);
  },
});
