import { expect, it } from "vitest";
import { known, none } from "#core/answer.ts";
import { flagsOf } from "#projections/flags-of.ts";
import { alone, arrived, given, told } from "../core/visit/given.ts";

it("[FLG1] an isolation and a sign of infection warn as their flags do", () => {
  expect(flagsOf(given(arrived(), told({ isolation: known("droplet"), infectionSigns: known(["fever"]) })).visit)).toEqual(["infection", "isolation"]);
  expect(flagsOf(given(arrived(), told({ isolation: none, infectionSigns: none, flags: none })).visit)).toEqual([]);
});

it("[FLG1] of devices that disagree the one that warns is shown", () => {
  expect(flagsOf(given(arrived(), told({ flags: known(["violence"]) }, alone("A")), told({ flags: none }, alone("B"))).visit)).toEqual(["violence"]);
});

it("[FLG2] each once, in the list's order", () => {
  expect(flagsOf(given(arrived(), told({ flags: known(["police", "isolation"]), isolation: known("contact") })).visit)).toEqual(["isolation", "police"]);
});
