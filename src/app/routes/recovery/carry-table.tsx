// Every visit with a box to take it along; arrows go from box to box, space ticks.
import type { KeyboardEvent } from "react";
import { valueOf } from "#core/answer.ts";
import type { VisitId } from "#core/visit/events.ts";
import { answerOf, metAtMs } from "#core/visit/visit.ts";
import type { CarryRow } from "#projections/carry-list.ts";
import { useApp, useNow } from "../../app-context.tsx";
import { timeOf } from "../../formats.ts";
import { usePageWords } from "../../page-words.ts";

interface CarryTableProps {
  readonly rows: ReadonlyArray<CarryRow>;
  readonly isChosen: (visit: VisitId) => boolean;
  readonly onToggle: (visit: VisitId) => void;
}

export const CarryTable = ({ rows, isChosen, onToggle }: CarryTableProps) => {
  const { recovery } = usePageWords();
  if (rows.length === 0) return <p className="soft">{recovery.noneShown}</p>;
  return (
    <table className="plain-table carry-table" onKeyDown={goWithArrows}>
      <caption className="unseen">{recovery.chooseTitle}</caption>
      <thead>
        <tr>
          <th scope="col">{recovery.number}</th>
          <th scope="col">{recovery.name}</th>
          <th scope="col">{recovery.came}</th>
          <th scope="col">{recovery.standing}</th>
          <th scope="col" className="of-number">{recovery.records}</th>
          <th scope="col" className="of-number">{recovery.notInFile}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.file.visit.id} row={row} isChosen={isChosen(row.file.visit.id)} onToggle={() => onToggle(row.file.visit.id)} />
        ))}
      </tbody>
    </table>
  );
};

const standingWords: { readonly [S in Exclude<CarryRow["is"], "phone">]: "isHere" | "isLeft" | "isStruck" } = { here: "isHere", left: "isLeft", struck: "isStruck" };

const Row = ({ row, isChosen, onToggle }: { readonly row: CarryRow; readonly isChosen: boolean; readonly onToggle: () => void }) => {
  const { prefs } = useApp();
  const nowMs = useNow();
  const { visit, records } = row.file;
  const { recovery, telephone } = usePageWords();
  const number = visit.number ?? visit.id;
  const cameMs = metAtMs(visit) ?? records[0]?.atMs;
  return (
    <tr data-chosen={isChosen}>
      <th scope="row">
        <label className="carry-box">
          <input type="checkbox" checked={isChosen} onChange={onToggle} aria-label={recovery.choose(number)} />
          <span className="number">{number}</span>
        </label>
      </th>
      <td>{valueOf(answerOf(visit, "name")) ?? <span className="soft">{recovery.unknownName}</span>}</td>
      <td className="number">{cameMs === undefined ? "" : timeOf(cameMs, nowMs, prefs.language)}</td>
      <td className={row.is === "struck" ? "soft" : undefined}>{row.is === "phone" ? telephone.title : recovery[standingWords[row.is]]}</td>
      <td className="number of-number">{records.length}</td>
      <td className="number of-number">{row.uncarried > 0 ? <strong className="carry-only-here">{row.uncarried}</strong> : <span className="soft small">{recovery.allInFile}</span>}</td>
    </tr>
  );
};

const goWithArrows = (event: KeyboardEvent<HTMLTableElement>): void => {
  const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (by === 0) return;
  const boxes = [...event.currentTarget.querySelectorAll<HTMLInputElement>("input[type=checkbox]")];
  boxes[boxes.findIndex((box) => box === document.activeElement) + by]?.focus();
  event.preventDefault();
};
