// Who it is: number, name, age and sex. Its button reaches over the whole row, so that a tap anywhere opens it.
import type { ReactNode } from "react";
import type { BoardRow } from "#projections/board.ts";
import { usePageWords } from "../../page-words.ts";
import { useApp } from "../../app-context.tsx";
import { BoardFlags } from "./board-flags.tsx";
import type { Act } from "./board-line.tsx";
import { ageAndSex, nameOf, numberOf } from "./row-words.ts";

interface PatientCellProps {
  readonly row: BoardRow;
  readonly isOpen: boolean;
  readonly tabIndex: 0 | -1;
  readonly act: Act;
  /** The block's heading, on its first row. */
  readonly children: ReactNode;
}

export const PatientCell = ({ row, isOpen, tabIndex, act, children }: PatientCellProps) => {
  const words = usePageWords();
  const { clock } = useApp();
  const name = nameOf(row.visit, words);
  return (
    <>
      <div role="cell" className="board-patient">
        {children}
        <button type="button" className="board-open" data-visit={row.id} tabIndex={tabIndex} aria-expanded={isOpen} onClick={() => act(row.id, "tap")}>
          <b className="number">{numberOf(row.visit, words)}</b> <span data-empty={name === null || undefined}>{name ?? words.board.noName}</span>
        </button>
      </div>
      <div role="cell" className="board-age">
        <span>
          {ageAndSex(row.visit, clock.nowMs(), words)} <BoardFlags visit={row.visit} />
        </span>
      </div>
    </>
  );
};
