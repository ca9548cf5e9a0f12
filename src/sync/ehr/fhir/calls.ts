/**
 * A call to somebody who had left, as Communication.
 *
 * - FCL1 Only somebody who was reached was told: every other call is not done, with the reason.
 */
import type { CallOutcome } from "#core/visit/call-back.ts";
import { coding, fhirText, instant, type FhirObject } from "./json.ts";
import { keyOf, type FactRecord, type Part, type VisitPlan } from "./plan.ts";
import { performerOf } from "./provenance.ts";
import { systems } from "./systems.ts";

const names: { readonly [O in CallOutcome]: string } = { reached: "Reached", notReached: "No answer", settledOtherwise: "Settled otherwise" };

export const callsOf = (record: FactRecord, plan: VisitPlan): ReadonlyArray<{ readonly part: Part; readonly resource: FhirObject }> => {
  if (record.event.type !== "v1.CalledBack") return [];
  const { outcome, remark } = record.event.call;
  const isReached = outcome === "reached";
  const text = fhirText(remark);
  const resource = {
    resourceType: "Communication",
    identifier: [{ system: systems.recordId, value: keyOf(record.id, "call") }],
    status: isReached ? "completed" : "not-done",
    statusReason: isReached ? undefined : { coding: [coding(systems.callOutcome, outcome)], text: names[outcome] },
    medium: [{ coding: [coding(systems.v3("ParticipationMode"), "PHONE", "telephone")] }],
    subject: { reference: plan.urnOf(plan.anchor, "patient") },
    encounter: { reference: plan.urnOf(plan.anchor, "encounter") },
    sent: instant(record.atMs),
    recipient: [{ reference: plan.urnOf(plan.anchor, "patient") }],
    sender: performerOf(record.actor),
    note: text === undefined ? undefined : [{ text }],
  };
  return [{ part: "call", resource }];
};
