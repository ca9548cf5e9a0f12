import { expect, it } from "vitest";
import { known } from "#core/answer.ts";
import type { DeviceId } from "#core/log/record.ts";
import { dispositions, type VisitEvent } from "#core/visit/events.ts";
import { emptyState } from "#projections/ward-state.ts";
import { visitToBundles } from "#sync/ehr/fhir/bundle.ts";
import { arrived, given, idOf, triaged, visitId, type Told } from "../given-visit.ts";
import { resourcesOf, sha256Hex, sourceOf } from "./sources.ts";

const encounterOf = async (...told: ReadonlyArray<Told>) =>
  resourcesOf(await visitToBundles(given({ event: arrived({ reason: known("Tungpust"), arrivedBy: known("ambulance") }) }, ...told), sourceOf(emptyState), sha256Hex), "Encounter")[0] ?? {};

const seen: VisitEvent = { type: "v1.Seen", visit: visitId };
const left = (how: (typeof dispositions)[number], to?: string): VisitEvent => ({ type: "v1.Left", visit: visitId, how, ...(to === undefined ? {} : { to }) });
const clock = (time: string): string => `2026-01-20T${time}:00.000Z`;

it("[FEN1] every step has the time it happened, however late it was written", async () => {
  const encounter = await encounterOf({ event: triaged(2), minute: 7 }, { event: seen, minute: 20, lateMin: 90 }, { event: left("home"), minute: 47, lateMin: 120 });
  expect(encounter).toMatchObject({
    status: "finished",
    statusHistory: [
      { status: "arrived", period: { start: clock("15:43"), end: clock("15:50") } },
      { status: "triaged", period: { start: clock("15:50"), end: clock("16:03") } },
      { status: "in-progress", period: { start: clock("16:03"), end: clock("16:30") } },
    ],
    period: { start: clock("15:43"), end: clock("16:30") },
    reasonCode: [{ text: "Tungpust" }],
  });
});

it.each([
  [[], "arrived"],
  [[{ event: triaged(3), minute: 3 }], "triaged"],
  [[{ event: triaged(3), minute: 3 }, { event: { type: "v1.CalledIn", visit: visitId }, minute: 4 }], "triaged"],
  [[{ event: seen, minute: 9 }], "in-progress"],
] as const)("[FEN1] the status of today is not in the history (%#)", async (told, status) => {
  const { statusHistory = [], ...encounter } = await encounterOf(...told);
  expect(encounter["status"]).toBe(status);
  expect(JSON.stringify(statusHistory)).not.toContain(`"${status}"`);
});

it("[FEN2] a triage written as if after care is no step, and an end before the start is left out", async () => {
  const late = await encounterOf({ event: seen, minute: 5 }, { event: triaged(1), minute: 30 });
  expect(late["statusHistory"]).toMatchObject([{ status: "arrived" }]);
  const odd = await encounterOf({ event: left("home"), minute: -90 });
  expect(odd["period"]).toEqual({ start: clock("15:43") });
  expect(odd["status"]).toBe("finished");
});

it("[FEN3] places and clinicians stand with their periods, the struck ones not", async () => {
  const placed = (place: string | null): VisitEvent => ({ type: "v1.Placed", visit: visitId, place });
  const encounter = await encounterOf(
    { event: placed("Rom 1"), minute: 10 },
    { event: placed("Rom 9"), minute: 11 },
    { event: { type: "v1.Struck", visit: visitId, target: idOf("device-a", 3), as: "undo", why: "" }, minute: 12 },
    { event: { type: "v1.ClinicianSet", visit: visitId, clinician: "Amina Silkeblom" }, minute: 15 },
    { event: placed("Observasjon"), minute: 30 },
    { event: left("admitted", "Medisinsk avdeling"), minute: 60 },
  );
  expect(encounter["location"]).toEqual([
    { location: { display: "Rom 1" }, status: "completed", period: { start: clock("15:53"), end: clock("16:13") } },
    { location: { display: "Observasjon" }, status: "completed", period: { start: clock("16:13"), end: clock("16:43") } },
  ]);
  expect(encounter["participant"]).toMatchObject([{ individual: { display: "Amina Silkeblom" }, period: { start: clock("15:58"), end: clock("16:43") } }]);
  expect(encounter["hospitalization"]).toMatchObject({ destination: { display: "Medisinsk avdeling" } });
});

it("[FEN4] every way of leaving is told in HL7's words and in ours", async () => {
  for (const how of dispositions) {
    const encounter = await encounterOf({ event: left(how), minute: 30 });
    expect(encounter).toMatchObject({
      status: "finished",
      hospitalization: { dischargeDisposition: { coding: [{ system: "http://terminology.hl7.org/CodeSystem/discharge-disposition" }, { system: "https://vaktbok.no/fhir/disposition", code: how }] } },
    });
  }
});

it("[FEN5] a leaving after which another device saw the patient is not told as how they left", async () => {
  const gone: Told = { event: left("home"), minute: 20 };
  const still: Told = { event: triaged(1), minute: 30, device: "device-b", seen: [["device-a" as DeviceId, 1]] };
  expect(await encounterOf(gone)).toHaveProperty("hospitalization");
  expect(await encounterOf(gone, still)).not.toHaveProperty("hospitalization");
  expect(await encounterOf(gone, still)).not.toMatchObject({ status: "finished" });
});
