import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { known } from "#core/answer.ts";
import { epochMs } from "#core/time.ts";
import { doorFields, readDoorForm, type DoorAnswers, type DoorMoment } from "#forms/door.ts";

const atDoor: DoorMoment = { nowMs: epochMs(Date.parse("2026-11-23T16:58:00+01:00")), offsetMinAt: () => 60, isDrill: false };
const read = (answers: DoorAnswers, at: Partial<DoorMoment> = {}) => readDoorForm(answers, { ...atDoor, ...at });

describe("the door form", () => {
  it("[DOOR1] an empty form is a patient of whom nothing is known, here now", () => {
    expect(read({})).toEqual({
      details: {},
      level: null,
      arrivedAtMs: atDoor.nowMs,
      notAsked: ["level", ...doorFields.map(({ name }) => name)],
      warnings: [],
    });
  });

  it("[DOOR2] asked and unknown, none, and not asked are three things", () => {
    const { details, notAsked } = read({ name: "?", nationalNumber: "-", reason: "Fall" });
    expect(details).toEqual({ name: { is: "unknown" }, nationalNumber: { is: "none" }, reason: known("Fall") });
    expect(notAsked).toEqual(["level", "arrivedBy", "born", "sex"]);
  });

  it("reads a whole form", () => {
    const { details, level, arrivedAtMs, notAsked } = read({
      level: "2", name: " Kari Nordmann ", born: "170580", sex: "female", reason: "Brystsmerter", arrivedBy: "ambulance", arrivedAt: "1650", nationalNumber: "?",
    });
    expect(details).toMatchObject({ name: known("Kari Nordmann"), born: known({ is: "date", date: "1980-05-17" }), sex: known("female"), arrivedBy: known("ambulance") });
    expect([level, new Date(arrivedAtMs).toISOString(), notAsked]).toEqual([2, "2026-11-23T15:50:00.000Z", []]);
  });

  it("[DOOR3] what cannot be read stays with the reason, as it was typed", () => {
    const { details, warnings, arrivedAtMs } = read({ born: "gammel", reason: "Fall", arrivedAt: "i sted" });
    expect(details).toEqual({ reason: known("Fall · gammel · i sted") });
    expect(warnings.map(({ field, type }) => `${field} ${type}`)).toEqual(["born NotRead", "arrivedAt NotRead"]);
    expect(arrivedAtMs).toBe(atDoor.nowMs);
  });

  it("[DOOR3] no text is ever lost, whatever is typed into whatever field", () => {
    const fields = ["name", "nationalNumber", "born", "reason", "arrivedAt"] as const;
    const word = fc.string({ unit: "grapheme", minLength: 3, maxLength: 20 }).map((text) => `x${text.trim()}x`);
    fc.assert(
      fc.property(fc.constantFrom(...fields), word, (field, text) => {
        expect(JSON.stringify(read({ [field]: text }).details)).toContain(JSON.stringify(text).slice(1, -1));
      }),
    );
  });

  it("[DOOR4] in a drill a real-looking number is left out, and said", () => {
    const { details, warnings } = read({ nationalNumber: "13097248022" }, { isDrill: true });
    expect(details).toEqual({});
    expect(warnings).toEqual([{ field: "nationalNumber", type: "RealNumberInDrill" }]);
  });

  it("[DOOR4] outside a drill a wrong number is kept and warned of, and a test number loudly so", () => {
    const wrong = read({ nationalNumber: "13097248023" });
    expect(wrong.details.nationalNumber).toEqual(known("13097248023"));
    expect(wrong.warnings).toEqual([{ field: "nationalNumber", type: "WrongNumber" }]);
    expect(read({ nationalNumber: "10915596784" }).warnings).toEqual([{ field: "nationalNumber", type: "SyntheticNumber" }]);
  });

  it("[DOOR5] a number that holds tells birth and sex where nothing was said of them", () => {
    expect(read({ nationalNumber: "130972 48022" }).details).toEqual({
      nationalNumber: known("13097248022"),
      born: known({ is: "date", date: "1972-09-13" }),
      sex: known("female"),
    });
    const said = read({ nationalNumber: "13097248022", born: "54", sex: "other" });
    expect(said.details).toMatchObject({ born: known({ is: "age", months: 648, toldMs: atDoor.nowMs }), sex: known("other") });
  });

  it("[DOOR5] a number and a date of birth that disagree are both kept, and said", () => {
    const { details, warnings } = read({ nationalNumber: "13097248022", born: "170580" });
    expect(details.born).toEqual(known({ is: "date", date: "1980-05-17" }));
    expect(warnings).toEqual([{ field: "nationalNumber", type: "DiffersFromBorn" }]);
  });
});
