import { expect, it } from "vitest";
import { known } from "#core/answer.ts";
import { likelySameIn } from "#projections/likely-same.ts";
import { arrived, at, struck } from "#tests/core/visit/given.ts";
import { stateOf } from "./ward-kit.ts";

const state = stateOf({
  ada: [arrived({ at: "18:00" }, { name: known("Ada Vik"), nationalNumber: known("13116900216") })],
  bo: [arrived({ at: "18:05", on: "B" }, { name: known("Bo Li") }), struck("bo B1", { on: "B" })],
});
const likely = likelySameIn(state);

it("[LIK1] the same number, or the same name in the same minute, may be the same", () => {
  expect(likely({ atMs: at("21:00"), details: { nationalNumber: known("13116900216") } })?.id).toBe("ada");
  expect(likely({ atMs: at("18:00:40"), details: { name: known(" ada vik") } })?.id).toBe("ada");
  expect(likely({ atMs: at("18:01"), details: { name: known("Ada Vik") } })).toBeNull();
  expect(likely({ atMs: at("18:00"), details: {} })).toBeNull();
});

it("[LIK1] who was struck is nobody", () => {
  expect(likely({ atMs: at("18:05"), details: { name: known("Bo Li") } })).toBeNull();
});
