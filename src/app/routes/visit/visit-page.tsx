/**
 * One visit by its number, typed or scanned as people do it.
 *
 * - VPG1 A number is read leniently: small letters, spaces, dashes and missing zeros lead to the same chart.
 * - VPG2 A number that is none, is misread, or is not here is said kindly, with what to do and a way to find the visit.
 */
import { useParams } from "react-router";
import { readTemporaryNumber } from "#core/visit/temporary-number.ts";
import { fileByNumber } from "#projections/by-number.ts";
import { useApp, useWardState, useWords } from "../../app-context.tsx";
import { useWholeBook } from "../../use-whole-book.ts";
import { ChartView } from "./chart-view.tsx";
import { FindVisit } from "./find-visit.tsx";
import "./visit.css";

export const VisitPage = () => {
  const words = useWords();
  const { book } = useApp();
  const { number: typed = "" } = useParams();
  const state = useWardState();
  const isWhole = useWholeBook();
  const number = readTemporaryNumber(typed);
  const { visit } = words;
  if (!number.ok) {
    const isMisread = number.error.type === "WrongCheckLetter";
    return (
      <FindVisit
        title={isMisread ? visit.wrongCheck(typed.toUpperCase()) : visit.notANumber(typed)}
        text={isMisread ? visit.wrongCheckText : visit.notANumberText}
        typed={isMisread ? "" : typed}
      />
    );
  }
  const file = fileByNumber(state, number.value);
  if (file !== null) return <ChartView key={file.visit.id} file={file} number={number.value} />;
  if (book.is === "opening" || (book.is === "open" && !isWhole)) return <p className="page">{visit.opening}</p>;
  return <FindVisit title={visit.noSuchNumber(number.value)} text={visit.noSuchText} typed="" />;
};
