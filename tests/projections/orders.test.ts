import { expect, it } from "vitest";
import { emptyState } from "#projections/ward-state.ts";
import { awaitedCount, awaitedInWard, awaitedOf, commonOrders, criticalOf } from "#projections/orders.ts";
import type { VisitId } from "#core/visit/events.ts";
import { alone, arrived, at, given, left, struck, type Step } from "../core/visit/given.ts";
import { came, dropped, ordered, owned } from "../core/visit/given-orders.ts";

const visit = (...steps: ReadonlyArray<Step>) => given(arrived(), ...steps).visit;
const wardOf = (...visits: ReadonlyArray<ReadonlyArray<Step>>) => ({
  ...emptyState,
  visits: new Map(visits.map((steps, place) => {
    const { records, visit: one } = given(arrived(), ...steps);
    const id = `visit-${String(place)}` as VisitId;
    return [id, { records, visit: { ...one, id } }];
  })),
});

it("[AWA1] the oldest first, with its age in whole minutes", () => {
  const awaited = awaitedOf(visit(ordered("Hb", { at: "18:20" }), ordered("CRP", { at: "18:05", wrote: "18:30" })), at("18:50"));
  expect(awaited.map(({ orders, ageMin }) => [orders[0].what, ageMin])).toEqual([["CRP", 45], ["Hb", 30]]);
});

it("[AWA1] an order from the future by this clock is 0 minutes old", () => {
  expect(awaitedOf(visit(ordered("Hb", { at: "19:20" })), at("18:50"))[0]?.ageMin).toBe(0);
  expect(awaitedCount(visit(ordered("Hb", { at: "19:20" })), at("18:50"))).toEqual({ count: 1, longestMin: 0 });
});

it("[AWA2] what came in part is awaited still, and what is not needed is not", () => {
  const one = visit(ordered("Blodkultur"), came("A2", "vekst", {}, { preliminary: true }), ordered("Hb"), dropped("A4", ""), ordered("CRP"), came("A6", "84"), owned("A2", "Berg"), owned("A2", "Lien", { on: "B", knowing: { A: 3 } }));
  expect(awaitedOf(one, at("18:50"))).toMatchObject([{ orders: [{ what: "Blodkultur" }], isPartly: true, owners: ["Berg", "Lien"] }]);
  expect(awaitedCount(one, at("18:50"))?.count).toBe(1);
});

it("[AWA3] the lead sees the longest wait of all, those who left too, and nobody struck", () => {
  const ward = wardOf([ordered("Hb", { at: "18:10" }), left("home", { at: "18:20" })], [ordered("CRP", { at: "18:05" })], [ordered("K", { at: "18:01" }), struck("A1")]);
  const seen = awaitedInWard(ward, at("19:00"));
  expect(seen.map(({ awaited, hasLeft }) => [awaited.orders[0].what, awaited.ageMin, hasLeft])).toEqual([["CRP", 55, false], ["Hb", 50, true]]);
});

it("[AWC1] one that nobody read back stands before those that were, loose ones too", () => {
  const back = came("A2", "6,9", { at: "18:30" }, { critical: { calledBy: "Lab", readBack: true } });
  expect(criticalOf(visit(ordered("K")))).toBeNull();
  expect(criticalOf(visit(ordered("K"), back))).toEqual({ atMs: at("18:30"), isReadBack: true });
  expect(criticalOf(visit(ordered("K"), came(null, "INR 9", { at: "18:10", ...alone("B") }, { critical: { readBack: false } }), back))).toEqual({ atMs: at("18:10"), isReadBack: false });
  expect(criticalOf(visit(ordered("K"), back, struck("A3")))).toBeNull();
});

it("[AWA4] what the ward orders stands first, filled up from ours, each once", () => {
  const ward = wardOf([ordered("crp"), ordered("Strep A")], [ordered("CRP"), ordered("Strep A"), ordered("Strep A"), ordered("engang")]);
  expect(commonOrders(ward, ["CRP", "Hb", "INR"], 4)).toEqual(["Strep A", "crp", "Hb", "INR"]);
  expect(commonOrders(emptyState, ["CRP", "Hb", "INR"], 2)).toEqual(["CRP", "Hb"]);
});
