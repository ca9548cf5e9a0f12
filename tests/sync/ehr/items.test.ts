import { expect, it } from "vitest";
import { known } from "#core/answer.ts";
import { emptyState } from "#projections/ward-state.ts";
import { itemsOf } from "#sync/ehr/courier/items.ts";
import { visitToBundles } from "#sync/ehr/fhir/bundle.ts";
import { entriesOf, sha256Hex, sourceOf } from "./fhir/sources.ts";
import { arrived, given, triaged, visitId } from "./given-visit.ts";

const looks = Array.from({ length: 9 }, (_, nth) => ({ event: triaged(2), minute: nth + 1 }));
const visit = given({ event: arrived({ name: known("Åse Morild"), allergies: known(["Latex", "Penicillin"]) }) }, ...looks, { event: { type: "v1.Left", visit: visitId, how: "home" }, minute: 90 });

it("[CIT1][CIT2] every resource of every bundle is one item, once, patient and encounter first, and the same again", async () => {
  const items = await itemsOf(visit, sourceOf(emptyState), sha256Hex);
  const urns = (await visitToBundles(visit, sourceOf(emptyState), sha256Hex)).flatMap((bundle) => entriesOf(bundle).map(({ fullUrl }) => fullUrl));
  expect(urns.length).toBeGreaterThan(new Set(urns).size);
  expect(items.map(({ urn }) => urn)).toEqual([...new Set(urns)]);
  expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
  expect(items.slice(0, 2).map(({ type }) => type)).toEqual(["Patient", "Encounter"]);
  for (const { key, resource } of items.filter(({ type }) => type !== "Provenance")) expect(JSON.stringify(resource)).toContain(`"${key}"`);
  expect(await itemsOf(visit, sourceOf(emptyState), sha256Hex)).toEqual(items);
});

it("[CIT1] a later word changes the hash of what it is about, and of nothing else", async () => {
  const before = await itemsOf(visit, sourceOf(emptyState), sha256Hex);
  const after = await itemsOf(given({ event: arrived({ name: known("Åse Morild"), allergies: known(["Latex", "Penicillin"]) }) }, ...looks, { event: { type: "v1.Left", visit: visitId, how: "home" }, minute: 90 }, { event: { type: "v1.DetailsSet", visit: visitId, details: { phone: known("22 22 22 22") } }, minute: 95 }), sourceOf(emptyState), sha256Hex);
  const hashes = new Map(before.map(({ key, hash }) => [key, hash]));
  expect(after.filter(({ key, hash }) => hashes.has(key) && hashes.get(key) !== hash).map(({ type }) => type)).toEqual(["Patient"]);
  expect(after.length).toBeGreaterThan(before.length);
});
