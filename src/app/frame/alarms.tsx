// What a person must know before they trust the page: the book did not open, or part of it is damaged or kept more weakly.
import type { OpenFault } from "#core/log/port.ts";
import type { Words } from "#i18n/words.ts";
import { useApp, useWords } from "../app-context.tsx";

export const Alarms = () => {
  const words = useWords();
  const { book } = useApp();
  if (book.is === "opening") return null;
  if (book.is === "closed") {
    return (
      <p className="frame-alarm" role="alert">
        {openFaultText(book.fault, words)}
      </p>
    );
  }
  return (
    <>
      {book.damaged > 0 && (
        <p className="frame-alarm" role="alert">
          {words.faults.damaged(book.damaged)}
        </p>
      )}
      {book.keysIn === "indexeddb" && <p className="frame-tip">{words.frame.keysWeaker}</p>}
    </>
  );
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
