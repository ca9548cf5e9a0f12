import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { known, none, unknown } from "#core/answer.ts";
import { callActions, callers, waitBounds, type CallOutcome, type TakenCall } from "#core/clinical/telephone.ts";
import { epochMs } from "#core/time.ts";
import { correctedFact, filledInCallBack } from "#forms/corrected-fact.ts";
import { readCall, readCallForm, readOutcome, readWait, typedCall, typedOutcome } from "#forms/telephone.ts";
import { at, rang, theVisit } from "#tests/core/visit/given.ts";

const moment = { nowMs: at("18:30"), offsetMinAt: () => 60, isDrill: false };

describe("the wait before the answer", () => {
  it.each([
    ["90 s", 90], ["90s", 90], ["90 sek", 90], ["90 sek.", 90], ["90 sekunder", 90], ["0 s", 0], ["2 min", 120], ["2m", 120], ["2 minutter", 120], ["1,5 min", 90], ["1.5 min", 90], ["1:30", 90], ["01:05", 65],
    ["1 min 30 s", 90], ["1m30s", 90], ["  2   MIN ", 120], ["90 seconds", 90], ["15 min", 900], ["1 minute", 60],
  ])("[TLF3] %s is %i seconds", (text, sec) => {
    expect(readWait(text)).toBe(sec);
  });
  it.each([
    "", " ", "2", "90", "lenge", "s", "min", "1:60", "1:3", "1:30:00", "-2 min", "2-3 min", "ca 2 min", "2 min?", "1,3 min", "2 t", "1 time", "90 s 2 min", "99999 min", "1e3 s", "٢ min", "2 min 30", ">2 min", "2,5", "½ min", "2 minn", "0x5 s", "12:5", "1 500 s", "NaN s", "Infinity s",
  ])("[TLF3] %s is not read", (text) => {
    expect(readWait(text)).toBeNull();
  });
  it("[TLF3] what is typed stands before what is tapped", () => {
    expect(readCall({ rang: "3 min", rangFor: "within2Min" }).rangFor).toEqual({ sec: 180 });
    expect(readCall({ rangFor: "over2Min" }).rangFor).toEqual({ is: "over2Min" });
    expect(readCall({ rangFor: "soon" }).rangFor).toBeUndefined();
  });
});

describe("the form", () => {
  it("[TLF1] empty, it is a call of which nothing is known", () => {
    expect(readCallForm({}, moment, null)).toMatchObject({ call: {}, outcome: null, answeredAtMs: moment.nowMs, door: { details: {}, level: null } });
  });
  it("[TLF2] asked and unknown, none, and not asked are three", () => {
    expect(readCall({ callerName: "?", callbackNumber: "-" })).toEqual({ callerName: unknown, callbackNumber: none });
    expect(readCall({ callerName: " Mor ", callbackNumber: "" })).toEqual({ callerName: known("Mor") });
  });
  it("[TLF4] what cannot be read is kept as it was typed", () => {
    expect(readCall({ rang: "lenge", remark: "dårlig linje" })).toEqual({ remark: "dårlig linje · lenge" });
    expect(readOutcome({ callBackAt: "i kveld", advice: "Ro" }, moment)).toEqual({ advice: "Ro · i kveld" });
    expect(readCallForm({ arrivedAt: "for litt siden" }, moment, null).door.details.reason).toEqual(known("for litt siden"));
  });
  it("[TLF5] the filled in time left alone is exact, another is read", () => {
    const filledIn = { text: "19:29", atMs: epochMs(moment.nowMs - 61_234) };
    expect(readCallForm({ arrivedAt: "19:29" }, moment, filledIn).answeredAtMs).toBe(filledIn.atMs);
    expect(readCallForm({ arrivedAt: "19:10" }, moment, filledIn).answeredAtMs).toBe(at("18:10"));
  });
});

const text = fc.string({ minLength: 1, maxLength: 20 }).map((typed) => typed.trim()).filter((typed) => typed !== "" && typed !== "?" && typed !== "-");
const answer = fc.oneof(text.map((one) => known(one)), fc.constantFrom(unknown, none));
const anyCall: fc.Arbitrary<TakenCall> = fc.record(
  { caller: fc.constantFrom(...callers), callerName: answer, callbackNumber: answer, rangFor: fc.oneof(fc.nat(86_400).map((sec) => ({ sec })), fc.constantFrom(...waitBounds).map((is) => ({ is }))), remark: text },
  { requiredKeys: [] },
);
const anyOutcome: fc.Arbitrary<CallOutcome> = fc.record(
  { action: fc.constantFrom(...callActions), advice: text, toldToRingAgain: fc.constantFrom("yes" as const, "no" as const), callBackAtMs: fc.integer({ min: 1, max: 4e12 }).map(epochMs) },
  { requiredKeys: [] },
);

it("[TLF6][COR3] a call and an outcome, typed anew and read, are the very same", () => {
  fc.assert(fc.property(anyCall, (call) => {
    expect(readCall(typedCall(call))).toEqual(call);
  }));
  fc.assert(fc.property(anyOutcome, (outcome) => {
    const filledIn = filledInCallBack(outcome, moment);
    expect(readOutcome(typedOutcome(outcome, filledIn?.text ?? ""), moment, filledIn)).toEqual(outcome);
  }));
});

it("[COR1] a corrected call keeps what was left alone, and changes what was typed", () => {
  const { event } = rang({}, { caller: "relative", callbackNumber: known("900") }, { name: known("Emma") });
  if (event.type !== "v1.CallTaken") throw new Error("the kit's call is a call");
  expect(correctedFact(event, { ...typedCall(event.call), name: "Emma" }, moment)).toEqual(event);
  expect(correctedFact(event, { ...typedCall(event.call), callbackNumber: "911", name: "Emma Berg" }, moment)).toMatchObject({ call: { caller: "relative", callbackNumber: known("911") }, details: { name: known("Emma Berg") } });
  expect(correctedFact({ type: "v1.CalledBack", visit: theVisit, call: { outcome: "reached" } }, { outcome: "notReached" }, moment)).toMatchObject({ call: { outcome: "notReached" } });
  const ended = { type: "v1.CallEnded", visit: theVisit, outcome: { callBackAtMs: epochMs(at("20:00") + 12_345) } } as const;
  expect(correctedFact(ended, { callBackAt: "21:00", action: "toGp" }, moment)).toMatchObject({ outcome: { action: "toGp", callBackAtMs: epochMs(at("20:00") + 12_345) } });
});
