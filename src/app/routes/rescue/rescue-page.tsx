/**
 * A book that the rescue page saved comes back: what is in the file is shown first, and a tap takes it in.
 *
 * - RSP2 Before the tap it is said what of the book is proved, what is missing and what lies aside; a file that cannot be taken in says why.
 * - RSP3 After the tap the book is opened anew, so that every page shows it.
 */
import { useState } from "react";
import type { PageWords } from "#i18n/pages/page-words.ts";
import { useApp } from "../../app-context.tsx";
import { usePageWords } from "../../page-words.ts";
import { openScreen } from "../../place.ts";
import { FilePick } from "../../ui/file-pick.tsx";
import type { BookFault, FoundBook, FoundRescue, Rescue, RescueFault } from "./rescue-port.ts";

type Step =
  | { readonly is: "choose" }
  | { readonly is: "reading"; readonly proved: number }
  | { readonly is: "refused"; readonly fault: RescueFault }
  | { readonly is: "found"; readonly found: FoundRescue };

export const RescuePage = () => {
  const { rescued } = usePageWords();
  const { book } = useApp();
  const rescue = book.is === "open" ? book.rescue : undefined;
  return (
    <div className="page">
      <h1>{rescued.link}</h1>
      {rescue === undefined ? <p className="card">{rescued.notOpen}</p> : <Reading rescue={rescue} />}
    </div>
  );
};

const Reading = ({ rescue }: { readonly rescue: Rescue }) => {
  const { archive, rescued } = usePageWords();
  const [step, setStep] = useState<Step>({ is: "choose" });
  const read = async (file: File): Promise<void> => {
    setStep({ is: "reading", proved: 0 });
    const answer = await rescue(file, (proved) => setStep({ is: "reading", proved }));
    setStep(answer.ok ? { is: "found", found: answer.value } : { is: "refused", fault: answer.error });
  };
  return (
    <>
      <section className="card stack">
        <p>{rescued.text}</p>
        <FilePick label={rescued.choose} orDrop={archive.dropHere} accept=".vaktbok-raw" onPick={(file) => void read(file)} />
        {step.is === "reading" && <p role="status">{step.proved === 0 ? rescued.reading : rescued.proving(step.proved)}</p>}
        {step.is === "refused" && <p role="alert">{{ NotOurs: rescued.notOurs, Newer: rescued.newer, TooLarge: rescued.tooLarge }[step.fault.type]}</p>}
      </section>
      {step.is === "found" && <Found found={step.found} />}
    </>
  );
};

const Found = ({ found: { damaged, isWhole, books } }: { readonly found: FoundRescue }) => {
  const { rescued } = usePageWords();
  return (
    <>
      {!isWhole && (
        <p className="card" role="alert">
          {rescued.cut} {damaged > 0 && rescued.damaged(damaged)}
        </p>
      )}
      {books.length === 0 && <p className="card">{rescued.none}</p>}
      {books.map((book) => (
        <section key={book.name} className="card stack" aria-label={rescued.book(book.name)}>
          <h2>{rescued.book(book.name)}</h2>
          {book.is === "closed" ? <p>{bookFaultText(book.fault, rescued)}</p> : <TakeIn book={book} />}
        </section>
      ))}
    </>
  );
};

const bookFaultText = (fault: BookFault, rescued: PageWords["rescued"]): string => {
  switch (fault.type) {
    case "KeysLost":
      return rescued.keysLost(fault.records);
    case "OtherWard":
      return rescued.otherWard(fault.records);
    case "Newer":
      return rescued.newer;
    case "OtherKeys":
    case "DrillOnly":
    case "RealOnly":
      return rescued.notHere;
  }
};

const TakeIn = ({ book }: { readonly book: Extract<FoundBook, { is: "found" }> }) => {
  const { rescued } = usePageWords();
  const [going, setGoing] = useState<{ readonly is: "not" | "now" | "failed" } | { readonly is: "taken"; readonly count: number }>({ is: "not" });
  const takeIn = async (): Promise<void> => {
    setGoing({ is: "now" });
    const answer = await book.takeIn();
    setGoing(answer.ok ? { is: "taken", count: answer.value.taken } : { is: "failed" });
  };
  return (
    <>
      <p>{rescued.proved(book.proved, book.records)}</p>
      {book.missing > 0 && <p>{rescued.missing(book.missing)}</p>}
      {book.aside > 0 && <p>{rescued.aside(book.aside)}</p>}
      {book.unreadable > 0 && <p>{rescued.unreadable(book.unreadable)}</p>}
      {going.is !== "taken" && <p>{book.way === "join" ? rescued.joins : rescued.unites}</p>}
      {going.is === "failed" && <p role="alert">{rescued.notTaken}</p>}
      {going.is === "taken" ? (
        <div className="row" role="status">
          <span>{rescued.taken(going.count)}</span>
          <button type="button" className="button button-main" onClick={() => openScreen("/")}>
            {rescued.openBook}
          </button>
        </div>
      ) : (
        <p>
          <button type="button" className="button button-main" disabled={going.is === "now"} onClick={() => void takeIn()}>
            {going.is === "now" ? rescued.takingIn : rescued.takeIn}
          </button>
        </p>
      )}
    </>
  );
};
