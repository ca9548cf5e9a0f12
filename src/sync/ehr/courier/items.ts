/**
 * What of a visit goes back, one item a resource: the very resources of the FHIR file, under the very keys.
 *
 * - CIT1 The same records give the same items, with the same hashes, in the order they depend on each other.
 * - CIT2 Every resource of the visit's bundles is one item, once.
 */
import { canonicalJson } from "#core/log/canonical-json.ts";
import type { Item } from "#core/recovery/item.ts";
import type { VisitFile } from "#projections/ward-state.ts";
import { visitToBundles } from "../fhir/bundle.ts";
import type { FhirObject } from "../fhir/json.ts";
import type { FhirSource, Sha256Hex } from "../fhir/plan.ts";
import { systems } from "../fhir/systems.ts";

export interface VisitItem extends Item {
  readonly resource: FhirObject;
  readonly urn: string;
  readonly type: string;
}

export const itemsOf = async (file: VisitFile, source: FhirSource, sha256Hex: Sha256Hex): Promise<ReadonlyArray<VisitItem>> => {
  const bundles = await visitToBundles(file, source, sha256Hex);
  const items = new Map<string, Promise<VisitItem>>();
  for (const entry of bundles.flatMap(entriesOf)) {
    const { fullUrl, resource, request } = entry;
    const key = request.ifNoneExist.split(`${systems.recordId}|`)[1] ?? "";
    if (!items.has(key)) items.set(key, withHash(key, fullUrl, resource, sha256Hex));
  }
  return Promise.all(items.values());
};

const withHash = async (key: string, urn: string, resource: Entry["resource"], sha256Hex: Sha256Hex): Promise<VisitItem> =>
  ({ key, urn, resource, type: resource.resourceType, hash: await sha256Hex(canonicalJson(resource)) });

interface Entry {
  readonly fullUrl: string;
  readonly resource: FhirObject & { readonly resourceType: string };
  readonly request: { readonly ifNoneExist: string };
}

/** Bundles of our own making: their entries have all this. */
const entriesOf = ({ entry }: FhirObject): ReadonlyArray<Entry> => entry as unknown as ReadonlyArray<Entry>;
