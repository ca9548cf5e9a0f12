// What the other resources of a FHIR file say of its patients: where they are, and what they do not bear (SNF1, SNF2).
import { asList, asObject, asText, type Raw } from "./fhir-json.ts";

/** By how a patient is referred to: "Patient/1", or the entry's own address. */
export type ByPatient<T> = ReadonlyMap<string, T>;

export interface Whereabouts {
  readonly place: string;
  readonly since: string;
}

const isOfType = (type: string) => ({ resourceType }: Raw): boolean => resourceType === type;

/**
 * As it is written, whichever version is meant. A whole address is that patient's and nobody else's: "Patient/1" of another house
 * must not get this one's allergies. null: of nobody.
 */
const patientIn = (reference: unknown): string | null => asText(asObject(reference)["reference"]).replace(/\/_history\/.*$/u, "") || null;

const goesOn = ["arrived", "triaged", "in-progress", "onleave"];

export const whereabouts = (resources: ReadonlyArray<Raw>): ByPatient<Whereabouts> => {
  const names = new Map(resources.filter(isOfType("Location")).map((one) => [`Location/${asText(one["id"])}`, asText(one["name"])]));
  const found = new Map<string, Whereabouts>();
  const encounters = resources.filter((one) => isOfType("Encounter")(one) && goesOn.includes(asText(one["status"])));
  // Of several that go on the one begun last says where they are now.
  for (const encounter of encounters.toSorted((a, b) => (sinceOf(a) < sinceOf(b) ? -1 : 1))) {
    const told = { place: placeOf(encounter, names), since: sinceOf(encounter) };
    const patient = patientIn(encounter["subject"]);
    if (patient !== null) found.set(patient, told);
  }
  return found;
};

const sinceOf = (encounter: Raw): string => asText(asObject(encounter["period"])["start"]);

const placeOf = (encounter: Raw, names: ReadonlyMap<string, string>): string => {
  const locations = asList(encounter["location"]).map(asObject);
  const now = locations.filter(({ status }) => status === "active").at(-1) ?? locations.filter(({ status }) => status !== "completed").at(-1);
  const location = asObject(now?.["location"]);
  const house = asObject(encounter["serviceProvider"]);
  return asText(location["display"]) || (names.get(asText(location["reference"])) ?? "") || asText(house["display"]);
};

const over = ["inactive", "resolved", "refuted", "entered-in-error"];
/** None known of any kind: SNOMED CT, and the IPS's own. */
const noneKnown = ["716186003", "no-known-allergies"];
/**
 * Those that say less: none known of medicines, food, surroundings, insects or latex, or nobody knows. They name nothing and
 * must not be read as "none known".
 */
const saysNothing = [
  "409137002", "429625007", "428607008", "428197003", "716184000",
  "no-known-medication-allergies", "no-known-food-allergies", "no-known-environmental-allergies", "no-allergy-info",
];

/** Of one patient. */
export interface ToldAllergies {
  readonly entries: ReadonlyArray<string>;
  readonly isNone: boolean;
  /** How many that stand could not be named. */
  readonly unnamed: number;
}

export const allergiesOf = (resources: ReadonlyArray<Raw>): ByPatient<ToldAllergies> => {
  const found = new Map<string, ToldAllergies>();
  for (const allergy of resources.filter(isOfType("AllergyIntolerance"))) {
    if ([...codesOf(allergy["clinicalStatus"]), ...codesOf(allergy["verificationStatus"])].some((code) => over.includes(code))) continue;
    const patient = patientIn(allergy["patient"]);
    const codes = codesOf(allergy["code"]);
    if (patient === null || codes.some((code) => saysNothing.includes(code))) continue;
    const { entries, isNone, unnamed } = found.get(patient) ?? { entries: [], isNone: false, unnamed: 0 };
    const text = nameOf(allergy["code"]);
    if (codes.some((code) => noneKnown.includes(code))) found.set(patient, { entries, isNone: true, unnamed });
    else found.set(patient, text === "" ? { entries, isNone, unnamed: unnamed + 1 } : { entries: [...entries, text], isNone, unnamed });
  }
  return found;
};

/** In words; where there are none, the code itself: somebody can look it up. */
const nameOf = (concept: unknown): string => {
  const codings = asList(asObject(concept)["coding"]).map(asObject);
  const words = [asText(asObject(concept)["text"]), ...codings.map(({ display }) => asText(display)), ...codings.map(({ code }) => asText(code))];
  return words.find((one) => one.trim() !== "") ?? "";
};

const codesOf = (concept: unknown): ReadonlyArray<string> => asList(asObject(concept)["coding"]).map((coding) => asText(asObject(coding)["code"]));
