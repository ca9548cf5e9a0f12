import { expect, it } from "vitest";
import { nextDeedOf } from "#projections/next-deed.ts";
import { arrived, calledIn, given, left, seen, struck, triaged, type Step } from "../core/visit/given.ts";

const evenings: ReadonlyArray<readonly [next: string | null, steps: ReadonlyArray<Step>]> = [
  ["triage", [arrived()]],
  ["callIn", [arrived(), triaged("green")]],
  ["beginCare", [arrived(), triaged("green"), calledIn()]],
  ["leave", [arrived(), seen()]],
  [null, [arrived(), seen(), left()]],
  [null, [arrived(), struck("A1")]],
];

it.each(evenings)("[NXT1] what is usually next: %s", (next, steps) => {
  expect(nextDeedOf(given(...steps).visit)).toBe(next);
});
