/**
 * What the screen knows, on paper: a way on when even this device fails.
 *
 * - PRT1 One press, or P, prints what is shown: the board, every visit or the chosen ones one a page or compact, one visit, or one label;
 *   also a sheet of labels, a band, an ISBAR card, a form of a visit, the letter about one, and a stack of blank ones.
 * - PRT2 Nothing on paper needs colour: a level is sign, number and words; an overrun is written out.
 * - PRT3 Every page says whose it is and when it was printed, and a drill says so.
 * - PRT4 Lists of everybody wait until those who left long ago have been read too.
 * - PRT6 Of a number that two devices gave, every visit is printed, each with its own name and time: none passes for the only one.
 * - PRT5 A chosen number that is not in this book is said; the others are not printed as if they were all.
 */
import { Fragment, useEffect, type ReactNode } from "react";
import { PrinterSmallIcon } from "@navikt/aksel-icons";
import type { TemporaryNumber } from "#core/visit/temporary-number.ts";
import { filesByNumber } from "#projections/by-number.ts";
import { printList } from "#projections/print-list.ts";
import type { VisitFile } from "#projections/ward-state.ts";
import { useWardState } from "../../app-context.tsx";
import { useKeys } from "../../keys.ts";
import { usePageWords } from "../../page-words.ts";
import { Link } from "../../router/link.tsx";
import { useSearch } from "../../router/way.ts";
import { useWholeBook } from "../../use-whole-book.ts";
import { FindVisit } from "../visit/find-visit.tsx";
import { BandSheet, LabelsSheet } from "./band-sheet.tsx";
import { BlankForms } from "./blank-forms.tsx";
import { BoardSheet } from "./board-sheet.tsx";
import { ChartSheet } from "./chart-sheet.tsx";
import { CompactSheet } from "./compact-sheet.tsx";
import { LetterBar } from "./letter-bar.tsx";
import { LetterSheet } from "./letter-sheet.tsx";
import { FormSheet } from "./form-sheet.tsx";
import { IsbarSheet } from "./isbar-sheet.tsx";
import { LabelSheet } from "./label-sheet.tsx";
import { usePaper, type Paper } from "./paper.ts";
import { onePapers, printAddress, readPrintChoice, type OnePaper, type PrintChoice } from "./print-choice.ts";
import "./print.css";
import "./hands.css";

export const PrintPage = () => {
  const { print } = usePageWords();
  const params = useSearch();
  const choice = readPrintChoice(params);
  const paper = usePaper();
  const printNow = (): void => window.print();
  useKeys({ p: printNow });
  usePageCount(print.side);
  return (
    <div className="print-page">
      <section className="print-choices no-print">
        <h1>{print.title}</h1>
        <PrintChoices choice={choice} />
        {!(choice.is === "forms" && choice.numbers.length === 0) && (
          <button type="button" className="button button-main" aria-keyshortcuts="P" onClick={printNow}>
            <PrinterSmallIcon aria-hidden />
            {print.print}
            <kbd aria-hidden="true">P</kbd>
          </button>
        )}
      </section>
      {choice.is === "letter" && <LetterBar number={choice.number} kind={choice.kind} paper={paper} />}
      <Paperwork choice={choice} paper={paper} />
    </div>
  );
};

const PrintChoices = ({ choice }: { readonly choice: PrintChoice }) => {
  const { print, hands, letter } = usePageWords();
  const words: { readonly [P in OnePaper]: (number: TemporaryNumber) => string } = {
    visit: print.one, label: print.label, labels: () => hands.labels, band: () => hands.band, isbar: () => hands.isbarCard, form: () => hands.formOf, letter: () => letter.letter,
  };
  const whose = choice.is === "charts" || choice.is === "compact" ? choice.whose : "all";
  const isChosen = whose !== "all" && whose !== "here";
  const link = (to: string, word: string, isNow: boolean) => (
    <Link className="button" to={to} replace aria-current={isNow ? "page" : undefined}>
      {word}
    </Link>
  );
  return (
    <nav className="row" aria-label={print.choose}>
      {link("/print?what=board", print.board, choice.is === "board")}
      {link(printAddress("charts", whose), print.charts, choice.is === "charts")}
      {link(printAddress("compact", whose), print.compact, choice.is === "compact")}
      {link("/print?what=forms", hands.blankForms, choice.is === "forms")}
      {isOne(choice) && onePapers.map((one) => <Fragment key={one}>{link(`/print?${one}=${choice.number}`, words[one](choice.number), choice.is === one)}</Fragment>)}
      {(choice.is === "charts" || choice.is === "compact") && (
        <span className="row print-whose" role="group" aria-label={print.whose}>
          {isChosen && link(printAddress(choice.is, whose), print.chosen(whose.length), true)}
          {link(printAddress(choice.is, "all"), print.all, whose === "all")}
          {link(printAddress(choice.is, "here"), print.here, whose === "here")}
        </span>
      )}
    </nav>
  );
};

