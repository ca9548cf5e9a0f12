import { describe, expect, it } from "vitest";
import { known, none, unknown } from "#core/answer.ts";
import { epochMs } from "#core/time.ts";
import { emptyState } from "#projections/ward-state.ts";
import { visitToBundles } from "#sync/ehr/fhir/bundle.ts";
import type { DetailAnswers } from "#core/visit/details.ts";
import { arrived, given, startMs, visitId, type Told } from "../given-visit.ts";
import { resourcesOf, sha256Hex, sourceOf } from "./sources.ts";

const patientOf = async (details: DetailAnswers, isDrill = false, ...more: ReadonlyArray<Told>) =>
  resourcesOf(await visitToBundles(given({ event: arrived(details) }, ...more), sourceOf(emptyState, isDrill), sha256Hex), "Patient")[0] ?? {};

const numberIn = async (typed: string, isDrill = false) => (await patientOf({ nationalNumber: known(typed) }, isDrill))["identifier"];
const absent = (code: string) => ({ extension: [{ url: "http://hl7.org/fhir/StructureDefinition/data-absent-reason", valueCode: code }] });

it("[FPA1] the temporary number is an identifier of use temp in the ward's own system", async () => {
  expect((await patientOf({}))["identifier"]).toContainEqual({ use: "temp", system: "https://vaktbok.no/fhir/ward/3f1c6f0e-ward/temporary-number", value: "TRA-017-K" });
});

describe("national numbers", () => {
  it.each([
    ["130972 48022", "urn:oid:2.16.578.1.12.4.1.4.1", "13097248022"],
    ["53097248016", "urn:oid:2.16.578.1.12.4.1.4.2", "53097248016"],
    ["200205705502", "urn:oid:2.16.578.1.12.4.1.4.5", "200205705502"],
  ])("[FPA2] %s stands in its official system", async (typed, system, value) => {
    expect(await numberIn(typed)).toContainEqual({ use: "official", system, value });
  });

  it("[FPA2] one whose check fails stands as it was told, without a system", async () => {
    expect(await numberIn("13097248023")).toContainEqual({ type: { text: "identity number as told, not verified: wrongCheckDigits" }, value: "13097248023" });
    expect(await numberIn("30108299939")).toContainEqual({ type: { text: "identity number as told, not verified: onlyFrom2032" }, value: "30108299939" });
    expect(await numberIn("svensk pass 123")).toContainEqual({ type: { text: "identity number as told, not verified: notDigits" }, value: "svensk pass 123" });
    expect(JSON.stringify(await numberIn("13097248023"))).not.toContain("urn:oid");
  });

  it("[FPA3] one made for tests has its official system in a drill and nowhere else", async () => {
    expect(await numberIn("10915596784", true)).toContainEqual({ use: "official", system: "urn:oid:2.16.578.1.12.4.1.4.1", value: "10915596784" });
    expect(await numberIn("10915596784")).toContainEqual({ type: { text: "identity number made for tests" }, value: "10915596784" });
  });
});

it("[FPA4] not asked, asked and unknown, and none are three different things", async () => {
  const number = (why: string) => ({ type: { coding: [{ system: "http://terminology.hl7.org/CodeSystem/v2-0203", code: "NI" }] }, _value: absent(why) });
  const asked = await patientOf({ name: unknown, nationalNumber: unknown, born: unknown, sex: unknown });
  expect(asked).toMatchObject({ name: [{ _text: absent("asked-unknown") }], gender: "unknown", _birthDate: absent("asked-unknown") });
  expect(asked["identifier"]).toContainEqual(number("asked-unknown"));
  const notAsked = await patientOf({});
  expect(notAsked).toMatchObject({ name: [{ _text: absent("not-asked") }], _gender: absent("not-asked"), _birthDate: absent("not-asked") });
  expect(notAsked["identifier"]).toContainEqual(number("not-asked"));
  const hasNone = await patientOf({ name: none, nationalNumber: none });
  expect(hasNone).toMatchObject({ name: [{ _text: absent("not-applicable") }] });
  expect(hasNone["identifier"]).toContainEqual(number("not-applicable"));
});

it("[FPA5] a date and a year are a birth date; an age is not", async () => {
  expect(await patientOf({ born: known({ is: "date", date: "1980-05-17" }) })).toMatchObject({ birthDate: "1980-05-17" });
  expect(await patientOf({ born: known({ is: "year", year: 1980 }) })).toMatchObject({ birthDate: "1980" });
  const aged = await patientOf({ born: known({ is: "age", months: 42 * 12, toldMs: epochMs(startMs) }) });
  expect(aged["birthDate"]).toBe(undefined);
  expect(aged["_birthDate"]).toEqual(absent("asked-unknown"));
});

it("[FPA6] two names told unaware of each other are both there", async () => {
  const rename = (name: string, device: "device-a" | "device-b"): Told => ({ event: { type: "v1.DetailsSet", visit: visitId, details: { name: known(name) } }, minute: 5, device });
  const patient = await patientOf({}, false, rename("Per Drivved", "device-a"), rename("Pål Drivved", "device-b"));
  expect(patient["name"]).toEqual([{ text: "Per Drivved" }, { text: "Pål Drivved" }]);
});
