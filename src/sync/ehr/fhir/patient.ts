/**
 * The person of a visit, as far as anybody there knew them.
 *
 * - FPA1 The temporary number is an identifier of use `temp`, in a system of the ward's own.
 * - FPA2 A national number has its official system only when its check holds for the day it was told; otherwise it stands as text.
 * - FPA3 A number made for tests has its official system only in a drill.
 * - FPA4 Not asked, asked and unknown, and none are three data-absent-reasons.
 * - FPA5 An age is no date of birth: it goes as an observation, and the date stays absent.
 * - FPA6 Names, numbers and other words that devices disagree about are all there.
 * - FPA7 Phone, address, next of kin, language and general practitioner stand as they were told, in FHIR's own fields for them.
 * - FPA8 Of visits that are one, every temporary number is there, and each patient that may have gone out before is named as replaced.
 * - FPA9 Who has no name goes under the alias that people call them by, use `anonymous`, with why the name is absent.
 */
import { readNationalNumber } from "#core/identity/national-number.ts";
import { valueOf, type Answer } from "#core/answer.ts";
import type { DetailName, TextName } from "#core/visit/details.ts";
import { answerOf, phaseOf, type Visit } from "#core/visit/visit.ts";
import type { EpochMs } from "#core/time.ts";
import { absent, coding, fhirDate, fhirText, type FhirObject, type FhirValue } from "./json.ts";
import { aliasOf, aliasPrefix } from "#core/identity/alias.ts";
import { numbersOf as numbersOfVisit } from "#projections/by-number.ts";
import { keyOf, type FhirSource, type VisitPlan } from "./plan.ts";
import { unsureFields } from "./saying.ts";
import { nationalNumberSystems, systems } from "./systems.ts";

export const patientOf = ({ visit, anchor, replaced }: VisitPlan, source: FhirSource): FhirObject => {
  const phase = phaseOf(visit);
  const texts = (name: TextName): ReadonlyArray<string> => textsOf(visit, name).map(({ text }) => text);
  const [address, municipality] = [texts("address"), texts("municipality")];
  return {
    resourceType: "Patient",
    extension: [...interpreterOf(visit), ...unsureFields(visit, patientFields)],
    identifier: [
      { system: systems.recordId, value: keyOf(anchor, "patient") },
      ...temporaryNumbers(visit, source),
      ...numbersOf(visit, source),
    ],
    name: namesOf(visit),
    telecom: texts("phone").map((value) => ({ system: "phone", value })),
    ...genderOf(visit),
    ...birthOf(visit),
    deceasedBoolean: phase.is === "left" && phase.how === "died" ? true : undefined,
    address: Array.from({ length: Math.max(address.length, municipality.length) }, (_, place) => ({ text: address[place], district: municipality[place] })),
    contact: texts("nextOfKin").map((text) => ({ relationship: [{ coding: [coding(systems.hl7("v2-0131"), "N", "Next-of-Kin")] }], name: { text } })),
    communication: texts("language").map((text) => ({ language: { text } })),
    generalPractitioner: texts("gp").map((display) => ({ type: "Practitioner", display })),
    link: replaced.map((key) => ({ other: { type: "Patient", identifier: { system: systems.recordId, value: keyOf(key, "patient") } }, type: "replaces" })),
  };
};

/** The one that goes on first. */
export const temporaryNumbers = (visit: Visit, { wardId }: FhirSource): ReadonlyArray<FhirObject> => {
  const numbers = numbersOfVisit(visit).map(fhirText).filter((number) => number !== undefined);
  return (numbers.length === 0 ? [undefined] : numbers).map((value) => ({ use: "temp", system: systems.temporaryNumber(wardId), value }));
};

/** null when there is a value. */
export const absenceOf = (answer: Answer<unknown> | undefined): FhirObject | null => {
  if (answer === undefined) return absent("not-asked");
  switch (answer.is) {
    case "unknown":
      return absent("asked-unknown");
    case "none":
      return absent("not-applicable");
    case "known":
      return null;
  }
};

