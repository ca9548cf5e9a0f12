/**
 * The one port to a journal system: whoever carries records there, over FHIR, HL7 or files, answers like this.
 * An answer that was not understood is `unknown`, never failed and never done.
 */
import type { VisitId } from "#core/visit/events.ts";
import type { FhirObject } from "../fhir/json.ts";

/** One thing to be given back: a resource under a key of ours. The same item is the same bytes at every attempt. */
export interface ParcelItem {
  /** `<record id>.<part>`; stands in the resource as an identifier and never changes. */
  readonly key: string;
  /** Hex SHA-256 over the resource as it is sent. */
  readonly hash: string;
  readonly resource: FhirObject;
  /** The address that other items of the parcel call it by, `urn:uuid:…`. */
  readonly urn: string;
  /** Where it lies since before, "Observation/12": this is a change of it, never a second one. */
  readonly lies: { readonly at: string; readonly version: string | null } | null;
}

/** Items of one visit, in the order they depend on each other: patient and encounter first. */
export interface Parcel {
  readonly of: VisitId;
  /** The patient's id in the journal system, chosen before anything is sent; null lets the parcel's own Patient be created. */
  readonly patient: string | null;
  readonly items: ReadonlyArray<ParcelItem>;
}

/** What a courier knows of one item after one attempt. */
export type ItemOutcome =
  /** Stored, by the target's own parsed word; not yet read back. */
  | { readonly key: string; readonly is: "accepted"; readonly at: string; readonly version: string | null }
  /** Read back, and equal in every value that was sent. */
  | { readonly key: string; readonly is: "verified"; readonly at: string; readonly version: string | null }
  /** It may lie there or not: it is looked for before it is sent again. */
  | { readonly key: string; readonly is: "unknown"; readonly why: string }
  /** Surely not stored, and nothing is wrong with it: later again. */
  | { readonly key: string; readonly is: "waiting"; readonly why: string; readonly retryAfterS: number | null }
  /** Refused this once. It is final only when it is refused again alone and our own check finds the fault too (RCV8). */
  | { readonly key: string; readonly is: "refused"; readonly why: string }
  /** A person must choose: two of it lie there, somebody changed it, or the target does not take this kind. */
  | { readonly key: string; readonly is: "person"; readonly why: string };

export interface Courier {
  readonly send: (parcel: Parcel, signal: AbortSignal) => Promise<ReadonlyArray<ItemOutcome>>;
}
