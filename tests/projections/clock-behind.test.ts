import { expect, it } from "vitest";
import { isClockBehind } from "#projections/clock-behind.ts";
import { arrived, at, left, struck, triaged } from "#tests/core/visit/given.ts";
import { wardOf } from "./given-ward.ts";

it("[BEH1] a clock that stands before what is written about somebody who is here is in doubt, beyond two minutes", () => {
  const state = wardOf({ a: [arrived({ at: "18:00" }), triaged("yellow", { at: "18:00", wrote: "18:30" })] });
  expect(isClockBehind(state, at("18:27"))).toBe(true);
  expect(isClockBehind(state, at("18:28"))).toBe(false);
  expect(isClockBehind(wardOf({}), at("00:00"))).toBe(false);
});

it("[BEH2] who has left, or was struck, says nothing of the clock any more", () => {
  const state = wardOf({ a: [arrived({ at: "18:00" }), left("home", { at: "18:05" })], b: [arrived({ at: "18:00" }), struck("A1")] });
  expect(isClockBehind(state, at("12:00"))).toBe(false);
});
