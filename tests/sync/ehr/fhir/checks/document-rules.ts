/** What no validator of the shelf says of a document: its order, its references, its marks of a drill, its text. */
import { everywhere, list, object, references, text, type Json, type JsonObject } from "./own-rules.ts";
import { fhirjsFaults } from "./fhirjs-check.ts";
import { invariantFaults } from "./invariant-check.ts";
import { medplumFaults } from "./medplum-check.ts";

export const documentFaults = (bundle: object): { readonly [by in "medplum" | "fhirjs" | "invariants" | "own"]: ReadonlyArray<string> } => ({
  medplum: medplumFaults(bundle),
  fhirjs: fhirjsFaults(bundle),
  // `htmlChecks()` of txt-1 and txt-2 is not in fhirpath, which finds every narrative wrong: divFaults looks at them instead.
  invariants: invariantFaults(bundle).filter((fault) => !/^txt-[12] /.test(fault)),
  own: ownDocumentFaults(bundle as JsonObject),
});

const ownDocumentFaults = (bundle: JsonObject): ReadonlyArray<string> => {
  const entries = list(bundle["entry"]);
  const urls = entries.map(({ fullUrl }) => text(fullUrl));
  const drills = entries.map(({ resource }) => list(object(object(resource)["meta"])["tag"]).some(({ code }) => code === "HTEST"));
  const reached = reachedFrom(urls[0] ?? "", new Map(entries.map(({ fullUrl, resource }) => [text(fullUrl), resource])));
  return [
    ...everywhere(bundle, "Bundle"),
    ...(bundle["type"] === "document" ? [] : ["not a document"]),
    ...(["Composition", "Patient", "Encounter", "Organization"].every((type, place) => object(entries[place]?.["resource"])["resourceType"] === type) ? [] : ["Composition, Patient, Encounter and Organization do not come first"]),
    ...entries.flatMap((entry, place) => (entry["request"] === undefined && object(entry["resource"])["id"] === undefined ? [] : [`a request or a server's id at entry ${place}`])),
    ...urls.filter((url, place) => !/^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(url) || urls.indexOf(url) !== place).map((url) => `wrong or doubled fullUrl ${url}`),
    ...references(bundle).filter((reference) => !urls.includes(reference)).map((reference) => `nothing here is ${reference}`),
    ...urls.filter((url) => !reached.has(url)).map((url) => `the composition does not reach ${url}`),
    ...(new Set(drills).size > 1 ? ["only part of it is marked as a drill"] : []),
    ...divsIn(bundle).flatMap((div) => divFaults(div)),
  ];
};

const reachedFrom = (first: string, byUrl: ReadonlyMap<string, Json | undefined>, seen: ReadonlySet<string> = new Set()): ReadonlySet<string> =>
  seen.has(first) ? seen : references(byUrl.get(first)).reduce((known, url) => reachedFrom(url, byUrl, known), new Set([...seen, first]) as ReadonlySet<string>);

const divsIn = (value: Json | undefined): ReadonlyArray<string> => {
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return (value as ReadonlyArray<Json>).flatMap(divsIn);
  return Object.entries(value).flatMap(([name, inner]) => (name === "div" && typeof inner === "string" ? [inner] : divsIn(inner as Json)));
};

/** Only paragraphs, bold and breaks, each closed; every other sign is text. */
const divFaults = (div: string): ReadonlyArray<string> => {
  const [, inside] = /^<div xmlns="http:\/\/www\.w3\.org\/1999\/xhtml" lang="(?:nb|nn|en)" xml:lang="(?:nb|nn|en)">(.*)<\/div>$/su.exec(div) ?? [];
  if (inside === undefined) return [`no div: ${div.slice(0, 60)}`];
  const rest = inside.replace(/<p>(?:<b>[^<>"]*<\/b> )?(?:[^<>"]|<br\/>)*<\/p>/gsu, "");
  const entities = inside.replace(/&(?:amp|lt|gt|quot);/g, "");
  return [...(rest === "" ? [] : [`markup that is not ours: ${rest.slice(0, 60)}`]), ...(entities.includes("&") ? ["a loose &"] : [])];
};
