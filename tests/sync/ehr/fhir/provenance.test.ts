import { expect, it } from "vitest";
import { known } from "#core/answer.ts";
import type { DowntimeId } from "#core/downtime/events.ts";
import type { StaffId } from "#core/staff/actor.ts";
import { epochMs } from "#core/time.ts";
import { emptyState } from "#projections/ward-state.ts";
import { visitToBundles } from "#sync/ehr/fhir/bundle.ts";
import { arrived, given, idOf, marit, startMs, triaged, visitId, type Told } from "../given-visit.ts";
import { resourcesOf, sha256Hex, sourceOf } from "./sources.ts";

const downtimes = [{ id: "dt-1" as DowntimeId, startedAtMs: epochMs(startMs), endedAtMs: null }];
const told = async (type: string, ...rest: ReadonlyArray<Told>) =>
  resourcesOf(await visitToBundles(given({ event: arrived() }, ...rest), sourceOf({ ...emptyState, downtimes }), sha256Hex), type);
const clock = (time: string): string => `2026-01-20T${time}:00.000Z`;

it("[FPR1] happened and written are two times, both kept", async () => {
  const [, late] = await told("Provenance", { event: triaged(2), minute: 5, lateMin: 90 });
  expect(late).toMatchObject({ occurredDateTime: clock("15:48"), recorded: clock("17:18"), reason: [{ coding: [{ code: "dt-1" }] }] });
});

it("[FPR2] the author has name, role and staff number, and stands for the ward; the device is named", async () => {
  const [first] = await told("Provenance", { event: triaged(2), by: { name: "Eirik Storeik", role: "doctor", staffId: "7654321" as StaffId } });
  expect(first).toMatchObject({ agent: [{ role: [{ coding: [{ code: "nurse" }] }], who: { display: "Marit Snøfonn" }, onBehalfOf: { display: "Legevakt" } }, { who: { identifier: { value: "device-a" } } }] });
  const [, second] = await told("Provenance", { event: triaged(2), by: { name: "Eirik Storeik", role: "doctor", staffId: "7654321" as StaffId } });
  expect(second).toMatchObject({ agent: [{ who: { display: "Eirik Storeik", identifier: { system: "https://vaktbok.no/fhir/staff-id", value: "7654321" } } }, {}] });
  const [, nobody] = await told("Provenance", { event: triaged(2), by: { name: "", role: "other" } });
  expect(nobody).toMatchObject({ agent: [{ who: { _display: { extension: [{ valueCode: "unknown" }] } } }, {}] });
});

it("[FPR3] a strike names what no longer counts, whose it was and why; what stands instead names what it replaces", async () => {
  const wrong = idOf("device-a", 2);
  const provenances = await told(
    "Provenance",
    { event: triaged(3), minute: 5 },
    { event: { type: "v1.Struck", visit: visitId, target: wrong, as: "correction", why: "Feil pasient" }, minute: 5, lateMin: 9 },
    { event: { ...triaged(2), corrects: wrong }, minute: 5, lateMin: 9 },
  );
  expect(provenances).toHaveLength(2);
  expect(provenances[1]).toMatchObject({
    activity: { coding: [{ code: "NULLIFY" }, { code: "v1.Struck" }, { code: "v1.TriageSet" }] },
    reason: [{ text: "Feil pasient" }, {}],
    entity: [
      { role: "source", what: { identifier: { value: idOf("device-a", 3) } } },
      { role: "removal", what: { identifier: { value: wrong }, display: `v1.TriageSet by ${marit.name}, happened ${clock("15:48")}, written ${clock("15:48")}` } },
      { role: "source" },
      { role: "revision", what: { identifier: { value: wrong } } },
    ],
  });
});

it("[FPR4] its key is a tag, and stays when more is written later", async () => {
  const tags = async (...rest: ReadonlyArray<Told>) => (await told("Provenance", ...rest)).map((one) => one["meta"]);
  expect((await tags({ event: triaged(2), minute: 5 }))[0]).toMatchObject({ tag: [{ system: "https://vaktbok.no/fhir/record-id", code: `${idOf("device-a", 1)}.provenance` }, {}, {}] });
  expect((await tags({ event: triaged(2), minute: 5 }, { event: triaged(1), minute: 6 })).slice(0, 2)).toEqual(await tags({ event: triaged(2), minute: 5 }));
});

it("[FOB1] every look at the patient is its own observation, with when it happened and when it was written", async () => {
  const looks = await told("Observation", { event: triaged(3), minute: 5, lateMin: 2 }, { event: triaged(2), minute: 40 });
  expect(looks).toMatchObject([
    { effectiveDateTime: clock("15:48"), issued: clock("15:50"), valueCodeableConcept: { coding: [{ code: "3", display: "Vanlig", version: "2026-1" }] } },
    { effectiveDateTime: clock("16:23"), issued: clock("16:23"), valueCodeableConcept: { coding: [{ code: "2", display: "Haster" }], text: "Norsk indeks 2 Haster" } },
  ]);
});

it("[FOB2] of a version this program does not hold only the number is told", async () => {
  const [look] = await told("Observation", { event: { type: "v1.TriageSet", visit: visitId, scale: "no3", scaleVersion: "2031-7", level: 2 } });
  expect(look?.["valueCodeableConcept"]).toEqual({ coding: [{ system: "https://vaktbok.no/fhir/triage-scale/no3", version: "2031-7", code: "2" }], text: "Norsk indeks 2" });
});

it("[FPA5] an age is an observation of when it was told: months for the smallest, years for others", async () => {
  const age = async (months: number) =>
    (await told("Observation", { event: { type: "v1.DetailsSet", visit: visitId, details: { born: known({ is: "age", months, toldMs: epochMs(startMs) }) } }, minute: 3 }))[0];
  expect(await age(504)).toMatchObject({ valueQuantity: { value: 42, code: "a" }, effectiveDateTime: clock("15:43") });
  expect(await age(8)).toMatchObject({ valueQuantity: { value: 8, code: "mo" } });
});
