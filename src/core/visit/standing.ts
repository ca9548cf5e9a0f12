/**
 * One thing that is known about a visit, with everybody who claims it.
 *
 * - STD1 A claim falls to a later one whose writer knew of it and which happened later; a late entry about earlier does not override.
 * - STD2 Two claims made unaware of each other both stand until somebody who knows of both claims anew.
 */
import { knows } from "../log/order.ts";
import type { LogRecord, RecordId, SeenVector, Stamp, DeviceId } from "../log/record.ts";
import type { Actor } from "../staff/actor.ts";
import type { EpochMs } from "../time.ts";

export interface Claim<T> {
  readonly value: T;
  readonly by: RecordId;
  readonly actor: Actor;
  readonly atMs: EpochMs;
  readonly device: DeviceId;
  readonly seq: number;
  readonly stamp: Stamp;
  readonly seen: SeenVector;
}

/** At least one claim; more than one means that devices disagree. In log order. */
export type Standing<T> = readonly [Claim<T>, ...ReadonlyArray<Claim<T>>];

export const claimOf = <T>(record: LogRecord, value: T): Claim<T> => ({
  value,
  by: record.id,
  actor: record.actor,
  atMs: record.atMs,
  device: record.device,
  seq: record.seq,
  stamp: record.stamp,
  seen: record.seen,
});

const falls = (claim: Claim<unknown>, to: Claim<unknown>): boolean => {
  if (!knows(to, claim) && !knows(claim, to)) return false;
  return claim.atMs === to.atMs ? knows(to, claim) : claim.atMs < to.atMs;
};

export const claimed = <T>(standing: Standing<T> | null, claim: Claim<T>): Standing<T> => {
  if (standing === null) return [claim];
  const kept = standing.filter((earlier) => !falls(earlier, claim));
  const [first, ...rest] = kept;
  if (first === undefined) return [claim];
  return standing.some((other) => falls(claim, other)) ? [first, ...rest] : [first, ...rest, claim];
};

/** The last claim in log order. */
export const latest = <T>(standing: Standing<T>): Claim<T> => standing.reduce<Claim<T>>((_, claim) => claim, standing[0]);

export const disagrees = (standing: Standing<unknown> | null): boolean =>
  standing !== null && standing.some((claim) => JSON.stringify(claim.value) !== JSON.stringify(standing[0].value));
