/**
 * The book as the pages see it: opening, open and looked through now and then, or closed, from the start or under our hands.
 *
 * - UBK1 When a person has gone on with another book, nothing of the one before takes its place, however late it answers.
 */
import { useCallback, useEffect, useRef, useState } from "react";
import type { Book } from "./app-context.tsx";
import { keepLookingThrough } from "./look-through.ts";

/** A disk that has not answered by then may never do; what comes later is still taken. */
const patienceMs = 10_000;
const noStore = (detail: string): Book => ({ is: "closed", fault: { type: "NoStore", detail } });

/** The second is for a book that takes the place of this one without a reload. */
export const useBook = (opening: Promise<Book>): readonly [Book, (book: Book) => void] => {
  const [book, setBook] = useState<Book>({ is: "opening" });
  const end = useRef<() => void>(() => undefined);
  useEffect(() => {
    let isOver = false;
    let stop = (): void => undefined;
    const patience = setTimeout(() => setBook((now) => (now.is === "opening" ? noStore("it does not answer") : now)), patienceMs);
    void opening.catch((bug: unknown) => noStore(String(bug))).then((opened) => {
      if (isOver) return;
      clearTimeout(patience);
      setBook(opened);
      if (opened.is === "open") stop = watch(opened, setBook);
    });
    const endThis = (): void => {
      isOver = true;
      clearTimeout(patience);
      stop();
    };
    end.current = endThis;
    return endThis;
  }, [opening]);
  const goOnWith = useCallback((next: Book): void => {
    end.current();
    setBook(next);
  }, []);
  return [book, goOnWith];
};

/** Tells what is found while the book stands open. Answers how to stop. */
const watch = (open: Extract<Book, { is: "open" }>, setBook: (book: Book) => void): (() => void) => {
  let isOver = false;
  let stopLooking = (): void => undefined;
  const end = (): void => {
    isOver = true;
    stopLooking();
  };
  void open.gone.then((fault) => {
    if (isOver) return;
    end();
    setBook(fault.type === "NewerData" ? { is: "closed", fault } : noStore(fault.type));
  });
  const tellHealth = async (): Promise<void> => {
    const health = await open.health().catch((fault: unknown) => {
      if (!isOver) throw fault;
    });
    if (health !== undefined && !isOver) setBook({ ...open, damaged: health.damaged });
  };
  const begin = async (): Promise<void> => {
    await open.feed.whole;
    if (!isOver) stopLooking = keepLookingThrough(open.lookThrough, () => void tellHealth());
    await tellHealth();
  };
  void begin();
  return end;
};
