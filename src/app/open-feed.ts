/**
 * The ward's feed for whoever wants to do something, from the first moment of the page on.
 *
 * - OPF1 What is asked for while the book still opens waits for it, and is done as soon as it is open. It fails only when
 *   the book is known not to open.
 */
import { useCallback, useLayoutEffect, useRef } from "react";
import { useApp, type Book } from "./app-context.tsx";
import type { WardFeed } from "./ward-feed.ts";

/** Answers the feed of the book that is open then; null where there is none. */
export type OpenFeed = () => Promise<WardFeed | null>;

export const useOpenFeed = (): OpenFeed => {
  const { book } = useApp();
  const latest = useRef(book);
  const waiting = useRef<Array<() => void>>([]);
  useLayoutEffect(() => {
    latest.current = book;
    if (book.is !== "opening") for (const goOn of waiting.current.splice(0)) goOn();
  }, [book]);
  return useCallback(async () => {
    if (latest.current.is === "opening") await new Promise<void>((goOn) => waiting.current.push(goOn));
    return feedOf(latest.current);
  }, []);
};

const feedOf = (book: Book): WardFeed | null => (book.is === "open" ? book.feed : null);
