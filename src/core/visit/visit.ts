/**
 * A visit is what the set of its records says, in whatever order they came here.
 *
 * - VIS1 The same records give the same visit: order of arrival, repetition and road do not matter.
 * - VIS2 A struck record does not count: what it replaced counts again.
 * - VIS3 Of triage levels set unaware of each other the more urgent stands until somebody looks, across scales too.
 * - VIS4 A visit whose arrival was struck is void: it is on no board; its number stays its own.
 * - VIS5 A visit whose arrival has not come here yet is no less there: it began with the earliest that is known of it.
 * - VIS9 A telephone contact is on no board before the patient has come; then it is the same visit, under the same number.
 *   Where the arrival was struck it is a telephone contact again.
 * - VIS6 Who was seen here after they are said to have left, by somebody who did not know, is still here until one who knows says.
 * - VIS7 Of answers given unaware of each other, one that knows stands before "unknown" and "none".
 * - VIS10 What it came to is the last word of whoever knew; what two wrote unaware of each other stands side by side. It sees nobody:
 *   it may be written after the end, and ends nothing.
 * - VIS8 Every look at the patient, every medicine that was given and every procedure stands beside the others, in the order they happened; none overrides another.
 * - VIS11 Of visits that are one, the earliest arrival and everything that was found stand, under the number that goes on.
 * - VIS12 A leaving told of one of them, by somebody who did not know that they are one, takes nobody away while another is here.
 */
import type { Conclusion } from "../clinical/conclusion.ts";
import type { Found } from "../clinical/found.ts";
import type { GivenMedicine } from "../clinical/medicine.ts";
import type { Procedure } from "../clinical/order.ts";
import { urgencyOf, type Level, type ScaleId } from "../clinical/scales.ts";
import { inCausalOrder, knows } from "../log/order.ts";
import type { RecordId } from "../log/record.ts";
import type { EpochMs } from "../time.ts";
import type { CallBack } from "./call-back.ts";
import type { DetailAnswers, DetailName } from "./details.ts";
import type { Disposition, VisitFact, VisitId } from "./events.ts";
import { answerIn, heardIn, type Heard } from "./heard.ts";
import { noOrders, ordersIn, type VisitOrders } from "./orders.ts";
import { knowingTheirOwn } from "./joins.ts";
import { claimed, claimOf, lastWord, latest, type Claim, type Standing } from "./standing.ts";
import { isSeenHere, phoneOf, phoneOverAtMs, type Phone } from "./phone.ts";
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

