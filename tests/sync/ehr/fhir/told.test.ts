import { expect, it } from "vitest";
import { known, none, unknown } from "#core/answer.ts";
import type { DetailAnswers } from "#core/visit/details.ts";
import type { VisitEvent } from "#core/visit/events.ts";
import { emptyState } from "#projections/ward-state.ts";
import { visitToBundles } from "#sync/ehr/fhir/bundle.ts";
import { arrived, given, idOf, visitId, type Told } from "../given-visit.ts";
import { resourcesOf, sha256Hex, sourceOf } from "./sources.ts";

const said = (details: DetailAnswers): VisitEvent => ({ type: "v1.DetailsSet", visit: visitId, details });
const filed = async (type: string, first: DetailAnswers, ...more: ReadonlyArray<Told>) =>
  resourcesOf(await visitToBundles(given({ event: arrived(first) }, ...more), sourceOf(emptyState), sha256Hex), type);
const texts = (resources: ReadonlyArray<{ readonly [name: string]: unknown }>, field: string) => resources.map((one) => (one[field] as { readonly text?: string }).text);

it("[FTD1] each allergy once, though two devices told it; one that was taken away is in no file", async () => {
  const elsewhere = { device: "device-b", seen: [] } as const;
  expect(texts(await filed("AllergyIntolerance", { allergies: known(["Latex", "Jod"]) }, { event: said({ allergies: known(["latex ", "Nøtter"]) }), minute: 3, ...elsewhere }), "code")).toEqual(["Latex", "Jod", "Nøtter"]);
  expect(texts(await filed("AllergyIntolerance", { allergies: known(["Latex", "Jod"]) }, { event: said({ allergies: known(["Jod"]) }), minute: 3 }), "code")).toEqual(["Jod"]);
});

it("[FTD2] none is told as SNOMED's and IPS's own word, and never beside an allergy that stands", async () => {
  const [nothing, ...others] = await filed("AllergyIntolerance", { allergies: none });
  expect(nothing).toMatchObject({ code: { coding: [{ system: "http://snomed.info/sct", code: "716186003" }, { code: "no-known-allergies" }] } });
  expect(others).toEqual([]);
  expect(texts(await filed("AllergyIntolerance", { allergies: none }, { event: said({ allergies: known(["Latex"]) }), device: "device-b", seen: [] }), "code")).toEqual(["Latex"]);
  expect(await filed("AllergyIntolerance", { allergies: unknown })).toMatchObject([{ code: { coding: [{ code: "no-allergy-info" }] } }]);
  expect(await filed("AllergyIntolerance", {})).toEqual([]);
  expect(await filed("MedicationStatement", { currentMedicines: none })).toMatchObject([{ medicationCodeableConcept: { coding: [{ code: "no-known-medications" }] } }]);
});

it("[FTD3] an ATC code stands beside its words, and who said it is the asserter", async () => {
  const [medicine] = await filed("MedicationStatement", { currentMedicines: { ...known(["Metoprolol 47,5 mg C07AB02", "Vitamin B12"]), source: "relative" } });
  expect(medicine).toMatchObject({ medicationCodeableConcept: { coding: [{ system: "http://www.whocc.no/atc", code: "C07AB02" }], text: "Metoprolol 47,5 mg C07AB02" }, informationSource: { type: "RelatedPerson" } });
  const [allergy] = await filed("AllergyIntolerance", { allergies: { ...known(["Latex"]), source: "ambulance" } });
  expect(allergy).toMatchObject({ note: [{ text: "source: ambulance" }] });
});

it("[FSY2] [FTD3] each entry is asserted by who said that entry, and each other source is a note", async () => {
  const relative: Told = { event: said({ allergies: { ...known(["Nøtter", "latex"]), source: "relative" } }), device: "device-b", seen: [] };
  const two = await filed("AllergyIntolerance", { allergies: { ...known(["Latex"]), source: "patient" } }, relative);
  expect(two).toMatchObject([{ code: { text: "Latex" }, note: [{ text: "source: relative" }] }, { code: { text: "Nøtter" }, asserter: { type: "RelatedPerson" } }]);
  expect(two[0]?.["asserter"]).toEqual({ reference: expect.stringContaining("urn:uuid:") as unknown });
  const added = await filed("AllergyIntolerance", { allergies: { is: "known", value: ["Latex", "Jod"], source: "relative", otherwise: [{ source: "ambulance", unsure: true, entries: ["Latex"] }] } });
  expect(added).toMatchObject([{ code: { text: "Latex" }, note: [{ text: "source: ambulance" }, { text: "certainty: unsure" }] }, { code: { text: "Jod" }, asserter: { type: "RelatedPerson" } }]);
  expect(added[1]?.["note"]).toBeUndefined();
});

