/**
 * What was done with the patient's body, as Procedure.
 *
 * - FPC1 `performed` is when it happened; who did it is the performer, and who wrote it where nobody else is named.
 */
import { fhirText, instant, type FhirObject } from "./json.ts";
import { keyOf, type FactRecord, type Part, type VisitPlan } from "./plan.ts";
import { performerOf } from "./provenance.ts";
import { systems } from "./systems.ts";

export const proceduresOf = (record: FactRecord, plan: VisitPlan): ReadonlyArray<{ readonly part: Part; readonly resource: FhirObject }> => {
  if (record.event.type !== "v1.ProcedureDone") return [];
  const { what, where, by, remark } = record.event.procedure;
  const [site, doer, note] = [fhirText(where), fhirText(by), fhirText(remark)];
  const resource = {
    resourceType: "Procedure",
    identifier: [{ system: systems.recordId, value: keyOf(record.id, "procedure") }],
    status: "completed",
    code: { text: fhirText(what) ?? "unknown" },
    subject: { reference: plan.urnOf(plan.anchor, "patient") },
    encounter: { reference: plan.urnOf(plan.anchor, "encounter") },
    performedDateTime: instant(record.atMs),
    recorder: performerOf(record.actor),
    performer: [{ actor: doer === undefined ? performerOf(record.actor) : { type: "Practitioner", display: doer } }],
    bodySite: site === undefined ? undefined : [{ text: site }],
    note: note === undefined ? undefined : [{ text: note }],
  };
  return [{ part: "procedure", resource }];
};
