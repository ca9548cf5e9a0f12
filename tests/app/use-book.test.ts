// @vitest-environment jsdom
import { act, renderHook } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { epochMs } from "#core/time.ts";
import type { Book } from "#app/app-context.tsx";
import { useBook } from "#app/use-book.ts";
import { openWardFeed } from "#app/ward-feed.ts";
import { openMemoryWardLog } from "#tests/storage/memory-log.ts";

afterEach(() => void vi.useRealTimers());

type OpenBook = Extract<Book, { is: "open" }>;

const openBook = async (own: Partial<OpenBook> = {}): Promise<OpenBook> => {
  const log = await openMemoryWardLog({ clock: { nowMs: () => epochMs(0) } });
  const feed = await openWardFeed(log, (work) => void setTimeout(work));
  return { is: "open", feed, ward: log.ward, device: log.device, keysIn: "memory", damaged: 0, former: 0, health: log.health, care: log.care, lookThrough: log.lookThrough, forgetLost: log.forgetLost, gone: log.gone, ...own };
};

/** A disk that says nothing for eleven seconds. */
const openSlowly = async () => {
  vi.useFakeTimers();
  let resolve: (book: Book) => void = () => undefined;
  const promise = new Promise<Book>((take) => { resolve = take; });
  const shown = renderHook(() => useBook(promise));
  expect(shown.result.current[0].is).toBe("opening");
  await act(() => vi.advanceTimersByTimeAsync(11_000));
  expect(shown.result.current[0]).toMatchObject({ is: "closed", fault: { type: "NoStore" } });
  vi.useRealTimers();
  const answer = (late: Book) => act(async () => {
    resolve(late);
    await promise;
  });
  return { ...shown, answer };
};

it("[UBK1] a book that answers late is taken while nobody has gone on with another", async () => {
  const late = await openBook();
  const { result, answer, unmount } = await openSlowly();
  await answer(late);
  expect(result.current[0]).toMatchObject({ is: "open", device: late.device });
  unmount();
});

it("[UBK1] a late answer does not take the place of the book that a person went on with", async () => {
  const [late, ofTab] = [await openBook(), await openBook({ forgets: true })];
  const { result, answer } = await openSlowly();
  act(() => result.current[1](ofTab));
  await answer(late);
  expect(result.current[0]).toBe(ofTab);
});

it("[UBK1] nor does what is found in a book that came just before that", async () => {
  type Health = Awaited<ReturnType<OpenBook["health"]>>;
  let find: (health: Health) => void = () => undefined;
  const [late, ofTab] = [await openBook({ health: () => new Promise<Health>((take) => { find = take; }) }), await openBook({ forgets: true })];
  const { result, answer } = await openSlowly();
  await answer(late);
  expect(result.current[0].is).toBe("open");
  act(() => result.current[1](ofTab));
  await act(async () => find(await ofTab.health()));
  expect(result.current[0]).toBe(ofTab);
});
