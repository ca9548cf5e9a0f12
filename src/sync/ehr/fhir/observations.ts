/**
 * What was found, as observations: each triage level that was set, each value that was measured, an age that somebody told or
 * guessed, and whether the patient is pregnant.
 *
 * - FOB1 Every look at the patient is its own observation: effective when it happened, issued when it was written.
 * - FOB2 A level is a code in a scale of a version; its name is given only where this program holds that version.
 * - FOB3 Whether somebody is pregnant is told as yes, no, or asked in vain.
 * - FOB4 What of the ward's triage set was chosen first is a note beside the level: its words, the set's edition, and the set's own level.
 */
import { levelOf, scales } from "#core/clinical/scales.ts";
import type { DetailAnswers } from "#core/visit/details.ts";
import type { TriageSet } from "#core/visit/events.ts";
import { coding, fhirText, instant, type FhirObject } from "./json.ts";
import { keyOf, type FactRecord, type Part, type VisitPlan } from "./plan.ts";
import { performerOf } from "./provenance.ts";
import { toldObservations } from "./told-observations.ts";
import { sayingNotes } from "./saying.ts";
import { systems } from "./systems.ts";
import { vitalsOf, type Vital } from "./vitals.ts";

/** The observations that one record gives, each with its part. */
export const observationsOf = (record: FactRecord, plan: VisitPlan): ReadonlyArray<{ readonly part: Part; readonly resource: FhirObject }> =>
  vitalsIn(record, plan).map(({ part, category, body: { code, effectiveDateTime = instant(record.atMs), ...body } }) => ({
    part,
    resource: {
      resourceType: "Observation",
      identifier: [{ system: systems.recordId, value: keyOf(record.id, part) }],
      status: "final",
      category: [{ coding: [coding(systems.hl7("observation-category"), category, categoryNames[category])] }],
      code,
      subject: { reference: plan.urnOf(plan.anchor, "patient") },
      encounter: { reference: plan.urnOf(plan.anchor, "encounter") },
      effectiveDateTime,
      issued: instant(record.wroteMs),
      performer: [performerOf(record.actor)],
      ...body,
    },
  }));

const categoryNames: { readonly [C in Vital["category"]]: string } = {
  "vital-signs": "Vital Signs", survey: "Survey", laboratory: "Laboratory", "social-history": "Social History",
};

const vitalsIn = ({ event, atMs }: FactRecord, { visit }: VisitPlan): ReadonlyArray<Vital> => {
  if (event.type === "v1.Observed") return vitalsOf(event.found, visit, atMs);
  if (event.type === "v1.TriageSet") return [levelIn(event)];
  return "details" in event ? [...ageIn(event.details), ...pregnancyIn(event.details), ...toldObservations(event.details)] : [];
};

const levelIn = (event: TriageSet): Vital => ({
  part: "triage",
  category: "survey",
  body: { code: { coding: [coding(systems.loinc, "11283-9"), coding(systems.code, "triage-level")], text: "Triage level" }, valueCodeableConcept: levelConcept(event), ...becauseNote(event) },
});

const becauseNote = ({ because }: TriageSet): FhirObject => {
  if (because === undefined) return {};
  const text = fhirText(`${because.complaint}: ${because.text}. Etter ${because.set.name} ${because.set.version}, som gir nivå ${because.level}.`);
  return text === undefined ? {} : { note: [{ text }] };
};

const ageIn = ({ born }: DetailAnswers): ReadonlyArray<Vital> => {
  if (born?.is !== "known" || born.value.is !== "age") return [];
  const { months, toldMs } = born.value;
  const valueQuantity = months < 24 ? quantity(months, "mo") : quantity(Math.floor(months / 12), "a");
  const code = { coding: [coding(systems.loinc, "30525-0", "Age")], text: "Age, as told or guessed" };
  return [{ part: "age", category: "social-history", body: { code, effectiveDateTime: instant(toldMs), valueQuantity, note: sayingNotes([born]) } }];
};

const pregnancyIn = ({ pregnant }: DetailAnswers): ReadonlyArray<Vital> => {
  if (pregnant === undefined) return [];
  const code = { coding: [coding(systems.loinc, "82810-3")], text: "Pregnancy status" };
  const isPregnant = pregnant.is === "known" && pregnant.value === "yes";
  const value = pregnant.is === "unknown"
    ? { dataAbsentReason: { coding: [coding(systems.hl7("data-absent-reason"), "asked-unknown")] } }
    : { valueCodeableConcept: { coding: [coding(systems.snomed, isPregnant ? "77386006" : "60001007")], text: isPregnant ? "Pregnant" : "Not pregnant" } };
  return [{ part: "pregnancy", category: "social-history", body: { code, ...value, note: sayingNotes([pregnant]) } }];
};

const quantity = (value: number, code: "mo" | "a"): FhirObject => ({ value, unit: code === "a" ? "years" : "months", system: systems.ucum, code });

const levelConcept = ({ scale, scaleVersion, level }: TriageSet): FhirObject => {
  const isHeld = scales[scale].version === scaleVersion;
  const name = isHeld ? levelOf(scale, level)?.name.nb : undefined;
  return {
    coding: [{ system: systems.triageScale(scale), version: scaleVersion, code: String(level), display: name }],
    text: [scales[scale].name, String(level), name].filter((part) => part !== undefined).join(" "),
  };
};
