/**
 * What was given, as MedicationAdministration.
 *
 * - FMD1 A dose that is a number stands with its UCUM unit; one that is words stands as the dosage's text in a note, never as a number.
 * - FMD2 Who gave it and who checked it are two performers.
 */
import { doseUnits, type GivenMedicine } from "#core/clinical/medicine.ts";
import { coding, fhirText, instant, type FhirObject } from "./json.ts";
import { keyOf, type FactRecord, type Part, type VisitPlan } from "./plan.ts";
import { performerOf } from "./provenance.ts";
import { systems } from "./systems.ts";

export const medicinesOf = (record: FactRecord, plan: VisitPlan): ReadonlyArray<{ readonly part: Part; readonly resource: FhirObject }> => {
  if (record.event.type !== "v1.MedicineGiven") return [];
  const { given } = record.event;
  const drug = fhirText(given.drug);
  const checkedBy = fhirText(given.checkedBy);
  const resource = {
    resourceType: "MedicationAdministration",
    identifier: [{ system: systems.recordId, value: keyOf(record.id, "medicine") }],
    status: "completed",
    medicationCodeableConcept: { text: drug ?? "unknown" },
    subject: { reference: plan.urnOf(plan.anchor, "patient") },
    context: { reference: plan.urnOf(plan.anchor, "encounter") },
    effectiveDateTime: instant(record.atMs),
    performer: [
      { actor: performerOf(record.actor) },
      ...(checkedBy === undefined ? [] : [{ function: { coding: [coding(systems.code, "second-check")], text: "Checked by a second person" }, actor: { type: "Practitioner", display: checkedBy } }]),
    ],
    note: notesOf(given).map((text) => ({ text })),
    dosage: dosageOf(given),
  };
  return [{ part: "medicine", resource }];
};

const dosageOf = ({ dose, route }: GivenMedicine): FhirObject | undefined =>
  dose === undefined
    ? undefined
    : {
        route: route === undefined ? undefined : { coding: [coding(systems.route, route)], text: route },
        dose: { value: dose.value, unit: dose.unit, system: systems.ucum, code: doseUnits[dose.unit] },
      };

/** FHIR wants a number in every dosage: without one, dose and route are told in words. */
const notesOf = ({ dose, doseText, route, batch }: GivenMedicine): ReadonlyArray<string> =>
  [
    fhirText(doseText) === undefined ? "" : `dose: ${fhirText(doseText) ?? ""}`,
    dose === undefined && route !== undefined ? `route: ${route}` : "",
    fhirText(batch) === undefined ? "" : `batch: ${fhirText(batch) ?? ""}`,
  ].filter((text) => text !== "");
