/**
 * What was measured, each value an Observation of its own as receivers know it: LOINC, and SNOMED CT where HL7 Norway's
 * VkpObservation has it; units in UCUM.
 *
 * - FVI1 A pressure is one Observation of two components; one that is not known has a reason instead of a value.
 * - FVI2 NEWS2 is sent only when all seven parts are there and it is for this patient; its parts go with it.
 * - FVI3 Who told a value that was not measured here, and that a weight was estimated, is the method.
 * - FVI4 A remark goes with the first value of the look, or alone where there is none.
 */
import { gcsParts, gcsTotal, measures, type Found, type GcsPart, type MeasureName } from "#core/clinical/found.ts";
import { news2Parts, type News2Part } from "#core/clinical/news2.ts";
import type { Visit } from "#core/visit/visit.ts";
import { scoresOf } from "#projections/looks.ts";
import type { EpochMs } from "#core/time.ts";
import { coding, fhirText, type FhirObject } from "./json.ts";
import type { Part } from "./plan.ts";
import { systems } from "./systems.ts";

/** What differs from one Observation of a look to the next. */
export interface Vital {
  readonly part: Part;
  readonly category: "vital-signs" | "survey" | "laboratory" | "social-history";
  /** Its code and its value; an `effectiveDateTime` where it is not that of the record. */
  readonly body: FhirObject;
}

export const vitalsOf = (found: Found, visit: Visit, atMs: EpochMs): ReadonlyArray<Vital> => {
  const vitals = [...valuesOf(found), ...pressureOf(found), ...breathingOf(found), ...consciousnessOf(found), ...gcsOf(found), ...news2Of(found, visit, atMs)];
  const remark = fhirText(found.remark);
  const all: ReadonlyArray<Vital> = vitals.length > 0 || remark === undefined ? vitals : [{ part: "found-remark", category: "survey", body: { code: ours("remark", "Remark"), valueString: remark } }];
  return all.map((vital, place) => ({
    ...vital,
    body: { ...vital.body, method: methodOf(found, vital.part === "found-weightKg"), ...(place === 0 && remark !== undefined && vitals.length > 0 ? { note: [{ text: remark }] } : {}) },
  }));
};

interface Code {
  readonly loinc: ReadonlyArray<string>;
  readonly snomed?: string;
  readonly text: string;
  readonly category: Vital["category"];
}

const codes: { readonly [M in Exclude<MeasureName, "systolicMmHg" | "diastolicMmHg">]: Code } = {
  respirationPerMin: { loinc: ["9279-1"], snomed: "86290005", text: "Respiratory rate", category: "vital-signs" },
  // FHIR's own profile asks for the first, most senders of pulse oximetry give the second.
  spo2Pct: { loinc: ["2708-6", "59408-5"], snomed: "431314004", text: "Oxygen saturation", category: "vital-signs" },
  oxygenLPerMin: { loinc: ["3151-8"], text: "Inhaled oxygen flow rate", category: "vital-signs" },
  pulsePerMin: { loinc: ["8867-4"], snomed: "364075005", text: "Heart rate", category: "vital-signs" },
  tempC: { loinc: ["8310-5"], snomed: "276885007", text: "Body temperature", category: "vital-signs" },
  painOf10: { loinc: ["72514-3"], text: "Pain, 0-10", category: "survey" },
  glucoseMmolL: { loinc: ["14743-9"], text: "Glucose, capillary", category: "laboratory" },
  weightKg: { loinc: ["29463-7"], snomed: "27113001", text: "Body weight", category: "vital-signs" },
};
// Object.keys knows no more than strings; the list is the very table above.
const coded = Object.keys(codes) as ReadonlyArray<keyof typeof codes>;

const pressureCodes = { systolicMmHg: "8480-6", diastolicMmHg: "8462-4" } as const;
export const gcsLoinc = "9269-2";

/** The code that a measure is sent under; of several the first. */
export const loincOf = (name: MeasureName): string => (name === "systolicMmHg" || name === "diastolicMmHg" ? pressureCodes[name] : (codes[name].loinc[0] ?? ""));

const valuesOf = ({ measured, spo2Scale }: Found): ReadonlyArray<Vital> =>
  coded.flatMap((name) => {
    const value = measured[name];
    if (value === undefined) return [];
    const { loinc, snomed, text, category } = codes[name];
    const code = { coding: [...loinc.map((one) => coding(systems.loinc, one)), ...(snomed === undefined ? [] : [coding(systems.snomed, snomed)])], text };
    const scale = name === "spo2Pct" && spo2Scale === 2 ? { interpretation: [ours("spo2-scale-2", "Target 88-92 %: NEWS2 SpO2 scale 2")] } : {};
    return [{ part: `found-${name}`, category, body: { code, ...scale, valueQuantity: quantity(value, name) } }];
  });

