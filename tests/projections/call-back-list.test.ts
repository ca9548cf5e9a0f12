import { expect, it } from "vitest";
import type { LevelColour } from "#core/clinical/scales.ts";
import type { CallBackOutcome } from "#core/visit/call-back.ts";
import type { Disposition } from "#core/visit/events.ts";
import { toCallBack } from "#projections/call-back-list.ts";
import { alone, arrived, at, atLevel, left, leveled, seen, struck, theVisit, triaged, type Circumstances, type Step } from "../core/visit/given.ts";
import { wardOf } from "./given-ward.ts";

const called = (outcome: CallBackOutcome, how: Circumstances = {}): Step => ({ event: { type: "v1.CalledBack", visit: theVisit, call: { outcome } }, how });
const gone = (colour: LevelColour | null, how: Disposition = "leftUnseen", clock = "19:00"): ReadonlyArray<Step> => [arrived(), ...(colour === null ? [] : [triaged(colour)]), left(how, { at: clock })];
const list = (visits: { readonly [id: string]: ReadonlyArray<Step> }) => toCallBack(wardOf(visits));
const ids = (visits: { readonly [id: string]: ReadonlyArray<Step> }) => list(visits).map(({ id }) => id);

it("[CBL1] red and orange who left unseen or against advice, and who had no level; nobody else", () => {
  expect(
    ids({
      red: gone("red"), orange: gone("orange", "leftAgainstAdvice"), none: gone(null), yellow: gone("yellow"), green: gone("green", "leftAgainstAdvice"),
      home: gone("red", "home"), admitted: gone("red", "admitted"), here: [arrived(), triaged("red")],
    }).toSorted(),
  ).toEqual(["none", "orange", "red"]);
});

it("[CBL1] of a scale of three levels the upper two; of two that were set unaware of each other the more urgent", () => {
  expect(ids({ two: [arrived(), leveled(atLevel(2, "no3")), left("leftUnseen")], three: [arrived(), leveled(atLevel(3, "no3")), left("leftUnseen")] })).toEqual(["two"]);
  expect(ids({ one: [arrived(), triaged("green"), triaged("red", alone("B")), left("leftUnseen")] })).toEqual(["one"]);
});

it("[CBL2] stays until reached or settled otherwise; tries are counted", () => {
  expect(list({ one: [...gone("red"), called("notReached", { at: "19:10" }), called("notReached", { at: "19:30" })] })).toMatchObject([{ tries: 2, lastTryMs: at("19:30") }]);
  for (const outcome of ["reached", "settledOtherwise"] as const) expect(ids({ one: [...gone("red"), called("notReached"), called(outcome)] })).toEqual([]);
});

it("[CBL2] a call that was struck counts no more", () => {
  expect(ids({ one: [...gone("red"), called("reached"), struck("A4")] })).toEqual(["one"]);
});

it("[CBL2] a call told late, by somebody who knew nothing of the others, counts", () => {
  expect(ids({ one: [...gone("red"), called("notReached", { at: "19:20" }), called("reached", { at: "19:10", wrote: "19:40", ...alone("B") })] })).toEqual([]);
});

it("[CBL3] who came back and left again is called again", () => {
  expect(ids({ one: [...gone("red"), called("reached", { at: "19:10" }), struck("A3", { at: "19:20" }), left("leftUnseen", { at: "19:40" })] })).toEqual(["one"]);
});

it("[CBL4] the most urgent first, then who left first", () => {
  expect(ids({ b: gone("orange", "leftUnseen", "19:00"), a: gone("orange", "leftUnseen", "18:50"), r: gone("red", "leftUnseen", "20:00") })).toEqual(["r", "a", "b"]);
});

it("[CBL4] who is back is not on it, nor whose arrival or leaving was struck", () => {
  expect(ids({ back: [...gone("red"), seen({ at: "19:30", ...alone("B") })], undone: [...gone("red"), struck("A3")], void: [...gone("red"), struck("A1")] })).toEqual([]);
});

it("[CBL2] without a number to ring they stand there all the same", () => {
  expect(list({ one: gone("red") })).toMatchObject([{ phone: null, tries: 0, lastTryMs: null }]);
});
