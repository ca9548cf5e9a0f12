import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { known } from "#core/answer.ts";
import { isAnsweredInTime } from "#core/clinical/telephone.ts";
import type { TemporaryNumber } from "#core/visit/temporary-number.ts";
import { actionOf, callBacksOf } from "#core/visit/phone.ts";
import { metAtMs, phaseOf, visitOf } from "#core/visit/visit.ts";
import { alone, arrived, at, calledBack, calledIn, ended, given, instead, left, observed, placed, rang, recordsOf, seen, struck, theNumber, theVisit, told, triaged, type Step } from "./given.ts";

const phase = (...steps: ReadonlyArray<Step>) => phaseOf(given(...steps).visit).is;
const owed = (...steps: ReadonlyArray<Step>) => {
  const { phone } = given(...steps).visit;
  return phone === null ? null : callBacksOf(phone);
};
const promise = (clock: string) => ({ action: "nurseAdvice", callBackAtMs: at(clock) }) as const;

describe("a telephone contact", () => {
  it("[VIS9] is on no board: it is on the telephone, with level, details and number", () => {
    const { visit } = given(rang({}, { caller: "relative" }, { name: known("Ola") }), triaged("yellow"));
    expect(phaseOf(visit)).toEqual({ is: "onPhone", atMs: at("17:30") });
    expect([visit.arrivedAtMs, visit.number, visit.phone?.taken.caller, visit.triage?.length, visit.heard.name?.length]).toEqual([null, theNumber, "relative", 1, 1]);
  });

  it("[VIS9] comes in as the same visit, with everything that was told, and met when they rang", () => {
    const { visit } = given(rang({}, {}, { name: known("Ola") }), triaged("yellow"), ended({ action: "comeIn" }), arrived({ at: "18:20" }));
    expect(phaseOf(visit).is).toBe("waiting");
    expect([visit.arrivedAtMs, metAtMs(visit), visit.number]).toEqual([at("18:20"), at("17:30"), theNumber]);
    expect(visit.heard.name?.[0].value).toEqual(known("Ola"));
  });

  it("[VIS9] is a telephone contact again when the arrival is taken back", () => {
    expect(phase(rang(), ended({ action: "comeIn" }), arrived({ at: "18:20" }), placed("Rom 1"), struck("A3"))).toBe("onPhone");
  });

  it("[VIS4] is void when the call was struck, and stays a visit when the patient came all the same", () => {
    expect(phase(rang(), triaged("red"), struck("A1"))).toBe("void");
    expect(phase(rang(), placed("Rom 1"), struck("A1"))).toBe("void");
    const { visit } = given(rang(), arrived({ at: "18:10" }), struck("A1"));
    expect([phaseOf(visit).is, visit.phone, visit.number]).toEqual(["waiting", null, theNumber]);
  });

  it("[STK2] does not vanish by a strike while somebody unaware of it works on, or took the patient in", () => {
    expect(phase(rang(), triaged("red", { on: "B" }), struck("A1", { knowing: {} }))).toBe("onPhone");
    expect(phase(rang(), arrived({ on: "B", at: "18:00" }), struck("A1", { knowing: {} }))).toBe("waiting");
    expect(given(rang(), arrived({ on: "B", at: "18:00" }), struck("A1", { knowing: {} })).visit.phone).not.toBeNull();
  });

  it("[STK2] a strike of the arrival is not held up by the call, which somebody wrote before it", () => {
    expect(phase(rang({ on: "B" }), arrived({ knowing: {} }), struck("A1", { knowing: {} }))).toBe("onPhone");
  });
});

