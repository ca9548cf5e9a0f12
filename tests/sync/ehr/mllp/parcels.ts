/** The parcels of a visit, as whoever keeps the outbox makes them of the FHIR file. */
import { createHash } from "node:crypto";
import type { VisitFile } from "#projections/ward-state.ts";
import type { ItemOutcome, Parcel, ParcelItem } from "#sync/ehr/courier/courier.ts";
import { visitToBundles } from "#sync/ehr/fhir/bundle.ts";
import type { FhirObject } from "#sync/ehr/fhir/json.ts";
import type { FhirSource } from "#sync/ehr/fhir/plan.ts";
import { sha256Hex } from "../fhir/sources.ts";

interface Entry {
  readonly fullUrl: string;
  readonly resource: FhirObject;
  readonly request: { readonly ifNoneExist: string };
}

export const parcelOf = async (file: VisitFile, source: FhirSource): Promise<Parcel> => {
  const items = new Map<string, ParcelItem>();
  for (const bundle of await visitToBundles(file, source, sha256Hex)) {
    // What we made ourselves a line above.
    for (const { fullUrl, resource, request } of bundle["entry"] as unknown as ReadonlyArray<Entry>) {
      const key = request.ifNoneExist.split("|")[1] ?? "";
      items.set(key, { key, hash: createHash("sha256").update(JSON.stringify(resource)).digest("hex"), resource, urn: fullUrl, lies: null });
    }
  }
  return { of: file.visit.id, patient: null, items: [...items.values()] };
};

/** Over for this courier: nothing more is tried by itself. */
const isSettled = ({ is }: ItemOutcome): boolean => is === "accepted" || is === "person";

/** Until every item is settled, however often that is; the outbox waits between, a test does not. */
export const carried = async (parcel: Parcel, send: (parcel: Parcel) => Promise<ReadonlyArray<ItemOutcome>>): Promise<ReadonlyMap<string, ItemOutcome>> => {
  const settled = new Map<string, ItemOutcome>();
  for (let left = parcel.items, round = 0; left.length > 0; round += 1) {
    if (round > 500) throw new Error(`nothing settles: ${JSON.stringify([...settled.values()].slice(-3))}`);
    const outcomes = await send({ ...parcel, items: left });
    for (const outcome of outcomes) if (isSettled(outcome)) settled.set(outcome.key, outcome);
    left = left.filter(({ key }) => !settled.has(key));
  }
  return settled;
};
