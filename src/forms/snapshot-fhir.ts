/**
 * Who is in the house, from FHIR R4: a Bundle, or one resource a line (NDJSON). docs/formats/snapshot.md says what is read.
 *
 * - SNF1 A Patient is a person; the contact that goes on (Encounter) says where they are, and AllergyIntolerance what they do not bear.
 * - SNF2 A patient that is no longer in use in the journal is left out and said; a contact that is over, an allergy that is refuted or
 *   resolved, says nothing.
 * - SNF3 The time of the list is the Bundle's own, and never when a patient was last written. A page of a longer answer is said to be one.
 * - SNF5 "None known" is said where the journal says it of allergies of every kind, and of nobody with an allergy that stands. One that
 *   has no name is said; one that has a code alone is its code.
 * - SNF4 Any text at all gives people or a fault; what is not FHIR is a fault of the file, and nothing throws.
 */
import { readNationalNumber } from "#core/identity/national-number.ts";
import { err, ok, type Result } from "#core/result.ts";
import type { EpochMs } from "#core/time.ts";
import { readDatedTime } from "./dated-time.ts";
import { asList, asObject, asText, type Raw } from "./fhir-json.ts";
import { allergiesOf, whereabouts, type ByPatient, type ToldAllergies, type Whereabouts } from "./snapshot-fhir-context.ts";
import { readToldPerson, type ReadPerson, type SnapshotMoment } from "./snapshot-person.ts";

export type SnapshotFhirFault = { readonly type: "NotFhir" | "NoPatients" };

export interface SnapshotResources {
  readonly people: ReadonlyArray<ReadPerson>;
  readonly asOfMs: EpochMs | null;
  /** There is more where it came from. */
  readonly isPartOfMore: boolean;
}

interface Entry {
  readonly resource: Raw;
  readonly fullUrl: string;
}

export const readSnapshotFhir = (text: string, at: SnapshotMoment): Result<SnapshotResources, SnapshotFhirFault> => {
  const roots = rootsOf(text);
  if (roots === null) return err({ type: "NotFhir" });
  const bundles = roots.filter(({ resourceType }) => resourceType === "Bundle");
  const entries = roots.flatMap(entriesIn);
  const patients = entries.flatMap((entry, place) => (entry.resource["resourceType"] === "Patient" ? [{ ...entry, row: place + 1 }] : []));
  if (patients.length === 0) return err({ type: entries.length === 0 && bundles.length === 0 ? "NotFhir" : "NoPatients" });
  const all = entries.map(({ resource }) => resource);
  const [places, allergies] = [whereabouts(all), allergiesOf(all)];
  return ok({
    people: patients.map(({ resource, fullUrl, row }) => readPatient(resource, row, { at, told: toldOf(resource, fullUrl, places, allergies) })),
    asOfMs: bundles.length === 1 ? timeOf(bundles[0] ?? {}, at) : null,
    isPartOfMore: bundles.some((bundle) => asList(bundle["link"]).some((link) => asObject(link)["relation"] === "next")) || (bundles.length === 1 && Number(bundles[0]?.["total"] ?? 0) > entries.length),
  });
};

/** One JSON of the whole, or one a line. */
const rootsOf = (text: string): ReadonlyArray<Raw> | null => {
  const bare = text.replace(/^\ufeff/u, "").trim();
  const whole = parsed(bare);
  if (whole !== null) return [whole];
  const lines = bare.split(/[\r\n]+/u).filter((line) => line.trim() !== "");
  const read = lines.map(parsed).filter((line) => line !== null);
  return lines.length < 2 || read.length < lines.length ? null : read;
};

const parsed = (text: string): Raw | null => {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === "object" && read !== null && !Array.isArray(read) ? asObject(read) : null;
  } catch {
    // Not JSON, or nested deeper than anything that a journal writes.
    return null;
  }
};

