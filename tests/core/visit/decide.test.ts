import { describe, expect, it } from "vitest";
import { known, none, unknown } from "#core/answer.ts";
import type { VisitCommand } from "#core/visit/commands.ts";
import { decideAll } from "#core/visit/decide.ts";
import { addMinutes } from "#core/time.ts";
import type { VisitEvent } from "#core/visit/events.ts";
import {
  alone, arrived, at, calledIn, given, inColour, instead, left, placed, recordId, recordsOf, seen, struck, taken, theNumber, theVisit, told, triaged,
} from "./given.ts";

const atMs = at("19:11");
const strikeOf = (target: string, as: "undo" | "correction" = "undo", why = ""): VisitEvent => ({
  type: "v1.Struck", visit: theVisit, target: recordId(target), as, why,
});
const undo = (target: string): VisitCommand => ({ type: "Undo", target: recordId(target), atMs });

describe("arriving", () => {
  it("[DEC1] a patient with nothing known can arrive", () => {
    given().when({ type: "RegisterArrival", number: theNumber, details: {}, atMs }).gives(arrived().event);
  });

  it("[DEC1] what is known comes along, and \"unknown\" and \"none\" are not the same", () => {
    const details = { name: unknown, nationalNumber: none, reason: known("Feber") };
    given().when({ type: "RegisterArrival", number: theNumber, details, atMs }).gives(arrived({}, details).event);
  });

  it("[DEC3] nobody arrives twice in one visit", () => {
    given(arrived()).when({ type: "RegisterArrival", number: theNumber, details: {}, atMs }).refuses("AlreadySo");
  });
});

describe("while the patient is here", () => {
  it("[DEC1] everything can be said of a patient of whom nothing is known", () => {
    const here = given(arrived());
    here.when({ type: "SetTriage", ...inColour("red"), atMs }).gives(triaged("red").event);
    here.when({ type: "SetDetails", details: { sex: known("female") }, atMs }).gives(told({ sex: known("female") }).event);
    here.when({ type: "Move", place: "Rom 1", atMs }).gives(placed("Rom 1").event);
    here.when({ type: "AssignClinician", clinician: "Dr. Lie", atMs }).gives(taken("Dr. Lie").event);
    here.when({ type: "CallIn", atMs }).gives(calledIn().event);
    here.when({ type: "BeginCare", atMs }).gives(seen().event);
    here.when({ type: "Leave", how: "home", atMs }).gives(left("home").event);
    here.when({ type: "Leave", how: "admitted", to: "St. Olavs", atMs }).gives({ type: "v1.Left", visit: theVisit, how: "admitted", to: "St. Olavs" });
  });

  it("[DEC3] the same level again is a new look and is written", () => {
    given(arrived(), triaged("red")).when({ type: "SetTriage", ...inColour("red"), atMs }).gives(triaged("red").event);
  });

  it("[DEC3] a place or a clinician that is so already is not written again", () => {
    given(arrived(), placed("Rom 1")).when({ type: "Move", place: "Rom 1", atMs }).refuses("AlreadySo");
    given(arrived()).when({ type: "Move", place: null, atMs }).refuses("AlreadySo");
    given(arrived(), taken("Dr. Lie")).when({ type: "AssignClinician", clinician: "Dr. Lie", atMs }).refuses("AlreadySo");
    given(arrived(), taken("Dr. Lie")).when({ type: "AssignClinician", clinician: null, atMs }).gives(taken(null).event);
  });

  it("[DEC3] where devices disagree, saying it once more settles it and is written", () => {
    const both = given(arrived(), placed("Rom 1", alone("B")), placed("Rom 2", alone("C")));
    both.when({ type: "Move", place: "Rom 2", atMs }).gives(placed("Rom 2").event);
  });

  it("[DEC3] who did not come can be called again; who is in care is not called", () => {
    given(arrived(), calledIn()).when({ type: "CallIn", atMs }).gives(calledIn().event);
    given(arrived(), seen()).when({ type: "CallIn", atMs }).refuses("AlreadySo");
    given(arrived(), seen()).when({ type: "CallIn", atMs: addMinutes(atMs, -600) }).gives(calledIn().event);
    given(arrived(), seen()).when({ type: "BeginCare", atMs }).refuses("AlreadySo");
  });

  it("[DEC3] of several answers only the new ones are written, so that a form saved whole makes no disagreement", () => {
    const here = given(arrived({}, { name: known("Kari"), sex: known("female") }));
    here.when({ type: "SetDetails", details: { name: known("Kari Moe"), sex: known("female") }, atMs }).gives(told({ name: known("Kari Moe") }).event);
    here.when({ type: "SetDetails", details: { name: known("Kari"), sex: known("female") }, atMs }).refuses("AlreadySo");
    here.when({ type: "SetDetails", details: {}, atMs }).refuses("NothingSaid");
    given(arrived({}, { name: known("Kari") }), told({ name: known("Karin") }, { on: "B", knowing: {} }))
      .when({ type: "SetDetails", details: { name: known("Karin") }, atMs })
      .gives(told({ name: known("Karin") }).event);
  });
});

