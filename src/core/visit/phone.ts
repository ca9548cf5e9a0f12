/**
 * What a visit's records say of the telephone.
 *
 * - PHN1 A contact whose call was struck is no telephone contact; one whose call has not come here yet began with the earliest
 *   that is known of it.
 * - PHN2 It is over when something came of it, nobody is owed a call, and nobody was asked to come.
 * - PHN3 Who was asked to come is expected until they are here; a place, being called in or being seen says that they are, also
 *   where their arrival was never written or has not come here yet.
 */
import { owedCallBacks, type CallAction, type CallOutcome, type TakenCall } from "../clinical/telephone.ts";
import type { EpochMs } from "../time.ts";
import { claimOf, type Claim } from "./standing.ts";
import type { VisitRecord } from "./strikes.ts";

export interface Phone {
  /** When it was answered. */
  readonly atMs: EpochMs;
  readonly taken: TakenCall;
  /** In the order they happened, as are the attempts. */
  readonly outcomes: ReadonlyArray<Claim<CallOutcome>>;
  /** Whether somebody answered, or it was settled otherwise. */
  readonly attempts: ReadonlyArray<Claim<boolean>>;
}

/** `facts` with what was struck, `counting` without; both in causal order. */
export const phoneOf = (facts: ReadonlyArray<VisitRecord>, counting: ReadonlyArray<VisitRecord>): Phone | null => {
  const taken = counting.filter(({ event }) => event.type === "v1.CallTaken");
  if (taken.length === 0 && facts.some(({ event }) => event.type === "v1.CallTaken")) return null;
  const outcomes = counting.flatMap((record) => (record.event.type === "v1.CallEnded" ? [claimOf(record, record.event.outcome)] : []));
  const attempts = counting.flatMap((record) => (record.event.type === "v1.CalledBack" ? [claimOf(record, record.event.call.outcome !== "notReached")] : []));
  const atMs = earliest(taken) ?? (outcomes.length + attempts.length > 0 ? earliest(counting) : null);
  const last = taken.at(-1)?.event;
  return atMs === null ? null : { atMs, taken: last?.type === "v1.CallTaken" ? last.call : {}, outcomes: inTime(outcomes), attempts: inTime(attempts) };
};

/** What came of it last. */
export const actionOf = ({ outcomes }: Phone): CallAction | null => outcomes.findLast(({ value }) => value.action !== undefined)?.value.action ?? null;

/** When somebody has promised to ring up again, the soonest first. */
export const callBacksOf = ({ outcomes, attempts }: Phone): ReadonlyArray<EpochMs> => owedCallBacks(outcomes, attempts).toSorted((a, b) => a - b);

/** When the last thing of it happened; null while it goes on. */
export const phoneOverAtMs = (phone: Phone): EpochMs | null => {
  const action = actionOf(phone);
  if (action === null || action === "comeIn" || callBacksOf(phone).length > 0) return null;
  return [...phone.outcomes, ...phone.attempts].reduce((last, { atMs }) => (atMs > last ? atMs : last), phone.atMs);
};

/** What is only done with somebody who is in the house. */
export const isSeenHere = ({ event }: VisitRecord): boolean =>
  event.type === "v1.CalledIn" || event.type === "v1.Seen" || (event.type === "v1.Placed" && event.place !== null);

const inTime = <T>(claims: ReadonlyArray<Claim<T>>): ReadonlyArray<Claim<T>> => claims.toSorted((a, b) => a.atMs - b.atMs);

const earliest = (records: ReadonlyArray<VisitRecord>): EpochMs | null =>
  records.reduce<EpochMs | null>((first, { atMs }) => (first === null || atMs < first ? atMs : first), null);
