/**
 * The drafts' shelf as the page has it: a worker that is started with the first draft, or with the first look for one.
 * Where the browser has no files of the origin, or starts no worker, nothing is ever found and drafts live in their tab alone.
 */
import type { Draft, DraftShelf } from "#core/draft.ts";
import type { DraftAnswer, DraftRequest } from "./draft-protocol.ts";

/** A worker that has not answered by then never will. */
const patienceMs = 5_000;

export const openDraftShelf = (folder: string): DraftShelf => {
  let worker: Worker | null | undefined;
  let number = 0;
  const waiting = new Map<number, (drafts: ReadonlyArray<Draft>) => void>();
  const hear = ({ data }: MessageEvent<DraftAnswer>): void => {
    const resolve = waiting.get(data.number);
    // Nobody waits for it any more: it must not be held by a page that does not know of it.
    if (resolve === undefined) for (const { id } of data.drafts) post({ type: "letGo", id });
    else resolve(data.drafts);
  };
  const post = (request: DraftRequest): void => {
    if (worker === undefined) {
      worker = startWorker();
      worker?.postMessage({ type: "open", folder } satisfies DraftRequest);
      worker?.addEventListener("message", hear);
    }
    worker?.postMessage(request);
  };
  const ask = async (type: "claim" | "waiting", form: string): Promise<ReadonlyArray<Draft>> => {
    const mine = (number += 1);
    post({ type, number: mine, form });
    const answer = await new Promise<ReadonlyArray<Draft>>((resolve) => {
      if (worker === null) return resolve([]);
      waiting.set(mine, resolve);
      setTimeout(() => resolve([]), patienceMs);
    });
    waiting.delete(mine);
    return answer;
  };
  return {
    keep: (draft) => post({ type: "keep", draft }),
    drop: (id) => post({ type: "drop", id }),
    letGo: (id) => post({ type: "letGo", id }),
    claim: async (form) => (await ask("claim", form))[0] ?? null,
    waiting: (formStart) => ask("waiting", formStart),
  };
};

/** A page opened from a file may not start workers, and says so by throwing. */
const startWorker = (): Worker | null => {
  if (typeof Worker === "undefined" || navigator.storage?.getDirectory === undefined || !("locks" in navigator)) return null;
  try {
    return new Worker(new URL("./drafts.worker.ts", import.meta.url), { type: "module" });
  } catch {
    return null;
  }
};
