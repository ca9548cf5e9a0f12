/** What the exporters are given besides visits, as a ward has it. */
import { createHash } from "node:crypto";
import type { WardId } from "#core/log/record.ts";
import type { FhirSource } from "#sync/ehr/fhir/plan.ts";
import type { WardState } from "#projections/ward-state.ts";

export const sha256Hex = (text: string): Promise<string> => Promise.resolve(createHash("sha256").update(text).digest("hex"));

export const sourceOf = ({ ward, downtimes }: Pick<WardState, "ward" | "downtimes">, isDrill = true): FhirSource => ({
  wardId: "3f1c6f0e-ward" as WardId,
  ward,
  downtimes,
  isDrill,
});

interface Entry {
  readonly fullUrl: string;
  readonly resource: { readonly [name: string]: unknown };
  readonly request: { readonly ifNoneExist: string };
}

/** As a receiver reads it: through JSON text. */
export const entriesOf = (bundle: unknown): ReadonlyArray<Entry> => (JSON.parse(JSON.stringify(bundle)) as { readonly entry: ReadonlyArray<Entry> }).entry;

/** Every resource of a type, once each, over all the bundles of a visit. */
export const resourcesOf = (bundles: ReadonlyArray<unknown>, type: string): ReadonlyArray<Entry["resource"]> => [
  ...new Map(bundles.flatMap(entriesOf).filter(({ resource }) => resource["resourceType"] === type).map(({ fullUrl, resource }) => [fullUrl, resource])).values(),
];
