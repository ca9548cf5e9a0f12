/**
 * The person, as PID and what stands beside it.
 *
 * - HLP1 A national number stands in PID-3 under its official OID, only when its check holds (FPA2, FPA3) and it is the only one;
 *   every other is an OBX that says why it is not the person's number.
 * - HLP2 The temporary number stands in PID-3, as PI, only where nothing better names the patient: no target gets a patient of ours
 *   beside one that it knows.
 * - HLP3 A name is one text here. It is the family name, with nothing guessed, unless the target wants its last word there.
 * - HLP4 Who has no name goes under the alias, as a pseudonym, with PID-31 `Y`.
 * - HLP5 What PID has no field for is told as OBX, so that nothing is lost in silence.
 */
import { numbersOf } from "#projections/by-number.ts";
import type { FhirObject } from "../fhir/json.ts";
import { patientOf } from "../fhir/patient.ts";
import type { VisitPlan } from "../fhir/plan.ts";
import { nationalNumberSystems } from "../fhir/systems.ts";
import { listIn, objectIn, textIn } from "./read-fhir.ts";
import { segment, type Segment } from "./segment.ts";
import type { Hl7Source } from "./source.ts";
import { coded, personNamed, temporaryId } from "./values.ts";
import { components, hl7Text, nothing, plain, repeated, subcomponents, type Written } from "./text.ts";

export interface Hl7Patient {
  readonly resource: FhirObject;
  /** PID-3, what names the patient to the target. */
  readonly ids: Written;
  /** What the patient is, or may have been, known as before. */
  readonly temporary: ReadonlyArray<Written>;
  /** "temporary": only by a number of ours. */
  readonly knownBy: "target" | "number" | "temporary";
  readonly unused: ReadonlyArray<FhirObject>;
}

export const hl7Patient = (plan: VisitPlan, source: Hl7Source): Hl7Patient => {
  const resource = patientOf(plan, source);
  const numbers = listIn(resource, "identifier").filter((one) => textIn(one, "value") !== undefined && isOfPerson(one));
  const official = numbers.filter((one) => authorities[textIn(one, "system") ?? ""] !== undefined);
  const [certain] = official.length === 1 ? official : [];
  const own = source.patient === null ? nothing : components(hl7Text(source.patient), nothing, nothing, subcomponents(hl7Text(source.target.patientAuthority)), plain("MR"));
  const known = [own, ...(certain === undefined ? [] : [nationalId(certain)])].filter((one) => one !== "");
  const temporary = numbersOf(plan.visit).map((number) => temporaryId(number, source));
  return {
    resource,
    ids: repeated(known.length > 0 ? known : temporary),
    temporary,
    knownBy: own !== "" ? "target" : known.length > 0 ? "number" : "temporary",
    unused: numbers.filter((one) => one !== certain),
  };
};

/** Our own key, and the temporary numbers, stand elsewhere. */
const isOfPerson = (identifier: FhirObject): boolean => textIn(identifier, "use") === "official" || objectIn(identifier, "type") !== undefined;

/** HL7 table 0203: NNNOR is Norway's national person number. */
const authorities: { readonly [system: string]: readonly [name: string, kind: "NNNOR" | "NI"] } = {
  [nationalNumberSystems.birthNumber]: ["FNR", "NNNOR"],
  [nationalNumberSystems.dNumber]: ["DNR", "NNNOR"],
  [nationalNumberSystems.sharedHelpNumber]: ["FHN", "NI"],
  [nationalNumberSystems.duf]: ["DUF", "NI"],
};

const nationalId = (identifier: FhirObject): Written => {
  const system = textIn(identifier, "system") ?? "";
  const [name, kind] = authorities[system] ?? ["", "NI"];
  return components(hl7Text(textIn(identifier, "value")), nothing, nothing, subcomponents(plain(name), plain(system.replace("urn:oid:", "")), plain("ISO")), plain(kind));
};

