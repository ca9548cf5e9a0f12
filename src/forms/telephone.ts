/**
 * The telephone form as data: who rang, about whom, and what came of it.
 *
 * - TLF1 Nothing is required: an empty form is a call of which nothing is known.
 * - TLF2 "?" is asked and unknown, "-" is none; an empty field was not asked.
 * - TLF3 A wait is read with its unit only: "90 s", "2 min", "1:30"; a bare "2" may be minutes or seconds. What is typed stands
 *   before what is tapped.
 * - TLF4 What is typed and cannot be read is kept as it was typed, and said: a wait in the call's remark, a time to ring back in the advice.
 * - TLF5 The answer's time that was filled in and left alone is the exact time of the form's first key.
 * - TLF6 A call and an outcome, typed anew and read, are the very same.
 */
import { known, none, unknown, type Answer } from "#core/answer.ts";
import { callActions, callers, saysNothingOfCall, waitBounds, type CallOutcome, type RangFor, type TakenCall } from "#core/clinical/telephone.ts";
import type { EpochMs } from "#core/time.ts";
import { readDoorForm, type DoorAnswers, type DoorMoment, type DoorReading } from "./door.ts";
import { readComingTime } from "./coming-time.ts";
import type { TypedMoment } from "./typed-time.ts";

export type CallField = "caller" | "callerName" | "callbackNumber" | "rang" | "rangFor" | "remark";
export type OutcomeField = "action" | "advice" | "toldToRingAgain" | "callBackAt";
/** What stands in the form, as typed. `arrivedAt` is when it was answered. */
export type CallAnswers = { readonly [F in CallField]?: string };
export type OutcomeAnswers = { readonly [F in OutcomeField]?: string };

export interface CallReading {
  /** What it has in common with the door's form. */
  readonly door: DoorReading;
  readonly answeredAtMs: EpochMs;
  readonly call: TakenCall;
  /** null: nothing is said of what came of it. */
  readonly outcome: CallOutcome | null;
}

/** The time that was filled in, and what stood in the field for it. */
export interface FilledIn {
  readonly text: string;
  readonly atMs: EpochMs;
}

export const readCallForm = (typed: DoorAnswers & CallAnswers & OutcomeAnswers, at: DoorMoment, filledIn: FilledIn | null): CallReading => {
  const { arrivedAt = "", ...rest } = typed;
  const isUntouched = filledIn !== null && arrivedAt.trim() === filledIn.text;
  const door = readDoorForm(isUntouched ? rest : typed, at);
  const outcome = readOutcome(typed, at);
  return {
    door,
    answeredAtMs: isUntouched ? filledIn.atMs : door.arrivedAtMs,
    call: readCall(typed),
    outcome: saysNothingOfCall(outcome) ? null : outcome,
  };
};

export const readCall = (typed: CallAnswers): TakenCall => {
  const caller = callers.find((one) => one === typed.caller);
  const sec = readWait(typed.rang ?? "");
  const bound = waitBounds.find((one) => one === typed.rangFor);
  const rangFor: RangFor | undefined = sec !== null ? { sec } : bound === undefined ? undefined : { is: bound };
  const remark = [typed.remark ?? "", sec === null ? (typed.rang ?? "") : ""].map((text) => text.trim()).filter((text) => text !== "").join(" · ");
  return {
    ...(caller === undefined ? {} : { caller }),
    ...answer("callerName", typed.callerName),
    ...answer("callbackNumber", typed.callbackNumber),
    ...(rangFor === undefined ? {} : { rangFor }),
    ...(remark === "" ? {} : { remark }),
  };
};

/** `filledIn` is what stood in the field for ringing back before anybody typed. */
export const readOutcome = (typed: OutcomeAnswers, at: TypedMoment, filledIn: FilledIn | null = null): CallOutcome => {
  const action = callActions.find((one) => one === typed.action);
  const told = (["yes", "no"] as const).find((one) => one === typed.toldToRingAgain);
  const backText = (typed.callBackAt ?? "").trim();
  const isUntouched = filledIn !== null && backText === filledIn.text;
  const callBackAtMs = isUntouched ? filledIn.atMs : backText === "" ? null : readComingTime(backText, at);
  const advice = [typed.advice ?? "", callBackAtMs === null ? backText : ""].map((text) => text.trim()).filter((text) => text !== "").join(" · ");
  return {
    ...(action === undefined ? {} : { action }),
    ...(advice === "" ? {} : { advice }),
    ...(told === undefined ? {} : { toldToRingAgain: told }),
    ...(callBackAtMs === null ? {} : { callBackAtMs }),
  };
};

export const typedCall = ({ caller, callerName, callbackNumber, rangFor, remark }: TakenCall): CallAnswers =>
  filled({
    caller, remark,
    callerName: typedAnswer(callerName),
    callbackNumber: typedAnswer(callbackNumber),
    rang: rangFor !== undefined && "sec" in rangFor ? `${String(rangFor.sec)} s` : undefined,
    rangFor: rangFor !== undefined && "is" in rangFor ? rangFor.is : undefined,
  });

/** `timeText` is how the time to ring back stands in the field. */
export const typedOutcome = ({ action, advice, toldToRingAgain }: CallOutcome, timeText: string): OutcomeAnswers => filled({ action, advice, toldToRingAgain, callBackAt: timeText === "" ? undefined : timeText });

/** In seconds; null where it is not said with a unit. Longer than a day is no wait. */
export const readWait = (text: string): number | null => {
  const typed = text.trim().toLowerCase().replace(/\s+/gu, " ");
  const colon = /^(\d{1,3}):([0-5]\d)$/u.exec(typed);
  if (colon) return Number(colon[1]) * 60 + Number(colon[2]);
  const parts = /^(?:(\d{1,4}(?:[.,]5)?) ?(?:m|min|minutt|minutter|minutes?)\.?)? ?(?:(\d{1,5}) ?(?:s|sek|sekund|sekunder|sec|seconds?)\.?)?$/u.exec(typed);
  if (!parts || (parts[1] === undefined && parts[2] === undefined)) return null;
  const sec = Math.round(Number((parts[1] ?? "0").replace(",", ".")) * 60) + Number(parts[2] ?? "0");
  return sec > 86_400 ? null : sec;
};

const answer = <F extends "callerName" | "callbackNumber">(field: F, text: string | undefined): { readonly [K in F]?: Answer<string> } => {
  const typed = (text ?? "").trim();
  const said: { readonly [K in F]?: Answer<string> } = {};
  return typed === "" ? said : { ...said, [field]: typed === "?" ? unknown : typed === "-" ? none : known(typed) };
};

const typedAnswer = (told: Answer<string> | undefined): string | undefined => (told === undefined ? undefined : told.is === "known" ? told.value : told.is === "unknown" ? "?" : "-");

const filled = (texts: { readonly [field: string]: string | undefined }): { readonly [field: string]: string } =>
  Object.fromEntries(Object.entries(texts).flatMap(([field, text]) => (text === undefined ? [] : [[field, text]])));