const pressureOf = ({ measured: { systolicMmHg, diastolicMmHg } }: Found): ReadonlyArray<Vital> => {
  if (systolicMmHg === undefined && diastolicMmHg === undefined) return [];
  const part = (loinc: string, text: string, value: number | undefined): FhirObject => ({
    code: { coding: [coding(systems.loinc, loinc)], text },
    ...(value === undefined ? { dataAbsentReason: absence("not-performed") } : { valueQuantity: quantity(value, "systolicMmHg") }),
  });
  const code = { coding: [coding(systems.loinc, "85354-9"), coding(systems.snomed, "75367002")], text: "Blood pressure" };
  const component = [part(pressureCodes.systolicMmHg, "Systolic blood pressure", systolicMmHg), part(pressureCodes.diastolicMmHg, "Diastolic blood pressure", diastolicMmHg)];
  return [{ part: "found-pressure", category: "vital-signs", body: { code, component } }];
};

const breathingOf = ({ breathing }: Found): ReadonlyArray<Vital> =>
  breathing === undefined ? [] : [{ part: "found-breathing", category: "survey", body: { code: ours("breathing", "Air or oxygen"), valueCodeableConcept: ours(`breathing-${breathing}`, breathing) } }];

const consciousnessOf = ({ consciousness }: Found): ReadonlyArray<Vital> => {
  if (consciousness === undefined) return [];
  const code = { coding: [coding(systems.snomed, "1104441000000107"), coding(systems.code, "acvpu")], text: "ACVPU" };
  return [{ part: "found-consciousness", category: "survey", body: { code, valueCodeableConcept: { coding: [coding(systems.acvpu, consciousness)], text: awake[consciousness] } } }];
};

const awake = { A: "Alert", C: "New confusion", V: "Responds to voice", P: "Responds to pain", U: "Unresponsive" } as const;

const gcsCodes: { readonly [P in GcsPart]: readonly [loinc: string, text: string] } = { eye: ["9267-6", "Eye opening"], verbal: ["9270-0", "Verbal response"], motor: ["9268-4", "Motor response"] };

const gcsOf = ({ gcs }: Found): ReadonlyArray<Vital> => {
  if (gcs === undefined) return [];
  const total = gcsTotal(gcs);
  const component = gcsParts.map((part) => {
    const [loinc, text] = gcsCodes[part];
    const points = gcs[part];
    return { code: { coding: [coding(systems.loinc, loinc)], text }, ...(points === "NT" ? { dataAbsentReason: absence("not-performed") } : { valueQuantity: score(points) }) };
  });
  const sum = total === null ? { dataAbsentReason: absence("not-performed") } : { valueQuantity: score(total) };
  return [{ part: "found-gcs", category: "survey", body: { code: { coding: [coding(systems.loinc, gcsLoinc)], text: "Glasgow coma score" }, ...sum, component } }];
};

/** HL7 Norway, VkpObservation. The code of SpO2 on scale 1 stands in none of its examples: it goes by our own. */
const news2Codes: { readonly [P in Exclude<News2Part, "spo2">]: string } = {
  respiration: "1104301000000104", breathing: "1104331000000105", systolic: "1104341000000101", pulse: "1104351000000103", consciousness: "1104361000000100", temp: "1104371000000107",
};
const spo2Scale2Code = "1104321000000108";

const news2Of = (found: Found, visit: Visit, atMs: EpochMs): ReadonlyArray<Vital> => {
  const { fit, news2 } = scoresOf(visit, found, atMs);
  if (news2?.is !== "complete" || fit !== "fits") return [];
  const component = news2Parts.map((part) => {
    const snomed = part === "spo2" ? (found.spo2Scale === 2 ? [coding(systems.snomed, spo2Scale2Code)] : []) : [coding(systems.snomed, news2Codes[part])];
    return { code: { coding: [...snomed, coding(systems.code, `news2-${part}`)], text: `NEWS2 ${part}` }, valueInteger: news2.points[part] };
  });
  return [{ part: "found-news2", category: "survey", body: { code: { coding: [coding(systems.snomed, "1104051000000101")], text: "NEWS2 (RCP 2017)" }, valueInteger: news2.total, component } }];
};

const methodOf = ({ by, weightIs }: Found, isWeight: boolean): FhirObject | undefined => {
  const isGuess = isWeight && weightIs !== undefined;
  const told = [...(by === undefined ? [] : [coding(systems.foundBy, by)]), ...(isGuess ? [coding(systems.code, "weight-estimated")] : [])];
  return told.length === 0 ? undefined : { coding: told, text: [by === undefined ? "" : `source: ${by}`, isGuess ? "weight estimated" : ""].filter((text) => text !== "").join(", ") };
};

const ours = (code: string, text: string): FhirObject => ({ coding: [coding(systems.code, code)], text });
const absence = (code: string): FhirObject => ({ coding: [coding(systems.hl7("data-absent-reason"), code)] });
const quantity = (value: number, name: MeasureName): FhirObject => ({ value, unit: measures[name].sign, system: systems.ucum, code: measures[name].unit });
const score = (value: number): FhirObject => ({ value, unit: "score", system: systems.ucum, code: "{score}" });
