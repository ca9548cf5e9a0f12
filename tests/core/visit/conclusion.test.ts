import { describe, expect, it } from "vitest";
import { saysNothingConcluded, standingConclusion, type Conclusion } from "#core/clinical/conclusion.ts";
import type { CallBack } from "#core/visit/call-back.ts";
import { phaseOf } from "#core/visit/visit.ts";
import { alone, arrived, at, given, left, recordId, struck, theVisit, type Circumstances, type Step } from "./given.ts";

const concluded = (conclusion: Conclusion, how: Circumstances = {}): Step => ({ event: { type: "v1.Concluded", visit: theVisit, conclusion }, how });
const called = (call: CallBack, how: Circumstances = {}): Step => ({ event: { type: "v1.CalledBack", visit: theVisit, call }, how });
const texts = (...steps: ReadonlyArray<Step>) => given(...steps).visit.concluded?.map(({ value }) => value.assessment) ?? null;

describe("what it came to", () => {
  it("[VIS10] is the last word of whoever knew, for whatever time it is told", () => {
    expect(texts(arrived(), concluded({ assessment: "Brudd?" }), concluded({ assessment: "Forstuet" }, { at: "18:01", wrote: "18:30" }))).toEqual(["Forstuet"]);
  });

  it("[VIS10] two who did not know of each other both stand, until one who does writes", () => {
    const unaware = [arrived(), concluded({ assessment: "Brudd?" }), concluded({ assessment: "Forstuet" }, alone("B"))];
    expect(texts(...unaware)).toEqual(["Brudd?", "Forstuet"]);
    expect(texts(...unaware, concluded({ assessment: "Forstuet, ingen brudd" }))).toEqual(["Forstuet, ingen brudd"]);
  });

  it("[VIS2] struck, what it replaced counts again", () => {
    expect(texts(arrived(), concluded({ assessment: "Brudd?" }), concluded({ assessment: "Feil pasient" }), struck("A3"))).toEqual(["Brudd?"]);
  });

  it("[VIS10] is written after the end, and brings nobody back: neither does a call", () => {
    const steps = [arrived(), left("home"), concluded({ control: "fastlege" }, { at: "19:00", ...alone("B") }), called({ outcome: "reached" }, { at: "19:05", ...alone("B") })];
    expect(phaseOf(given(...steps).visit)).toMatchObject({ is: "left" });
    given(arrived(), left("home")).when({ type: "Conclude", conclusion: { control: "fastlege" }, atMs: at("19:00") }).gives({ type: "v1.Concluded", visit: theVisit, conclusion: { control: "fastlege" } });
    given(arrived(), left("leftUnseen")).when({ type: "CallBack", call: { outcome: "notReached" }, atMs: at("19:00") }).gives({ type: "v1.CalledBack", visit: theVisit, call: { outcome: "notReached" } });
  });

  it("[CNC1] with nothing in it, it is not written; nor is it corrected to nothing", () => {
    for (const conclusion of [{}, { assessment: " \n" }, { codes: [], advices: [] }]) {
      expect(saysNothingConcluded(conclusion)).toBe(true);
      given(arrived()).when({ type: "Conclude", conclusion, atMs: at("19:00") }).refuses("NothingSaid");
      given(arrived(), concluded({ control: "x" })).when({ type: "Correct", target: recordId("A2"), why: "", instead: { type: "v1.Concluded", visit: theVisit, conclusion }, atMs: at("19:00") }).refuses("NothingSaid");
    }
    expect(saysNothingConcluded({ advices: ["rest"] })).toBe(false);
    expect(saysNothingConcluded({ codes: [{ system: "icpc2", code: "L77" }] })).toBe(false);
  });

  it("[DEC3] what already stands alone is not written again; one of two that stand is", () => {
    const same = { type: "Conclude", conclusion: { assessment: "Forstuet" }, atMs: at("19:00") } as const;
    given(arrived(), concluded({ assessment: "Forstuet" })).when(same).refuses("AlreadySo");
    given(arrived(), concluded({ assessment: "Forstuet" }), concluded({ assessment: "Brudd?" }, alone("B"))).when(same).gives({ type: "v1.Concluded", visit: theVisit, conclusion: same.conclusion });
  });

  it("[DEC5] nothing of a visit that was struck as a whole", () => {
    given(arrived(), struck("A1")).when({ type: "Conclude", conclusion: { control: "x" }, atMs: at("19:00") }).refuses("NoSuchVisit");
    given(arrived(), struck("A1")).when({ type: "CallBack", call: { outcome: "reached" }, atMs: at("19:00") }).refuses("NoSuchVisit");
  });

  it("[CNC2] of two that stand, together they say all that each says, once", () => {
    const { visit } = given(
      arrived(),
      concluded({ assessment: "Forstuet", control: "fastlege", codes: [{ system: "icpc2", code: "L77" }], advices: ["rest"] }),
      concluded({ assessment: "Brudd?", control: "fastlege", codes: [{ system: "icpc2", code: "L77" }, { system: "icd10", code: "S93.4" }], advices: ["comeBackIfWorse", "rest"] }, alone("B")),
    );
    expect(standingConclusion(visit.concluded)).toEqual({
      assessment: "Forstuet / Brudd?", control: "fastlege", codes: [{ system: "icpc2", code: "L77" }, { system: "icd10", code: "S93.4" }], advices: ["comeBackIfWorse", "rest"],
    });
    expect(standingConclusion(null)).toEqual({});
  });

  it("[VIS8] every call stands, in the order they happened", () => {
    const { visit } = given(arrived(), left("leftUnseen"), called({ outcome: "reached" }, { at: "20:00" }), called({ outcome: "notReached" }, { at: "19:30", wrote: "20:10" }));
    expect(visit.callBacks.map(({ value }) => value.outcome)).toEqual(["notReached", "reached"]);
  });
});
