import { expect, it } from "vitest";
import { known } from "#core/answer.ts";
import { epochMs } from "#core/time.ts";
import type { VisitFact, VisitId } from "#core/visit/events.ts";
import type { TemporaryNumber } from "#core/visit/temporary-number.ts";
import { correctedFact } from "#forms/corrected-fact.ts";

const now = { nowMs: epochMs(Date.parse("2026-03-03T18:00:00Z")), offsetMinAt: () => 60, isDrill: false };
const visit = "visit-1" as VisitId;
const everyFact: ReadonlyArray<VisitFact> = [
  { type: "v1.Arrived", visit, number: "TRA-017-K" as TemporaryNumber, details: { name: known("Kari") } },
  { type: "v1.DetailsSet", visit, details: { reason: known("Feber") } },
  { type: "v1.TriageSet", visit, scale: "mts", scaleVersion: "an older one", level: 3 },
  { type: "v1.Placed", visit, place: "Rom 1" },
  { type: "v1.ClinicianSet", visit, clinician: null },
  { type: "v1.CalledIn", visit },
  { type: "v1.Seen", visit },
  { type: "v1.Left", visit, how: "admitted", to: "Medisin" },
];

it.each(everyFact)("[COR1] $type left alone stays as it was", (fact) => {
  expect(correctedFact(fact, {}, now)).toEqual(fact);
});

it("takes the right level, place, clinician and leaving", () => {
  const right = { level: "2", place: " Rom 2 ", clinician: "Berg", how: "home", to: "", name: "Kari Nordmann", reason: "Feber og hoste" };
  expect(everyFact.map((fact) => correctedFact(fact, right, now))).toEqual([
    { ...everyFact[0], details: { name: known("Kari Nordmann"), reason: known("Feber og hoste") } },
    { ...everyFact[1], details: { name: known("Kari Nordmann"), reason: known("Feber og hoste") } },
    { ...everyFact[2], level: 2 },
    { ...everyFact[3], place: "Rom 2" },
    { ...everyFact[4], clinician: "Berg" },
    everyFact[5],
    everyFact[6],
    { type: "v1.Left", visit, how: "home" },
  ]);
});

it("[COR2] an emptied place is none, and a level that is none stays", () => {
  expect(correctedFact({ type: "v1.Placed", visit, place: "Rom 1" }, { place: "" }, now)).toEqual({ type: "v1.Placed", visit, place: null });
  const triaged: VisitFact = { type: "v1.TriageSet", visit, scale: "mts", scaleVersion: "1", level: 3 };
  expect(correctedFact(triaged, { level: "6" }, now)).toEqual(triaged);
});

it("[COR4] what was chosen from the triage set stays with a corrected level, unless it was not used", () => {
  const plain = { type: "v1.TriageSet", visit, scale: "mts", scaleVersion: "1", level: 3 } as const;
  const triaged: VisitFact = { ...plain, because: { complaint: "Brystsmerter", text: "Sterke smerter", level: 2, set: { name: "Prøvesett", version: "1" } } };
  expect(correctedFact(triaged, { level: "2", because: "keep" }, now)).toEqual({ ...triaged, level: 2 });
  expect(correctedFact(triaged, {}, now)).toEqual(triaged);
  expect(correctedFact(triaged, { because: "drop" }, now)).toEqual(plain);
});
