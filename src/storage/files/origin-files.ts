/**
 * The origin's own file system, by way of a worker. Answers null where there is no such file system, or none that can be
 * written in place: some private windows, a page opened from a file, WebKitGTK, old browsers.
 *
 * - OFL1 After a worker that died or hung each ask is answered at once, and nothing that it still had before it is done later.
 * - OFL2 A new worker is tried by the first ask after a minute.
 */
import type { Bytes } from "#core/log/envelope.ts";
import { err, ok, type Result } from "#core/result.ts";
import { journalFileName } from "./names.ts";
import type { FileAnswer, FileAsk, FileFault, FileReply, FileRequest } from "./origin-files-protocol.ts";

export interface OriginFiles {
  readonly read: (name: string) => Promise<Result<Bytes | null, FileFault>>;
  /** Answers when the bytes are flushed. */
  readonly write: (name: string, bytes: Bytes) => Promise<Result<null, FileFault>>;
  /** The same, for a file that is appended to. */
  readonly replace: (name: string, bytes: Bytes) => Promise<Result<null, FileFault>>;
  /** Puts bytes behind the last one; answers when they are flushed, with the file's length. */
  readonly append: (name: string, bytes: Bytes) => Promise<Result<number, FileFault>>;
  /** Takes back what was appended behind `length` bytes. */
  readonly cut: (name: string, length: number) => Promise<Result<null, FileFault>>;
  /** Length in bytes; 0 where there is no such file. */
  readonly size: (name: string) => Promise<Result<number, FileFault>>;
  readonly shred: (name: string) => Promise<Result<null, FileFault>>;
}

/** A worker that has not answered by then never will. */
const patienceMs = 10_000;
/** Saves wait for an answer, in every tab: they may wait for a disk that hangs no oftener than this. */
const againMs = 60_000;

/** The journal's file is there from now on, long before the first patient. */
export const openOriginFiles = async (folder: string): Promise<OriginFiles | null> => {
  if (typeof Worker === "undefined" || typeof navigator === "undefined" || navigator.storage?.getDirectory === undefined) return null;
  const { ask, end } = startAsking(folder);
  // A handle must be opened to know: one browser gives files and no way to write them.
  const isThere = await ask(journalFileName, { type: "append", bytes: new Uint8Array() });
  if (!isThere.ok) {
    end();
    return null;
  }
  return {
    read: async (name) => asBytes(await ask(name, { type: "read" })),
    write: async (name, bytes) => asDone(await ask(name, { type: "write", bytes })),
    replace: async (name, bytes) => asDone(await ask(name, { type: "replace", bytes })),
    append: async (name, bytes) => asLength(await ask(name, { type: "append", bytes })),
    cut: async (name, length) => asDone(await ask(name, { type: "cut", length })),
    size: async (name) => asLength(await ask(name, { type: "size" })),
    shred: async (name) => asDone(await ask(name, { type: "shred" })),
  };
};

/** A page opened from a file may not start workers, and says so by throwing. */
const startWorker = (): Worker | null => {
  try {
    return new Worker(new URL("./origin-files.worker.ts", import.meta.url), { type: "module" });
  } catch {
    return null;
  }
};

type Ask = (name: string, ask: FileAsk) => Promise<FileAnswer>;

const startAsking = (folder: string): { readonly ask: Ask; readonly end: () => void } => {
  const waiting = new Map<number, (answer: FileAnswer) => void>();
  let worker: Worker | null = null;
  let [asked, lostMs] = [0, -againMs];
  /** It is ended: what was told as not done must not be done behind it. */
  const lose = (detail: string): void => {
    worker?.terminate();
    [worker, lostMs] = [null, performance.now()];
    for (const answer of waiting.values()) answer(err({ type: "FilesLost", detail }));
  };
  const start = (): Worker | null => {
    const started = startWorker();
    if (started === null) return null;
    started.onerror = (): void => lose("the file worker is gone");
    started.onmessage = ({ data }: MessageEvent<FileReply>) => { waiting.get(data.id)?.(data.answer); };
    return started;
  };
  const ask: Ask = async (name, what) => {
    if (performance.now() - lostMs >= againMs) worker ??= start();
    const asks = worker;
    if (asks === null) return err({ type: "FilesLost", detail: "there is no file worker" });
    const request: FileRequest = { id: (asked += 1), folder, name, ask: what };
    let patience: ReturnType<typeof setTimeout> | undefined;
    try {
      return await new Promise((resolve) => {
        waiting.set(request.id, resolve);
        patience = setTimeout(() => lose("the file worker does not answer"), patienceMs);
        asks.postMessage(request);
      });
    } finally {
      clearTimeout(patience);
      waiting.delete(request.id);
    }
  };
  return { ask, end: () => lose("the file worker was ended") };
};

const asBytes = (answer: FileAnswer): Result<Bytes | null, FileFault> => (answer.ok && typeof answer.value !== "number" ? ok(answer.value) : lost(answer));
const asLength = (answer: FileAnswer): Result<number, FileFault> => (answer.ok && typeof answer.value === "number" ? ok(answer.value) : lost(answer));
const asDone = (answer: FileAnswer): Result<null, FileFault> => (answer.ok ? ok(null) : answer);

const lost = (answer: FileAnswer): Result<never, FileFault> => (answer.ok ? err({ type: "FilesLost", detail: "the file worker answered something else" }) : answer);
