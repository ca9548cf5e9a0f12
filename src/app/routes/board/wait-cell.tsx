// How long they have waited of how long they may: a bar that fills, and then overflows with the minutes over.
import type { BoardRow } from "#projections/board.ts";
import type { RowTime } from "#projections/row-time.ts";
import { useWords } from "../../app-context.tsx";
import type { Act } from "./board-line.tsx";

interface WaitCellProps {
  readonly row: BoardRow;
  readonly time: RowTime;
  readonly tabIndex: 0 | -1;
  readonly act: Act;
}

export const WaitCell = ({ row, time, tabIndex, act }: WaitCellProps) => {
  const { board } = useWords();
  if (time.limitMin === null || time.leftMin === null) {
    return (
      <div role="cell" className="board-wait-cell">
        <span className="board-wait">
          <span className="board-wait-words">
            <span className="unseen">{board.waited} </span>
            <span className="soft number">{board.min(time.waitedMin)}</span>
          </span>
        </span>
      </div>
    );
  }
  const does = row.phase.is === "calledIn" ? "beginCare" : "callIn";
  const isOver = time.leftMin < 0 || (time.leftMin === 0 && time.limitMin === 0);
  return (
    <div role="cell" className="board-wait-cell">
      <button type="button" className="board-wait" tabIndex={tabIndex} onClick={() => act(row.id, does)}>
        <span className="board-wait-words">
          <b className="number">{board.min(time.waitedMin)}</b>{" "}
          {isOver ? <strong className="number">{time.limitMin === 0 ? board.ofLimit(0) : board.overShort(-time.leftMin)}</strong> : <span className="soft number">{board.ofLimit(time.limitMin)}</span>}
        </span>
        <WaitBar waitedMin={time.waitedMin} limitMin={time.limitMin} />
        {time.isInDoubt && <span className="board-wait-doubt">? {board.clockInDoubt}</span>}
        <span className="unseen">
          {isOver && `, ${board.over(-time.leftMin)}`}, {board[does]}
        </span>
      </button>
    </div>
  );
};

const WaitBar = ({ waitedMin, limitMin }: { readonly waitedMin: number; readonly limitMin: number }) => {
  const wholeMin = Math.max(waitedMin, limitMin, 1);
  const filledPct = (Math.min(waitedMin, limitMin) / wholeMin) * 100;
  const overPct = (Math.max(waitedMin - limitMin, 0) / wholeMin) * 100;
  return (
    <span className="board-bar" aria-hidden="true">
      <span className="board-bar-filled" style={{ width: `${filledPct}%` }} />
      {(overPct > 0 || limitMin === 0) && <span className="board-bar-over" style={{ width: `${limitMin === 0 ? 100 : overPct}%` }} />}
    </span>
  );
};
