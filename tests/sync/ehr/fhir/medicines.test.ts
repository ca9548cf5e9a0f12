import { expect, it } from "vitest";
import type { GivenMedicine } from "#core/clinical/medicine.ts";
import { emptyState } from "#projections/ward-state.ts";
import { visitToBundles } from "#sync/ehr/fhir/bundle.ts";
import { arrived, given, visitId } from "../given-visit.ts";
import { resourcesOf, sha256Hex, sourceOf } from "./sources.ts";

const administered = async (medicine: GivenMedicine) => {
  const bundles = await visitToBundles(given({ event: arrived() }, { event: { type: "v1.MedicineGiven", visit: visitId, given: medicine }, minute: 5, lateMin: 20 }), sourceOf(emptyState), sha256Hex);
  return resourcesOf(bundles, "MedicationAdministration")[0];
};

it("[FMD1] a dose is a number with its UCUM unit, at the time it was given", async () => {
  expect(await administered({ drug: "Fentanyl", dose: { value: 50, unit: "µg" }, route: "intravenous" })).toMatchObject({
    status: "completed", medicationCodeableConcept: { text: "Fentanyl" }, effectiveDateTime: "2026-01-20T15:48:00.000Z",
    dosage: { route: { text: "intravenous" }, dose: { value: 50, unit: "µg", system: "http://unitsofmeasure.org", code: "ug" } },
  });
});

it("[FMD1] a dose in words is no number: dose, route and batch stand in notes", async () => {
  const one = await administered({ drug: "Paracet", doseText: "2 tabletter", route: "oral", batch: "A12" });
  expect(one?.["dosage"]).toBeUndefined();
  expect(one?.["note"]).toEqual([{ text: "dose: 2 tabletter" }, { text: "route: oral" }, { text: "batch: A12" }]);
});

it("[FMD2] who gave it and who checked it are two", async () => {
  const one = await administered({ drug: "Morfin", dose: { value: 5, unit: "mg" }, checkedBy: "Berg" });
  expect(one?.["performer"]).toMatchObject([{ actor: { display: "Marit Snøfonn" } }, { function: { coding: [{ code: "second-check" }] }, actor: { display: "Berg" } }]);
});
