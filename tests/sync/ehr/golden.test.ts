/**
 * Files frozen at version 1 of their formats. Receivers read them by what docs/formats says: a change of a byte here is a new
 * version of the format, with its own file beside these.
 */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { known, none, unknown } from "#core/answer.ts";
import type { DowntimeId } from "#core/downtime/events.ts";
import { epochMs } from "#core/time.ts";
import type { StaffId } from "#core/staff/actor.ts";
import { emptyState } from "#projections/ward-state.ts";
import { recordsCsv } from "#sync/ehr/csv/records.ts";
import { visitsCsv } from "#sync/ehr/csv/visits.ts";
import { fhirFile } from "#sync/ehr/fhir/file.ts";
import { sha256Hex, sourceOf } from "./fhir/sources.ts";
import { arrived, given, idOf, startMs, triaged, visitId } from "./given-visit.ts";

const eirik = { name: "Eirik Storeik", role: "doctor", staffId: "7654321" as StaffId } as const;
const visit = given(
  { event: arrived({ name: known("Åse Morild"), nationalNumber: known("05924937884"), born: known({ is: "age", months: 912, toldMs: epochMs(startMs) }), sex: unknown, reason: known("=Tungpust; \"verre\"\ni dag") }) },
  { event: triaged(3), minute: 6 },
  { event: { type: "v1.Struck", visit: visitId, target: idOf("device-a", 2), as: "correction", why: "Feil pasient" }, minute: 6, lateMin: 3 },
  { event: { ...triaged(2), corrects: idOf("device-a", 2) }, minute: 6, lateMin: 3 },
  { event: { type: "v1.DetailsSet", visit: visitId, details: { nationalNumber: none, arrivedBy: known("ambulance") } }, minute: 8, device: "device-b" },
  { event: { type: "v1.Placed", visit: visitId, place: "Akuttrom" }, minute: 9 },
  { event: { type: "v1.ClinicianSet", visit: visitId, clinician: eirik.name }, minute: 9, by: eirik },
  { event: { type: "v1.Seen", visit: visitId }, minute: 10, lateMin: 40, by: eirik },
  { event: { type: "v1.Left", visit: visitId, how: "admitted", to: "Medisinsk avdeling" }, minute: 95, by: eirik },
);
const downtimes = [{ id: "downtime-1" as DowntimeId, startedAtMs: epochMs(startMs), endedAtMs: null }];
const fhirSource = sourceOf({ ...emptyState, downtimes });
const csvSource = { ward: emptyState.ward, isDrill: true, date: "2026-01-20", offsetMinAt: () => 60 };
const frozen = (name: string): string => readFileSync(`tests/golden/export-v1/${name}`, "utf8");

it("the FHIR file is the frozen one, byte for byte", async () => {
  const { text } = await fhirFile([visit], { ...fhirSource, date: "2026-01-20", sha256Hex });
  expect(text).toBe(frozen("visit.fhir.json"));
});

it("the CSV files are the frozen ones, byte for byte", () => {
  expect(visitsCsv([visit], csvSource).text).toBe(frozen("visits.csv"));
  expect(recordsCsv([visit], csvSource).text).toBe(frozen("records.csv"));
});
