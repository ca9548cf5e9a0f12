import { describe, expect, it } from "vitest";
import { known, unknown, valueOf } from "#core/answer.ts";
import { struckRecords } from "#core/visit/strikes.ts";
import { answerOf, phaseOf, triageOf, visitOf } from "#core/visit/visit.ts";
import {
  alone, arrived, at, calledIn, given, inColour, instead, left, leveled, observed, placed, recordsOf, seen, struck, taken, theNumber, theVisit, told, triaged, type Step,
} from "./given.ts";

const phaseAfter = (...steps: ReadonlyArray<Step>): string => phaseOf(given(...steps).visit).is;
const levelAfter = (...steps: ReadonlyArray<Step>): number | null => triageOf(given(arrived(), ...steps).visit)?.value.level ?? null;

describe("the same records", () => {
  const records = recordsOf(arrived(), triaged("green"), triaged("red", alone("B")), struck("A2", { on: "C" }), left("home", { on: "B" }));

  it("[VIS1] give the same visit backwards, doubled and in any turn", () => {
    const want = visitOf(theVisit, records);
    expect(visitOf(theVisit, records.toReversed())).toEqual(want);
    expect(visitOf(theVisit, [...records, ...records.toReversed()])).toEqual(want);
  });

  it("[VIS1] two records that claim one place on a device are both kept, in one order everywhere", () => {
    const [first, second] = recordsOf(placed("Rom 1"), placed("Rom 2"));
    if (first === undefined || second === undefined) throw new Error("two records were made");
    const twin = { ...second, seq: first.seq, stamp: first.stamp };
    expect(visitOf(theVisit, [twin, first])).toEqual(visitOf(theVisit, [first, twin]));
    expect(visitOf(theVisit, [first, twin]).place).toHaveLength(2);
  });
});

describe("strikes", () => {
  it("[VIS2] a struck record does not count: what it replaced counts again", () => {
    expect(levelAfter(triaged("red"), triaged("green"), struck("A3"))).toBe(1);
  });

  it("[VIS2] undoing a leaving brings the patient back to where they were", () => {
    expect(phaseAfter(arrived(), seen(), left(), struck("A3"))).toBe("inCare");
  });

  it("[VIS2] a strike that came here before what it strikes holds all the same", () => {
    const records = recordsOf(arrived(), triaged("red"), struck("A2"));
    expect(visitOf(theVisit, records.toReversed()).triage).toBeNull();
  });

  it("[STK1] a struck strike does not count, so that an undo can be undone, again and again", () => {
    const back = [arrived(), triaged("red"), struck("A2"), struck("A3")] as const;
    expect(given(...back).visit.triage).not.toBeNull();
    expect(given(...back, struck("A4")).visit.triage).toBeNull();
    expect(given(...back, struck("A4"), struck("A5")).visit.triage).not.toBeNull();
  });

  it("[STK1] an undo can be undone on a device whose clock is behind the other's", () => {
    const records = [arrived(), triaged("red"), struck("A2", { on: "B", at: "20:30" }), struck("B1", { on: "A", at: "19:10" })] as const;
    expect(given(...records).visit.triage).not.toBeNull();
    expect(struckRecords(given(...records).records).has(given(...records).records[1]?.id ?? ("" as never))).toBe(false);
  });

  it("[STK1] struck by two, a record counts again only when both strikes are struck", () => {
    const twice = [arrived(), triaged("red"), struck("A2", { on: "B", knowing: { A: 2 } }), struck("A2", { on: "C", knowing: { A: 2 } })] as const;
    expect(given(...twice, struck("B1")).visit.triage).toBeNull();
    expect(given(...twice, struck("B1"), struck("C1")).visit.triage).not.toBeNull();
  });

  it("[STK2] an arrival struck by somebody who had not heard that others work on with the patient stays, until they know", () => {
    const apart = [arrived(), triaged("red", { on: "B" }), struck("A1", { on: "A", knowing: {} })] as const;
    expect(phaseAfter(...apart)).toBe("waiting");
    expect(phaseAfter(...apart, struck("A1", { on: "A" }))).toBe("void");
    expect(phaseAfter(...apart, struck("B1", { on: "B" }))).toBe("void");
  });

  it("[STK2] work that began after the strike, by somebody who knew of it, does not bring the arrival back", () => {
    const anew = [arrived({ at: "18:00" }), struck("A1", { at: "18:05" }), arrived({ at: "18:30" }), triaged("red", { on: "B", at: "18:40" })] as const;
    expect(given(...anew).visit.arrivedAtMs).toBe(at("18:30"));
  });

  it("[STK2] the striker's own work does not hold the patient there", () => {
    expect(phaseAfter(arrived(), triaged("red"), struck("A1"))).toBe("void");
    expect(phaseAfter(arrived(), triaged("red", { on: "B" }), struck("A1", { on: "A" }))).toBe("void");
  });
});

