/**
 * What of one visit goes into its file, before any FHIR: which records count, which belong together, and their keys.
 *
 * - FPL1 A visit is keyed by the record that took it in, be it the arrival or the call before it, so that a later correction of the arrival does not make another patient.
 * - FPL5 Visits that are one are one patient and one encounter, under the key of the one that goes on.
 * - FPL2 A struck record is no fact. Its strike is told, and names it.
 * - FPL3 Records that one person wrote in one go about one moment are told together.
 * - FPL4 A visit that is void, or of which neither arrival nor call is here, gives nothing.
 */
import { valueOf, type Answer } from "#core/answer.ts";
import type { MeasureName } from "#core/clinical/found.ts";
import type { Downtimes } from "#core/downtime/downtime.ts";
import { inLogOrder } from "#core/log/order.ts";
import type { RecordId, WardId } from "#core/log/record.ts";
import type { VisitFact } from "#core/visit/events.ts";
import { struckRecords, type VisitRecord } from "#core/visit/strikes.ts";
import { metAtMs, type Visit } from "#core/visit/visit.ts";
import type { Ward } from "#core/ward/ward.ts";
import type { VisitFile } from "#projections/ward-state.ts";
import { toldNames, type ToldName } from "./told-observations.ts";

export interface FhirSource {
  readonly wardId: WardId;
  readonly ward: Ward;
  readonly downtimes: Downtimes;
  readonly isDrill: boolean;
}

export type FactRecord = VisitRecord & { readonly event: VisitFact };
export type Part =
  | "patient"
  | "encounter"
  | "triage"
  | "age"
  | "pregnancy"
  | "note"
  | "medicine"
  | (typeof diagnosisParts)[number]
  | "assessment"
  | "advice"
  | "referral"
  | "call"
  | (typeof documentParts)[number]
  | "order"
  | "result"
  | "task"
  | "procedure"
  | "form"
  | "photo"
  | FoundPart
  | ToldPart
  | "provenance"
  | LaterProvenance;
/** One value of a look. */
type FoundPart = `found-${Exclude<MeasureName, "systolicMmHg" | "diastolicMmHg"> | "pressure" | "breathing" | "consciousness" | "gcs" | "news2" | "remark"}`;
/** What was said of the patient; of lists, by the place in the record's list, from 1; 0 is "none" or "not known". */
type ToldPart = `told-${ToldName}` | `consent-${"mayLookUp" | "mayPhotograph" | "mayShare"}` | `${"allergy" | "in-use" | "flag"}-${number}`;
/** Of a moment whose resources need more than one bundle. */
type LaterProvenance = `provenance-${number}`;

export interface VisitPlan {
  readonly visit: Visit;
  readonly anchor: RecordId;
  /** What visits that gave way to this one were keyed by. */
  readonly replaced: ReadonlyArray<RecordId>;
  readonly records: ReadonlyArray<VisitRecord>;
  /** Unstruck, in log order. */
  readonly facts: ReadonlyArray<FactRecord>;
  /** Facts and strikes that count, in log order, those of one moment together. */
  readonly moments: ReadonlyArray<Moment>;
  /** The address inside the bundle of a part of a record. */
  readonly urnOf: (record: RecordId, part: Part) => string;
}

export type Moment = readonly [VisitRecord, ...ReadonlyArray<VisitRecord>];

export type Sha256Hex = (text: string) => Promise<string>;

export const keyOf = (record: RecordId, part: Part): string => `${record}.${part}`;

export const planVisit = async (file: VisitFile, sha256Hex: Sha256Hex): Promise<VisitPlan | null> => {
  const records = file.records.toSorted(inLogOrder);
  const anchors = records.filter(({ event }) => (event.type === "v1.Arrived" || event.type === "v1.CallTaken") && event.corrects === undefined);
  const first = anchors.find(({ event }) => event.visit === file.visit.id) ?? anchors[0];
  const [anchor, anchorVisit] = [first?.id, first?.event.visit];
  if (anchor === undefined || metAtMs(file.visit) === null) return null;
  const struck = struckRecords(records);
  const counting = records.filter((record) => !struck.has(record.id));
  const keys = [keyOf(anchor, "patient"), keyOf(anchor, "encounter"), ...documentParts.map((part) => keyOf(anchor, part)), ...records.flatMap(({ id, event }) => [...partsIn(event), ...provenanceParts(records)].map((part) => keyOf(id, part)))];
  const urns = new Map(await Promise.all(keys.map(async (key) => [key, urnFrom(await sha256Hex(key))] as const)));
  return {
    visit: file.visit,
    anchor,
    replaced: anchors.filter(({ event }, place) => event.visit !== anchorVisit && anchors.findIndex((other) => other.event.visit === event.visit) === place).map(({ id }) => id),
    records,
    facts: counting.filter((record): record is FactRecord => record.event.type !== "v1.Struck"),
    moments: momentsOf(counting),
    urnOf: (record, part) => urns.get(keyOf(record, part)) ?? "",
  };
};

