/**
 * What was answered on one of the ward's own forms, as QuestionnaireResponse.
 *
 * - FQR1 It names the form and its version, and carries every question in the words that it was asked in: it can be read
 *   without the Questionnaire.
 * - FQR2 Asked and not known, and none, are told as such and never as an answer; what could not be read as its kind is told as text.
 * - FQR3 Questions under one heading, one after the other, stand in one group.
 */
import { inGroups, ownFormUrl, type FilledItem, type FormValue } from "#core/ward/own-form.ts";
import { absent, fhirDate, fhirText, instant, type FhirObject } from "./json.ts";
import { keyOf, type FactRecord, type Part, type VisitPlan } from "./plan.ts";
import { performerOf } from "./provenance.ts";
import { systems } from "./systems.ts";

export const responsesOf = (record: FactRecord, plan: VisitPlan): ReadonlyArray<{ readonly part: Part; readonly resource: FhirObject }> => {
  if (record.event.type !== "v1.FormFilled") return [];
  const { form, version, title, answers } = record.event.filled;
  const resource = {
    resourceType: "QuestionnaireResponse",
    identifier: { system: systems.recordId, value: keyOf(record.id, "form") },
    questionnaire: `${ownFormUrl(form)}|${version}`,
    _questionnaire: { extension: [{ url: "http://hl7.org/fhir/StructureDefinition/display", valueString: fhirText(title) ?? "form" }] },
    status: "completed",
    subject: { reference: plan.urnOf(plan.anchor, "patient") },
    encounter: { reference: plan.urnOf(plan.anchor, "encounter") },
    authored: instant(record.atMs),
    author: performerOf(record.actor),
    item: itemsOf(answers),
  };
  return [{ part: "form", resource }];
};

const itemsOf = (answers: ReadonlyArray<FilledItem>): ReadonlyArray<FhirObject> =>
  inGroups(answers.map((item) => ({ ...item, group: fhirText(item.group) }))).flatMap(([heading, items], place): ReadonlyArray<FhirObject> => {
    const told = items.map(itemOf);
    return heading === undefined ? told : [{ linkId: `group-${place + 1}`, text: heading, item: told }];
  });

const itemOf = (item: FilledItem): FhirObject => ({
  linkId: fhirText(item.linkId) ?? "item",
  text: fhirText(item.text) ?? "?",
  answer: [item.answer.is === "known" ? valueOf(item.answer.value, fhirText(item.unit)) : noValue(item, absent(item.answer.is === "unknown" ? "asked-unknown" : "not-applicable"))],
});

const noValue = ({ is, unit }: FilledItem, why: FhirObject): FhirObject => {
  switch (is) {
    case "number":
      return fhirText(unit) === undefined ? { _valueDecimal: why } : { valueQuantity: why };
    case "yesNo":
      return { _valueBoolean: why };
    case "date":
      return { _valueDate: why };
    case "text":
    case "choice":
      return { _valueString: why };
  }
};

const valueOf = (value: FormValue, unit: string | undefined): FhirObject => {
  switch (value.is) {
    case "number":
      return unit === undefined ? { valueDecimal: value.number } : { valueQuantity: { value: value.number, unit } };
    case "yesNo":
      return { valueBoolean: value.yes };
    case "date": {
      const date = fhirDate(value.date);
      return date === undefined ? textValue(value.date) : { valueDate: date };
    }
    case "choice":
      return textValue(value.option);
    case "text":
      return textValue(value.text);
  }
};

const textValue = (text: string): FhirObject => ({ valueString: fhirText(text) ?? "?" });
