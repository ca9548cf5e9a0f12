// What the page and the file worker say to each other.
import type { Bytes } from "#core/log/envelope.ts";
import type { Result } from "#core/result.ts";

export type FileFault = { readonly type: "DiskFull" } | { readonly type: "FilesLost"; readonly detail: string };

export type FileAsk =
  | { readonly type: "read" }
  /** The file is these bytes from now on. */
  | { readonly type: "write"; readonly bytes: Bytes }
  /** The same, in a file that other tabs may have open for appending. */
  | { readonly type: "replace"; readonly bytes: Bytes }
  /** These bytes behind the last one. Answers how long the file is now. */
  | { readonly type: "append"; readonly bytes: Bytes }
  /** Of a file that is appended to its first `length` bytes are left. */
  | { readonly type: "cut"; readonly length: number }
  | { readonly type: "size" }
  | { readonly type: "shred" };

/** Of a read the bytes, or null when there is no such file; of an append and a size the file's length; else null. */
export type FileAnswer = Result<Bytes | number | null, FileFault>;

export interface FileRequest {
  readonly id: number;
  readonly folder: string;
  readonly name: string;
  readonly ask: FileAsk;
}

export interface FileReply {
  readonly id: number;
  readonly answer: FileAnswer;
}
