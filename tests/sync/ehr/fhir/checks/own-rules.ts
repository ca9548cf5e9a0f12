/** What no validator of the shelf says: our keys, our order, Norwegian numbers, zones, empties and loose references. */
import { dnr, fnr } from "@navikt/fnrvalidator";

export type Json = string | number | boolean | null | ReadonlyArray<Json> | JsonObject;
export interface JsonObject {
  readonly [name: string]: Json | undefined;
}

export const ownFaults = (bundle: unknown): ReadonlyArray<string> => {
  const json = bundle as JsonObject;
  const entries = list(json["entry"]);
  return [
    ...everywhere(json, "Bundle"),
    ...entries.flatMap((entry, place) => entryFaults(entry, place)),
    ...wholeFaults(json, entries),
  ];
};

export const object = (value: Json | undefined): JsonObject => (typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : {});
export const list = (value: Json | undefined): ReadonlyArray<JsonObject> => (Array.isArray(value) ? (value as ReadonlyArray<Json>).map(object) : []);
export const text = (value: Json | undefined): string => (typeof value === "string" ? value : "");

const choices = ["value", "effective", "occurred", "deceased", "multipleBirth", "onset", "abatement"];

/** Of every value in the tree. */
export const everywhere = (value: Json | undefined, at: string): ReadonlyArray<string> => {
  if (value === null || value === "" || value === undefined) return [`empty at ${at}`];
  if (typeof value === "string") return textFaults(value).map((fault) => `${fault} at ${at}`);
  if (typeof value !== "object") return [];
  if (Array.isArray(value)) return value.length === 0 ? [`empty list at ${at}`] : (value as ReadonlyArray<Json>).flatMap((item, place) => everywhere(item, `${at}[${place}]`));
  const fields = Object.entries(value);
  if (fields.length === 0) return [`empty object at ${at}`];
  const doubled = choices.filter((choice) => fields.filter(([name]) => new RegExp(`^${choice}[A-Z]`).test(name)).length > 1);
  return [...doubled.map((choice) => `two of ${choice}[x] at ${at}`), ...identifierFaults(value as JsonObject, at), ...fields.flatMap(([name, inner]) => everywhere(inner, `${at}.${name}`))];
};

const textFaults = (value: string): ReadonlyArray<string> => {
  const [, date = ""] = /^(\d{4}-\d\d-\d\d)(?:T|$)/.exec(value) ?? [];
  const isDay = date === "" || (!Number.isNaN(Date.parse(date)) && new Date(date).toISOString().startsWith(date));
  return [
    ...(isDay ? [] : ["no such day"]),
    ...(/^\d{4}-\d\d-\d\dT(?!.*(Z|[+-]\d\d:\d\d)$)/.test(value) ? ["time without zone"] : []),
    ...(value.trim() === "" || Array.from(value).some((character) => character < "\t") || !value.isWellFormed() ? ["not a FHIR string"] : []),
  ];
};

const norwegian: { readonly [system: string]: (value: string) => boolean } = {
  "urn:oid:2.16.578.1.12.4.1.4.1": (value) => /^[0-3]/.test(value) && fnr(value).status === "valid",
  "urn:oid:2.16.578.1.12.4.1.4.2": (value) => /^[4-7]/.test(value) && dnr(value).status === "valid",
  "urn:oid:2.16.578.1.12.4.1.4.3": (value) => /^[89]\d{10}$/.test(value),
  "urn:oid:2.16.578.1.12.4.1.4.4": (value) => /^\d{1,9}$/.test(value),
  "urn:oid:2.16.578.1.12.4.1.4.5": (value) => /^\d{12}$/.test(value),
};

