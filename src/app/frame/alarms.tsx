/**
 * What a person must know before they trust the page.
 *
 * - ALM1 A book that did not open, records that are damaged, and a book that the browser has lost are told on every page.
 * - ALM2 A fault that nobody caught is told too: this tab may show less than it should, until it is opened anew.
 * - ALM3 A book that forgets says so on every page, and the browser asks before its tab is closed.
 */
import { Suspense, useEffect, useState } from "react";
import { useApp, useWords } from "../app-context.tsx";
import { CareAlarms } from "../pages.tsx";
import { ClosedBook } from "./closed-book.tsx";

export const Alarms = () => {
  const words = useWords();
  const { book } = useApp();
  const hasStumbled = useHasStumbled();
  const [isFormerClosed, setIsFormerClosed] = useState(false);
  return (
    <>
      {hasStumbled && <Alarm text={words.faults.stumbled} />}
      {book.is === "closed" && <ClosedBook fault={book.fault} />}
      {book.is === "open" && book.forgets === true && <Forgets />}
      <Suspense fallback={null}>
        <CareAlarms />
      </Suspense>
      {book.is === "open" && book.damaged > 0 && <Alarm text={words.faults.damaged(book.damaged)} />}
      {book.is === "open" && book.former > 0 && !isFormerClosed && (
        <div className="frame-alarm row" role="alert">
          {words.faults.former}
          <button type="button" className="button" onClick={() => setIsFormerClosed(true)}>
            {words.frame.close}
          </button>
        </div>
      )}
      {book.is === "open" && book.keysIn === "indexeddb" && <p className="frame-tip">{words.frame.noFiles}</p>}
    </>
  );
};

const Alarm = ({ text }: { readonly text: string }) => (
  <p className="frame-alarm" role="alert">
    {text}
  </p>
);

const Forgets = () => {
  const { faults } = useWords();
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, []);
  return <Alarm text={faults.forgets} />;
};

const useHasStumbled = (): boolean => {
  const [hasStumbled, setHasStumbled] = useState(false);
  useEffect(() => {
    const stumble = (): void => setHasStumbled(true);
    // An event without an error is a browser's remark, such as a resize told too late; nothing was lost by it.
    const stumbleOnError = (event: ErrorEvent): void => {
      if (event.error instanceof Error) stumble();
    };
    window.addEventListener("unhandledrejection", stumble);
    window.addEventListener("error", stumbleOnError);
    return () => {
      window.removeEventListener("unhandledrejection", stumble);
      window.removeEventListener("error", stumbleOnError);
    };
  }, []);
  return hasStumbled;
};