type OneChoice = Extract<PrintChoice, { readonly is: OnePaper }>;
const isOne = (choice: PrintChoice): choice is OneChoice => onePapers.some((one) => one === choice.is);

const OneSheet = ({ choice, file, paper }: { readonly choice: OneChoice; readonly file: VisitFile; readonly paper: Paper }) => {
  switch (choice.is) {
    case "visit":
      return <ChartSheet file={file} paper={paper} />;
    case "label":
      return <LabelSheet file={file} paper={paper} />;
    case "labels":
      return <LabelsSheet file={file} paper={paper} />;
    case "band":
      return <BandSheet file={file} paper={paper} />;
    case "isbar":
      return <IsbarSheet file={file} paper={paper} />;
    case "letter":
      return <LetterSheet file={file} kind={choice.kind} paper={paper} />;
    case "form":
      return <FormSheet number={choice.number} visit={file.visit} paper={paper} />;
  }
};

const Paperwork = ({ choice, paper }: { readonly choice: PrintChoice; readonly paper: Paper }) => {
  const { print, visit } = paper.text.words;
  const state = useWardState();
  const isWhole = useWholeBook();
  if (choice.is === "board") {
    return (
      <Papers isWide>
        <BoardSheet paper={paper} />
      </Papers>
    );
  }
  if (choice.is === "misread") return <FindVisit title={visit.notANumber(choice.typed)} text={visit.notANumberText} typed={choice.typed} />;
  if (choice.is === "forms") {
    return (
      <Papers>
        <BlankForms numbers={choice.numbers} paper={paper} />
      </Papers>
    );
  }
  if (isOne(choice)) {
    const files = filesByNumber(state, choice.number);
    if (files.length === 0) return isWhole ? <FindVisit title={visit.noSuchNumber(choice.number)} text={visit.noSuchText} typed="" /> : <p role="status">{print.gathering}</p>;
    return <Papers>{files.map((file) => <OneSheet key={file.visit.id} choice={choice} file={file} paper={paper} />)}</Papers>;
  }
  if (!isWhole) return <p role="status">{print.gathering}</p>;
  const { whose } = choice;
  const missing = whose === "all" || whose === "here" ? undefined : whose.find((number) => filesByNumber(state, number).length === 0);
  if (missing !== undefined) return <FindVisit title={visit.noSuchNumber(missing)} text={visit.noSuchText} typed="" />;
  const files = printList(state, whose);
  if (files.length === 0) return <p>{print.nobody}</p>;
  return (
    <Papers>
      {choice.is === "compact" ? (
        <CompactSheet files={files} paper={paper} />
      ) : (
        files.map((file, place) => <ChartSheet key={file.visit.id} file={file} paper={paper} note={print.place(place + 1, files.length)} />)
      )}
    </Papers>
  );
};

/** Reached by Tab, so that a sheet wider than the screen can be scrolled from the keyboard. */
const Papers = ({ isWide = false, children }: { readonly isWide?: boolean; readonly children: ReactNode }) => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable
  <div className={isWide ? "papers papers-wide" : "papers"} role="region" aria-label={usePageWords().print.title} tabIndex={0}>
    {children}
  </div>
);

/** The margin of the page reads its words from the root: a margin box has no element of its own. */
const usePageCount = (side: string): void => {
  useEffect(() => {
    const { style } = document.documentElement;
    style.setProperty("--page-word", JSON.stringify(side));
    return () => void style.removeProperty("--page-word");
  }, [side]);
};
