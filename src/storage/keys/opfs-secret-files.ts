/**
 * Key files in the origin's own file system, by way of a worker. Answers null where there is no such file system: some
 * private windows, a page opened from a file, old browsers.
 */
import { err, ok, type Result } from "#core/result.ts";
import type { Bytes } from "#core/log/envelope.ts";
import type { SecretAnswer, SecretRequest } from "./secret-files-protocol.ts";
import type { SecretFault, SecretFiles } from "./secret-files.ts";

/** A worker that has not answered by then never will. */
const patienceMs = 5_000;

export const openOpfsSecretFiles = async (folder: string): Promise<SecretFiles | null> => {
  if (typeof Worker === "undefined" || typeof navigator === "undefined" || navigator.storage?.getDirectory === undefined) return null;
  const worker = startWorker();
  if (worker === null) return null;
  const waiting = new Map<number, (answer: SecretAnswer["result"]) => void>();
  let asked = 0;
  const failAll = (): void => { for (const answer of waiting.values()) answer(err({ type: "FilesLost", detail: "the key file worker is gone" })); };
  worker.onerror = failAll;
  worker.onmessage = ({ data }: MessageEvent<SecretAnswer>) => { waiting.get(data.id)?.(data.result); };

  const ask = async (name: string, what: SecretRequest["ask"]): Promise<Result<Bytes | null, SecretFault>> => {
    const request: SecretRequest = { id: (asked += 1), folder, name, ask: what };
    try {
      return await new Promise((resolve) => {
        waiting.set(request.id, resolve);
        setTimeout(() => { resolve(err({ type: "FilesLost", detail: "the key file worker does not answer" })); }, patienceMs);
        worker.postMessage(request);
      });
    } finally {
      waiting.delete(request.id);
    }
  };

  const isThere = await ask("probe.key", { type: "read" });
  if (!isThere.ok) {
    worker.terminate();
    return null;
  }
  return {
    kind: "opfs",
    read: (name) => ask(name, { type: "read" }),
    write: async (name, bytes) => done(await ask(name, { type: "write", bytes })),
    shred: async (name) => done(await ask(name, { type: "shred" })),
  };
};

/** A page opened from a file may not start workers, and says so by throwing. */
const startWorker = (): Worker | null => {
  try {
    return new Worker(new URL("./secret-files.worker.ts", import.meta.url), { type: "module" });
  } catch {
    return null;
  }
};

const done = (result: Result<Bytes | null, SecretFault>): Result<null, SecretFault> => (result.ok ? ok(null) : result);
