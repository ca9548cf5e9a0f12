/**
 * What was found, as observations: each triage level that was set, and an age that somebody told or guessed.
 *
 * - FOB1 Every look at the patient is its own observation: effective when it happened, issued when it was written.
 * - FOB2 A level is a code in a scale of a version; its name is given only where this program holds that version.
 */
import { levelOf, scales } from "#core/clinical/scales.ts";
import type { TriageSet } from "#core/visit/events.ts";
import { coding, instant, type FhirObject } from "./json.ts";
import { keyOf, type FactRecord, type Part, type VisitPlan } from "./plan.ts";
import { performerOf } from "./provenance.ts";
import { systems } from "./systems.ts";

/** The observations that one record gives, each with its part. */
export const observationsOf = (record: FactRecord, plan: VisitPlan): ReadonlyArray<{ readonly part: Part; readonly resource: FhirObject }> => {
  const { event } = record;
  const common = (part: Part) => ({
    resourceType: "Observation",
    identifier: [{ system: systems.recordId, value: keyOf(record.id, part) }],
    status: "final",
  });
  const about = {
    subject: { reference: plan.urnOf(plan.anchor, "patient") },
    encounter: { reference: plan.urnOf(plan.anchor, "encounter") },
    effectiveDateTime: instant(record.atMs),
    issued: instant(record.wroteMs),
    performer: [performerOf(record.actor)],
  };
  if (event.type === "v1.TriageSet") {
    const code = { coding: [coding(systems.loinc, "11283-9"), coding(systems.code, "triage-level")], text: "Triage level" };
    return [{ part: "triage", resource: { ...common("triage"), category: category("survey", "Survey"), code, ...about, valueCodeableConcept: levelConcept(event) } }];
  }
  const born = "details" in event && event.details.born?.is === "known" ? event.details.born.value : null;
  if (born?.is !== "age") return [];
  const code = { coding: [coding(systems.loinc, "30525-0", "Age")], text: "Age, as told or guessed" };
  const value = born.months < 24 ? quantity(born.months, "mo") : quantity(Math.floor(born.months / 12), "a");
  return [{ part: "age", resource: { ...common("age"), category: category("social-history", "Social History"), code, ...about, effectiveDateTime: instant(born.toldMs), valueQuantity: value } }];
};

const category = (code: string, display: string): ReadonlyArray<FhirObject> => [{ coding: [coding(systems.hl7("observation-category"), code, display)] }];

const quantity = (value: number, code: "mo" | "a"): FhirObject => ({ value, unit: code === "a" ? "years" : "months", system: systems.ucum, code });

const levelConcept = ({ scale, scaleVersion, level }: TriageSet): FhirObject => {
  const isHeld = scales[scale].version === scaleVersion;
  const name = isHeld ? levelOf(scale, level)?.name.nb : undefined;
  return {
    coding: [{ system: systems.triageScale(scale), version: scaleVersion, code: String(level), display: name }],
    text: [scales[scale].name, String(level), name].filter((part) => part !== undefined).join(" "),
  };
};
