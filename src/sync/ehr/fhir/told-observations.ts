/**
 * What was said of the patient and has no resource of its own in FHIR, as observations in our own codes.
 *
 * - FTO1 Each answer is its own observation: a choice as a code, a list as components' texts in one, words as words; asked in vain
 *   and none are told as such.
 */
import type { Answer } from "#core/answer.ts";
import type { DetailAnswers } from "#core/visit/details.ts";
import { absentReason, coding, fhirText, type FhirObject } from "./json.ts";
import { sayingNotes } from "./saying.ts";
import { systems } from "./systems.ts";
import type { Vital } from "./vitals.ts";

/** Field and name; what is of the person or the visit itself stands in Patient and Encounter. */
export const toldNames = {
  anticoagulant: "Takes an anticoagulant",
  immunosuppressed: "Immunosuppressed",
  implant: "Implant",
  infectionSigns: "Signs of infection",
  isolation: "Isolation",
  nextOfKinTold: "Next of kin told",
  mayBeTold: "Next of kin may be told",
  description: "Description of the person",
  policeCase: "Police case number",
} as const;

export type ToldName = keyof typeof toldNames;

export const toldObservations = (details: DetailAnswers): ReadonlyArray<Vital> =>
  // Object.keys knows no more than strings; the names are those of the table above.
  (Object.keys(toldNames) as ReadonlyArray<ToldName>).flatMap((name) => {
    const answer: Answer<string | ReadonlyArray<string>> | undefined = details[name];
    if (answer === undefined) return [];
    const body = { code: { coding: [coding(systems.code, name)], text: toldNames[name] }, ...valueIn(name, answer), note: sayingNotes([answer, ...(answer.is === "known" ? (answer.otherwise ?? []) : [])]) };
    return [{ part: `told-${name}`, category: "survey", body } as const];
  });

const words: ReadonlySet<ToldName> = new Set<ToldName>(["implant", "description", "policeCase"]);

const valueIn = (name: ToldName, answer: Answer<string | ReadonlyArray<string>>): FhirObject => {
  if (answer.is === "unknown") return absentReason("asked-unknown");
  if (answer.is === "none") return { valueCodeableConcept: { coding: [coding(systems.code, "none")], text: "None" } };
  const { value } = answer;
  if (words.has(name)) return typeof value === "string" && fhirText(value) !== undefined ? { valueString: fhirText(value) } : absentReason("unknown");
  const codes = typeof value === "string" ? [value] : value;
  return codes.length === 0 ? absentReason("unknown") : { valueCodeableConcept: { coding: codes.map((code) => coding(systems.code, code)), text: codes.join(", ") } };
};