/** Volven 9602: of its kinds of document, the journal note. ICPC-2 and ICD-10 as they are written. */
const codes: { readonly [system: string]: RegExp } = {
  "urn:oid:2.16.578.1.12.4.1.1.9602": /^B02-2$/,
  "urn:oid:2.16.578.1.12.4.1.1.7170": /^[A-Z]\d\d$/,
  "urn:oid:2.16.578.1.12.4.1.1.7110": /^[A-Z]\d\d(\.?\d{1,2})?$/,
};

const identifierFaults = (value: JsonObject, at: string): ReadonlyArray<string> => {
  const system = text(value["system"]);
  if (!system.startsWith("urn:oid:2.16.578")) return [];
  if (codes[system] !== undefined) return codes[system].test(text(value["code"])) ? [] : [`not a code of ${system} at ${at}`];
  const check = norwegian[system];
  if (check === undefined) return [`no Norwegian number system ${system} at ${at}`];
  return check(text(value["value"])) ? [] : [`not a number of ${system} at ${at}`];
};

const entryFaults = (entry: JsonObject, place: number): ReadonlyArray<string> => {
  const [resource, request] = [object(entry["resource"]), object(entry["request"])];
  const type = text(resource["resourceType"]);
  const at = `entry ${place} (${type})`;
  const key = /^(identifier|_tag)=(https:\/\/vaktbok\.no\/fhir\/record-id)\|(\S+)$/.exec(text(request["ifNoneExist"]));
  const own = key?.[1] === "_tag" ? list(object(resource["meta"])["tag"]).map(({ system, code }) => `${text(system)}|${text(code)}`) : [resource["identifier"] ?? []].flat().map(object).map(({ system, value }) => `${text(system)}|${text(value)}`);
  return [
    ...(text(request["method"]) === "POST" && text(request["url"]) === type ? [] : [`not a create at ${at}`]),
    ...(key === null ? [`no ifNoneExist of ours at ${at}`] : own.includes(`${key[2]}|${key[3]}`) ? [] : [`ifNoneExist is not the resource's own key at ${at}`]),
    ...(/(?<!\d)\d{11}(?!\d)/.test(text(request["ifNoneExist"]).replace(/[0-9a-f]{64}/g, "")) ? [`a national number in the key at ${at}`] : []),
    ...(resource["id"] === undefined ? [] : [`a server's id at ${at}`]),
    ...(type === "Provenance" && (resource["occurredDateTime"] === undefined || resource["recorded"] === undefined) ? [`happened or written is missing at ${at}`] : []),
    ...(type === "Observation" && (resource["effectiveDateTime"] === undefined || resource["issued"] === undefined) ? [`happened or written is missing at ${at}`] : []),
  ];
};

const wholeFaults = (bundle: JsonObject, entries: ReadonlyArray<JsonObject>): ReadonlyArray<string> => {
  const urls = entries.map(({ fullUrl }) => text(fullUrl));
  const types = entries.map(({ resource }) => text(object(resource)["resourceType"]));
  const loose = references(bundle).filter((reference) => reference.startsWith("urn:") && !urls.includes(reference));
  const drills = entries.map(({ resource }) => list(object(object(resource)["meta"])["tag"]).some(({ code }) => code === "HTEST"));
  return [
    ...(bundle["type"] === "transaction" ? [] : ["not a transaction"]),
    ...(entries.length > 8 ? [`${entries.length} entries`] : []),
    ...(types[0] === "Patient" && types[1] === "Encounter" ? [] : ["Patient and Encounter do not come first"]),
    ...urls.filter((url, place) => !/^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(url) || urls.indexOf(url) !== place).map((url) => `wrong or doubled fullUrl ${url}`),
    ...loose.map((reference) => `nothing here is ${reference}`),
    ...(new Set(drills).size > 1 ? ["only part of it is marked as a drill"] : []),
  ];
};

export const references = (value: Json | undefined): ReadonlyArray<string> => {
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return (value as ReadonlyArray<Json>).flatMap(references);
  return Object.entries(value).flatMap(([name, inner]) => (name === "reference" && typeof inner === "string" ? [inner] : references(inner as Json)));
};
