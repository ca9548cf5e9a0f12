/** What the minutes change on a row. MTS: yellow may wait 60 minutes and is looked at again after 30, red may not wait. */
import { expect, it } from "vitest";
import { rowTimeOf } from "#projections/row-time.ts";
import { arrived, at, calledIn, seen, triaged } from "#tests/core/visit/given.ts";
import { rowOf } from "./ward-kit.ts";

it("[RWT1] the same minute gives the same object, the next minute another", () => {
  const row = rowOf([arrived(), triaged("yellow")]);
  const first = rowTimeOf(row, at("18:10"));
  expect(rowTimeOf(row, at("18:10:50"))).toBe(first);
  const next = rowTimeOf(row, at("18:11"));
  expect(next).not.toBe(first);
  expect(next).toMatchObject({ waitedMin: 11, limitMin: 60, leftMin: 49 });
});

it("[RWT2] an untriaged patient needs a level within a quarter of an hour", () => {
  const row = rowOf([arrived()]);
  expect(rowTimeOf(row, at("18:14"))).toMatchObject({ next: "setLevel", nextDueAtMs: at("18:15"), isNextDue: false });
  expect(rowTimeOf(row, at("18:15"))).toMatchObject({ next: "setLevel", isNextDue: true });
});

it("[RWT2] who waits is looked at again before the limit, when the scale says so", () => {
  const row = rowOf([arrived(), triaged("yellow", { at: "18:05" })]);
  expect(rowTimeOf(row, at("18:20"))).toMatchObject({ next: "lookAgain", nextDueAtMs: at("18:35"), isNextDue: false });
  expect(rowTimeOf(row, at("18:40"))).toMatchObject({ next: "lookAgain", isNextDue: true });
});

it("[RWT2] a look that is taken anew moves the next one, until being seen comes first", () => {
  const row = rowOf([arrived(), triaged("yellow", { at: "18:05" }), triaged("yellow", { at: "18:40" })]);
  expect(rowTimeOf(row, at("18:41"))).toMatchObject({ next: "callIn", nextDueAtMs: at("19:00") });
});

it("[RWT2] who is called in is to be seen", () => {
  const row = rowOf([arrived(), triaged("yellow", { at: "18:05" }), calledIn()]);
  expect(rowTimeOf(row, at("18:10"))).toMatchObject({ next: "beginCare", nextDueAtMs: at("19:00"), isNextDue: false });
});

it("[RWT2] who is called in without a level is to be seen all the same, so that the board shows them as called in", () => {
  const row = rowOf([arrived(), calledIn()]);
  expect(rowTimeOf(row, at("18:10"))).toMatchObject({ next: "beginCare", nextDueAtMs: at("18:15"), isNextDue: false });
});

it("[RWT3] over the limit, being seen is next and nothing else", () => {
  const row = rowOf([arrived(), triaged("yellow", { at: "18:05" })]);
  expect(rowTimeOf(row, at("19:12"))).toMatchObject({ next: "callIn", nextDueAtMs: at("19:00"), isNextDue: true, leftMin: -12 });
});

it("[RWT3] who is in care has no limit and nothing due", () => {
  const row = rowOf([arrived(), triaged("yellow", { at: "18:05" }), seen({ at: "18:30" })]);
  expect(rowTimeOf(row, at("20:00"))).toMatchObject({ waitedMin: 30, limitMin: null, leftMin: null, next: null, nextDueAtMs: null, isNextDue: false });
});

it("[RWT4] who came in the future has waited 0 minutes, and the clock is in doubt", () => {
  const row = rowOf([arrived({ at: "18:00" }), triaged("yellow")]);
  expect(rowTimeOf(row, at("17:40"))).toMatchObject({ waitedMin: 0, isInDoubt: true });
  expect(rowTimeOf(row, at("17:59"))).toMatchObject({ waitedMin: 0, isInDoubt: false });
});
