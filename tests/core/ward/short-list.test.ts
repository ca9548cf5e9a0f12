import { expect, it } from "vitest";
import { withAdded, withMoved, without } from "#core/ward/short-list.ts";

const places = ["Room 1", "Room 2", "Room 3"];

it("[LST1] adds last, without blanks, and nothing empty or twice", () => {
  expect(withAdded(places, "  Hall ")).toEqual([...places, "Hall"]);
  expect(withAdded(places, "   ")).toBe(places);
  expect(withAdded(places, "room 2")).toBe(places);
});

it("[LST2] moves one place at a time, and stays at the end", () => {
  expect(withMoved(places, "Room 2", -1)).toEqual(["Room 2", "Room 1", "Room 3"]);
  expect(withMoved(places, "Room 2", 1)).toEqual(["Room 1", "Room 3", "Room 2"]);
  expect(withMoved(places, "Room 1", -1)).toBe(places);
  expect(withMoved(places, "Room 3", 1)).toBe(places);
  expect(without(places, "Room 2")).toEqual(["Room 1", "Room 3"]);
});
