// The board on paper: the same rows in the same order, a column to write in, and empty rows for whoever comes after.
import { valueOf } from "#core/answer.ts";
import { answerOf } from "#core/visit/visit.ts";
import { minutesBetween } from "#core/time.ts";
import { waitOf, type BoardRow } from "#projections/board.ts";
import { toCallBack } from "#projections/call-back-list.ts";
import { currentBoard } from "#projections/current-board.ts";
import { useWardState } from "../../app-context.tsx";
import { timeOf } from "../../formats.ts";
import { leavingText } from "../visit/fact-text.ts";
import { knownAgeAndSex, nameText } from "../visit/who-text.ts";
import type { Paper } from "./paper.ts";
import { PaperLevel } from "./paper-level.tsx";
import { SheetHead } from "./sheet.tsx";

const columns = ["level", "who", "ageAndSex", "reason", "where", "clinician", "arrived", "waited", "pen"] as const;
const emptyRows = 8;

export const BoardSheet = ({ paper }: { readonly paper: Paper }) => {
  const { print } = paper.text.words;
  const board = currentBoard(useWardState(), paper.text.nowMs);
  const blocks = [
    [print.overdue, board.overdue],
    [print.waiting, board.waiting],
    [print.inCare, board.inCare],
  ] as const;
  return (
    <table className="board-sheet" aria-label={print.board}>
      <thead>
        <tr>
          <td colSpan={columns.length}>
            <SheetHead paper={paper} title={print.board} />
          </td>
        </tr>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {print[column]}
            </th>
          ))}
        </tr>
      </thead>
      {blocks.map(([title, rows]) => rows.length > 0 && <Block key={title} title={title} rows={rows} paper={paper} />)}
      <ToCall paper={paper} />
      <tbody className="by-hand">
        <tr>
          <th colSpan={columns.length} scope="rowgroup">
            {print.newByHand}
          </th>
        </tr>
        {Array.from({ length: emptyRows }, (_, row) => (
          <tr key={row}>
            {columns.map((column) => (
              <td key={column}>{"\u00a0"}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** Who is not here any more and is to be rung; nothing where there is nobody. */
const ToCall = ({ paper: { text } }: { readonly paper: Paper }) => {
  const { words, nowMs, language } = text;
  const calls = toCallBack(useWardState());
  if (calls.length === 0) return null;
  return (
    <tbody>
      <tr>
        <th colSpan={columns.length} scope="rowgroup">
          {words.callBack.title} · {calls.length}
        </th>
      </tr>
      {calls.map((call) => (
        <tr key={call.id}>
          <td>
            <PaperLevel triage={call.triage?.value ?? null} text={text} />
          </td>
          <td>
            <strong className="number">{call.visit.number}</strong>
            <br />
            {nameText(call.visit, words)}
          </td>
          <td>{knownAgeAndSex(call.visit, nowMs, words)}</td>
          <td>{valueOf(answerOf(call.visit, "reason"))}</td>
          <td colSpan={2}>{call.phone ?? words.callBack.noPhone}</td>
          <td colSpan={2}>
            {leavingText(call.how, words)} {timeOf(call.leftAtMs, nowMs, language)}
            {call.tries > 0 && ` · ${words.callBack.tries} ${call.tries}`}
          </td>
          <td className="pen">{"\u00a0"}</td>
        </tr>
      ))}
    </tbody>
  );
};

const Block = ({ title, rows, paper }: { readonly title: string; readonly rows: ReadonlyArray<BoardRow>; readonly paper: Paper }) => (
  <tbody>
    <tr>
      <th colSpan={columns.length} scope="rowgroup">
        {title} · {rows.length}
      </th>
    </tr>
    {rows.map((row) => (
      <Row key={row.id} row={row} paper={paper} />
    ))}
  </tbody>
);

const Row = ({ row, paper: { text } }: { readonly row: BoardRow; readonly paper: Paper }) => {
  const { words, nowMs, language } = text;
  const reason = answerOf(row.visit, "reason");
  const isOver = row.phase.is !== "inCare" && nowMs >= row.dueAtMs;
  return (
    <tr>
      <td>
        <PaperLevel triage={row.triage?.value ?? null} text={text} />
      </td>
      <td>
        <strong className="number">{row.visit.number}</strong>
        <br />
        {nameText(row.visit, words)}
      </td>
      <td>{knownAgeAndSex(row.visit, nowMs, words)}</td>
      <td>{reason?.is === "known" ? reason.value : ""}</td>
      <td>{row.place}</td>
      <td>{row.clinician}</td>
      <td className="number">{timeOf(row.arrivedAtMs, nowMs, language)}</td>
      <td className="number">
        {words.print.min(waitOf(row, nowMs).waitedMin)}
        {isOver && (
          <>
            <br />
            <b>{words.print.over(minutesBetween(row.dueAtMs, nowMs))}</b>
          </>
        )}
      </td>
      <td className="pen">{"\u00a0"}</td>
    </tr>
  );
};
