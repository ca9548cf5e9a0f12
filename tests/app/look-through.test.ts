import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { keepLookingThrough } from "#app/look-through.ts";

const hourMs = 60 * 60_000;
const thrown: unknown[] = [];
const take = (reason: unknown): void => void thrown.push(reason);
// The runner has a listener of its own, for which each such failure is the end.
const theirs = process.listeners("unhandledRejection");

beforeEach(() => {
  vi.useFakeTimers();
  thrown.length = 0;
  process.removeAllListeners("unhandledRejection").on("unhandledRejection", take);
});
afterEach(() => {
  process.removeAllListeners("unhandledRejection");
  for (const listener of theirs) process.on("unhandledRejection", listener);
  vi.useRealTimers();
});

/** Node tells of a promise that nobody took when its own turn is over. */
const letNodeTell = async (): Promise<void> => {
  vi.useRealTimers();
  await new Promise((resolve) => { setTimeout(resolve, 5); });
};

it("[LKT1] after a look that failed comes the next one, and the failure is not kept quiet", async () => {
  const fault = new DOMException("", "UnknownError");
  const looks = vi.fn<() => Promise<void>>(async () => undefined).mockRejectedValueOnce(fault);
  const looked = vi.fn<() => void>();
  const stop = keepLookingThrough(looks, looked);
  await vi.advanceTimersByTimeAsync(3 * hourMs);
  stop();
  await letNodeTell();
  expect([looks.mock.calls.length, looked.mock.calls.length]).toEqual([3, 2]);
  expect(thrown).toEqual([fault]);
});

it("[LKT2] none is begun after it was stopped, also in the middle of one that fails", async () => {
  let fail: (fault: DOMException) => void = () => undefined;
  const looks = vi.fn<() => Promise<void>>(() => new Promise<void>((_, reject) => { fail = reject; }));
  const looked = vi.fn<() => void>();
  const stop = keepLookingThrough(looks, looked);
  await vi.advanceTimersByTimeAsync(hourMs / 2);
  stop();
  fail(new DOMException("", "AbortError"));
  await vi.advanceTimersByTimeAsync(3 * hourMs);
  await letNodeTell();
  expect([looks.mock.calls.length, looked.mock.calls.length, thrown.length]).toEqual([1, 0, 1]);
});
