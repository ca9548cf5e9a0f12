// The board as lines, one under the other, block by block; what a search found among those who left comes last.
import type { VisitId } from "#core/visit/events.ts";
import { byPresence, hasLeft } from "#projections/find.ts";
import type { BoardRow } from "#projections/board.ts";
import type { HeldBoard } from "#projections/held-board.ts";
import type { VisitFile } from "#projections/ward-state.ts";

export type Block = "overdue" | "waiting" | "inCare" | "left";

interface AnyLine {
  readonly id: VisitId;
  /** The first of its block carries the block's heading. */
  readonly isFirst: boolean;
}
export type HereLine = AnyLine & { readonly is: "here"; readonly block: Exclude<Block, "left">; readonly row: BoardRow; readonly isGone: boolean };
export type LeftLine = AnyLine & { readonly is: "left"; readonly block: "left"; readonly file: VisitFile };
export type Line = HereLine | LeftLine;

/** `hits` is null when nobody is searching. */
export const linesOf = ({ board, gone }: Pick<HeldBoard, "board" | "gone">, hits: ReadonlyArray<VisitFile> | null): ReadonlyArray<Line> => {
  const found = hits === null ? null : new Set(hits.map(({ visit }) => visit.id));
  const here = (block: HereLine["block"], rows: ReadonlyArray<BoardRow>): ReadonlyArray<Line> =>
    (found === null ? rows : rows.filter(({ id }) => found.has(id))).map((row, place) => ({
      is: "here", id: row.id, block, row, isFirst: place === 0, isGone: gone.has(row.id),
    }));
  const left = hits === null ? [] : leftAmong(hits, board);
  return [
    ...here("overdue", board.overdue),
    ...here("waiting", board.waiting),
    ...here("inCare", board.inCare),
    ...left.map((file, place): Line => ({ is: "left", id: file.visit.id, block: "left", file, isFirst: place === 0 })),
  ];
};

const leftAmong = (hits: ReadonlyArray<VisitFile>, { overdue, waiting, inCare }: HeldBoard["board"]): ReadonlyArray<VisitFile> => {
  const left = hits.filter(hasLeft);
  if (left.length === 0) return [];
  const here = new Set([overdue, waiting, inCare].flat().map(({ id }) => id));
  return left.filter(({ visit }) => !here.has(visit.id)).toSorted(byPresence);
};

export interface BlockSizes {
  readonly overdueToLevel: number;
  readonly overdueToSee: number;
  readonly waiting: number;
  readonly inCare: number;
  readonly left: number;
}

export const blockSizes = (lines: ReadonlyArray<Line>): BlockSizes => {
  const sizes = { overdueToLevel: 0, overdueToSee: 0, waiting: 0, inCare: 0, left: 0 };
  for (const line of lines) {
    if (line.block !== "overdue") sizes[line.block] += 1;
    else if (line.row.triage === null) sizes.overdueToLevel += 1;
    else sizes.overdueToSee += 1;
  }
  return sizes;
};
