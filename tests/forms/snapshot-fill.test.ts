import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { known, none } from "#core/answer.ts";
import { epochMs } from "#core/time.ts";
import { filledAtDoor, filledInChart, personDetails } from "#forms/snapshot-fill.ts";
import type { KnownPerson } from "#core/ward/snapshot.ts";

const nowMs = epochMs(Date.parse("2026-11-23T16:58:00+01:00"));
const kari: KnownPerson = { name: "Kari Marie Nordmann", nationalNumber: "12835700052", born: { is: "date", date: "1957-03-12" }, sex: "female", where: "Kir 3", allergies: ["Penicillin", "Nøtter"] };
const whole = { name: "Kari Marie Nordmann", nationalNumber: "12835700052", born: "12.03.1957", sex: "female", allergies: "Penicillin\nNøtter" };

describe("[SFL1] at the door", () => {
  it("everything that is known is filled into an empty form, and where they lay is not", () => expect(filledAtDoor(kari, {}, nowMs)).toEqual(whole));

  it.each([
    ["name", "ka", true], ["name", "Nordmann, k", true], ["name", "MARIE", true], ["name", "Karin", false], ["name", "Ola", false], ["name", "ka ka", false], ["name", "?", false], ["name", "-", false], ["name", "Kari Marie Nordmann", false],
    ["nationalNumber", "128357", true], ["nationalNumber", "128357 00", true], ["nationalNumber", "12835700053", false], ["nationalNumber", "ukjent", false],
    ["born", "1957", true], ["born", "1958", false], ["born", "69", false], ["born", "12.03.1957", false], ["born", "13.03.1957", false], ["born", "?", false],
    ["sex", "male", false], ["sex", "female", false], ["allergies", "-", false], ["allergies", "Lateks", false],
  ])("%s that holds %j: finished is %s; nothing else is written over", (field, text, isFinished) => {
    const filled = filledAtDoor(kari, { [field]: text, reason: "Feber" }, nowMs);
    const rest = Object.entries(whole).filter(([name]) => name !== field);
    expect(filled).toEqual(Object.fromEntries(isFinished ? Object.entries(whole) : rest));
  });

  it("what stands is what it was, unless the journal's own begins with it", () => {
    fc.assert(
      fc.property(fc.record({ name: fc.string(), nationalNumber: fc.string(), born: fc.string() }), (stands) => {
        const { nationalNumber, born } = filledAtDoor(kari, stands, nowMs);
        expect(nationalNumber === undefined || whole.nationalNumber.startsWith(stands.nationalNumber.trim().replace(/[\s.-]/gu, ""))).toBe(true);
        expect(born === undefined || ["", "1957"].includes(stands.born.trim())).toBe(true);
      }),
    );
  });
});

it("[SFL2] in the chart only what nobody was asked is answered, from a document", () => {
  const source = "document";
  expect(filledInChart(kari, (name) => name === "name" || name === "allergies")).toEqual({
    nationalNumber: { ...known("12835700052"), source }, born: { ...known({ is: "date", date: "1957-03-12" }), source }, sex: { ...known("female"), source },
  });
  expect(filledInChart({ name: "Kari", where: "Kir 3" }, () => true)).toEqual({});
});

it("[SFL3] allergies are told, or none are known, or nothing is said", () => {
  expect(personDetails({ name: "Kari" })).toEqual({ name: known("Kari") });
  expect(personDetails({ name: "Kari", allergies: [] }).allergies).toEqual(none);
  expect(filledAtDoor({ name: "Kari", allergies: [] }, {}, nowMs)).toEqual({ name: "Kari", allergies: "-" });
  expect(filledInChart({ name: "Kari", allergies: [] }, () => false).allergies).toEqual({ ...none, source: "document" });
});
