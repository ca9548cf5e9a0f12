import { expect, it } from "vitest";
import { known, unknown } from "#core/answer.ts";
import { filesHereByNationalNumber, nameUnderNationalNumber } from "#projections/by-national-number.ts";
import { absorb, emptyState } from "#projections/ward-state.ts";
import { arrived, left, recordsOf, struck, theVisit } from "../core/visit/given.ts";

const number = "13097248022";
const withNumber = { nationalNumber: known(number) };

it.each([
  ["who is here", [arrived({}, withNumber)], [theVisit]],
  ["who is here under a number that was written with a space", [arrived({}, { nationalNumber: known("130972 48022") })], [theVisit]],
  ["who has left", [arrived({}, withNumber), left()], []],
  ["whose arrival was struck", [arrived({}, withNumber), struck("A1")], []],
  ["of whom the number is not known", [arrived({}, { nationalNumber: unknown })], []],
])("[NNB1] %s", (_, steps, found) => {
  expect(filesHereByNationalNumber(absorb(emptyState, recordsOf(...steps)), number).map(({ visit }) => visit.id)).toEqual(found);
});

it.each([
  ["who has left", [arrived({}, { ...withNumber, name: known("Kari Nordmann") }), left()], "Kari Nordmann"],
  ["whose arrival was struck", [arrived({}, { ...withNumber, name: known("Kari Nordmann") }), struck("A1")], null],
  ["nobody said the name of", [arrived({}, withNumber), left()], null],
  ["two devices name differently", [arrived({}, { ...withNumber, name: known("Kari") }), arrived({ on: "B", at: "17:10", knowing: {} }, { ...withNumber, name: known("Kåre") })], null],
])("[NNB2] the name of one %s", (_, steps, name) => {
  expect(nameUnderNationalNumber(absorb(emptyState, recordsOf(...steps)), number)).toBe(name);
});
