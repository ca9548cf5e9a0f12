/**
 * A visit is what the set of its records says, in whatever order they came here.
 *
 * - VIS1 The same records give the same visit: order of arrival, repetition and road do not matter.
 * - VIS2 A struck record does not count: what it replaced counts again.
 * - VIS3 Of triage levels set unaware of each other the more urgent stands until somebody looks, across scales too.
 * - VIS4 A visit whose arrival was struck is void: it is on no board; its number stays its own.
 * - VIS5 A visit whose arrival has not come here yet is no less there: it began with the earliest that is known of it.
 * - VIS6 Who was seen here after they are said to have left, by somebody who did not know, is still here until one who knows says.
 * - VIS7 Of answers given unaware of each other, one that knows stands before "unknown" and "none".
 * - VIS9 Of visits that are one, the earliest arrival and everything that was found stand, under the number that goes on.
 * - VIS10 A leaving told of one of them, by somebody who did not know that they are one, takes nobody away while another is here.
 * - VIS8 Every look at the patient and every medicine that was given stands beside the others, in the order they happened; none overrides another.
 */
import type { Answer } from "../answer.ts";
import type { Found } from "../clinical/found.ts";
import type { GivenMedicine } from "../clinical/medicine.ts";
import { urgencyOf, type Level, type ScaleId } from "../clinical/scales.ts";
import { inCausalOrder, knows } from "../log/order.ts";
import type { RecordId } from "../log/record.ts";
import type { EpochMs } from "../time.ts";
import { detailNames, type DetailAnswers, type DetailName } from "./details.ts";
import type { Disposition, VisitFact, VisitId } from "./events.ts";
import { knowingTheirOwn } from "./joins.ts";
import { claimed, claimOf, lastWord, latest, type Claim, type Standing } from "./standing.ts";
import { struckRecords, type VisitRecord } from "./strikes.ts";
import type { TemporaryNumber } from "./temporary-number.ts";

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
  /** Happened; null when the arrival was struck, or when nothing is known at all. */
  readonly arrivedAtMs: EpochMs | null;
  readonly heard: Heard;
  readonly triage: Standing<TriageLevel> | null;
  readonly place: Standing<string | null> | null;
  readonly clinician: Standing<string | null> | null;
  readonly calledIn: Standing<true> | null;
  readonly seen: Standing<true> | null;
  readonly left: Standing<Leaving> | null;
  /** In the order they happened. */
  readonly looks: ReadonlyArray<Look>;
  readonly medicines: ReadonlyArray<Claim<GivenMedicine>>;
  /** Null while it is one visit alone. */
  readonly joined: JoinedVisits | null;
}

export interface JoinedVisits {
  /** All of them, the one whose number goes on first, the others as they came. */
  readonly ones: ReadonlyArray<{ readonly id: VisitId; readonly number: TemporaryNumber | null }>;
  /** Leavings that take nobody away. */
  readonly setAside: ReadonlyArray<RecordId>;
}

/** What somebody found; it never falls to another. */
export type Look = Claim<Found>;

export type Phase =
  | { readonly is: "void" }
  | { readonly is: "waiting" }
  | { readonly is: "calledIn"; readonly atMs: EpochMs }
  | { readonly is: "inCare"; readonly atMs: EpochMs }
  | { readonly is: "left"; readonly atMs: EpochMs; readonly how: Disposition; readonly to: string | null };

const blankVisit = (id: VisitId): Visit => ({
  id,
  number: null,
  arrivedAtMs: null,
  heard: {},
  triage: null,
  place: null,
  clinician: null,
  calledIn: null,
  seen: null,
  left: null,
  looks: [],
  medicines: [],
  joined: null,
});

const evolve = (visit: Visit, record: VisitRecord & { readonly event: VisitFact }): Visit => {
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
    case "v1.Observed":
      return { ...visit, looks: inTime(visit.looks, claimOf(record, event.found)) };
    case "v1.MedicineGiven":
      return { ...visit, medicines: inTime(visit.medicines, claimOf(record, event.given)) };
    case "v1.Noted":
    case "v1.Joined":
      // It stands in the timeline; which visits are one is told by all their joins together.
      return visit;
    case "v1.Left":
      return { ...visit, left: lastWord(visit.left, claimOf(record, { how: event.how, to: event.to ?? null })) };
  }
};

/** The visit that these records tell of. They may come in any order and more than once. */
export const visitOf = (id: VisitId, records: ReadonlyArray<VisitRecord>): Visit => {
  const unique = [...new Map(records.map((record) => [record.id, record])).values()];
  return unique.some(({ event }) => event.visit !== id) ? joinedVisit(id, unique) : oneVisit(id, unique);
};