describe("triage", () => {
  it("[VIS3] of levels set unaware of each other the more urgent stands, whichever came last", () => {
    expect(levelAfter(triaged("red", alone("B")), triaged("green", alone("C")))).toBe(1);
    expect(levelAfter(triaged("green", alone("B")), triaged("red", alone("C")))).toBe(1);
  });

  it("[VIS3] until somebody who knows looks, even to set it lower", () => {
    expect(levelAfter(triaged("red", alone("B")), triaged("green", alone("C")), triaged("blue", { on: "B" }))).toBe(5);
  });

  it("[VIS3] levels of two scales are compared by how long they may wait, not by their number", () => {
    const within60 = leveled(inColour("yellow", "mts"), alone("B"));
    const within120 = leveled(inColour("green", "no3"), alone("C"));
    expect(triageOf(given(arrived(), within60, within120).visit)?.value.scale).toBe("mts");
    const within30 = leveled(inColour("yellow", "no3"), alone("B"));
    const within240 = leveled(inColour("green", "retts"), alone("C"));
    expect(triageOf(given(arrived(), within30, within240).visit)?.value.scale).toBe("no3");
  });

  it("[VIS3] of two alike the later is shown", () => {
    const { visit } = given(arrived(), triaged("red", alone("B")), triaged("red", alone("C")));
    expect(triageOf(visit)?.by).toBe("C1");
  });
});

describe("arrival", () => {
  it("[VIS4] a visit whose arrival was struck is void, whatever else was written of it", () => {
    expect(phaseAfter(arrived(), struck("A1"))).toBe("void");
    expect(phaseAfter(arrived(), left(), struck("A1"))).toBe("void");
    expect(phaseAfter()).toBe("void");
  });

  it("[VIS4] a void visit keeps its number, so that no other patient is given it", () => {
    expect(given(arrived(), struck("A1")).visit.number).toBe(theNumber);
  });

  it("[VIS4] undoing the undo brings the visit back", () => {
    expect(phaseAfter(arrived(), struck("A1"), struck("A2"))).toBe("waiting");
  });

  it("[VIS4] an arrival written anew keeps the patient there, at the time now told", () => {
    const { visit } = given(arrived(), struck("A1", {}, "correction"), instead(arrived({ at: "17:40", wrote: "19:00" }), "A1"));
    expect(visit.arrivedAtMs).toBe(at("17:40"));
    expect(visit.number).toBe(theNumber);
  });

  it("[VIS5] a patient of whom this device has not the arrival yet is there, from the earliest that is known", () => {
    const { visit } = given(triaged("red", { on: "B", at: "18:40" }), placed("Rom 1", { on: "B", at: "18:30", wrote: "18:45" }));
    expect(phaseOf(visit).is).toBe("waiting");
    expect(visit.arrivedAtMs).toBe(at("18:30"));
    expect(visit.number).toBeNull();
  });
});