describe("after the end", () => {
  const gone = given(arrived(), seen(), left("home", { at: "19:00" }));

  it("[DEC2] nothing more happens", () => {
    gone.when({ type: "SetTriage", ...inColour("red"), atMs }).refuses("VisitIsOver");
    gone.when({ type: "Move", place: "Rom 1", atMs }).refuses("VisitIsOver");
    gone.when({ type: "AssignClinician", clinician: "Dr. Lie", atMs }).refuses("VisitIsOver");
    gone.when({ type: "CallIn", atMs }).refuses("VisitIsOver");
    gone.when({ type: "BeginCare", atMs }).refuses("VisitIsOver");
    gone.when({ type: "Leave", how: "admitted", atMs }).refuses("VisitIsOver");
  });

  it("[DEC2] what happened before the end may still be written, to the minute", () => {
    gone.when({ type: "SetTriage", ...inColour("red"), atMs: at("18:40") }).gives(triaged("red").event);
    gone.when({ type: "Move", place: "Rom 1", atMs: at("19:00") }).gives(placed("Rom 1").event);
  });

  it("[DEC2] who they were may be found out afterwards", () => {
    gone.when({ type: "SetDetails", details: { name: known("Kari") }, atMs: at("20:30") }).gives(told({ name: known("Kari") }).event);
  });

  it("[DEC3] they do not leave twice", () => {
    gone.when({ type: "Leave", how: "home", atMs: at("18:50") }).refuses("AlreadySo");
  });

  it("[DEC2] a leaving that was undone is no end, and they can leave again", () => {
    const back = given(arrived(), left("home", { at: "19:00" }), struck("A2", { at: "19:02" }));
    back.when({ type: "SetTriage", ...inColour("red"), atMs }).gives(triaged("red").event);
    back.when({ type: "Leave", how: "home", atMs }).gives(left("home").event);
  });

  it("[DEC2] a leaving that others contradict is no end either", () => {
    const both = given(arrived(), left("leftUnseen", { at: "19:00" }), triaged("red", { on: "B", at: "19:05", knowing: { A: 1 } }));
    both.when({ type: "BeginCare", atMs }).gives(seen().event);
    both.when({ type: "Leave", how: "home", atMs }).gives(left("home").event);
  });

  it("[DEC4] what was written wrong can be undone and corrected after the end", () => {
    gone.when(undo("A3")).gives(strikeOf("A3"));
    const right = left("admitted").event;
    if (right.type === "v1.Struck") throw new Error("a leaving is a fact");
    gone.when({ type: "Correct", target: recordId("A3"), why: "wrong button", instead: right, atMs }).gives(strikeOf("A3", "correction", "wrong button"), instead(left("admitted"), "A3").event);
  });
});

describe("correcting", () => {
  it("[DEC4] strikes the record and writes the right fact instead, of this visit and no other", () => {
    const elsewhere = { type: "v1.TriageSet", visit: "visit-2" as typeof theVisit, ...inColour("green") } as const;
    given(arrived(), triaged("red"))
      .when({ type: "Correct", target: recordId("A2"), why: "wrong row", instead: elsewhere, atMs })
      .gives(strikeOf("A2", "correction", "wrong row"), instead(triaged("green"), "A2").event);
  });

  it("[DEC4] strikes alone when nothing stands instead", () => {
    given(arrived(), triaged("red")).when({ type: "Correct", target: recordId("A2"), why: "wrong patient", instead: null, atMs }).gives(strikeOf("A2", "correction", "wrong patient"));
  });

  it("[DEC4] a correction can be corrected, the struck one cannot", () => {
    const corrected = given(arrived(), triaged("red"), struck("A2", {}, "correction"), instead(triaged("green"), "A2"));
    corrected.when({ type: "Correct", target: recordId("A4"), why: "", instead: null, atMs }).gives(strikeOf("A4", "correction"));
    corrected.when({ type: "Correct", target: recordId("A2"), why: "", instead: null, atMs }).refuses("NothingToStrike");
    corrected.when({ type: "Correct", target: recordId("Z9"), why: "", instead: null, atMs }).refuses("NothingToStrike");
  });

  it("[DEC4] details that say nothing are no correction", () => {
    const empty = { type: "v1.DetailsSet", visit: theVisit, details: {} } as const;
    given(arrived(), told({ name: known("Kari") })).when({ type: "Correct", target: recordId("A2"), why: "", instead: empty, atMs }).refuses("NothingSaid");
  });
});