describe("what came of it", () => {
  it("[PHN1] a contact whose call has not come here yet is a telephone contact from the earliest that is known", () => {
    const { visit } = given(ended(promise("20:00"), { at: "17:40" }));
    expect([phaseOf(visit).is, visit.phone?.atMs, visit.number]).toEqual(["onPhone", at("17:40"), null]);
  });

  it("[PHN1] the call itself says when it was answered, whatever else is told for an earlier time", () => {
    expect(given(rang({ at: "17:30" }), ended({ action: "toGp" }, { at: "17:20" })).visit.phone?.atMs).toBe(at("17:30"));
  });

  it.each([
    [[ended({ action: "nurseAdvice" })], "callOver"],
    [[ended({ action: "ambulance" })], "callOver"],
    [[ended({ action: "comeIn" })], "onPhone"],
    [[ended({ advice: "Ro og drikke" })], "onPhone"],
    [[ended({ action: "doctorPhone", callBackAtMs: at("19:00") })], "onPhone"],
    [[ended({ action: "doctorPhone", callBackAtMs: at("19:00") }), calledBack(false)], "onPhone"],
    [[ended({ action: "doctorPhone", callBackAtMs: at("19:00") }), calledBack(true)], "callOver"],
    [[ended({ action: "comeIn" }), ended({ action: "toGp" })], "callOver"],
  ] as const)("[PHN2] %j is %s", (steps, is) => {
    expect(phase(rang(), ...steps)).toBe(is);
  });

  it("[PHN2] the last that was decided stands, in the order it happened", () => {
    const { phone } = given(rang(), ended({ action: "comeIn" }, { at: "18:30" }), ended({ action: "nurseAdvice" }, { at: "17:40" })).visit;
    expect(phone && actionOf(phone)).toBe("comeIn");
  });

  it.each([[placed("Rom 2")], [calledIn()], [seen()]])("[PHN3] who is seen here is here, though no arrival was written: %j", (step) => {
    const { visit } = given(rang(), { ...step, how: { at: "18:05" } });
    expect([["waiting", "calledIn", "inCare"].includes(phaseOf(visit).is), visit.arrivedAtMs]).toEqual([true, at("18:05")]);
  });

  it("[PHN3] what can be told over the telephone brings nobody here", () => {
    expect(phase(rang(), triaged("red"), observed({ measured: { respirationPerMin: 28 } }), placed(null), told({ name: known("Ola") }))).toBe("onPhone");
  });
});

describe("a promised call-back", () => {
  it("[TEL2] is owed until somebody rang up", () => {
    expect(owed(rang(), ended(promise("20:00")))).toEqual([at("20:00")]);
    expect(owed(rang(), ended(promise("20:00")), calledBack())).toEqual([]);
  });
  it("[TEL2] is not done by a call before it, nor by one of somebody who is unaware of it", () => {
    expect(owed(rang(), calledBack(true, { at: "17:40" }), ended(promise("20:00"), { at: "17:50" }))).toEqual([at("20:00")]);
    expect(owed(rang(), ended(promise("20:00"), { at: "17:40" }), calledBack(true, { ...alone("B"), at: "17:50" }))).toEqual([at("20:00")]);
  });
  it("[TEL2] stays done when the promise is corrected afterwards, and is owed again when the call-back is struck", () => {
    const late = instead(ended(promise("20:30"), { at: "17:31" }), "A2");
    expect(owed(rang(), ended(promise("20:00"), { at: "17:31" }), calledBack(true, { at: "19:00" }), struck("A2", { at: "17:31", wrote: "19:10" }, "correction"), late)).toEqual([]);
    expect(owed(rang(), ended(promise("20:00")), calledBack(), struck("A3"))).toEqual([at("20:00")]);
  });
  it("[TEL3] is still owed when nobody answered, and falls only to a new promise by somebody who knew", () => {
    expect(owed(rang(), ended(promise("20:00")), calledBack(false))).toEqual([at("20:00")]);
    expect(owed(rang(), ended(promise("20:00")), ended({ action: "toGp" }))).toEqual([at("20:00")]);
    expect(owed(rang(), ended(promise("20:00")), ended(promise("21:00")))).toEqual([at("21:00")]);
    expect(owed(rang(), ended(promise("21:00"), { at: "17:31" }), ended(promise("20:00"), { ...alone("B"), at: "17:32" }))).toEqual([at("20:00"), at("21:00")]);
  });
});

describe("answered in time", () => {
  it.each([[{ sec: 0 }, true], [{ sec: 120 }, true], [{ sec: 121 }, false], [{ is: "within2Min" }, true], [{ is: "over2Min" }, false], [undefined, null]] as const)("[TEL1] %j: %s", (rangFor, inTime) => {
    expect(isAnsweredInTime(rangFor)).toBe(inTime);
  });
});

