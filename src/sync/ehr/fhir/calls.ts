/**
 * What was said by telephone, as Communication: one for each call taken, each outcome and each time the ward rang back.
 *
 * - FCL1 A call in is received and a call out is sent, at the time it happened; a call in which nobody was reached is not-done, with
 *   the reason.
 * - FCL2 What was told stands in words, each with its name; what nobody asked does not stand there.
 */
import type { Answer } from "#core/answer.ts";
import type { CallBackOutcome } from "#core/visit/call-back.ts";
import type { CallOutcome, TakenCall } from "#core/clinical/telephone.ts";
import { coding, fhirText, instant, type FhirObject } from "./json.ts";
import { keyOf, type FactRecord, type Part, type VisitPlan } from "./plan.ts";
import { performerOf } from "./provenance.ts";
import { systems } from "./systems.ts";

export const callsOf = (record: FactRecord, plan: VisitPlan): ReadonlyArray<{ readonly part: Part; readonly resource: FhirObject }> => {
  const told = contentOf(record, plan);
  return told === null ? [] : [{ part: "call", resource: communication(record, plan, told) }];
};

/** null: it was not said by telephone. */
const contentOf = ({ event, atMs, actor }: FactRecord, plan: VisitPlan): FhirObject | null => {
  const out = { sent: instant(atMs), sender: performerOf(actor) };
  if (event.type === "v1.CallTaken") return { status: "completed", received: instant(atMs), recipient: [performerOf(actor)], ...said("call-taken", takenTexts(event.call)) };
  if (event.type === "v1.CallEnded") return { status: "completed", ...out, ...said("call-outcome", outcomeTexts(event.outcome)) };
  if (event.type !== "v1.CalledBack") return null;
  const { outcome, remark } = event.call;
  const note = fhirText(remark);
  return {
    status: outcome === "reached" ? "completed" : "not-done",
    statusReason: outcome === "reached" ? undefined : { coding: [coding(systems.callOutcome, outcome)], text: callBackNames[outcome] },
    ...out,
    recipient: [{ reference: plan.urnOf(plan.anchor, "patient") }],
    ...said("call-back", [callBackNames[outcome]]),
    note: note === undefined ? undefined : [{ text: note }],
  };
};

const callBackNames: { readonly [O in CallBackOutcome]: string } = { reached: "Reached", notReached: "No answer", settledOtherwise: "Settled otherwise" };

const communication = (record: FactRecord, plan: VisitPlan, { status, ...rest }: FhirObject): FhirObject => ({
  resourceType: "Communication",
  identifier: [{ system: systems.recordId, value: keyOf(record.id, "call") }],
  status,
  medium: [{ coding: [coding(systems.v3("ParticipationMode"), "PHONE", "telephone")] }],
  subject: { reference: plan.urnOf(plan.anchor, "patient") },
  encounter: { reference: plan.urnOf(plan.anchor, "encounter") },
  ...rest,
});

const said = (kind: string, texts: ReadonlyArray<string>): FhirObject => ({
  category: [{ coding: [coding(systems.code, kind)] }],
  payload: texts.map((contentString) => ({ contentString })),
});

const takenTexts = ({ caller, callerName, callbackNumber, rangFor, remark }: TakenCall): ReadonlyArray<string> =>
  named({
    caller,
    "caller's name": answerText(callerName),
    "telephone number": answerText(callbackNumber),
    "wait before the answer": rangFor === undefined ? undefined : "sec" in rangFor ? `${String(rangFor.sec)} s` : rangFor.is === "within2Min" ? "within 2 min" : "longer than 2 min",
    remark: fhirText(remark),
  });

const outcomeTexts = ({ action, advice, toldToRingAgain, callBackAtMs }: CallOutcome): ReadonlyArray<string> =>
  named({
    action,
    advice: fhirText(advice),
    "told to ring again if worse": toldToRingAgain,
    "to be rung back": callBackAtMs === undefined ? undefined : instant(callBackAtMs),
  });

const named = (texts: { readonly [name: string]: string | undefined }): ReadonlyArray<string> =>
  Object.entries(texts).flatMap(([name, text]) => (text === undefined ? [] : [`${name}: ${text}`]));

const answerText = (answer: Answer<string> | undefined): string | undefined => (answer?.is === "known" ? fhirText(answer.value) : answer?.is);