export interface Visit {
  readonly id: VisitId;
  readonly number: TemporaryNumber | null;
  /** Happened; null when the arrival was struck, when they rang and have not come, or when nothing is known at all. */
  readonly arrivedAtMs: EpochMs | null;
  readonly arrivals: ReadonlyArray<Claim<true>>;
  /** null: they did not ring. */
  readonly phone: Phone | null;
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
  readonly concluded: Standing<Conclusion> | null;
  readonly callBacks: ReadonlyArray<Claim<CallBack>>;
  readonly procedures: ReadonlyArray<Claim<Procedure>>;
  readonly orders: VisitOrders;
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
  | { readonly is: "onPhone"; readonly atMs: EpochMs }
  | { readonly is: "callOver"; readonly atMs: EpochMs }
  | { readonly is: "waiting" }
  | { readonly is: "calledIn"; readonly atMs: EpochMs }
  | { readonly is: "inCare"; readonly atMs: EpochMs }
  | { readonly is: "left"; readonly atMs: EpochMs; readonly how: Disposition; readonly to: string | null };

const blankVisit = (id: VisitId): Visit => ({
  id,
  number: null,
  arrivedAtMs: null,
  arrivals: [],
  phone: null,
  heard: {},
  triage: null,
  place: null,
  clinician: null,
  calledIn: null,
  seen: null,
  left: null,
  looks: [],
  medicines: [],
  concluded: null,
  callBacks: [],
  procedures: [],
  orders: noOrders,
  joined: null,
});

const evolve = (visit: Visit, record: VisitRecord & { readonly event: VisitFact }): Visit => {
  const { event } = record;
  switch (event.type) {
    case "v1.Arrived": {
      const arrivedAtMs = visit.arrivedAtMs === null || record.atMs < visit.arrivedAtMs ? record.atMs : visit.arrivedAtMs;
      const arrivals = [...visit.arrivals, claimOf<true>(record, true)];
      return { ...visit, number: visit.number ?? event.number, arrivedAtMs, arrivals };
    }
    case "v1.CallTaken":
      return { ...visit, number: visit.number ?? event.number };
    case "v1.CallEnded":
      // Read with the calls, in phone.ts.
      return visit;
    case "v1.DetailsSet":
      // What was said of the patient is folded as a whole: see heard.ts.
      return visit;
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
    case "v1.Concluded":
      return { ...visit, concluded: lastWord(visit.concluded, claimOf(record, event.conclusion)) };
    case "v1.CalledBack":
      return { ...visit, callBacks: inTime(visit.callBacks, claimOf(record, event.call)) };
    case "v1.ProcedureDone":
      return { ...visit, procedures: inTime(visit.procedures, claimOf(record, event.procedure)) };
    case "v1.Ordered":
    case "v1.ResultCame":
    case "v1.OrderOwned":
    case "v1.OrderDropped":
      // They are read together, in orders.ts.
      return visit;
    case "v1.FormFilled":
    case "v1.Noted":
    case "v1.Joined":
    case "v1.PhotoTaken":
      // They stand in the timeline; which visits are one is told by all their joins together.
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
  const here = ones.filter((one) => !["left", "void", "onPhone", "callOver"].includes(phaseOf(one).is));
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
  const visit = { ...counting.reduce<Visit>(evolve, { ...blankVisit(id), heard: heardIn(unique, struck) }), orders: ordersIn(facts, counting) };
  const arrival = facts.find(({ event }) => event.type === "v1.Arrived")?.event;
  const call = facts.find(({ event }) => event.type === "v1.CallTaken")?.event;
  const phone = phoneOf(facts, counting);
  const known = { ...visit, phone, number: visit.number ?? numberIn(arrival) ?? numberIn(call) };
  if (arrival !== undefined) return known;
  if (phone !== null) return { ...known, arrivedAtMs: earliestMs(counting.filter(isSeenHere)) };
  return call === undefined ? { ...known, arrivedAtMs: earliestMs(counting) } : known;
};

const numberIn = (begun: VisitFact | undefined): TemporaryNumber | null => (begun !== undefined && "number" in begun ? begun.number : null);

/** When the ward first met them: they came, or rang. */
export const metAtMs = ({ arrivedAtMs, phone }: Visit): EpochMs | null =>
  phone === null || (arrivedAtMs !== null && arrivedAtMs < phone.atMs) ? arrivedAtMs : phone.atMs;

export const phaseOf = (visit: Visit): Phase => {
  if (visit.arrivedAtMs === null && visit.phone === null) return { is: "void" };
  const leaving = leavingOf(visit);
  if (leaving !== null) return { is: "left", atMs: leaving.atMs, how: leaving.value.how, to: leaving.value.to };
  if (visit.arrivedAtMs === null) return phonePhase(visit.phone);
  const inCareFromMs = earliestMs(visit.seen ?? []);
  if (inCareFromMs !== null) return { is: "inCare", atMs: inCareFromMs };
  if (visit.calledIn !== null) return { is: "calledIn", atMs: latest(visit.calledIn).atMs };
  return { is: "waiting" };
};

const phonePhase = (phone: Phone | null): Phase => {
  if (phone === null) return { is: "void" };
  const overAtMs = phoneOverAtMs(phone);
  return overAtMs === null ? { is: "onPhone", atMs: phone.atMs } : { is: "callOver", atMs: overAtMs };
};

/** The claim that stands: the more urgent where devices disagree, the later of two alike. */
export const triageOf = (visit: Visit): Claim<TriageLevel> | null =>
  visit.triage?.reduce((worst, claim) => (urgencyOf(claim.value) <= urgencyOf(worst.value) ? claim : worst)) ?? null;

export const answerOf = <K extends DetailName>(visit: Visit, name: K): DetailAnswers[K] => answerIn(visit.heard, name);

/** The leaving that stands against everything that was seen of the patient afterwards; null while they are here. */
const leavingOf = (visit: Visit): Claim<Leaving> | null => {
  const places = visit.place?.filter((claim) => claim.value !== null) ?? [];
  const sightings = [...visit.arrivals, ...(visit.triage ?? []), ...(visit.calledIn ?? []), ...(visit.seen ?? []), ...places, ...visit.looks, ...visit.medicines, ...visit.procedures];
  const isContradicted = (left: Claim<Leaving>): boolean => sightings.some((seen) => seen.atMs > left.atMs && !knows(left, seen));
  return visit.left?.findLast((left) => visit.joined?.setAside.includes(left.by) !== true && !isContradicted(left)) ?? null;
};

/** Nearly always the last; a late entry goes to its place. */
const inTime = <T>(claims: ReadonlyArray<Claim<T>>, claim: Claim<T>): ReadonlyArray<Claim<T>> => {
  const after = claims.findIndex(({ atMs }) => atMs > claim.atMs);
  return after === -1 ? [...claims, claim] : claims.toSpliced(after, 0, claim);
};

const isFact = (record: VisitRecord): record is VisitRecord & { readonly event: VisitFact } => record.event.type !== "v1.Struck";

const earliestMs = (happened: ReadonlyArray<{ readonly atMs: EpochMs }>): EpochMs | null =>
  happened.reduce<EpochMs | null>((earliest, { atMs }) => (earliest === null || atMs < earliest ? atMs : earliest), null);