const entriesIn = (root: Raw): ReadonlyArray<Entry> => {
  if (root["resourceType"] !== "Bundle") return typeof root["resourceType"] === "string" ? [{ resource: root, fullUrl: "" }] : [];
  return asList(root["entry"]).map((entry) => ({ resource: asObject(asObject(entry)["resource"]), fullUrl: asText(asObject(entry)["fullUrl"]) }));
};

const timeOf = (bundle: Raw, at: SnapshotMoment): EpochMs | null => {
  const told = asText(bundle["timestamp"]) || asText(asObject(bundle["meta"])["lastUpdated"]);
  return told === "" ? null : readDatedTime(told, at);
};

interface Context {
  readonly where: Whereabouts | undefined;
  readonly allergies: ToldAllergies | undefined;
}

const toldOf = (patient: Raw, fullUrl: string, places: ByPatient<Whereabouts>, allergies: ByPatient<ToldAllergies>): Context => {
  const id = asText(patient["id"]);
  const keys = [fullUrl, id === "" ? "" : `Patient/${id}`];
  const of = <T>(by: ByPatient<T>): T | undefined => keys.map((key) => by.get(key)).find((one) => one !== undefined);
  return { where: of(places), allergies: of(allergies) };
};

const readPatient = (patient: Raw, row: number, { at, told: { where, allergies } }: { readonly at: SnapshotMoment; readonly told: Context }): ReadPerson => {
  const name = nameOf(patient);
  if (patient["active"] === false || asList(patient["link"]).some((link) => asObject(link)["type"] === "replaced-by")) {
    return { row, person: null, notes: [{ row, field: null, text: name.slice(0, 80), type: "NotActive" }] };
  }
  const read = readToldPerson(
    {
      name,
      nationalNumber: numberOf(patient, at.nowMs),
      // A month without its day tells no more than the year can carry here.
      born: asText(patient["birthDate"]).replace(/^(\d{4})-\d{2}$/u, "$1"),
      sex: asText(patient["gender"]),
      where: where?.place ?? "",
      admitted: where?.since ?? "",
      ...(allergies === undefined ? {} : { allergies: allergiesIn(allergies) }),
    },
    row,
    at,
  );
  const unnamed = allergies?.unnamed ?? 0;
  return read.person === null || unnamed === 0 ? read : { ...read, notes: [...read.notes, { row, field: "allergies", text: name.slice(0, 80), type: "AllergyUnnamed" }] };
};

/** One that stands and has no name makes "none known" untrue. */
const allergiesIn = ({ entries, isNone, unnamed }: ToldAllergies): string | ReadonlyArray<string> => (entries.length > 0 ? entries : isNone && unnamed === 0 ? "-" : "");

/** The register's own systems: birth, D- and shared help numbers. */
const numberSystems = ["urn:oid:2.16.578.1.12.4.1.4.1", "urn:oid:2.16.578.1.12.4.1.4.2", "urn:oid:2.16.578.1.12.4.1.4.3"];

const numberOf = (patient: Raw, nowMs: EpochMs): string => {
  const identifiers = asList(patient["identifier"]).map(asObject).filter(({ use }) => use !== "old");
  const told = identifiers.find(({ system }) => numberSystems.includes(asText(system)));
  // A journal's own number is no national number, unless it is written as one and holds as one.
  const holds = identifiers.find(({ value }) => readNationalNumber(asText(value), nowMs).checked === "ok" && asText(value).length === 11);
  return asText((told ?? holds)?.["value"]);
};

const uses = ["official", "usual", "", "temp", "anonymous", "nickname", "maiden", "old"];

const nameOf = (patient: Raw): string => {
  const names = asList(patient["name"]).map(asObject);
  const [best = {}] = names.toSorted((a, b) => uses.indexOf(asText(a["use"])) - uses.indexOf(asText(b["use"])));
  const given = asList(best["given"]).map(asText);
  const parts = [...given, asText(best["family"])].filter((part) => part !== "");
  return parts.length > 0 ? parts.join(" ") : asText(best["text"]);
};
