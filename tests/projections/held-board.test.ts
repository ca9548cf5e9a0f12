/** The board under a hand. Device A is this one, B a neighbour. */
import { expect, it } from "vitest";
import type { Board } from "#projections/board.ts";
import { allRows, changedByOthers, heldBoard, lettingGo } from "#projections/held-board.ts";
import { alone, arrived, device, left, placed, seen, triaged } from "#tests/core/visit/given.ts";
import { seenAt, stateAfter, stateOf, visitId, type Steps } from "./ward-kit.ts";

const ours = device("A");
const clock = "18:20";
const before: Steps = {
  ann: [arrived({ at: "18:00" }), triaged("yellow", { at: "18:01" })],
  bob: [arrived({ at: "18:02" }), triaged("yellow", { at: "18:03" })],
};
const shownState = stateOf(before);
const shown = seenAt(shownState, clock);
const after = (steps: Steps) => seenAt(stateAfter(shownState, { ...before, ...steps }), clock);
const names = (board: Board): ReadonlyArray<string> => allRows(board).map(({ id }) => id);

it("[HLD1] while it is held no row moves or comes, whoever did it", () => {
  const now = after({
    bob: [...(before["bob"] ?? []), triaged("red", { at: "18:10" })],
    cat: [arrived({ at: "18:05", on: "B" }), triaged("red", { at: "18:06", on: "B" })],
  });
  expect(names(now.board)).toEqual(["bob", "cat", "ann"]);
  expect(names(heldBoard(shown, now, ours).board)).toEqual(["ann", "bob"]);
});

it("[HLD2] what was done here shows at once in its own place", () => {
  const now = after({ bob: [...(before["bob"] ?? []), triaged("red", { at: "18:10" })] });
  const held = heldBoard(shown, now, ours);
  expect(held.board.waiting.map(({ meaning }) => meaning?.colour)).toEqual(["yellow", "red"]);
  expect(held.waitingChanges).toBe(0);
});

it("[HLD2] what others did waits", () => {
  const now = after({ bob: [...(before["bob"] ?? []), placed("Room 2", { at: "18:10", on: "B" })] });
  const held = heldBoard(shown, now, ours);
  expect(held.board.waiting.map(({ place }) => place)).toEqual([null, null]);
  expect(held.waitingChanges).toBe(1);
  expect(lettingGo(now.board).board.waiting.map(({ place }) => place)).toEqual([null, "Room 2"]);
});

it("[HLD3] who left by a deed done here stands as gone; by another's, as before", () => {
  const byUs = heldBoard(shown, after({ ann: [...(before["ann"] ?? []), left("home", { at: "18:10" })] }), ours);
  expect([names(byUs.board), [...byUs.gone]]).toEqual([["ann", "bob"], ["ann"]]);
  const byOthers = heldBoard(shown, after({ ann: [...(before["ann"] ?? []), left("home", { at: "18:10", on: "B" })] }), ours);
  expect([names(byOthers.board), [...byOthers.gone], byOthers.waitingChanges]).toEqual([["ann", "bob"], [], 1]);
});

it("[HLD4] counts who would come, go or read otherwise", () => {
  const now = after({
    ann: [...(before["ann"] ?? []), left("home", { at: "18:10", on: "B" })],
    bob: [...(before["bob"] ?? []), seen({ at: "18:10", on: "B" })],
    cat: [arrived({ at: "18:05", on: "B" })],
  });
  expect(heldBoard(shown, now, ours).waitingChanges).toBe(3);
});

it("[HLD4] names the rows that others changed, not our own and not those who left", () => {
  const now = after({
    ann: [...(before["ann"] ?? []), placed("Room 1", { at: "18:10" })],
    bob: [...(before["bob"] ?? []), placed("Room 2", { ...alone("B"), at: "18:11" })],
    cat: [arrived({ at: "18:05", on: "B" })],
  });
  expect(changedByOthers(shown, now, ours)).toEqual(new Set([visitId("bob"), visitId("cat")]));
  expect(changedByOthers(shown, shown, ours).size).toBe(0);
});