it("[FSY1] doubt is a note of the resource that holds the answer, and else an extension that names the field", async () => {
  const doubted = <T>(value: T) => ({ ...known(value), unsure: true }) as const;
  const details: DetailAnswers = { name: doubted("Kari"), gp: known("Dr. Ås"), reason: doubted("Fall"), flags: doubted(["violence"]), mayShare: doubted("yes"), currentMedicines: doubted(["Marevan"]), implant: doubted("Pacemaker"), pregnant: doubted("yes") };
  const unsure = (name: string) => ({ url: "https://vaktbok.no/fhir/unsure", valueCode: name });
  const note = [{ text: "certainty: unsure" }];
  expect((await filed("Patient", details))[0]?.["extension"]).toEqual([unsure("name")]);
  expect((await filed("Encounter", details))[0]?.["extension"]).toContainEqual(unsure("reason"));
  expect(await filed("Flag", details)).toMatchObject([{ extension: [unsure("flags")] }]);
  expect(await filed("Consent", details)).toMatchObject([{ extension: [unsure("mayShare")] }]);
  expect(await filed("MedicationStatement", details)).toMatchObject([{ note }]);
  expect(await filed("Observation", details)).toMatchObject([{ note }, { note }]);
});

it("[FTD1] more in one go than a bundle holds goes in several, each with its own Provenance", async () => {
  const many = Array.from({ length: 40 }, (_, place) => `allergy ${place}`);
  const bundles = await visitToBundles(given({ event: arrived({ allergies: known(many), flags: known(["violence", "police"]) }) }), sourceOf(emptyState), sha256Hex);
  expect(resourcesOf(bundles, "AllergyIntolerance").length).toBe(40);
  const keys = bundles.flatMap((bundle) => (bundle["entry"] as ReadonlyArray<{ readonly request: { readonly ifNoneExist: string } }>).slice(2).map(({ request }) => request.ifNoneExist));
  expect(new Set(keys).size).toBe(keys.length);
});

it("[FTD1] a flag and a consent that no longer hold are not told", async () => {
  expect(await filed("Flag", { flags: known(["violence"]) }, { event: said({ flags: none }), minute: 2 })).toEqual([]);
  const consents = await filed("Consent", { mayShare: known("yes") }, { event: said({ mayShare: known("no") }), minute: 2 });
  expect(consents).toMatchObject([{ provision: { type: "deny" } }]);
  const struck: Told = { event: { type: "v1.Struck", visit: visitId, target: idOf("device-a", 2), as: "undo", why: "" }, minute: 3 };
  expect(await filed("Flag", {}, { event: said({ flags: known(["violence"]) }), minute: 2 }, struck)).toEqual([]);
});

it("[FTO1] what has no resource of its own is an observation: as a code, as words, or with why there is none", async () => {
  const told = await filed("Observation", { anticoagulant: known("yes"), implant: known("Pacemaker"), isolation: unknown, infectionSigns: known(["fever", "rash"]) });
  expect(told).toMatchObject([
    { code: { text: "Takes an anticoagulant" }, valueCodeableConcept: { text: "yes" } },
    { code: { text: "Implant" }, valueString: "Pacemaker" },
    { code: { text: "Signs of infection" }, valueCodeableConcept: { text: "fever, rash" } },
    { code: { text: "Isolation" }, dataAbsentReason: { coding: [{ code: "asked-unknown" }] } },
  ]);
});

it("[FPA7] phone, address, next of kin, language and general practitioner stand in the patient's own fields", async () => {
  const [patient] = await filed("Patient", { phone: known("900 00 000"), address: known("Storgata 1"), municipality: known("Aure"), nextOfKin: known("Ola, bror"), language: known("tigrinja"), interpreter: known("yes"), gp: known("Dr. Ås") });
  expect(patient).toMatchObject({
    telecom: [{ system: "phone", value: "900 00 000" }], address: [{ text: "Storgata 1", district: "Aure" }], contact: [{ name: { text: "Ola, bror" } }],
    communication: [{ language: { text: "tigrinja" } }], generalPractitioner: [{ display: "Dr. Ås" }], extension: [{ valueBoolean: true }],
  });
});