const joinedVisit = (id: VisitId, records: ReadonlyArray<VisitRecord>): Visit => {
  const others = new Set(records.map(({ event }) => event.visit).filter((one) => one !== id));
  const ones = [id, ...others].map((one) => oneVisit(one, records.filter(({ event }) => event.visit === one)));
  const [first, ...rest] = [ones.slice(0, 1), ones.slice(1).toSorted((a, b) => (a.arrivedAtMs ?? 0) - (b.arrivedAtMs ?? 0) || (a.id < b.id ? -1 : 1))].flat();
  const visit = oneVisit(id, knowingTheirOwn(records));
  const here = ones.filter((one) => !["left", "void"].includes(phaseOf(one).is));
  const takesNobody = ({ within }: Claim<Leaving>): boolean => here.some((one) => within?.knew.includes(one.id) === false);
  return {
    ...visit,
    number: first?.number ?? visit.number,
    arrivedAtMs: earliestMs(ones.flatMap(({ arrivedAtMs }) => (arrivedAtMs === null ? [] : [{ atMs: arrivedAtMs }]))),
    joined: {
      ones: [...(first === undefined ? [] : [first]), ...rest].map((one) => ({ id: one.id, number: one.number })),
      setAside: (visit.left ?? []).filter(takesNobody).map(({ by }) => by),
    },
  };
};

const oneVisit = (id: VisitId, records: ReadonlyArray<VisitRecord>): Visit => {
  const unique = inCausalOrder(records);
  const struck = struckRecords(unique);
  const facts = unique.filter(isFact);
  const counting = facts.filter((fact) => !struck.has(fact.id));
  const visit = counting.reduce<Visit>(evolve, blankVisit(id));
  const arrival = facts.find(({ event }) => event.type === "v1.Arrived")?.event;
  return arrival?.type === "v1.Arrived" ? { ...visit, number: visit.number ?? arrival.number } : { ...visit, arrivedAtMs: earliestMs(counting) };
};

export const phaseOf = (visit: Visit): Phase => {
  if (visit.arrivedAtMs === null) return { is: "void" };
  const leaving = leavingOf(visit);
  if (leaving !== null) return { is: "left", atMs: leaving.atMs, how: leaving.value.how, to: leaving.value.to };
  const inCareFromMs = earliestMs(visit.seen ?? []);
  if (inCareFromMs !== null) return { is: "inCare", atMs: inCareFromMs };
  if (visit.calledIn !== null) return { is: "calledIn", atMs: latest(visit.calledIn).atMs };
  return { is: "waiting" };
};

/** The claim that stands: the more urgent where devices disagree, the later of two alike. */
export const triageOf = (visit: Visit): Claim<TriageLevel> | null =>
  visit.triage?.reduce((worst, claim) => (urgencyOf(claim.value) <= urgencyOf(worst.value) ? claim : worst)) ?? null;

export const answerOf = <K extends DetailName>(visit: Visit, name: K): DetailAnswers[K] => {
  // `heard` and DetailAnswers are keyed alike; TypeScript loses the pairing through the union of fields.
  const claims = (visit.heard[name] ?? []) as ReadonlyArray<Claim<Answer<unknown>>>;
  const answer = claims.findLast((claim) => claim.value.is === "known") ?? claims.at(-1);
  return answer?.value as DetailAnswers[K];
};

/** The leaving that stands against everything that was seen of the patient afterwards; null while they are here. */
const leavingOf = (visit: Visit): Claim<Leaving> | null => {
  const places = visit.place?.filter((claim) => claim.value !== null) ?? [];
  const sightings = [...(visit.triage ?? []), ...(visit.calledIn ?? []), ...(visit.seen ?? []), ...places, ...visit.looks, ...visit.medicines];
  const isContradicted = (left: Claim<Leaving>): boolean => sightings.some((seen) => seen.atMs > left.atMs && !knows(left, seen));
  return visit.left?.findLast((left) => visit.joined?.setAside.includes(left.by) !== true && !isContradicted(left)) ?? null;
};

const hear = (heard: Heard, record: VisitRecord, answers: DetailAnswers): Heard => {
  const next: { [K in DetailName]?: Standing<unknown> } = { ...heard };
  for (const name of detailNames) {
    const answer = answers[name];
    if (answer !== undefined) next[name] = lastWord<unknown>(next[name] ?? null, claimOf<unknown>(record, answer));
  }
  // Each name was given the standing of its own answers above.
  return next as Heard;
};

/** Nearly always the last; a late entry goes to its place. */
const inTime = <T>(claims: ReadonlyArray<Claim<T>>, claim: Claim<T>): ReadonlyArray<Claim<T>> => {
  const after = claims.findIndex(({ atMs }) => atMs > claim.atMs);
  return after === -1 ? [...claims, claim] : claims.toSpliced(after, 0, claim);
};

const isFact = (record: VisitRecord): record is VisitRecord & { readonly event: VisitFact } => record.event.type !== "v1.Struck";

const earliestMs = (happened: ReadonlyArray<{ readonly atMs: EpochMs }>): EpochMs | null =>
  happened.reduce<EpochMs | null>((earliest, { atMs }) => (earliest === null || atMs < earliest ? atMs : earliest), null);
