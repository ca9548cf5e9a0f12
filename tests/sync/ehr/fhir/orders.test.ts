import { describe, expect, it } from "vitest";
import { emptyState } from "#projections/ward-state.ts";
import type { VisitEvent } from "#core/visit/events.ts";
import { visitToBundles } from "#sync/ehr/fhir/bundle.ts";
import { arrived, given, idOf, visitId, type Told } from "../given-visit.ts";
import { resourcesOf, sha256Hex, sourceOf } from "./sources.ts";

const crp: VisitEvent = { type: "v1.Ordered", visit: visitId, order: { kind: "lab", what: "CRP", requisition: "4471", urgent: true } };
const result: VisitEvent = { type: "v1.ResultCame", visit: visitId, order: idOf("device-a", 2), result: { text: "CRP 284", identifiedBy: ["name", "requisition"], critical: { calledBy: "Lab v/ Moen", readBack: true } } };
const told = async (type: string, ...rest: ReadonlyArray<Told>) => resourcesOf(await visitToBundles(given({ event: arrived() }, ...rest), sourceOf(emptyState), sha256Hex), type);
const orderKey = { type: "ServiceRequest", identifier: { value: `${idOf("device-a", 2)}.order` } };

describe("[FRQ1] an order", () => {
  it("has its requisition, its haste and the time it was ordered", async () => {
    expect((await told("ServiceRequest", { event: crp, minute: 5, lateMin: 20 }))[0]).toMatchObject({
      status: "active", intent: "order", priority: "urgent", code: { text: "CRP" }, requisition: { system: "https://vaktbok.no/fhir/requisition", value: "4471" },
      category: [{ coding: [{ code: "108252007" }] }], authoredOn: "2026-01-20T15:48:00.000Z", requester: { display: "Marit Snøfonn" },
    });
  });

  it("is completed when a result came, and revoked when it is not needed", async () => {
    expect((await told("ServiceRequest", { event: crp }, { event: result }))[0]).toMatchObject({ status: "completed" });
    expect((await told("ServiceRequest", { event: crp }, { event: { type: "v1.OrderDropped", visit: visitId, order: idOf("device-a", 2), why: "tatt før" } }))[0]).toMatchObject({ status: "revoked" });
  });
});

it("[FRQ2][FRQ5] a result is a report on its order, with what it was compared by", async () => {
  expect((await told("DiagnosticReport", { event: crp }, { event: result, minute: 40 }))[0]).toMatchObject({
    status: "final", conclusion: "CRP 284", code: { text: "CRP" }, basedOn: [orderKey], effectiveDateTime: "2026-01-20T16:23:00.000Z",
    extension: [{ url: "https://vaktbok.no/fhir/identified-by", valueCode: "name" }, { valueCode: "requisition" }],
  });
});

it("[FRQ2] of no order that stands here, it is a report by itself", async () => {
  const [one] = await told("DiagnosticReport", { event: result });
  expect(one).toMatchObject({ code: { text: "unknown" }, conclusion: "CRP 284" });
  expect(one?.["basedOn"]).toBeUndefined();
});

it("[FRQ3] a critical call says who called, who took it and whether it was read back", async () => {
  expect((await told("Communication", { event: crp }, { event: result }))[0]).toMatchObject({
    status: "completed", sender: { display: "Lab v/ Moen" }, recipient: [{ display: "Marit Snøfonn" }], payload: [{ contentString: "CRP 284" }], note: [{ text: "Read back" }],
  });
});

it("[FRQ4][FRQ5] who follows up is the owner of a task on the order", async () => {
  const event: VisitEvent = { type: "v1.OrderOwned", visit: visitId, order: idOf("device-a", 2), owner: "Dr. Lien" };
  expect((await told("Task", { event: crp }, { event }))[0]).toMatchObject({ status: "requested", focus: orderKey, owner: { display: "Dr. Lien" }, code: { coding: [{ code: "follow-up" }] } });
  expect((await told("Task", { event: crp }, { event }, { event: result }))[0]).toMatchObject({ status: "completed" });
});

it("[FRQ4] that it is not needed is a task that says why", async () => {
  const event: VisitEvent = { type: "v1.OrderDropped", visit: visitId, order: idOf("device-a", 2), why: "tatt før" };
  expect((await told("Task", { event: crp }, { event }))[0]).toMatchObject({ code: { coding: [{ code: "abort" }] }, reasonCode: { text: "tatt før" }, focus: orderKey });
});

it("[FPC1] a procedure has its time, its place on the body and who did it", async () => {
  const event: VisitEvent = { type: "v1.ProcedureDone", visit: visitId, procedure: { what: "Gips", where: "venstre håndledd", by: "Berg", remark: "god sirkulasjon" } };
  expect((await told("Procedure", { event, minute: 12 }))[0]).toMatchObject({
    status: "completed", code: { text: "Gips" }, bodySite: [{ text: "venstre håndledd" }], performer: [{ actor: { display: "Berg" } }], recorder: { display: "Marit Snøfonn" },
    note: [{ text: "god sirkulasjon" }], performedDateTime: "2026-01-20T15:55:00.000Z",
  });
});