describe("deciding", () => {
  const number = "TRB-001-X" as TemporaryNumber;
  it("[DEC8] who rang arrives under the number they have", () => {
    given(rang(), ended({ action: "comeIn" })).when({ type: "RegisterArrival", number, details: {}, atMs: at("18:20") }).gives({ type: "v1.Arrived", visit: theVisit, number: theNumber, details: {} });
    given(rang(), arrived({ at: "18:00" })).when({ type: "RegisterArrival", number, details: {}, atMs: at("18:20") }).refuses("AlreadySo");
  });
  it("[DEC8] a call is taken once, also with nothing known", () => {
    given().when({ type: "TakeCall", number, details: {}, call: {}, atMs: at("18:00") }).gives({ type: "v1.CallTaken", visit: theVisit, number, details: {}, call: {} });
    given(rang()).when({ type: "TakeCall", number, details: {}, call: {}, atMs: at("18:00") }).refuses("AlreadySo");
    given(arrived()).when({ type: "TakeCall", number, details: {}, call: {}, atMs: at("18:00") }).refuses("AlreadySo");
  });
  it("[DEC8] only who rang has an outcome and call-backs, and an outcome says something", () => {
    given(arrived()).when({ type: "EndCall", outcome: { action: "comeIn" }, atMs: at("18:20") }).refuses("NoSuchVisit");
    given(rang()).when({ type: "EndCall", outcome: { advice: " " }, atMs: at("18:20") }).refuses("NothingSaid");
    given(rang()).when({ type: "CallBack", call: { outcome: "notReached" }, atMs: at("18:20") }).gives({ type: "v1.CalledBack", visit: theVisit, call: { outcome: "notReached" } });
    given(rang(), ended({ action: "toGp" })).when({ type: "Correct", target: given(rang(), ended({ action: "toGp" })).records[1]!.id, why: "", instead: { type: "v1.CallEnded", visit: theVisit, outcome: {} }, atMs: at("18:20") }).refuses("NothingSaid");
  });
  it("[VIS6] who arrived after they are said to have left, on a device that did not know, is here", () => {
    expect(phase(rang(), arrived({ at: "18:00" }), left("leftUnseen", { at: "19:00" }), arrived({ on: "B", at: "19:30", knowing: { A: 1 } }))).toBe("waiting");
  });
});

const anyStep = fc.tuple(fc.nat(9), fc.nat(59), fc.constantFrom("A", "B"), fc.nat(6)).map(([kind, minute, on, upTo]): Step => {
  const how = { at: `18:${String(minute).padStart(2, "0")}`, on, knowing: { A: upTo, B: upTo } };
  const kinds: ReadonlyArray<Step> = [
    rang(how), rang(how), arrived(how), ended(promise("20:00"), how), ended({ action: "comeIn" }, how), calledBack(minute % 2 === 0, how),
    triaged("yellow", how), placed("Rom 1", how), struck(`A${upTo}`, how), left("home", how),
  ];
  return kinds[kind]!;
});

it("[VIS1] call, arrival and call-backs written unaware on two devices say the same in any order and any number of times", () => {
  fc.assert(fc.property(fc.array(anyStep, { minLength: 1, maxLength: 9 }), fc.array(fc.nat(1000), { minLength: 1, maxLength: 9 }), (steps, dice) => {
    const records = recordsOf(...steps);
    const turned = [...records, ...records.slice(0, 2)].map((record, place) => ({ record, key: dice[place % dice.length]! })).toSorted((a, b) => a.key - b.key).map(({ record }) => record);
    expect(visitOf(theVisit, turned)).toEqual(visitOf(theVisit, records));
  }));
});

it("[VIS9] whoever has an arrival that counts, and has not left, is here whatever came by telephone", () => {
  fc.assert(fc.property(fc.array(anyStep.filter(({ event }) => event.type !== "v1.Struck" && event.type !== "v1.Left"), { maxLength: 9 }), (steps) => {
    expect(["waiting", "calledIn", "inCare"]).toContain(phase(...steps, arrived({ at: "18:30" })));
  }));
});
