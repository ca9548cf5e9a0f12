// How long they have waited of how long they may: a bar that fills, and then overflows with the minutes over.
import type { BoardRow } from "#projections/board.ts";
import type { RowTime } from "#projections/row-time.ts";
import { usePageWords } from "../../page-words.ts";
import type { Act } from "./board-line.tsx";

interface WaitCellProps {
  readonly row: BoardRow;
  readonly time: RowTime;
  readonly tabIndex: 0 | -1;
  readonly act: Act;
}

export const WaitCell = ({ row, time, tabIndex, act }: WaitCellProps) => {
  const { board } = usePageWords();
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
  const waited = board.min(time.waitedMin);
  const ofLimit = isOver && time.limitMin !== 0 ? board.overShort(-time.leftMin) : board.ofLimit(time.limitMin);
  const doubt = time.isInDoubt ? `? ${board.clockInDoubt}` : null;
  const label = [`${waited} ${ofLimit}`, doubt, isOver ? board.over(-time.leftMin) : null, board[does]].filter((part) => part !== null).join(", ");
  return (
    <div role="cell" className="board-wait-cell">
      <button type="button" className="board-wait" tabIndex={tabIndex} aria-label={label} onClick={() => act(row.id, does)}>
        <span className="board-wait-words">
          <b className="number">{waited}</b> {isOver ? <strong className="number">{ofLimit}</strong> : <span className="soft number">{ofLimit}</span>}
        </span>
        <WaitBar waitedMin={time.waitedMin} limitMin={time.limitMin} />
        {doubt !== null && <span className="board-wait-doubt">{doubt}</span>}
      </button>
    </div>
  );
};

const WaitBar = ({ waitedMin, limitMin }: { readonly waitedMin: number; readonly limitMin: number }) => {
  const wholeMin = Math.max(waitedMin, limitMin, 1);
  const filledPct = (Math.min(waitedMin, limitMin) / wholeMin) * 100;
  const isOver = waitedMin > limitMin || limitMin === 0;
  return <span className="board-bar" data-over={isOver || undefined} style={{ backgroundSize: `${filledPct}% 100%${isOver ? ", auto" : ""}` }} aria-hidden="true" />;
};