/** As it stands in a message about the person or the visit. */
export const pid = (patient: Hl7Patient, source: Hl7Source): Segment => {
  const { resource } = patient;
  return segment("PID", {
    ...identity(patient, source),
    11: repeated(listIn(resource, "address").map((one) => components(hl7Text(textIn(one, "text")), nothing, hl7Text(textIn(one, "district"))))),
    13: repeated(listIn(resource, "telecom").map((one) => hl7Text(textIn(one, "value")))),
    15: repeated(listIn(resource, "communication").slice(0, 1).map((one) => components(nothing, hl7Text(textIn(objectIn(one, "language"), "text"))))),
    30: resource["deceasedBoolean"] === true ? plain("Y") : nothing,
    31: isNameless(resource) ? plain("Y") : nothing,
  });
};

/** As it stands in every other message: enough to see that it is the right one. */
export const shortPid = (patient: Hl7Patient, source: Hl7Source): Segment => segment("PID", identity(patient, source));

export const besidePid = ({ resource }: Hl7Patient): ReadonlyArray<Segment> => [
  ...listIn(resource, "generalPractitioner").slice(0, 1).map((one) => segment("PD1", { 4: personNamed(textIn(one, "display")) })),
  ...listIn(resource, "contact").map((one, at) => segment("NK1", { 1: plain(String(at + 1)), 2: components(hl7Text(textIn(objectIn(one, "name"), "text"))), 3: coded("N", "Next-of-Kin", "HL70131") })),
];

/** What nothing in PID can say: name and words of each OBX. */
export const saidOfPerson = ({ resource, unused }: Hl7Patient): ReadonlyArray<readonly [code: string, name: string, value: string]> => [
  ...unused.map((one) => ["identity-number-as-told", textIn(objectIn(one, "type"), "text") ?? "one of several identity numbers", textIn(one, "value") ?? ""] as const),
  ...listIn(resource, "extension").flatMap((one): ReadonlyArray<readonly [string, string, string]> => {
    if (typeof one["valueBoolean"] === "boolean") return [["interpreter-required", "Interpreter required", one["valueBoolean"] ? "yes" : "no"]];
    const unsure = textIn(one, "valueCode");
    return unsure === undefined ? [] : [["unsure", "Answer that somebody was not sure of", unsure]];
  }),
  ...listIn(resource, "communication").slice(1).map((one) => ["language", "Another language", textIn(objectIn(one, "language"), "text") ?? ""] as const),
  ...listIn(resource, "generalPractitioner").slice(1).map((one) => ["general-practitioner", "Another general practitioner", textIn(one, "display") ?? ""] as const),
];

const identity = ({ resource, ids }: Hl7Patient, source: Hl7Source) => ({
  1: plain("1"),
  3: ids,
  5: repeated(listIn(resource, "name").map((name) => nameOf(name, source))),
  7: plain((textIn(resource, "birthDate") ?? "").replaceAll("-", "")),
  8: plain(sexes[textIn(resource, "gender") ?? ""] ?? ""),
});

const sexes: { readonly [gender: string]: string } = { male: "M", female: "F", other: "O", unknown: "U" };

const isNameless = (resource: FhirObject): boolean => listIn(resource, "name").every((name) => objectIn(name, "_text") !== undefined);

const nameOf = (name: FhirObject, { target }: Hl7Source): Written => {
  const text = textIn(name, "text") ?? "";
  // HL7 table 0200: S is a pseudonym, U is not specified.
  if (text === "" || textIn(name, "use") === "anonymous") return text === "" ? nothing : components(hl7Text(text), nothing, nothing, nothing, nothing, nothing, plain("S"));
  const [given, family] = target.names === "lastWord" ? lastWordOf(text) : ["", text];
  return components(hl7Text(family), hl7Text(given), nothing, nothing, nothing, nothing, plain("U"));
};

const lastWordOf = (text: string): readonly [given: string, family: string] => {
  const at = text.trimEnd().lastIndexOf(" ");
  return at === -1 ? ["", text] : [text.slice(0, at), text.slice(at + 1)];
};