const foundParts: ReadonlyArray<FoundPart> = [
  "found-respirationPerMin", "found-spo2Pct", "found-oxygenLPerMin", "found-pulsePerMin", "found-tempC", "found-painOf10", "found-glucoseMmolL", "found-weightKg",
  "found-pressure", "found-breathing", "found-consciousness", "found-gcs", "found-news2", "found-remark",
];
/** Of a document about the visit, once each. */
const documentParts = ["letter", "author", "ward"] as const;
export const diagnosisParts = ["diagnosis", "diagnosis-2", "diagnosis-3", "diagnosis-4"] as const;
/** The place of a Provenance among those of one moment, from 0. */
export const provenancePart = (place: number): Part => (place === 0 ? "provenance" : `provenance-${place + 1}`);
export const isProvenance = (part: Part): boolean => part.startsWith("provenance");

/** More than any moment needs: three looks fill nine, and a list five entries to each. */
const provenanceParts = (records: ReadonlyArray<VisitRecord>): ReadonlyArray<Part> => {
  const listed = records.reduce((most, { event }) => Math.max(most, listParts(event).length), 0);
  return Array.from({ length: 12 + listed }, (_, place) => provenancePart(place));
};

/** What any record may have one of. */
const otherParts: ReadonlyArray<Part> = [
  "triage",
  "age",
  "pregnancy",
  "note",
  "medicine",
  ...diagnosisParts,
  "assessment",
  "advice",
  "referral",
  "call",
  "order",
  "result",
  "task",
  "procedure",
  "form",
  "photo",
];

const partsIn = (event: VisitRecord["event"]): ReadonlyArray<Part> =>
  event.type === "v1.Observed" ? foundParts : "details" in event ? [...otherParts, ...toldParts, ...listParts(event)] : otherParts;

const toldParts: ReadonlyArray<Part> = [
  ...(Object.keys(toldNames) as ReadonlyArray<ToldName>).map((name): Part => `told-${name}`),
  "consent-mayLookUp", "consent-mayPhotograph", "consent-mayShare",
];

const listParts = (event: VisitRecord["event"]): ReadonlyArray<Part> => {
  if (!("details" in event)) return [];
  const { allergies, currentMedicines, flags } = event.details;
  const places = (answer: Answer<ReadonlyArray<string>> | undefined): ReadonlyArray<number> => Array.from({ length: 1 + (valueOf(answer) ?? []).length }, (_, place) => place);
  return [
    ...places(allergies).map((place): Part => `allergy-${place}`),
    ...places(currentMedicines).map((place): Part => `in-use-${place}`),
    ...places(flags).map((place): Part => `flag-${place}`),
  ];
};

/** A version 8 UUID (RFC 9562): its bits come from a hash of our own choosing. */
const urnFrom = (hex: string): string => {
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

/** More than this in one moment are told in two, so that a moment always fits into one bundle. */
const maxTogether = 3;

const momentsOf = (records: ReadonlyArray<VisitRecord>): ReadonlyArray<Moment> => {
  const moments: Array<[VisitRecord, ...VisitRecord[]]> = [];
  for (const record of records) {
    const last = moments.at(-1);
    if (last !== undefined && last.length < maxTogether && isSameMoment(last[0], record)) last.push(record);
    else moments.push([record]);
  }
  return moments;
};

const isSameMoment = (a: VisitRecord, b: VisitRecord): boolean =>
  a.device === b.device && a.atMs === b.atMs && a.wroteMs === b.wroteMs && a.actor.name === b.actor.name && a.actor.role === b.actor.role && a.actor.staffId === b.actor.staffId;
