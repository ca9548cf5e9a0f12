/** When the board is made anew, and when not. */
import { expect, it } from "vitest";
import { currentBoard } from "#projections/current-board.ts";
import { arrived, at, placed, triaged } from "#tests/core/visit/given.ts";
import { stateAfter, stateOf } from "./ward-kit.ts";

const ann = [arrived({ at: "18:00" }), triaged("yellow", { at: "18:01" })];
const state = stateOf({ ann });

it("[CBD1] a tick gives the same board until somebody goes over their limit", () => {
  const board = currentBoard(state, at("18:10"));
  expect(currentBoard(state, at("18:59:59"))).toBe(board);
  expect(currentBoard(state, at("19:00")).overdue).toHaveLength(1);
});

it("[CBD1] a record gives another board, and so does a clock that is earlier than the board", () => {
  const late = currentBoard(state, at("19:30"));
  expect(late.overdue).toHaveLength(1);
  expect(currentBoard(state, at("18:10")).overdue).toHaveLength(0);
  const moved = stateAfter(state, { ann: [...ann, placed("Room 1", { at: "18:05" })] });
  expect(currentBoard(moved, at("18:10"))).not.toBe(currentBoard(state, at("18:10")));
});
