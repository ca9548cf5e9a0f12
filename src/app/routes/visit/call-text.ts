// A telephone contact in words: the chart, the list of calls and the paper say the same.
import type { Answer } from "#core/answer.ts";
import type { CallAction, CallOutcome, Caller, RangFor, TakenCall } from "#core/clinical/telephone.ts";
import type { CallBack } from "#core/visit/call-back.ts";
import type { PageWords } from "#i18n/pages/page-words.ts";
import type { TelephoneWords } from "#i18n/pages/telephone.ts";
import { timeOf } from "../../formats.ts";
import type { TextContext } from "./fact-text.ts";

type Told = readonly [label: string, answer: string];

const callerWords: { readonly [C in Caller]: keyof TelephoneWords } = { patient: "patient", relative: "relative", healthStaff: "healthStaff", police: "police", other: "otherCaller" };
const actionWords: { readonly [A in CallAction]: keyof TelephoneWords } = {
  nurseAdvice: "nurseAdvice", doctorPhone: "doctorPhone", comeIn: "comeIn", homeVisit: "homeVisit", ambulance: "ambulance", toAmk: "toAmk", toGp: "toGp", other: "otherAction",
};

export const callerText = (caller: Caller, words: TelephoneWords): string => words[callerWords[caller]];
export const actionText = (action: CallAction, words: TelephoneWords): string => words[actionWords[action]];

const rangText = (rangFor: RangFor, words: TelephoneWords): string => {
  if ("is" in rangFor) return words[rangFor.is];
  const [minutes, seconds] = [Math.floor(rangFor.sec / 60), rangFor.sec % 60];
  return minutes === 0 ? `${String(seconds)} s` : `${String(minutes)} min${seconds === 0 ? "" : ` ${String(seconds)} s`}`;
};

export const callAnswers = ({ caller, callerName, callbackNumber, rangFor, remark }: TakenCall, { words }: TextContext): ReadonlyArray<Told> => {
  const { telephone, visit } = words;
  const said = (answer: Answer<string>): string => (answer.is === "known" ? answer.value : answer.is === "unknown" ? visit.answerUnknown : visit.answerNone);
  return [
    ...(caller === undefined ? [] : [[telephone.caller, callerText(caller, telephone)] as const]),
    ...(callerName === undefined ? [] : [[telephone.callerName, said(callerName)] as const]),
    ...(callbackNumber === undefined ? [] : [[telephone.callbackNumber, said(callbackNumber)] as const]),
    ...(rangFor === undefined ? [] : [[telephone.rangFor, rangText(rangFor, telephone)] as const]),
    ...(remark === undefined ? [] : [[telephone.remark, remark] as const]),
  ];
};

export const outcomeHead = ({ action }: CallOutcome, words: TelephoneWords): string => (action === undefined ? words.eventEnded : `${words.action}: ${actionText(action, words)}`);

export const outcomeAnswers = ({ advice, toldToRingAgain, callBackAtMs }: CallOutcome, { words: { telephone }, nowMs, language }: TextContext): ReadonlyArray<Told> => [
  ...(advice === undefined ? [] : [[telephone.advice, advice] as const]),
  ...(toldToRingAgain === undefined ? [] : [[telephone.told, telephone[toldToRingAgain]] as const]),
  ...(callBackAtMs === undefined ? [] : [[telephone.callBackAt, timeOf(callBackAtMs, nowMs, language)] as const]),
];

/** The ward rang them. */
export const callBackHead = ({ outcome }: CallBack, { letter, callBack }: PageWords): string => `${letter.called}: ${callBack[outcome].toLowerCase()}`;
export const callBackAnswers = ({ remark }: CallBack, { callBack }: PageWords): ReadonlyArray<Told> => (remark === undefined ? [] : [[callBack.remark, remark]]);
