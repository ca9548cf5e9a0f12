/**
 * What a person must know before they trust the page.
 *
 * - ALM1 A book that did not open, records that are damaged, and a book that the browser has lost are told on every page.
 * - ALM2 A fault that nobody caught is told too: this tab may show less than it should, until it is opened anew.
 */
import { useEffect, useState } from "react";
import type { OpenFault } from "#core/log/port.ts";
import type { Words } from "#i18n/words.ts";
import { useApp, useWords } from "../app-context.tsx";

export const Alarms = () => {
  const words = useWords();
  const { book } = useApp();
  const hasStumbled = useHasStumbled();
  const [isFormerClosed, setIsFormerClosed] = useState(false);
  return (
    <>
      {hasStumbled && <Alarm text={words.faults.stumbled} />}
      {book.is === "closed" && <Alarm text={openFaultText(book.fault, words)} />}
      {book.is === "open" && book.damaged > 0 && <Alarm text={words.faults.damaged(book.damaged)} />}
      {book.is === "open" && book.former > 0 && !isFormerClosed && (
        <div className="frame-alarm row" role="alert">
          {words.faults.former}
          <button type="button" className="button" onClick={() => setIsFormerClosed(true)}>
            {words.frame.close}
          </button>
        </div>
      )}
      {book.is === "open" && book.keysIn === "indexeddb" && <p className="frame-tip">{words.frame.keysWeaker}</p>}
    </>
  );
};

const Alarm = ({ text }: { readonly text: string }) => (
  <p className="frame-alarm" role="alert">
    {text}
  </p>
);

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

const openFaultText = (fault: OpenFault, words: Words): string => {
  switch (fault.type) {
    case "NoStore":
      return words.faults.noStore;
    case "KeysLost":
      return words.faults.keysLost(fault.records);
    case "NewerData":
      return words.faults.newerData;
  }
};
