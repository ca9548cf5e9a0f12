// A row that is open: what can be done with this patient, the usual next thing first in sight.
import { useEffect, useRef } from "react";
import type { BoardRow } from "#projections/board.ts";
import { nextDeedOf } from "#projections/next-deed.ts";
import { usePageWords } from "../../page-words.ts";
import { Link } from "../../router/link.tsx";
import type { Act, RowAct } from "./board-line.tsx";
import { disputedText } from "./row-words.ts";

export const RowPanel = ({ row, act }: { readonly row: BoardRow; readonly act: Act }) => {
  const words = usePageWords();
  const { board } = words;
  const next = nextDeedOf(row.visit);
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // In braces: newer browsers answer with a promise, which React would take for the effect's end.
    ref.current?.scrollIntoView({ block: "nearest" });
  }, []);
  const verb = (what: RowAct, text: string, isNext: boolean, key?: string) => (
    <button type="button" className={isNext ? "button button-main" : "button"} onClick={() => act(row.id, what)}>
      {text} {key !== undefined && <kbd>{key}</kbd>}
    </button>
  );
  const isWaiting = row.phase.is !== "inCare";
  const disputed = row.hasDisagreement ? disputedText(row.visit, words) : "";
  return (
    <div role="cell" className="board-panel" ref={ref}>
      <div className="row" role="group" aria-label={row.visit.number ?? words.visit.noNumber}>
        {isWaiting && verb("callIn", board.callIn, next === "callIn", "C")}
        {isWaiting && verb("beginCare", board.beginCare, next === "beginCare", "S")}
        {isWaiting && row.triage !== null && verb("seeAgain", board.seeAgain, false, "U")}
        {verb("level", board.retriage, next === "triage", "1–5")}
        {verb("place", board.move, false)}
        {verb("who", board.assign, false)}
        {verb("leave", board.leave, next === "leave")}
        {row.visit.number !== null && (
          <Link className="button" to={`/visit/${row.visit.number}`}>
            {words.intake.openChart} <kbd>↵</kbd>
          </Link>
        )}
      </div>
      {disputed !== "" && <p className="board-dispute">≠ {board.disagreesOn(disputed)}</p>}
      {row.visit.left !== null && <p className="board-dispute">≠ {board.saidLeft}</p>}
    </div>
  );
};
