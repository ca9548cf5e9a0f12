/**
 * Every bundle passes four validators. They are checked in turn: each fault below, planted in a good bundle, is caught by at
 * least one of them. A gate that never failed is not known to be a gate.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { epochMs } from "#core/time.ts";
import { emptyState } from "#projections/ward-state.ts";
import { lightsOut1643 } from "#scenarios/lights-out-1643.ts";
import { visitIdOf } from "#scenarios/writings.ts";
import { visitToBundles } from "#sync/ehr/fhir/bundle.ts";
import { playEvening } from "../../../scenarios/pretend-log.ts";
import { anyVisit } from "../any-visit.ts";
import { invariantCount } from "./checks/invariant-check.ts";
import { clean, faultsIn } from "./checks/faults.ts";
import { sha256Hex, sourceOf } from "./sources.ts";

const state = playEvening(lightsOut1643, { startMs: epochMs(Date.UTC(2026, 0, 20, 15, 43)) }).log.state();
const iselin = state.visits.get(visitIdOf("drill", "iselin"));
const [good] = iselin === undefined ? [] : await visitToBundles(iselin, sourceOf(state), sha256Hex);

// A planted fault reaches into parsed JSON by hand.
// oxlint-disable-next-line typescript/no-explicit-any -- the tree is broken on purpose
type Broken = any;
type Plant = readonly [what: string, plant: (bundle: Broken) => void];

const at = (bundle: Broken, type: string): Broken => bundle.entry.find((entry: Broken) => entry.resource.resourceType === type);
const patient = (bundle: Broken): Broken => at(bundle, "Patient").resource;
const encounter = (bundle: Broken): Broken => at(bundle, "Encounter").resource;
const triage = (bundle: Broken): Broken => at(bundle, "Observation").resource;
const provenance = (bundle: Broken): Broken => at(bundle, "Provenance").resource;

const plants: ReadonlyArray<Plant> = [
  ["a gender that FHIR does not know", (b) => (patient(b).gender = "kvinne")],
  ["a date as Norwegians write it", (b) => (patient(b).birthDate = "16.05.1999")],
  ["a day that no month has", (b) => (patient(b).birthDate = "1999-02-31")],
  ["a time without a zone", (b) => (triage(b).effectiveDateTime = "2026-01-20T17:07:00")],
  ["a period without a zone", (b) => (encounter(b).period.start = "2026-01-20T17:02:00")],
  ["an instant that is only a date", (b) => (provenance(b).recorded = "2026-01-20")],
  ["an encounter with no status", (b) => delete encounter(b).status],
  ["an encounter status that FHIR does not know", (b) => (encounter(b).status = "waiting")],
  ["an encounter with no class", (b) => delete encounter(b).class],
  ["an end before the start", (b) => (encounter(b).period.end = "2026-01-20T11:00:00.000Z")],
  ["a history step that ends before it starts", (b) => (encounter(b).statusHistory[0].period.end = "2026-01-20T11:00:00.000Z")],
  ["an observation with no code", (b) => delete triage(b).code],
  ["an observation with no status", (b) => delete triage(b).status],
  ["two values of one observation", (b) => (triage(b).valueString = "gul")],
  ["a value and a reason that there is none", (b) => (triage(b).dataAbsentReason = { text: "?" })],
  ["two times of one observation", (b) => (triage(b).effectivePeriod = { start: "2026-01-20T17:07:00Z" })],
  ["no time of writing", (b) => delete triage(b).issued],
  ["a provenance with nobody in it", (b) => (provenance(b).agent = [])],
  ["an agent who is nobody", (b) => delete provenance(b).agent[0].who],
  ["no time of happening", (b) => delete provenance(b).occurredDateTime],
  ["a provenance of nothing", (b) => delete provenance(b).target],
  ["an empty name", (b) => (patient(b).name[0].text = "")],
  ["an empty list", (b) => (patient(b).name = [])],
  ["an empty object", (b) => (encounter(b).hospitalization = {})],
  ["a null", (b) => (patient(b).gender = null)],
  ["a field that FHIR does not know", (b) => (patient(b).hastegrad = "gul")],
  ["text where a list belongs", (b) => (patient(b).name = "Iselin")],
  ["a number where text belongs", (b) => (patient(b).name[0].text = 7)],
  ["a reference to nothing in the bundle", (b) => (encounter(b).subject.reference = "urn:uuid:00000000-0000-4000-8000-000000000000")],
  ["a fullUrl that is no address", (b) => (b.entry[2].fullUrl = "urn:uuid:7")],
  ["one fullUrl twice", (b) => (b.entry[2].fullUrl = b.entry[0].fullUrl)],
  ["an identity number with a wrong check digit", (b) => (patient(b).identifier[2].value = "16859921277")],
  ["an identity number in the system of D-numbers", (b) => (patient(b).identifier[2].system = "urn:oid:2.16.578.1.12.4.1.4.2")],
  ["an identity number system that Norway does not have", (b) => (patient(b).identifier[2].system = "urn:oid:2.16.578.1.12.4.1.4.9")],
  ["a national slice without its value", (b) => delete patient(b).identifier[2].value],
  ["a key of another resource", (b) => (b.entry[0].request.ifNoneExist = b.entry[1].request.ifNoneExist)],
  ["an identity number in a key", (b) => (b.entry[0].request.ifNoneExist = "identifier=urn:oid:2.16.578.1.12.4.1.4.1|16859921276")],
  ["an update where a create belongs", (b) => (b.entry[1].request.method = "PUT")],
  ["a request with no method", (b) => delete b.entry[1].request.method],
  ["a batch", (b) => (b.type = "batch")],
  ["nine entries", (b) => b.entry.push({ ...structuredClone(b.entry[2]), fullUrl: "urn:uuid:00000000-0000-4000-8000-000000000001" }, { ...structuredClone(b.entry[2]), fullUrl: "urn:uuid:00000000-0000-4000-8000-000000000002" })],
  ["the encounter before the patient", (b) => b.entry.reverse()],
  ["a resource that is none", (b) => (triage(b).resourceType = "Maaling")],
  ["a resource not marked as a drill among marked ones", (b) => delete triage(b).meta],
  ["a location with no place", (b) => delete encounter(b).location[0].location],
];

it("every bundle of the written evening passes Medplum, fhir.js, the invariants and our own rules", async () => {
  const bundles = (await Promise.all([...state.visits.values()].map((file) => visitToBundles(file, sourceOf(state), sha256Hex)))).flat();
  expect(bundles.length).toBeGreaterThan(62);
  expect(bundles.flatMap((bundle) => Object.values(faultsIn(bundle)).flat()).slice(0, 9)).toEqual([]);
});

it("whatever was written about a patient, every bundle of it passes every check", async () => {
  await fc.assert(
    fc.asyncProperty(anyVisit, fc.boolean(), async (file, isDrill) => {
      for (const bundle of await visitToBundles(file, sourceOf(emptyState, isDrill), sha256Hex)) {
        expect(Object.values(faultsIn(JSON.parse(JSON.stringify(bundle)) as object)).flat()).toEqual([]);
      }
    }),
    { numRuns: 60 },
  );
}, 60_000);

it("the bundle they are planted in is good", () => {
  expect(faultsIn(good ?? {})).toEqual(clean);
});

it("the invariants are there to be broken", () => {
  expect(["Patient", "Encounter", "Observation", "Provenance", "Bundle", "Period"].map(invariantCount).every((count) => count > 5)).toBe(true);
});

describe("planted", () => {
  it.each(plants)("%s is caught", (_, plant) => {
    const bundle: Broken = structuredClone(good);
    plant(bundle);
    expect(bundle).not.toEqual(good);
    expect(Object.values(faultsIn(bundle)).flat()).not.toEqual([]);
  });
});

it("with ifNoneExist removed our own rule complains, and no validator of the shelf does", () => {
  const bundle: Broken = structuredClone(good);
  for (const entry of bundle.entry) delete entry.request.ifNoneExist;
  const { own, ...shelf } = faultsIn(bundle);
  expect(own).toHaveLength(bundle.entry.length);
  expect(Object.values(shelf).flat()).toEqual([]);
});
