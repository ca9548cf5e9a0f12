/**
 * One visit by its number, typed or scanned as people do it.
 *
 * - VPG1 A number is read leniently: small letters, spaces, dashes and missing zeros lead to the same chart.
 * - VPG2 A number that is none, is misread, or is not here is said kindly, with what to do and a way to find the visit.
 * - VPG3 A number that two devices gave is asked about: no chart is opened before somebody has said which patient is meant.
 */
import { readTemporaryNumber } from "#core/visit/temporary-number.ts";
import { filesByNumber } from "#projections/by-number.ts";
import { useApp, useWardState } from "../../app-context.tsx";
import { usePageWords } from "../../page-words.ts";
import { useParams } from "../../router/routes.tsx";
import { useSearch } from "../../router/way.ts";
import { useWholeBook } from "../../use-whole-book.ts";
import { ChartView } from "./chart-view.tsx";
import { FindVisit } from "./find-visit.tsx";
import { WhichVisit, whichParam } from "./which-visit.tsx";
import "./visit.css";

export const VisitPage = () => {
  const words = usePageWords();
  const { book } = useApp();
  const { number: typed = "" } = useParams();
  const params = useSearch();
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
  const files = filesByNumber(state, number.value);
  const meant = files.length === 1 ? files[0] : files.find((file) => file.visit.id === params.get(whichParam));
  if (meant !== undefined) return <ChartView key={meant.visit.id} file={meant} number={meant.visit.number ?? number.value} />;
  if (files.length > 0) return <WhichVisit number={number.value} files={files} />;
  if (book.is === "opening" || (book.is === "open" && !isWhole)) return <p className="page">{visit.opening}</p>;
  return <FindVisit title={visit.noSuchNumber(number.value)} text={visit.noSuchText} typed="" />;
};
