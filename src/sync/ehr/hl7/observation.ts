/**
 * What was found, as OBX: one for each value, made of the very Observation that goes out as FHIR.
 *
 * - HLO1 The code is the LOINC of the FHIR Observation where it has one, then SNOMED CT, then ours; a second stands beside it.
 * - HLO2 A number is NM with its UCUM unit; a choice is CE, words are TX; what was asked in vain is OBX-11 `X` and has no value.
 * - HLO3 OBX-14 is when it was found and OBX-16 who found it. Parts of one value share its OBX-4.
 * - HLO4 Remarks, and who told it, follow as NTE.
 */
import { systems } from "../fhir/systems.ts";
import type { FhirObject } from "../fhir/json.ts";
import { listIn, numberIn, objectIn, textIn } from "./read-fhir.ts";
import { segment, type Fields, type Segment } from "./segment.ts";
import type { Hl7Source } from "./source.ts";
import { hl7Time } from "./values.ts";
import { components, hl7Text, nothing, plain, repeated, type Written } from "./text.ts";

/** Without its place in the message, which it is given at the end. */
export type Obx = Fields & { readonly notes: ReadonlyArray<string> };

/** `place`: of the value in its message, from 1. */
export const obxOf = (resource: FhirObject, place: number, who: Written, source: Hl7Source): ReadonlyArray<Obx> => {
  const time = Date.parse(textIn(resource, "effectiveDateTime") ?? "");
  const about: Fields = { 4: plain(String(place)), 14: Number.isNaN(time) ? nothing : hl7Time(time, source), 16: who, 17: methodOf(resource) };
  const parts = listIn(resource, "component");
  const whole = valueOf(resource) === null && parts.length > 0 && listIn(objectIn(resource, "dataAbsentReason"), "coding").length === 0 ? [] : [fieldsOf(resource, about)];
  const all = [...whole, ...parts.map((part) => fieldsOf(part, about))];
  return all.map((fields, at) => ({ ...fields, notes: at === 0 ? notesOf(resource) : [] }));
};

export const obxSegments = (all: ReadonlyArray<Obx>): ReadonlyArray<Segment> =>
  all.flatMap(({ notes, ...fields }, at) => [
    segment("OBX", { ...fields, 1: plain(String(at + 1)) }),
    ...notes.map((text, place) => segment("NTE", { 1: plain(String(place + 1)), 3: hl7Text(text) })),
  ]);

/** CE of the first two codes that a receiver may know. */
export const codeOf = (concept: FhirObject | undefined): Written => {
  const text = textIn(concept, "text");
  const known = listIn(concept, "coding").toSorted((a, b) => rank(a) - rank(b)).slice(0, 2);
  if (known.length === 0) return components(nothing, hl7Text(text));
  return components(...known.flatMap((one, at) => [hl7Text(textIn(one, "code")), hl7Text((at === 0 ? text : undefined) ?? textIn(one, "display") ?? text), hl7Text(systemName(one))]));
};

const names: { readonly [system: string]: string } = { [systems.loinc]: "LN", [systems.snomed]: "SCT", [systems.atc]: "ATC", [systems.icpc2]: "ICPC", [systems.icd10]: "I10" };
const scalePrefix = systems.triageScale("");

const systemName = (coding: FhirObject): string => {
  const system = textIn(coding, "system") ?? "";
  return names[system] ?? (system.startsWith(scalePrefix) ? `99${system.slice(scalePrefix.length)}` : "99VAKTBOK");
};

const rank = (coding: FhirObject): number => ["LN", "SCT"].indexOf(systemName(coding)) + 1 || 3;

const fieldsOf = (resource: FhirObject, about: Fields): Fields => {
  const value = valueOf(resource);
  const code = codeOf(objectIn(resource, "code"));
  return value === null ? { ...about, 3: code, 11: plain("X") } : { ...about, 2: plain(value.type), 3: code, 5: value.written, 6: value.unit, 11: plain("F") };
};

interface Value {
  readonly type: "NM" | "CE" | "TX";
  readonly written: Written;
  readonly unit: Written;
}

const valueOf = (resource: FhirObject): Value | null => {
  const quantity = objectIn(resource, "valueQuantity");
  const number = numberIn(quantity, "value") ?? numberIn(resource, "valueInteger");
  if (number !== undefined) return { type: "NM", written: plain(String(number)), unit: unitOf(quantity) };
  const concept = objectIn(resource, "valueCodeableConcept");
  if (concept !== undefined) return { type: "CE", written: choicesOf(concept), unit: nothing };
  const text = textIn(resource, "valueString");
  return text === undefined ? null : { type: "TX", written: hl7Text(text), unit: nothing };
};

/** Several codes of one system are several answers; of two systems they say the same. */
const choicesOf = (concept: FhirObject): Written => {
  const codes = listIn(concept, "coding");
  return new Set(codes.map(systemName)).size === codes.length ? codeOf(concept) : repeated(codes.map((one) => components(hl7Text(textIn(one, "code")), hl7Text(textIn(one, "display") ?? textIn(one, "code")), hl7Text(systemName(one)))));
};

const unitOf = (quantity: FhirObject | undefined): Written =>
  quantity === undefined ? nothing : components(hl7Text(textIn(quantity, "code")), hl7Text(textIn(quantity, "unit")), plain("UCUM"));

const methodOf = (resource: FhirObject): Written => {
  const text = textIn(objectIn(resource, "method"), "text");
  return text === undefined ? nothing : components(nothing, hl7Text(text));
};

const notesOf = (resource: FhirObject): ReadonlyArray<string> =>
  [...listIn(resource, "interpretation"), ...listIn(resource, "note")].flatMap((one) => textIn(one, "text") ?? []);
