/**
 * What was ordered, what came of it and who follows it up: ServiceRequest, DiagnosticReport, Communication and Task.
 *
 * - FRQ1 An order's status is what the chart says when the file is made: active while it is awaited, completed when a result came,
 *   revoked when it is not needed. Its requisition number is its `requisition`.
 * - FRQ2 A result is a report with its words in `conclusion`, based on its order where that stands here; what it was checked by
 *   stands in an extension, each identifier on its own.
 * - FRQ3 A critical call is a Communication about the report: who called, to whom, and whether it was read back.
 * - FRQ4 Who follows up what is still awaited is the owner of a Task on the order; that it is not needed is a Task that says why.
 * - FRQ5 Orders, reports and tasks name each other by key and not by address: they may stand in different bundles.
 */
import type { OrderKind } from "#core/clinical/order.ts";
import type { RecordId } from "#core/log/record.ts";
import type { OrderState, VisitOrder } from "#core/visit/orders.ts";
import { latest } from "#core/visit/standing.ts";
import { coding, fhirText, instant, type FhirObject } from "./json.ts";
import { keyOf, type FactRecord, type Part, type VisitPlan } from "./plan.ts";
import { performerOf } from "./provenance.ts";
import { systems } from "./systems.ts";

type Entry = { readonly part: Part; readonly resource: FhirObject };

export const ordersOf = (record: FactRecord, plan: VisitPlan): ReadonlyArray<Entry> => {
  const { type } = record.event;
  if (type === "v1.Ordered") return [{ part: "order", resource: requestOf(record, plan) }];
  if (type === "v1.ResultCame") return resultOf(record, plan);
  return type === "v1.OrderOwned" || type === "v1.OrderDropped" ? [{ part: "task", resource: taskOf(record, plan) }] : [];
};

const statusOf: { readonly [S in OrderState]: "active" | "completed" | "revoked" } = { awaited: "active", partly: "active", came: "completed", notNeeded: "revoked" };

const categoryOf: { readonly [K in OrderKind]: FhirObject } = {
  lab: coding(systems.snomed, "108252007", "Laboratory procedure"),
  imaging: coding(systems.snomed, "363679005", "Imaging"),
  other: coding(systems.code, "other-order"),
};

const requestOf = (record: FactRecord, plan: VisitPlan): FhirObject => {
  if (record.event.type !== "v1.Ordered") return {};
  const { kind, what, requisition, urgent } = record.event.order;
  const order = plan.visit.orders.all.find(({ order: standing }) => standing.some(({ by }) => by === record.id));
  const number = fhirText(requisition);
  return {
    resourceType: "ServiceRequest",
    identifier: [ownKey(record.id, "order")],
    requisition: number === undefined ? undefined : { system: systems.requisition, value: number },
    status: order === undefined ? "unknown" : statusOf[order.state],
    intent: "order",
    category: [{ coding: [categoryOf[kind]] }],
    priority: urgent === undefined ? undefined : "urgent",
    code: { text: fhirText(what) ?? "unknown" },
    ...aboutVisit(plan),
    authoredOn: instant(record.atMs),
    requester: performerOf(record.actor),
  };
};

const resultOf = (record: FactRecord, plan: VisitPlan): ReadonlyArray<Entry> => {
  if (record.event.type !== "v1.ResultCame") return [];
  const { result } = record.event;
  const order = plan.visit.orders.all.find(({ results }) => results.some(({ by }) => by === record.id));
  const report = {
    resourceType: "DiagnosticReport",
    extension: result.identifiedBy.map((one) => ({ url: systems.identifiedBy, valueCode: one })),
    identifier: [ownKey(record.id, "result")],
    basedOn: order === undefined ? undefined : [requestKey(order)],
    status: result.preliminary === undefined ? "final" : "preliminary",
    code: { text: (order === undefined ? undefined : fhirText(latest(order.order).value.what)) ?? "unknown" },
    ...aboutVisit(plan),
    effectiveDateTime: instant(record.atMs),
    issued: instant(record.wroteMs),
    conclusion: fhirText(result.text),
  };
  return [{ part: "result", resource: report }, ...callOf(record, plan)];
};

const callOf = (record: FactRecord, plan: VisitPlan): ReadonlyArray<Entry> => {
  if (record.event.type !== "v1.ResultCame" || record.event.result.critical === undefined) return [];
  const { text, critical } = record.event.result;
  const [said, calledBy] = [fhirText(text), fhirText(critical.calledBy)];
  const call = {
    resourceType: "Communication",
    identifier: [ownKey(record.id, "call")],
    status: "completed",
    category: [{ coding: [coding(systems.code, "critical-call")], text: "Critical result" }],
    priority: "urgent",
    ...aboutVisit(plan),
    about: [{ type: "DiagnosticReport", identifier: ownKey(record.id, "result") }],
    received: instant(record.atMs),
    recipient: [performerOf(record.actor)],
    sender: calledBy === undefined ? undefined : { type: "Practitioner", display: calledBy },
    payload: said === undefined ? undefined : [{ contentString: said }],
    note: [{ text: critical.readBack ? "Read back" : "Not read back" }],
  };
  return [{ part: "call", resource: call }];
};

const taskOf = (record: FactRecord, plan: VisitPlan): FhirObject => {
  const { event } = record;
  if (event.type !== "v1.OrderOwned" && event.type !== "v1.OrderDropped") return {};
  const order = plan.visit.orders.all.find(({ owner, dropped }) => [...(owner ?? []), ...(dropped ?? [])].some(({ by }) => by === record.id));
  const isOwned = event.type === "v1.OrderOwned";
  const owner = isOwned ? fhirText(event.owner) : undefined;
  return {
    resourceType: "Task",
    identifier: [ownKey(record.id, "task")],
    status: isOwned && (order?.state === "awaited" || order?.state === "partly") ? "requested" : "completed",
    intent: "order",
    code: isOwned ? { coding: [coding(systems.code, "follow-up")], text: "Follow up the result" } : { coding: [coding("http://hl7.org/fhir/CodeSystem/task-code", "abort")], text: "Not needed" },
    focus: order === undefined ? { type: "ServiceRequest", identifier: ownKey(event.order, "order") } : requestKey(order),
    for: { reference: plan.urnOf(plan.anchor, "patient") },
    encounter: { reference: plan.urnOf(plan.anchor, "encounter") },
    authoredOn: instant(record.atMs),
    requester: performerOf(record.actor),
    owner: owner === undefined ? undefined : { type: "Practitioner", display: owner },
    reasonCode: isOwned || fhirText(event.why) === undefined ? undefined : { text: fhirText(event.why) },
  };
};

const aboutVisit = (plan: VisitPlan) => ({
  subject: { reference: plan.urnOf(plan.anchor, "patient") },
  encounter: { reference: plan.urnOf(plan.anchor, "encounter") },
});

const ownKey = (record: RecordId, part: Part): FhirObject => ({ system: systems.recordId, value: keyOf(record, part) });

/** The record that stands for the order now. */
const requestKey = ({ order }: VisitOrder): FhirObject => ({ type: "ServiceRequest", identifier: ownKey(latest(order).by, "order") });
