/**
 * The table named "Board".
 *
 * - BTB1 Every row but the head is one patient; headings of blocks stand in the first row of their block.
 * - BTB2 Up to a hundred lines stand in the page as they are; of more only those in sight are drawn, and all of them on paper.
 *
 * Made of roles, not of table tags: the same cells are a grid on a tablet and a card on a phone, and stay a table to those who hear it.
 */
import { useImperativeHandle, useMemo, useRef, type ReactNode, type Ref } from "react";
import type { VisitId } from "#core/visit/events.ts";
import { epochMs, hourMs, type EpochMs } from "#core/time.ts";
import { rowTimeOf } from "#projections/row-time.ts";
import { usePageWords } from "../../page-words.ts";
import { BoardLine, type Act } from "./board-line.tsx";
import { LeftLine } from "./left-line.tsx";
import { blockSizes, type Line } from "./lines.ts";
import { usePrinting } from "../../ui/use-printing.ts";
import { VirtualLines, type VirtualHandle } from "./virtual-lines.tsx";

export interface BoardTableProps {
  readonly lines: ReadonlyArray<Line>;
  readonly nowMs: EpochMs;
  readonly chosen: VisitId | null;
  readonly open: VisitId | null;
  readonly fresh: ReadonlySet<VisitId>;
  /** How many stand on the board, searched or not: a search must not change the way the lines are drawn. */
  readonly standing: number;
  readonly act: Act;
  readonly ref?: Ref<BoardTableHandle>;
}

export interface BoardTableHandle {
  /** Brings the row into sight and the keyboard onto it. */
  readonly focusRow: (id: VisitId) => void;
}

export type DrawLine = (line: Line, place?: number, rowRef?: Ref<HTMLDivElement>) => ReactNode;

/** Above this many, drawing them all costs more than the frame there is. */
const drawnWhole = 100;

export const BoardTable = ({ lines, nowMs, chosen, open, fresh, standing, act, ref }: BoardTableProps) => {
  const words = usePageWords();
  const isPrinting = usePrinting();
  const tableRef = useRef<HTMLDivElement>(null);
  const virtualRef = useRef<VirtualHandle>(null);
  const sizes = useMemo(() => blockSizes(lines), [lines]);
  const tabbable = chosen !== null && lines.some(({ id }) => id === chosen) ? chosen : lines[0]?.id;
  useImperativeHandle(ref, () => ({
    focusRow: (id) => {
      const find = (): HTMLElement | null => tableRef.current?.querySelector<HTMLElement>(`[data-visit="${id}"]`) ?? null;
      if (virtualRef.current === null) find()?.focus();
      else virtualRef.current.reveal(lines.findIndex((line) => line.id === id), () => find());
    },
  }));
  const hour = epochMs(nowMs - (nowMs % hourMs));
  const draw: DrawLine = (line, place, rowRef) => {
    const common = { sizes: line.isFirst ? sizes : null, isChosen: line.id === chosen, act, ...(place === undefined ? {} : { place }), ...(rowRef === undefined ? {} : { rowRef }) };
    if (line.is === "left") return <LeftLine key={line.id} file={line.file} {...common} />;
    const { row, block, isGone } = line;
    const state = { isGone, isTabbable: line.id === tabbable, isOpen: line.id === open, isFresh: fresh.has(line.id) };
    return <BoardLine key={line.id} row={row} block={block} time={rowTimeOf(row, nowMs)} hour={hour} {...common} {...state} />;
  };
  const isWhole = Math.max(lines.length, standing) <= drawnWhole || isPrinting;
  return (
    <div role="table" ref={tableRef} className="board-table" aria-label={words.board.title} aria-rowcount={isWhole ? undefined : lines.length + 1}>
      <div role="rowgroup">
        <div role="row" className="board-cols">
          {columns.map((column) => (
            <div key={column} role="columnheader" className={`board-head-${column}`}>
              {words.board[column]}
            </div>
          ))}
        </div>
      </div>
      {isWhole ? <div role="rowgroup">{lines.map((line) => draw(line))}</div> : <VirtualLines lines={lines} draw={draw} ref={virtualRef} />}
    </div>
  );
};

const columns = ["level", "numberAndName", "ageAndSex", "reason", "place", "who", "waited", "next"] as const;
