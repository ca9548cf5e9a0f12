/**
 * A sheet whose head is repeated on every page it runs over: a loose page says whose it is. A table, because that is the one
 * thing every browser repeats; to a screen reader it is none.
 */
import type { ReactNode } from "react";
import type { Paper } from "./paper.ts";

interface SheetProps {
  readonly paper: Paper;
  readonly title: string;
  readonly note?: string;
  readonly children: ReactNode;
}

export const Sheet = ({ paper, title, note, children }: SheetProps) => (
  <table className="sheet" role="presentation">
    <thead>
      <tr>
        <td>
          <SheetHead paper={paper} title={title} {...(note === undefined ? {} : { note })} />
        </td>
      </tr>
    </thead>
    <tbody>
      <tr>
        <td>{children}</td>
      </tr>
    </tbody>
  </table>
);

export const SheetHead = ({ paper, title, note }: Omit<SheetProps, "children">) => (
  <div className="sheet-head">
    <strong>{title}</strong>
    <span className="sheet-ward">
      {paper.ward}
      {paper.downtime !== null && <> · {paper.downtime}</>}
      {paper.isDrill && <b> · {paper.text.words.print.drill}</b>}
    </span>
    <span className="sheet-time">
      {paper.printedAt}
      {note !== undefined && <> · {note}</>}
    </span>
  </div>
);
