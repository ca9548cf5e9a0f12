import { beforeEach, expect, it, vi } from "vitest";
import { openOriginFiles, type OriginFiles } from "#storage/files/origin-files.ts";
import type { FileReply, FileRequest } from "#storage/files/origin-files-protocol.ts";

/** Workers as the page sees them: each answers until its disk hangs, and does nothing more when it is ended. */
let workers: PretendWorker[] = [];
let isHung = false;

class PretendWorker {
  onmessage: ((event: { readonly data: FileReply }) => void) | null = null;
  onerror: (() => void) | null = null;
  readonly asked: string[] = [];
  isEnded = false;
  constructor() {
    workers.push(this);
  }
  postMessage({ id, ask }: FileRequest): void {
    this.asked.push(ask.type);
    if (!isHung) queueMicrotask(() => this.onmessage?.({ data: { id, answer: { ok: true, value: 0 } } }));
  }
  terminate(): void {
    this.isEnded = true;
  }
}

const lost = { ok: false, error: { type: "FilesLost" } };
const some = new Uint8Array([1]);

const open = async (): Promise<OriginFiles> => {
  const files = await openOriginFiles("real");
  if (files === null) throw new Error("no files");
  return files;
};

beforeEach(() => {
  [workers, isHung] = [[], false];
  vi.stubGlobal("Worker", PretendWorker);
  vi.stubGlobal("navigator", { storage: { getDirectory: () => undefined } });
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

it("[OFL1] after the first ask that was not answered none waits, and the worker does nothing of it later", async () => {
  const files = await open();
  isHung = true;
  const asks = [files.append("log.journal", some), files.size("log.journal")];
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await Promise.all(asks)).toMatchObject([lost, lost]);
  expect(workers.map(({ isEnded }) => isEnded)).toEqual([true]);
  // Without any time that goes by.
  expect(await files.append("log.journal", some)).toMatchObject(lost);
  expect(workers).toHaveLength(1);
});

it("[OFL1] nor after a worker that died", async () => {
  const files = await open();
  isHung = true;
  const asked = files.append("log.journal", some);
  workers[0]?.onerror?.();
  expect([await asked, await files.read("log.journal")]).toMatchObject([lost, lost]);
});

it("[OFL2] a minute later the next ask has a new worker, and waits for it once", async () => {
  const files = await open();
  isHung = true;
  const first = files.append("log.journal", some);
  await vi.advanceTimersByTimeAsync(70_000);
  expect(await first).toMatchObject(lost);
  const second = files.append("log.journal", some);
  await vi.advanceTimersByTimeAsync(10_000);
  expect([await second, await files.append("log.journal", some)]).toMatchObject([lost, lost]);
  expect(workers).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(60_000);
  isHung = false;
  expect(await files.append("log.journal", some)).toEqual({ ok: true, value: 0 });
  expect(workers.map(({ asked, isEnded }) => [asked.length, isEnded])).toEqual([[2, true], [1, true], [1, false]]);
});
