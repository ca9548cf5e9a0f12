import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { known, unknown } from "#core/answer.ts";
import type { Conclusion } from "#core/clinical/conclusion.ts";
import type { DowntimeId } from "#core/downtime/events.ts";
import type { Born } from "#core/identity/born.ts";
import { visitOf } from "#core/visit/visit.ts";
import { identityDoubts } from "#projections/identity-doubt.ts";
import { letterOf, toldRecords, type LetterSource } from "#projections/letter.ts";
import { alone, arrived, at, given, left, observed, recordId, recordsOf, struck, theVisit, told, triaged, type Step } from "../core/visit/given.ts";

const source: LetterSource = { downtimes: [], isDrill: false };
const letter = (steps: ReadonlyArray<Step>, with_: Partial<LetterSource> = {}) => {
  const records = recordsOf(...steps);
  return letterOf({ visit: visitOf(theVisit, records), records }, { ...source, ...with_ });
};
const pulse = (pulsePerMin: number): Step => observed({ measured: { pulsePerMin } });
const concluded = (conclusion: Conclusion, how: Step["how"] = {}): Step => ({ event: { type: "v1.Concluded", visit: theVisit, conclusion }, how });
const pulses = (...steps: ReadonlyArray<Step>) => letter(steps).looks.map(({ look }) => look.value.measured.pulsePerMin);

describe("a letter", () => {
  it("[LTR1] is the same in any order, and its time is when the last was written", () => {
    const records = recordsOf(arrived(), triaged("red"), pulse(90), pulse(80), concluded({ assessment: "x" }, { at: "18:10", wrote: "19:00" }), left("home"));
    const one = letterOf({ visit: visitOf(theVisit, records), records }, source);
    fc.assert(
      fc.property(fc.shuffledSubarray([...records], { minLength: records.length }), (shuffled) => {
        expect(letterOf({ visit: visitOf(theVisit, shuffled), records: shuffled }, source)).toEqual(one);
      }),
    );
    expect(one.wroteMs).toBe(at("19:00"));
  });

  it("[LTR2] tells the first and the last look, and one that is alone once", () => {
    expect(pulses(arrived())).toEqual([]);
    expect(pulses(arrived(), pulse(90))).toEqual([90]);
    expect(pulses(arrived(), pulse(90), pulse(80), pulse(70))).toEqual([90, 70]);
  });

  it("[LTR2] tells the first level and the one that stands", () => {
    const levels = (...steps: ReadonlyArray<Step>) => letter([arrived(), ...steps]).levels.map(({ level }) => level);
    expect(levels()).toEqual([]);
    expect(levels(triaged("yellow"), triaged("yellow"))).toEqual([3]);
    expect(levels(triaged("yellow"), triaged("red"), triaged("orange"))).toEqual([3, 2]);
  });

  it("[LTR3] tells nothing that was struck", () => {
    const one = letter([arrived(), triaged("red"), triaged("green"), pulse(90), pulse(80), concluded({ assessment: "Feil" }), struck("A2"), struck("A4"), struck("A6")]);
    expect([one.levels.map(({ level }) => level), one.looks.length, one.conclusion, one.author]).toEqual([[4], 1, {}, null]);
    expect([...toldRecords(one)]).toEqual(["A5"]);
  });

  it("[LTR4] is signed by who wrote the last word, and says when two wrote unaware of each other", () => {
    const one = letter([arrived(), concluded({ assessment: "Brudd?" }), concluded({ assessment: "Forstuet" }, alone("B"))]);
    expect([one.author?.name, one.hasTwoConclusions, one.conclusion]).toEqual(["Nurse Vik", true, { assessment: "Brudd? / Forstuet" }]);
  });

  it("[LTR6] tells every result with its order, one without an order too, and every procedure", () => {
    const came = (order: string | null, text: string, how: Step["how"] = {}): Step => ({ event: { type: "v1.ResultCame", visit: theVisit, order: order === null ? null : recordId(order), result: { text, identifiedBy: [] } }, how });
    const one = letter([
      arrived(), { event: { type: "v1.Ordered", visit: theVisit, order: { kind: "lab", what: "CRP" } }, how: {} }, came(null, "HIV neg.", { at: "18:30" }), came("A2", "48", { at: "18:20" }), came("A2", "50", { at: "18:40" }),
      { event: { type: "v1.ProcedureDone", visit: theVisit, procedure: { what: "Sutur" } }, how: {} },
    ]);
    expect(one.results.map(({ orders, result }) => [orders[0]?.what, result.value.text])).toEqual([["CRP", "48"], [undefined, "HIV neg."], ["CRP", "50"]]);
    expect([...toldRecords(one)]).toEqual(["A4", "A3", "A5", "A6"]);
  });

  it("[LTR5] says that it was written in a downtime, open or ended, and not when it was not", () => {
    const during = (startedAtMs: string, endedAtMs: string | null) => letter([arrived()], { downtimes: [{ id: "d" as DowntimeId, startedAtMs: at(startedAtMs), endedAtMs: endedAtMs === null ? null : at(endedAtMs) }] }).isOfDowntime;
    expect([during("17:00", null), during("17:00", "18:00"), during("17:00", "17:59"), during("18:01", null)]).toEqual([true, true, false, false]);
  });
});

describe("who it is", () => {
  const name = { name: known("Åse Morild") };
  const number = { nationalNumber: known("13097248022") };
  const doubts = (details: Parameters<typeof told>[0], isDrill = true, ...steps: ReadonlyArray<Step>) => identityDoubts(given(arrived({}, details), ...steps).visit, isDrill);

  it("[IDT1] is verified by a name and a number that holds, and by nothing less", () => {
    expect(doubts({ ...name, ...number })).toEqual([]);
    expect(doubts(number)).toEqual(["noNameKnown"]);
    expect(doubts({ ...number, name: unknown })).toEqual(["noNameKnown"]);
    expect(doubts(name)).toEqual(["noNumber"]);
    for (const wrong of ["13097248023", "130972", "ukjent", "100000000000"]) expect(doubts({ ...name, nationalNumber: known(wrong) })).toEqual(["noNumber"]);
    expect(doubts({})).toEqual(["noNumber", "noNameKnown"]);
  });

  it("[IDT1] is in doubt while two who did not know of each other say otherwise", () => {
    const other = told({ name: known("Åsa Morild") }, alone("B"));
    expect(doubts(name, true, told(number), other)).toEqual(["disputed"]);
  });

  it("[IDT1] is in doubt when birth or sex were told otherwise than the number says; a guessed age contradicts nothing", () => {
    const born = (value: Born) => doubts({ ...name, ...number, born: known(value) });
    expect(born({ is: "date", date: "1972-09-13" })).toEqual([]);
    expect(born({ is: "date", date: "1972-09-14" })).toEqual(["bornOtherwise"]);
    expect(born({ is: "year", year: 1972 })).toEqual([]);
    expect(born({ is: "year", year: 1973 })).toEqual(["bornOtherwise"]);
    expect(born({ is: "age", months: 12, toldMs: at("18:00") })).toEqual([]);
    expect(doubts({ ...name, ...number, sex: known("female") })).not.toEqual(doubts({ ...name, ...number, sex: known("male") }));
    expect(doubts({ ...name, ...number, sex: known("other") })).toEqual([]);
  });

  it("[IDT2] a number made for tests verifies nobody outside a drill", () => {
    const made = { ...name, nationalNumber: known("16859921276") };
    expect([doubts(made, true), doubts(made, false)]).toEqual([[], ["testNumber"]]);
  });
});
