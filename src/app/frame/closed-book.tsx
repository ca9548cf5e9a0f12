/**
 * A book that did not open, and the ways on. Somebody stands at the door: no fault of keys or storage may be the end of it.
 *
 * - CLB1 Whatever closed the book, a new one is one tap away, and the old one is not touched.
 * - CLB2 Where the device gives no place at all, this tab alone will do, and what that costs is said before it is chosen.
 * - CLB3 The closed book can be saved to a file as it lies.
 */
import type { OpenFault } from "#core/log/port.ts";
import type { Words } from "#i18n/words.ts";
import { useApp, useWords } from "../app-context.tsx";
import { rescueAddress } from "../place.ts";

export const ClosedBook = ({ fault }: { readonly fault: OpenFault }) => {
  const words = useWords();
  const { faults } = words;
  const { switchTo } = useApp();
  return (
    <div className="frame-alarm stack" role="alert">
      <p>{openFaultText(fault, words)}</p>
      <p className="row">
        <button type="button" className="button button-main" onClick={() => switchTo("newBook")}>
          {faults.newBook}
        </button>
        <a className="button" href={rescueAddress()}>
          {faults.rescue}
        </a>
      </p>
      {fault.type === "NoStore" && (
        <p className="row">
          <button type="button" className="button" onClick={() => switchTo("tabOnly")}>
            {faults.tabOnly}
          </button>
          <span>{faults.tabOnlyWhat}</span>
        </p>
      )}
    </div>
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