/** Everything that stands for one question, told and not told. */
const claimsOf = <K extends DetailName>(visit: Visit, name: K): ReadonlyArray<{ readonly answer: Answer<unknown>; readonly atMs: EpochMs }> =>
  visit.heard[name]?.map(({ value, atMs }) => ({ answer: value, atMs })) ?? [];

export const textsOf = (visit: Visit, name: TextName): ReadonlyArray<{ readonly text: string; readonly atMs: EpochMs }> => {
  const said = claimsOf(visit, name).flatMap(({ answer, atMs }) => {
    const text = fhirText(typeof valueOf(answer) === "string" ? String(valueOf(answer)) : null);
    return text === undefined ? [] : [{ text, atMs }];
  });
  return said.filter(({ text }, place) => said.findIndex((other) => other.text === text) === place);
};

/** Those that stand in Patient itself. */
const patientFields = ["name", "nationalNumber", "born", "sex", "phone", "address", "municipality", "nextOfKin", "language", "interpreter", "gp"] as const satisfies ReadonlyArray<DetailName>;

const interpreterOf = (visit: Visit): ReadonlyArray<FhirObject> => {
  const answer = valueOf(answerOf(visit, "interpreter"));
  return answer === null ? [] : [{ url: "http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired", valueBoolean: answer === "yes" }];
};

const namesOf = (visit: Visit): ReadonlyArray<FhirObject> => {
  const names = textsOf(visit, "name").map(({ text }): FhirObject => ({ text }));
  if (names.length > 0) return names;
  const why = absenceOf(answerOf(visit, "name")) ?? absent("unknown");
  const alias = visit.number === null ? null : aliasOf(visit.number);
  // An extension beside a text that is there tells that the text is no name.
  return [alias === null ? { _text: why } : { use: "anonymous", text: `${aliasPrefix} ${alias}`, _text: why }];
};

const numbersOf = (visit: Visit, source: FhirSource): ReadonlyArray<FhirObject> => {
  const numbers = textsOf(visit, "nationalNumber").map(({ text, atMs }) => numberOf(text, atMs, source.isDrill));
  if (numbers.length > 0) return numbers;
  const why = absenceOf(answerOf(visit, "nationalNumber")) ?? absent("unknown");
  // Without a system: the national slices ask for a value.
  return [{ type: { coding: [{ system: systems.hl7("v2-0203"), code: "NI" }] }, _value: why }];
};

const numberOf = (text: string, atMs: EpochMs, isDrill: boolean): FhirObject => {
  const { kind, digits, synthetic, checked } = readNationalNumber(text, atMs);
  if (kind === "unrecognised" || checked !== "ok") return { type: { text: `identity number as told, not verified: ${checked}` }, value: text };
  if (kind === "hNumber") return { type: { text: "H-number; only the house that gave it knows it" }, value: digits };
  if (synthetic !== "no" && !isDrill) return { type: { text: "identity number made for tests" }, value: digits };
  return { use: "official", system: nationalNumberSystems[kind], value: digits };
};

const genderOf = (visit: Visit): { readonly [name: string]: FhirValue } => {
  const answer = answerOf(visit, "sex");
  if (answer?.is === "known") return { gender: answer.value };
  return answer?.is === "unknown" ? { gender: "unknown" } : { _gender: absenceOf(answer) ?? undefined };
};

const birthOf = (visit: Visit): { readonly [name: string]: FhirValue } => {
  const answer = answerOf(visit, "born");
  const born = valueOf(answer);
  if (born?.is === "age") return { _birthDate: absent("asked-unknown") };
  if (born === null) return { _birthDate: absenceOf(answer) ?? absent("unknown") };
  const told = born.is === "date" ? fhirDate(born.date) : born.year >= 1 && born.year <= 9999 ? String(born.year).padStart(4, "0") : undefined;
  return told === undefined ? { _birthDate: absent("error") } : { birthDate: told };
};
