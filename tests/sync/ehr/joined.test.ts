import { expect, it } from "vitest";
import { known, unknown } from "#core/answer.ts";
import type { VisitEvent, VisitId } from "#core/visit/events.ts";
import type { TemporaryNumber } from "#core/visit/temporary-number.ts";
import { emptyState } from "#projections/ward-state.ts";
import { recordsCsv } from "#sync/ehr/csv/records.ts";
import { visitsCsv } from "#sync/ehr/csv/visits.ts";
import { visitToBundles } from "#sync/ehr/fhir/bundle.ts";
import { keyOf } from "#sync/ehr/fhir/plan.ts";
import { sha256Hex, sourceOf } from "./fhir/sources.ts";
import { arrived, given, idOf, triaged, visitId } from "./given-visit.ts";

const other = "5f6c1b1e-other" as VisitId;
const second: VisitEvent = { type: "v1.Arrived", visit: other, number: "TRB-003-Y" as TemporaryNumber, details: { name: known("Kari Nordmann") } };
const file = given(
  { event: second, minute: -9, device: "device-b" },
  { event: arrived({ name: known("Kari Normann") }) },
  { event: triaged(2), minute: 4 },
  { event: { type: "v1.Joined", visit: other, into: visitId, number: "TRA-017-K" as TemporaryNumber, confirmedBy: "Berg" }, minute: 12 },
);
type Resource = { readonly resourceType: string; readonly [name: string]: unknown };
const resources = async (visit: typeof file): Promise<ReadonlyArray<Resource>> =>
  (await visitToBundles(visit, sourceOf(emptyState), sha256Hex)).flatMap((bundle) => (bundle["entry"] as unknown as ReadonlyArray<{ readonly resource: Resource }>).map(({ resource }) => resource));
const values = (resource: Resource | undefined, use: string): ReadonlyArray<unknown> =>
  ((resource?.["identifier"] ?? []) as ReadonlyArray<{ readonly use?: string; readonly value: unknown }>).filter((one) => one.use === use).map(({ value }) => value);

it("[FPL5][FPA8][FEN7] two that are one are one patient and one encounter, keyed by the one that goes on, and name what they replace", async () => {
  const all = await resources(file);
  const [patient, encounter] = ["Patient", "Encounter"].map((type) => all.find(({ resourceType }) => resourceType === type));
  const [goesOn, gaveWay] = [idOf("device-a", 1), idOf("device-b", 1)];
  expect(patient?.["identifier"]).toContainEqual(expect.objectContaining({ value: keyOf(goesOn, "patient") }));
  expect(values(patient, "temp")).toEqual(["TRA-017-K", "TRB-003-Y"]);
  expect(values(encounter, "temp")).toEqual(["TRA-017-K", "TRB-003-Y"]);
  expect(values(encounter, "old")).toEqual([keyOf(gaveWay, "encounter")]);
  expect(patient?.["link"]).toEqual([{ other: { type: "Patient", identifier: expect.objectContaining({ value: keyOf(gaveWay, "patient") }) as unknown }, type: "replaces" }]);
  expect(patient?.["name"]).toEqual([{ text: "Kari Nordmann" }, { text: "Kari Normann" }]);
  expect(new Set(all.filter(({ resourceType }) => resourceType === "Patient").map((one) => JSON.stringify(one))).size).toBe(1);
});

it("[FPA9] who has no name goes under an alias that is marked as no name, with why there is none", async () => {
  for (const [answer, code] of [[undefined, "not-asked"], [unknown, "asked-unknown"]] as const) {
    const patient = (await resources(given({ event: arrived(answer === undefined ? {} : { name: answer }) }))).find(({ resourceType }) => resourceType === "Patient");
    expect(patient?.["name"]).toEqual([{ use: "anonymous", text: expect.stringMatching(/^Ukjent \p{L}+$/u) as unknown, _text: { extension: [expect.objectContaining({ valueCode: code })] } }]);
  }
});

const csv = { ward: sourceOf(emptyState).ward, isDrill: false, date: "2026-01-20", offsetMinAt: () => 60 };
const cells = (text: string): ReadonlyArray<ReadonlyArray<string>> => text.trim().split("\r\n").slice(1).map((line) => line.split(";").map((cell) => cell.replace(/^"|"$/g, "")));

it("[CSV19] two that are one are one line with both numbers and both names", () => {
  const lines = cells(visitsCsv([file], csv).text);
  expect(lines.map(([number, name]) => [number, name])).toEqual([["TRA-017-K / TRB-003-Y", "Kari Nordmann / Kari Normann"]]);
});

it("[CSV20] each record stands under the number it was written on", () => {
  expect(cells(recordsCsv([file], csv).text).map(([number]) => number)).toEqual(["TRB-003-Y", "TRA-017-K", "TRA-017-K", "TRB-003-Y"]);
});
