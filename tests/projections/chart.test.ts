import { expect, it } from "vitest";
import { chartOf, type ChartLine } from "#projections/chart.ts";
import { arrived, at, instead, left, nurse, recordsOf, struck, triaged, type Step } from "../core/visit/given.ts";

const linesOf = (...steps: ReadonlyArray<Step>): ReadonlyArray<ChartLine> => chartOf(recordsOf(...steps));

it("[CHT1] a struck line stays, with who struck it, when it was struck and why", () => {
  const right = instead(triaged("green", { at: "18:10", wrote: "19:00" }), "A2");
  const lines = linesOf(arrived(), triaged("red", { at: "18:10" }), struck("A2", { at: "18:10", wrote: "19:00" }, "correction", "wrong row"), right);
  const wrong = lines.find(({ id }) => id === "A2");
  expect(wrong?.struck).toEqual({ by: nurse, atMs: at("19:00"), as: "correction", why: "wrong row", confirmedBy: null, id: "A3" });
  expect(lines.find(({ id }) => id === "A4")).toMatchObject({ corrects: "A2", struck: null, idleStrikes: [] });
  expect(lines).toHaveLength(3);
});

it("[CHT1] a strike that was taken back stands at its line and strikes nothing", () => {
  const line = linesOf(arrived(), triaged("red"), struck("A2"), struck("A3")).find(({ id }) => id === "A2");
  expect(line?.struck).toBeNull();
  expect(line?.idleStrikes.map(({ id }) => id)).toEqual(["A3"]);
});

it("[CHT1] one that was taken back and one that counts are both there", () => {
  const line = linesOf(arrived(), triaged("red"), struck("A2"), struck("A3"), struck("A2")).find(({ id }) => id === "A2");
  expect([line?.struck?.id, line?.idleStrikes.map(({ id }) => id)]).toEqual(["A5", ["A3"]]);
});

it("[CHT1] the strike of an arrival that waits for somebody who knows is there", () => {
  const line = linesOf(arrived(), triaged("red", { on: "B" }), struck("A1", { on: "A", knowing: {} })).find(({ id }) => id === "A1");
  expect([line?.struck, line?.idleStrikes.map(({ id }) => id)]).toEqual([null, ["A2"]]);
});

it("[CHT2] lines stand newest first by when it happened, both times kept", () => {
  const lines = linesOf(arrived({ at: "18:00" }), left("home", { at: "19:00" }), triaged("red", { at: "18:30", wrote: "19:20" }));
  expect(lines.map(({ id }) => id)).toEqual(["A2", "A3", "A1"]);
  expect(lines.map(({ atMs, wroteMs }) => [atMs, wroteMs])).toEqual([[at("19:00"), at("19:00")], [at("18:30"), at("19:20")], [at("18:00"), at("18:00")]]);
});

it("[CHT2] what was written later about one minute stands above", () => {
  expect(linesOf(arrived(), triaged("red", { at: "18:00" }), triaged("green", { at: "18:00", wrote: "19:00" })).map(({ id }) => id)).toEqual(["A3", "A2", "A1"]);
});
