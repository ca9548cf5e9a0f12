import { expect, it } from "vitest";
import { known } from "#core/answer.ts";
import type { Level } from "#core/clinical/scales.ts";
import { decide } from "#core/visit/decide.ts";
import type { VisitRecord } from "#core/visit/strikes.ts";
import { visitOf } from "#core/visit/visit.ts";
import { disagreementsOf, settling } from "#projections/disagreements.ts";
import { alone, arrived, at, atLevel, device, given, left, leveled, nurse, placed, recordId, stampAt, taken, theVisit, told, type Step } from "../core/visit/given.ts";

const disputed = (...steps: ReadonlyArray<Step>) => disagreementsOf(given(...steps).visit);
const bothLevels = (here: Level, there: Level): ReadonlyArray<Step> => [arrived(), leveled(atLevel(here)), leveled(atLevel(there), { on: "B", knowing: { A: 1 } })];

it("[DSG1] two levels set unaware of each other are both there, with device and time", () => {
  const [one] = disputed(...bothLevels(3, 2));
  expect(one?.claims.map(({ value, device, atMs }) => ({ value, device, atMs }))).toEqual([
    { value: atLevel(3), device: "A", atMs: at("18:01") },
    { value: atLevel(2), device: "B", atMs: at("18:02") },
  ]);
});

it("[DSG1] who says the same does not disagree", () => {
  expect(disputed(...bothLevels(3, 3))).toEqual([]);
});

it("[DSG1] places, clinicians, answers and leavings can be disputed too", () => {
  const all = disputed(
    arrived(),
    placed("Rom 1"), placed("Rom 2", { on: "B", knowing: { A: 1 } }),
    taken("Berg"), taken("Vik", { on: "B", knowing: { A: 1 } }),
    told({ name: known("Kari") }), told({ name: known("Kåre") }, { on: "B", knowing: { A: 1 } }),
    left("home"), left("admitted", alone("C")),
  );
  expect(all.map((one) => (one.of === "detail" ? one.name : one.of))).toEqual(["place", "clinician", "name", "left"]);
});

it.each([
  ["triage", leveled(atLevel(3)), leveled(atLevel(2), { on: "B", knowing: { A: 1 } })],
  ["place", placed("Rom 1"), placed(null, { on: "B", knowing: { A: 1 } })],
  ["clinician", taken("Berg"), taken("Vik", { on: "B", knowing: { A: 1 } })],
  ["detail", told({ name: known("Kari") }), told({ name: known("Karl") }, { on: "B", knowing: { A: 1 } })],
] as const)("[DSG2] choosing one claim about %s settles it", (of, here, there) => {
  const { records, visit } = given(arrived(), here, there);
  const [one] = disagreementsOf(visit);
  const command = one === undefined ? null : settling(one, 0, at("19:00"));
  expect(one?.of).toBe(of);
  const decided = command === null ? null : decide(theVisit, records, command);
  if (decided?.ok !== true) throw new Error("nothing settles it");
  const written = decided.value.map((event, place): VisitRecord => ({
    id: recordId(`A${place + 3}`), device: device("A"), seq: place + 3, stamp: stampAt(at("19:00"), 0), actor: nurse, atMs: at("19:00"), wroteMs: at("19:00"), seen: [[device("B"), 1]], event,
  }));
  expect(disagreementsOf(visitOf(theVisit, [...records, ...written]))).toEqual([]);
});

it("[DSG2] a leaving is settled in its line, by a correction", () => {
  const [leaving] = disputed(arrived(), left("home"), left("admitted", alone("B")));
  expect(leaving === undefined ? undefined : settling(leaving, 0, at("19:00"))).toBeNull();
});
