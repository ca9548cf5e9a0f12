/**
 * A visit is what the set of its records says, in whatever order they came here.
 *
 * - VIS1 The same records give the same visit: order of arrival, repetition and road do not matter.
 * - VIS2 A struck record does not count; a struck strike does not either, so that an undo can be undone.
 * - VIS3 Of triage levels set unaware of each other the more urgent stands until somebody looks.
 * - VIS4 A visit whose arrival was struck is void: it stays in the log and is on no board.
 */
import type { Level, ScaleId } from "../clinical/scales.ts";
import { inLogOrder } from "../log/order.ts";
import type { LogRecord, RecordId } from "../log/record.ts";
import type { EpochMs } from "../time.ts";
import { detailNames, type DetailAnswers, type DetailName } from "./details.ts";
import type { Disposition, VisitEvent, VisitFact, VisitId } from "./events.ts";
import { claimed, claimOf, latest, type Claim, type Standing } from "./standing.ts";
import type { TemporaryNumber } from "./temporary-number.ts";

export type VisitRecord = LogRecord & { readonly event: VisitEvent };

export interface TriageLevel {
  readonly scale: ScaleId;
  readonly scaleVersion: string;
  readonly level: Level;
}
export interface Leaving {
  readonly how: Disposition;
  readonly to: string | null;
}

type Heard = { readonly [K in DetailName]?: Standing<NonNullable<DetailAnswers[K]>> };

export interface Visit {
  readonly id: VisitId;
  readonly number: TemporaryNumber | null;
  /** Happened; null when no unstruck arrival is known. */
  readonly arrivedAtMs: EpochMs | null;
  readonly heard: Heard;
  readonly triage: Standing<TriageLevel> | null;
  readonly place: Standing<string | null> | null;
  readonly clinician: Standing<string | null> | null;
  readonly calledIn: Standing<true> | null;
  readonly seen: Standing<true> | null;
  readonly left: Standing<Leaving> | null;
}

export type Phase =
  | { readonly is: "void" }
  | { readonly is: "waiting" }
  | { readonly is: "calledIn"; readonly atMs: EpochMs }
  | { readonly is: "inCare"; readonly atMs: EpochMs }
  | { readonly is: "left"; readonly atMs: EpochMs; readonly how: Disposition; readonly to: string | null };

export const blankVisit = (id: VisitId): Visit => ({
  id, number: null, arrivedAtMs: null, heard: {}, triage: null, place: null, clinician: null, calledIn: null, seen: null, left: null,
});

export const evolve = (visit: Visit, record: VisitRecord & { readonly event: VisitFact }): Visit => {
  const { event } = record;
  switch (event.type) {
    case "v1.Arrived": {
      const arrivedAtMs = visit.arrivedAtMs === null || record.atMs < visit.arrivedAtMs ? record.atMs : visit.arrivedAtMs;
      return { ...visit, number: visit.number ?? event.number, arrivedAtMs, heard: hear(visit.heard, record, event.details) };
    }
    case "v1.DetailsSet":
      return { ...visit, heard: hear(visit.heard, record, event.details) };
    case "v1.TriageSet":
      return { ...visit, triage: claimed(visit.triage, claimOf(record, { scale: event.scale, scaleVersion: event.scaleVersion, level: event.level })) };
    case "v1.Placed":
      return { ...visit, place: claimed(visit.place, claimOf(record, event.place)) };
    case "v1.ClinicianSet":
      return { ...visit, clinician: claimed(visit.clinician, claimOf(record, event.clinician)) };
    case "v1.CalledIn":
      return { ...visit, calledIn: claimed<true>(visit.calledIn, claimOf(record, true)) };
    case "v1.Seen":
      return { ...visit, seen: claimed<true>(visit.seen, claimOf(record, true)) };
    case "v1.Left":
      return { ...visit, left: claimed(visit.left, claimOf(record, { how: event.how, to: event.to ?? null })) };
  }
};

/** The visit that these records tell of. They may come in any order and more than once. */
export const visitOf = (id: VisitId, records: ReadonlyArray<VisitRecord>): Visit => {
  const struck = struckRecords(records);
  return uniqueInOrder(records).reduce<Visit>(
    (visit, record) => (isFact(record) && !struck.has(record.id) ? evolve(visit, record) : visit),
    blankVisit(id),
  );
};

/** The records that no longer count, each with the strike that says so. */
export const struckRecords = (records: ReadonlyArray<VisitRecord>): ReadonlyMap<RecordId, VisitRecord> => {
  const struck = new Map<RecordId, VisitRecord>();
  for (const record of uniqueInOrder(records).toReversed()) {
    if (record.event.type === "v1.Struck" && !struck.has(record.id)) struck.set(record.event.target, record);
  }
  return struck;
};

export const phaseOf = (visit: Visit): Phase => {
  if (visit.left !== null) {
    const { atMs, value } = latest(visit.left);
    return { is: "left", atMs, how: value.how, to: value.to };
  }
  if (visit.arrivedAtMs === null) return { is: "void" };
  if (visit.seen !== null) return { is: "inCare", atMs: earliestMs(visit.seen) };
  if (visit.calledIn !== null) return { is: "calledIn", atMs: latest(visit.calledIn).atMs };
  return { is: "waiting" };
};

/** The claim that stands: the more urgent where devices disagree, the later of two alike. */
export const triageOf = (visit: Visit): Claim<TriageLevel> | null =>
  visit.triage?.reduce((worst, claim) => (claim.value.level <= worst.value.level ? claim : worst)) ?? null;

export const answerOf = <K extends DetailName>(visit: Visit, name: K): DetailAnswers[K] => {
  const standing = visit.heard[name];
  // `heard` and DetailAnswers are keyed alike; TypeScript loses the pairing through the union of fields.
  return (standing === undefined ? undefined : latest<unknown>(standing as Standing<unknown>).value) as DetailAnswers[K];
};

const hear = (heard: Heard, record: VisitRecord, answers: DetailAnswers): Heard => {
  const next: { [K in DetailName]?: Standing<unknown> } = { ...heard };
  for (const name of detailNames) {
    const answer = answers[name];
    if (answer !== undefined) next[name] = claimed<unknown>(next[name] ?? null, claimOf<unknown>(record, answer));
  }
  // Each name was given the standing of its own answers above.
  return next as Heard;
};

const isFact = (record: VisitRecord): record is VisitRecord & { readonly event: VisitFact } => record.event.type !== "v1.Struck";

const uniqueInOrder = (records: ReadonlyArray<VisitRecord>): ReadonlyArray<VisitRecord> =>
  [...new Map(records.map((record) => [record.id, record])).values()].toSorted(inLogOrder);

const earliestMs = (standing: Standing<unknown>): EpochMs =>
  standing.reduce((earliest, claim) => (claim.atMs < earliest ? claim.atMs : earliest), standing[0].atMs);