describe("phases", () => {
  it("[VIS1] waiting, called in, in care, left: each says since when", () => {
    const { visit } = given(arrived(), calledIn({ at: "18:20" }));
    expect(phaseOf(visit)).toEqual({ is: "calledIn", atMs: at("18:20") });
    expect(phaseOf(given(arrived(), calledIn(), seen({ at: "18:30" })).visit)).toEqual({ is: "inCare", atMs: at("18:30") });
    expect(phaseOf(given(arrived(), seen(), left("admitted", { at: "19:30" })).visit)).toEqual({ is: "left", atMs: at("19:30"), how: "admitted", to: null });
    expect(phaseAfter(arrived())).toBe("waiting");
  });

  it("[VIS1] care that two devices saw begin began at the earlier time", () => {
    const { visit } = given(arrived(), seen({ ...alone("B"), at: "18:40" }), seen({ ...alone("C"), at: "18:30" }));
    expect(phaseOf(visit)).toEqual({ is: "inCare", atMs: at("18:30") });
  });

  it.each([
    ["triaged", triaged("red", { on: "B", at: "19:31", knowing: { A: 1 } })],
    ["called in", calledIn({ on: "B", at: "19:31", knowing: { A: 1 } })],
    ["placed", placed("Rom 1", { on: "B", at: "19:31", knowing: { A: 1 } })],
    ["seen", seen({ on: "B", at: "19:31", knowing: { A: 1 } })],
    ["measured", observed({ measured: { pulsePerMin: 72 } }, { on: "B", at: "19:31", knowing: { A: 1 } })],
  ])("[VIS6] a patient %s after they were said to have left, by somebody who had not heard of it, is still here", (_, step) => {
    expect(phaseAfter(arrived(), left("leftUnseen", { at: "19:00" }), step)).not.toBe("left");
  });

  it("[VIS6] until somebody who knows says again that they left", () => {
    const both = [arrived(), left("leftUnseen", { at: "19:00" }), triaged("red", { on: "B", at: "19:31", knowing: { A: 1 } })] as const;
    expect(phaseAfter(...both, left("home", { on: "A", at: "19:40" }))).toBe("left");
    expect(phaseAfter(...both, left("home", { on: "A", at: "19:10", wrote: "19:40" }))).toBe("left");
  });

  it("[VIS6] even when the leaving is now told for an earlier time than the first", () => {
    const both = [arrived(), left("leftUnseen", { at: "19:00" }), triaged("red", { on: "B", at: "19:31", knowing: { A: 1 } })] as const;
    const { visit } = given(...both, left("home", { on: "B", at: "18:40", wrote: "19:35" }));
    expect(phaseOf(visit)).toEqual({ is: "left", atMs: at("18:40"), how: "home", to: null });
  });

  it("[VIS6] what happened before they left does not bring them back, nor does a place taken from them or a name", () => {
    const gone = [arrived(), left("home", { at: "19:00" })] as const;
    expect(phaseAfter(...gone, triaged("red", { on: "B", at: "18:59", knowing: { A: 1 } }))).toBe("left");
    expect(phaseAfter(...gone, placed(null, { on: "B", at: "19:31", knowing: { A: 1 } }))).toBe("left");
    expect(phaseAfter(...gone, told({ name: known("Kari") }, { on: "B", at: "19:31", knowing: { A: 1 } }))).toBe("left");
    expect(phaseAfter(...gone, taken("Dr. Lie", { on: "B", at: "19:31", knowing: { A: 1 } }))).toBe("left");
  });
});

describe("looks at the patient", () => {
  const pulse = (pulsePerMin: number) => ({ measured: { pulsePerMin } });
  const pulses = (...steps: ReadonlyArray<Step>) => given(arrived(), ...steps).visit.looks.map(({ value }) => value.measured.pulsePerMin);

  it("[VIS8] stand beside each other in the order they happened, a late entry in its place, a struck one nowhere", () => {
    expect(pulses(observed(pulse(70), { at: "18:10" }), observed(pulse(90), { at: "18:40" }), observed(pulse(80), { at: "18:20", wrote: "19:00" }))).toEqual([70, 80, 90]);
    expect(pulses(observed(pulse(70)), observed(pulse(90)), struck("A2"))).toEqual([90]);
  });

  it("[VIS8] the same values again are a look of their own, and so are those of two devices that knew nothing of each other", () => {
    expect(pulses(observed(pulse(70)), observed(pulse(70)))).toEqual([70, 70]);
    expect(pulses(observed(pulse(70), { at: "18:30" }), observed(pulse(88), { on: "B", at: "18:30", knowing: { A: 1 } }))).toEqual([70, 88]);
  });
});

describe("what is known", () => {
  it("[VIS1] a detail is the last one told; the others stay as they were", () => {
    const { visit } = given(arrived({}, { name: known("Kari"), reason: known("Feber") }), told({ name: known("Kari Moe") }));
    expect(valueOf(answerOf(visit, "name"))).toBe("Kari Moe");
    expect(valueOf(answerOf(visit, "reason"))).toBe("Feber");
    expect(answerOf(visit, "sex")).toBeUndefined();
  });

  it("[STD4] the last word on a name stands, for whatever time it is told", () => {
    const { visit } = given(arrived(), told({ name: known("Kari") }, { at: "19:00" }), told({ name: known("Karin") }, { at: "18:10", wrote: "19:20" }));
    expect(visit.heard.name?.map((claim) => claim.value)).toEqual([known("Karin")]);
  });

  it("[VIS7] what one device knows is not hidden by another's unaware \"unknown\"", () => {
    const apart = [told({ name: known("Kari") }, alone("B")), told({ name: unknown }, alone("C"))] as const;
    expect(valueOf(answerOf(given(arrived(), ...apart).visit, "name"))).toBe("Kari");
    expect(answerOf(given(arrived(), ...apart, told({ name: unknown })).visit, "name")).toEqual(unknown);
  });
});
