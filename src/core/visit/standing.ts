/**
 * One thing that is known about a visit, with everybody who claims it.
 *
 * - STD1 A claim falls to one whose writer knew of it; an entry made late about an earlier time overrides nothing of a later one.
 * - STD2 Claims made unaware of each other all stand until somebody who knows of them claims anew.
 * - STD3 A wrong clock makes nobody's last look lose: what was written at once counts from no earlier than what its writer
 *   knew, and where a late entry's writer knew of something from "the future", both stand.
 * - STD4 What happens once or does not change with the hour, as a leaving or a name, is the last word of whoever knew, for
 *   whatever time it is told.
 */
import { contentOf } from "../answer.ts";
import { knows, type Within } from "../log/order.ts";
import type { LogRecord, RecordId, SeenVector, Stamp, DeviceId } from "../log/record.ts";
import type { Actor } from "../staff/actor.ts";
import { minuteMs, type EpochMs } from "../time.ts";

export interface Claim<T> {
  readonly value: T;
  readonly by: RecordId;
  readonly actor: Actor;
  readonly atMs: EpochMs;
  readonly wroteMs: EpochMs;
  /** When it happened, for telling which is later: `atMs`, unless the writer's clock was behind what the writer knew. */
  readonly countsFromMs: EpochMs;
  readonly device: DeviceId;
  readonly seq: number;
  readonly stamp: Stamp;
  readonly seen: SeenVector;
  readonly within?: Within;
}

/** At least one claim; more than one means that devices claim without having heard of each other. In causal order. */
export type Standing<T> = readonly [Claim<T>, ...ReadonlyArray<Claim<T>>];

export const claimOf = <T>(record: LogRecord & { readonly within?: Within }, value: T): Claim<T> => ({
  value,
  by: record.id,
  actor: record.actor,
  atMs: record.atMs,
  wroteMs: record.wroteMs,
  countsFromMs: record.atMs,
  device: record.device,
  seq: record.seq,
  stamp: record.stamp,
  seen: record.seen,
  ...(record.within === undefined ? {} : { within: record.within }),
});

/** For what changes through the evening. Claims must come in causal order: none after one that knows it. */
export const claimed = <T>(standing: Standing<T> | null, claim: Claim<T>): Standing<T> => {
  if (standing === null) return [claim];
  const latecomer = isLate(claim) ? claim : { ...claim, countsFromMs: latestKnownMs(standing, claim) };
  const kept = standing.filter((earlier) => !falls(earlier, latecomer));
  const [first, ...rest] = standing.some((other) => falls(latecomer, other)) ? kept : [...kept, latecomer];
  return first === undefined ? standing : [first, ...rest];
};

/** For what does not. In causal order, too. */
export const lastWord = <T>(standing: Standing<T> | null, claim: Claim<T>): Standing<T> => {
  const [first, ...rest] = standing?.filter((earlier) => !knows(claim, earlier)) ?? [];
  return first === undefined ? [claim] : [first, ...rest, claim];
};

/** The last claim in causal order. */
export const latest = <T>(standing: Standing<T>): Claim<T> => standing.reduce<Claim<T>>((_, claim) => claim, standing[0]);

export const disagrees = (standing: Standing<unknown> | null): boolean =>
  standing !== null && standing.some((claim) => !isSame(contentOf(claim.value), contentOf(standing[0].value)));

/** Whether two JSON values say the same, however their fields are ordered. */
export const isSame = (a: unknown, b: unknown): boolean => {
  if (!isObject(a) || !isObject(b)) return a === b;
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => isSame(a[name], b[name]));
};

/** Told for a time so far before it was written that somebody chose that time; less than this is the minute on the form. */
const isLate = (claim: Claim<unknown>): boolean => claim.wroteMs - claim.atMs > minuteMs;

const falls = (claim: Claim<unknown>, to: Claim<unknown>): boolean => {
  const isKnown = knows(to, claim);
  if (!isKnown && !knows(claim, to)) return false;
  if (isKnown ? isOutOfTime(to, claim) : isOutOfTime(claim, to)) return false;
  return claim.countsFromMs === to.countsFromMs ? isKnown : claim.countsFromMs < to.countsFromMs;
};

/** One of the two clocks is wrong: the other claim was known here before, by this clock, it had happened. */
const isOutOfTime = (later: Claim<unknown>, earlier: Claim<unknown>): boolean => isLate(later) && earlier.countsFromMs > later.wroteMs;

const latestKnownMs = (standing: Standing<unknown>, claim: Claim<unknown>): EpochMs =>
  standing.reduce((lastMs, other) => (knows(claim, other) && other.countsFromMs > lastMs ? other.countsFromMs : lastMs), claim.atMs);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null;
