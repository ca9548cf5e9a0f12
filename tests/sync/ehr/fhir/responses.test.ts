import { describe, expect, it } from "vitest";
import { known, none, unknown } from "#core/answer.ts";
import { emptyState } from "#projections/ward-state.ts";
import type { FilledForm, FilledItem } from "#core/ward/own-form.ts";
import { visitToBundles } from "#sync/ehr/fhir/bundle.ts";
import { arrived, given, visitId } from "../given-visit.ts";
import { clean, faultsIn } from "./checks/faults.ts";
import { resourcesOf, sha256Hex, sourceOf } from "./sources.ts";

const item = (linkId: string, is: FilledItem["is"], answer: FilledItem["answer"], more: Partial<FilledItem> = {}): FilledItem => ({ linkId, text: `Spørsmål ${linkId}`, is, answer, ...more });
const told = async (...answers: ReadonlyArray<FilledItem>) => {
  const filled: FilledForm = { form: "fall", version: 4, title: "Fall hjemme", answers };
  const bundles = await visitToBundles(given({ event: arrived() }, { event: { type: "v1.FormFilled", visit: visitId, filled }, minute: 20 }), sourceOf(emptyState), sha256Hex);
  for (const bundle of bundles) expect(faultsIn(bundle)).toEqual(clean);
  return resourcesOf(bundles, "QuestionnaireResponse")[0];
};

it("[FQR1] names the form and its version, and has each question in its words", async () => {
  expect(await told(item("1", "text", known({ is: "text", text: "i trappa" })))).toMatchObject({
    questionnaire: "https://vaktbok.no/fhir/own-form/fall|4", _questionnaire: { extension: [{ valueString: "Fall hjemme" }] }, status: "completed", authored: "2026-01-20T16:03:00.000Z", author: { display: "Marit Snøfonn" },
    item: [{ linkId: "1", text: "Spørsmål 1", answer: [{ valueString: "i trappa" }] }],
  });
});

describe("[FQR2] an answer", () => {
  it.each([
    [item("1", "number", known({ is: "number", number: 2.5 })), { valueDecimal: 2.5 }],
    [item("1", "number", known({ is: "number", number: 2.5 }), { unit: "m" }), { valueQuantity: { value: 2.5, unit: "m" } }],
    [item("1", "yesNo", known({ is: "yesNo", yes: false })), { valueBoolean: false }],
    [item("1", "date", known({ is: "date", date: "2026-11-23" })), { valueDate: "2026-11-23" }],
    [item("1", "choice", known({ is: "choice", option: "Ute" })), { valueString: "Ute" }],
    [item("1", "number", known({ is: "text", text: "<5" })), { valueString: "<5" }],
  ])("%j is told by its kind", async (one, answer) => {
    expect((await told(one))?.["item"]).toEqual([{ linkId: "1", text: "Spørsmål 1", answer: [answer] }]);
  });

  it.each([["text", "_valueString"], ["number", "_valueDecimal"], ["yesNo", "_valueBoolean"], ["choice", "_valueString"], ["date", "_valueDate"]] as const)("that nobody knew, of the kind %s, is told as not known and not as a value", async (is, field) => {
    const why = (code: string) => ({ [field]: { extension: [{ url: "http://hl7.org/fhir/StructureDefinition/data-absent-reason", valueCode: code }] } });
    expect((await told(item("1", is, unknown), item("2", is, none)))?.["item"]).toMatchObject([{ answer: [why("asked-unknown")] }, { answer: [why("not-applicable")] }]);
  });
});

it("[FQR3] questions under one heading stand in one group", async () => {
  const one = item("1", "yesNo", unknown, { group: "Hjemme" });
  expect((await told(one, { ...one, linkId: "2" }, item("3", "yesNo", unknown)))?.["item"]).toMatchObject([{ text: "Hjemme", item: [{ linkId: "1" }, { linkId: "2" }] }, { linkId: "3" }]);
});
