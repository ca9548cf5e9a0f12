/**
 * The board of now, made anew only when something can have moved.
 *
 * - CBD1 The same board object is given for as long as the visits and the order are the same; a tick of the clock makes none.
 */
import type { EpochMs } from "#core/time.ts";
import { boardOf, type Board } from "./board.ts";
import type { WardState } from "./ward-state.ts";

const boards = new WeakMap<WardState["visits"], { readonly board: Board; readonly madeAtMs: EpochMs }>();

export const currentBoard = (state: WardState, nowMs: EpochMs): Board => {
  const known = boards.get(state.visits);
  if (known !== undefined && nowMs >= known.madeAtMs && !isOutdated(known.board, nowMs)) return known.board;
  const board = boardOf(state, nowMs);
  boards.set(state.visits, { board, madeAtMs: nowMs });
  return board;
};

const isOutdated = ({ validUntilMs }: Board, nowMs: EpochMs): boolean => validUntilMs !== null && nowMs >= validUntilMs;
