import { expect, it } from "vitest";
import type { Conclusion } from "#core/clinical/conclusion.ts";
import type { CallBack } from "#core/visit/call-back.ts";
import { dispositions } from "#core/visit/events.ts";
import { emptyState } from "#projections/ward-state.ts";
import { visitsCsv } from "#sync/ehr/csv/visits.ts";
import { dispositionWords } from "#sync/ehr/csv/words.ts";
import { visitToBundles } from "#sync/ehr/fhir/bundle.ts";
import { arrived, given, visitId, type Told } from "../given-visit.ts";
import { resourcesOf, sha256Hex, sourceOf } from "./sources.ts";

const bundlesOf = (...told: ReadonlyArray<Told>) => visitToBundles(given({ event: arrived() }, ...told), sourceOf(emptyState), sha256Hex);
const concluded = (conclusion: Conclusion) => bundlesOf({ event: { type: "v1.Concluded", visit: visitId, conclusion }, minute: 90, lateMin: 10 });
const called = async (call: CallBack) => resourcesOf(await bundlesOf({ event: { type: "v1.CalledBack", visit: visitId, call }, minute: 120 }), "Communication")[0];
const codesOf = (all: ReadonlyArray<{ readonly [name: string]: unknown }>) => all.map(({ code }) => code);

it("[FCN1] a code stands in its own system, words as text and never as a code", async () => {
  const bundles = await concluded({ diagnosis: "Forstuet ankel", codes: [{ system: "icpc2", code: "L77" }, { system: "icd10", code: "S93.4" }], codeText: "ankel?" });
  const conditions = resourcesOf(bundles, "Condition");
  expect(codesOf(conditions)).toEqual([
    { coding: [{ system: "urn:oid:2.16.578.1.12.4.1.1.7170", code: "L77" }], text: "Forstuet ankel" },
    { coding: [{ system: "urn:oid:2.16.578.1.12.4.1.1.7110", code: "S93.4" }] },
  ]);
  expect(conditions[0]).toMatchObject({ note: [{ text: "ankel?" }], recordedDate: "2026-01-20T17:23:00.000Z" });
  expect(codesOf(resourcesOf(await concluded({ codeText: "ankel?" }), "Condition"))).toEqual([{ text: "ankel?" }]);
});

it("[FCN2] of more than four codes none is lost", async () => {
  const codes = ["L77", "R74", "A97", "D01", "S10", "N01"].map((code) => ({ system: "icpc2" as const, code }));
  const conditions = resourcesOf(await concluded({ codes }), "Condition");
  expect(conditions).toHaveLength(4);
  expect(conditions[3]).toMatchObject({ note: [{ text: "S10 (icpc2), N01 (icpc2)" }] });
});

it("[FCN3] advice, control, assessment and referral are resources of their own, with the words whole", async () => {
  const bundles = await concluded({
    assessment: "Ingen brudd.\nStabil.", treatment: "Støttebandasje", advices: ["comeBackIfWorse", "rest"], adviceText: "Is", control: "fastlege, 1 uke", followUp: "Berg ringer om røntgensvar", referTo: "Ortopedisk poliklinikk", referFor: "Ruptur?", referral: "1042",
  });
  expect(resourcesOf(bundles, "ClinicalImpression")).toMatchObject([{ summary: "Ingen brudd.\nStabil.", note: [{ text: "Tiltak: Støttebandasje" }], effectiveDateTime: "2026-01-20T17:13:00.000Z" }]);
  expect(resourcesOf(bundles, "CarePlan")).toMatchObject([
    { description: "Is", activity: [{ detail: { code: { coding: [{ code: "comeBackIfWorse" }] } } }, { detail: { code: { coding: [{ code: "rest" }] } } }], note: [{ text: "Kontroll: fastlege, 1 uke" }, { text: "Følges opp: Berg ringer om røntgensvar" }] },
  ]);
  expect(resourcesOf(bundles, "ServiceRequest")).toMatchObject([{ performer: [{ display: "Ortopedisk poliklinikk" }], reasonCode: [{ text: "Ruptur?" }], note: [{ text: "Henvisning: 1042" }] }]);
  expect(resourcesOf(bundles, "Condition")).toEqual([]);
});

it("[FCL1] only who was reached was told", async () => {
  expect(await called({ outcome: "reached", remark: "Kommer tilbake" })).toMatchObject({ status: "completed", sent: "2026-01-20T17:43:00.000Z", note: [{ text: "Kommer tilbake" }] });
  expect(await called({ outcome: "notReached" })).toMatchObject({ status: "not-done", statusReason: { coding: [{ code: "notReached" }] } });
});

/** http://hl7.org/fhir/R4/valueset-encounter-discharge-disposition.html */
const hl7s: { readonly [code: string]: string } = { home: "Home", "other-hcf": "Other healthcare facility", aadvice: "Left against advice", exp: "Expired", oth: "Other" };

it.each(dispositions)("[FEN4] leaving as %s stands in HL7's words and in ours, and as a word in the list", async (how) => {
  const file = given({ event: arrived() }, { event: { type: "v1.Left", visit: visitId, how, to: "St. Olavs" }, minute: 90 });
  const [encounter] = resourcesOf(await visitToBundles(file, sourceOf(emptyState), sha256Hex), "Encounter");
  const { dischargeDisposition, destination } = encounter!["hospitalization"] as { readonly dischargeDisposition: { readonly coding: ReadonlyArray<{ readonly code: string; readonly display?: string }> }; readonly destination: unknown };
  const [theirs, ours] = dischargeDisposition.coding;
  expect(hl7s[theirs?.code ?? ""]).toBe(theirs?.display);
  expect(ours).toMatchObject({ code: how });
  expect(destination).toEqual({ display: "St. Olavs" });
  expect(encounter).toMatchObject({ status: "finished" });
  expect(visitsCsv([file], { ward: emptyState.ward, isDrill: false, date: "2026-01-20", offsetMinAt: () => 60 }).text).toContain(`;"${dispositionWords[how]}";"St. Olavs";`);
});