describe("a visit that is not there", () => {
  it("[DEC5] nothing happens in a visit that was never taken in", () => {
    given().when({ type: "SetTriage", ...inColour("red"), atMs }).refuses("NoSuchVisit");
    given().when({ type: "SetDetails", details: { name: unknown }, atMs }).refuses("NoSuchVisit");
    given().when(undo("A1")).refuses("NothingToStrike");
  });

  it("[DEC5] nothing but a strike of the strike in one that was struck as a whole", () => {
    const voided = given(arrived(), triaged("red"), struck("A1"));
    voided.when({ type: "BeginCare", atMs }).refuses("NoSuchVisit");
    voided.when(undo("A2")).refuses("NoSuchVisit");
    voided.when({ type: "Correct", target: recordId("A2"), why: "", instead: null, atMs }).refuses("NoSuchVisit");
    voided.when(undo("A1")).refuses("NothingToStrike");
    voided.when(undo("A3")).gives(strikeOf("A3"));
  });

  it("[DEC5] an arrival that waits for somebody who knows can be struck by one who does", () => {
    given(arrived(), triaged("red", { on: "B" }), struck("A1", { on: "A", knowing: {} })).when(undo("A1")).gives(strikeOf("A1"));
  });
});

describe("undoing", () => {
  const corrected = [arrived(), struck("A1", {}, "correction"), instead(arrived({ at: "17:40", wrote: "18:10" }), "A1")] as const;

  it("[DEC6] either half of a correction takes both back, so that an arrival corrected and undone is still there", () => {
    given(...corrected).when(undo("A3")).gives(strikeOf("A3"), strikeOf("A2"));
    given(...corrected).when(undo("A2")).gives(strikeOf("A2"), strikeOf("A3"));
    expect(given(...corrected, struck("A3"), struck("A2")).visit.arrivedAtMs).toBe(at("18:00"));
  });

  it("[DEC6] a fact written in the same minute is no half of it", () => {
    given(...corrected, triaged("red")).when(undo("A4")).gives(strikeOf("A4"));
    const other = [arrived(), triaged("red"), struck("A2", { on: "B" }, "correction"), instead(triaged("green", { on: "C" }), "A2")] as const;
    given(...other).when(undo("C1")).gives(strikeOf("C1"));
    const later = [arrived(), triaged("red"), struck("A2", {}, "correction"), placed("Rom 1"), instead(triaged("green"), "A2")] as const;
    given(...later).when(undo("A5")).gives(strikeOf("A5"));
  });

  it("[DEC6] what was taken back already is not taken back again", () => {
    given(...corrected, struck("A3")).when(undo("A2")).gives(strikeOf("A2"));
  });

  it("[DEC6] what two struck comes back at once", () => {
    const twice = given(arrived(), triaged("red"), struck("A2", { on: "B", knowing: { A: 2 } }), struck("A2", { on: "C", knowing: { A: 2 } }));
    twice.when(undo("B1")).gives(strikeOf("B1"), strikeOf("C1"));
  });

  it("[DEC6] the same is not undone twice", () => {
    given(arrived(), triaged("red"), struck("A2")).when(undo("A2")).refuses("NothingToStrike");
  });
});

describe("several in one go", () => {
  it("[DEC7] each is decided as if those before it had been written", () => {
    const commands: ReadonlyArray<VisitCommand> = [
      { type: "RegisterArrival", number: theNumber, details: {}, atMs: at("18:00") },
      { type: "SetTriage", ...inColour("red"), atMs },
    ];
    expect(decideAll(theVisit, [], commands)).toEqual({ ok: true, value: [{ atMs: at("18:00"), event: arrived().event }, { atMs, event: triaged("red").event }] });
  });

  it("[DEC7] one refusal refuses all", () => {
    const commands: ReadonlyArray<VisitCommand> = [{ type: "Move", place: "Rom 1", atMs }, { type: "Move", place: "Rom 1", atMs }];
    expect(decideAll(theVisit, recordsOf(arrived()), commands)).toEqual({ ok: false, error: { type: "AlreadySo" } });
  });

  it("[DEC7] a deed that is undone record by record, the last first, is undone once", () => {
    const deed = recordsOf(arrived(), triaged("red"), struck("A2", {}, "correction"), instead(triaged("green"), "A2"));
    expect(decideAll(theVisit, deed, [undo("A4"), undo("A3")])).toEqual({
      ok: true,
      value: [{ atMs, event: strikeOf("A4") }, { atMs, event: strikeOf("A3") }],
    });
  });
});
