// What was read from the file: the errors with row and column, or every arrival as it would be taken in.
import type { Answer } from "#core/answer.ts";
import type { Born } from "#core/identity/born.ts";
import type { ArrivalError } from "#forms/arrivals-csv.ts";
import type { PageWords } from "#i18n/pages/page-words.ts";
import { useApp } from "../../app-context.tsx";
import { ageText, timeOf } from "../../formats.ts";
import { usePageWords } from "../../page-words.ts";
import { columnWord, errorWord, warningWord } from "./import-words.ts";
import type { PreviewRow } from "./preview.ts";

export const ErrorTable = ({ errors }: { readonly errors: ReadonlyArray<ArrivalError> }) => {
  const words = usePageWords();
  const { importing } = words;
  return (
    <table className="plain-table import-errors">
      <caption className="unseen">{importing.errorsTitle(errors.length)}</caption>
      <thead>
        <tr>
          <th scope="col" className="of-number">{importing.row}</th>
          <th scope="col">{importing.column}</th>
          <th scope="col">{importing.problem}</th>
        </tr>
      </thead>
      <tbody>
        {errors.map((error, place) => (
          <tr key={place}>
            <th scope="row" className="number of-number">{error.row}</th>
            <td>{error.column === null ? importing.wholeRow : columnWord(error.column, words)}</td>
            <td>
              {errorWord(error, words)}
              {error.text !== "" && <q className="import-typed">{error.text}</q>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const columns = ["arrivedAt", "name", "nationalNumber", "born", "sex", "reason", "arrivedBy"] as const;

export const ArrivalTable = ({ rows }: { readonly rows: ReadonlyArray<PreviewRow> }) => {
  const words = usePageWords();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls sideways on a phone must be reached by keyboard too
    <div className="import-scroll" tabIndex={0} role="region" aria-label={words.importing.readyTitle(rows.length)}>
      <table className="plain-table import-arrivals">
        <caption className="unseen">{words.importing.readyTitle(rows.length)}</caption>
        <thead>
          <tr>
            <th scope="col" className="of-number">{words.importing.row}</th>
            {columns.map((column) => (
              <th key={column} scope="col">{columnWord(column, words)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <ArrivalRow key={row.arrival.row} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
};

const ArrivalRow = ({ row: { arrival, warnings, likelySame } }: { readonly row: PreviewRow }) => {
  const words = usePageWords();
  const { clock, prefs } = useApp();
  const nowMs = clock.nowMs();
  const { details } = arrival;
  const notes = [...warnings.map((warning) => warningWord(warning, words)), ...(likelySame === null ? [] : [words.importing.alreadyHere(likelySame)])];
  const bornText = (born: Born): string => (born.is === "date" ? born.date : born.is === "year" ? String(born.year) : ageText(born, nowMs, words));
  return (
    <>
      <tr data-noted={notes.length > 0}>
        <th scope="row" className="number of-number">{arrival.row}</th>
        <td className="number">{timeOf(arrival.atMs, nowMs, prefs.language)}</td>
        <td>{said(details.name, words)}</td>
        <td className="number">{said(details.nationalNumber, words)}</td>
        <td className="number">{said(details.born, words, bornText)}</td>
        <td>{said(details.sex, words, (sex) => words.fields.sex.choices[sex])}</td>
        <td>{said(details.reason, words)}</td>
        <td>{said(details.arrivedBy, words, (mode) => words.fields.arrivedBy.choices[mode])}</td>
      </tr>
      {notes.length > 0 && (
        <tr className="import-notes">
          <td colSpan={columns.length + 1}>{notes.join(" ")}</td>
        </tr>
      )}
    </>
  );
};

/** Not asked is empty; asked and unknown, and none, are said in the door form's own signs. */
const said = <T extends string | Born>(answer: Answer<T> | undefined, words: PageWords, word: (value: T) => string = String): string => {
  if (answer === undefined) return "";
  if (answer.is === "known") return word(answer.value);
  return answer.is === "unknown" ? words.intake.unknownName : "–";
};
