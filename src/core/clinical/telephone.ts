/**
 * A telephone contact (116117): who rang, how long they waited, what came of it, and whether somebody owes them a call.
 *
 * - TEL1 Of the wait before the answer an exact number of seconds is kept as told; "within two minutes" or "longer" is all that
 *   the measure needs.
 * - TEL2 A call-back is done by one that happened after the promise and of which the two writers knew: of two who are unaware of
 *   each other the promise stands, since one call too many harms nobody.
 * - TEL3 An attempt that nobody answered is no call-back. A promise falls to a new one by somebody who knew of it, and to nothing else.
 */
import type { Answer } from "../answer.ts";
import { knows } from "../log/order.ts";
import type { EpochMs } from "../time.ts";
import type { Claim } from "../visit/standing.ts";

export const callers = ["patient", "relative", "healthStaff", "police", "other"] as const;
export type Caller = (typeof callers)[number];

export const callActions = ["nurseAdvice", "doctorPhone", "comeIn", "homeVisit", "ambulance", "toAmk", "toGp", "other"] as const;
export type CallAction = (typeof callActions)[number];

export const waitBounds = ["within2Min", "over2Min"] as const;
export type RangFor = { readonly sec: number } | { readonly is: (typeof waitBounds)[number] };

/** Absent is not asked. */
export interface TakenCall {
  readonly caller?: Caller;
  readonly callerName?: Answer<string>;
  readonly callbackNumber?: Answer<string>;
  readonly rangFor?: RangFor;
  /** As it was typed. */
  readonly remark?: string;
}

/** What came of it. */
export interface CallOutcome {
  readonly action?: CallAction;
  readonly advice?: string;
  /** Whether they were told to ring again if it gets worse. */
  readonly toldToRingAgain?: "yes" | "no";
  readonly callBackAtMs?: EpochMs;
}

export const saysNothingOfCall = ({ action, advice, toldToRingAgain, callBackAtMs }: CallOutcome): boolean =>
  action === undefined && (advice ?? "").trim() === "" && toldToRingAgain === undefined && callBackAtMs === undefined;

/** The 116117 regulation: 80 % are answered within two minutes. Null when nobody said. */
export const isAnsweredInTime = (rangFor: RangFor | undefined): boolean | null => {
  if (rangFor === undefined) return null;
  return "sec" in rangFor ? rangFor.sec <= 120 : rangFor.is === "within2Min";
};

/** The promises that nobody has kept yet. */
export const owedCallBacks = (outcomes: ReadonlyArray<Claim<CallOutcome>>, attempts: ReadonlyArray<Claim<boolean>>): ReadonlyArray<EpochMs> =>
  outcomes.flatMap((promise) => {
    const { callBackAtMs } = promise.value;
    const isReplaced = outcomes.some((other) => other.value.callBackAtMs !== undefined && knows(other, promise));
    return callBackAtMs === undefined || isReplaced || attempts.some((attempt) => keeps(attempt, promise)) ? [] : [callBackAtMs];
  });

const keeps = (attempt: Claim<boolean>, promise: Claim<CallOutcome>): boolean =>
  attempt.value && attempt.atMs >= promise.atMs && (knows(attempt, promise) || knows(promise, attempt));
