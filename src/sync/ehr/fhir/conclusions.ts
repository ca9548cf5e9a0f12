/**
 * What it came to, as resources of their own: each diagnosis a Condition, the assessment a ClinicalImpression, advice and control
 * a CarePlan, a referral a ServiceRequest.
 *
 * - FCN1 A code stands in the system it was written in; words and what could not be read as a code stand as text, never as a code.
 * - FCN2 More than four codes in one conclusion: the first four are Conditions, all others stand in a note of the fourth.
 * - FCN3 Each advice is an activity with our code; what was written in words is whole.
 */
import { conclusionTexts, type CodeSystem, type Conclusion, type ConclusionText, type DiagnosisCode } from "#core/clinical/conclusion.ts";
import { coding, fhirText, instant, type FhirObject } from "./json.ts";
import { diagnosisParts, keyOf, type FactRecord, type Part, type VisitPlan } from "./plan.ts";
import { performerOf } from "./provenance.ts";
import { systems } from "./systems.ts";

interface Made {
  readonly part: Part;
  readonly resource: FhirObject;
}

export const conclusionsOf = (record: FactRecord, plan: VisitPlan): ReadonlyArray<Made> => {
  if (record.event.type !== "v1.Concluded") return [];
  const { conclusion } = record.event;
  const about = {
    subject: { reference: plan.urnOf(plan.anchor, "patient") },
    encounter: { reference: plan.urnOf(plan.anchor, "encounter") },
  };
  const made = (part: Part, resourceType: string, body: FhirObject): Made => ({
    part,
    resource: { resourceType, identifier: [{ system: systems.recordId, value: keyOf(record.id, part) }], ...body },
  });
  const said = saidIn(conclusion);
  return [
    ...conditionsOf(conclusion).map((body, place) => made(diagnosisParts[place] ?? "diagnosis", "Condition", { ...body, ...about, recordedDate: instant(record.wroteMs), recorder: performerOf(record.actor) })),
    ...(said("assessment", "treatment").length === 0 ? [] : [made("assessment", "ClinicalImpression", { ...impressionOf(conclusion), ...about, effectiveDateTime: instant(record.atMs), date: instant(record.wroteMs), assessor: performerOf(record.actor) })]),
    ...(said("adviceText", "control", "followUp", "sickNote", "prescription").length === 0 && (conclusion.advices ?? []).length === 0
      ? []
      : [made("advice", "CarePlan", { ...carePlanOf(conclusion), ...about, created: instant(record.wroteMs), author: performerOf(record.actor) })]),
    ...(said("referTo", "referFor", "referral").length === 0 ? [] : [made("referral", "ServiceRequest", { ...referralOf(conclusion), ...about, authoredOn: instant(record.wroteMs), requester: performerOf(record.actor) })]),
  ];
};

const saidIn = (conclusion: Conclusion) => (...names: ReadonlyArray<ConclusionText>): ReadonlyArray<readonly [ConclusionText, string]> =>
  conclusionTexts.flatMap((name) => {
    const text = names.includes(name) ? fhirText(conclusion[name]) : undefined;
    return text === undefined ? [] : [[name, text] as const];
  });

/** Volven 7170 and 7110. */
const codeSystems: { readonly [S in CodeSystem]: string } = { icpc2: systems.icpc2, icd10: systems.icd10 };

const conditionsOf = ({ codes = [], diagnosis, codeText }: Conclusion): ReadonlyArray<FhirObject> => {
  const [text, unread] = [fhirText(diagnosis), fhirText(codeText)];
  const known = codes.flatMap((one) => (fhirText(one.code) === undefined ? [] : [one]));
  const first = known.slice(0, diagnosisParts.length);
  const category = [{ coding: [coding(systems.hl7("condition-category"), "encounter-diagnosis", "Encounter Diagnosis")] }];
  const clinicalStatus = { coding: [coding(systems.hl7("condition-clinical"), "active", "Active")] };
  if (first.length === 0) return text === undefined && unread === undefined ? [] : [{ clinicalStatus, category, code: { text: text ?? unread }, note: text === undefined ? undefined : notesIn(unread) }];
  const more = known.slice(first.length).map(nameOf).join(", ");
  return first.map((one, place) => ({
    clinicalStatus,
    category,
    code: { coding: [coding(codeSystems[one.system], one.code.trim())], text: place === 0 ? text : undefined },
    note: [...(place === 0 ? notesIn(unread) : []), ...(place === first.length - 1 ? notesIn(fhirText(more)) : [])],
  }));
};

const nameOf = ({ system, code }: DiagnosisCode): string => `${code} (${system})`;
const notesIn = (text: string | undefined): ReadonlyArray<FhirObject> => (text === undefined ? [] : [{ text }]);

const titles: { readonly [T in ConclusionText]?: string } = {
  treatment: "Tiltak", control: "Kontroll", followUp: "Følges opp", sickNote: "Sykmelding", prescription: "Resept", referral: "Henvisning",
};
const titled = ([name, text]: readonly [ConclusionText, string]): FhirObject => ({ text: titles[name] === undefined ? text : `${titles[name]}: ${text}` });

const impressionOf = (conclusion: Conclusion): FhirObject => ({
  status: "completed",
  summary: fhirText(conclusion.assessment),
  note: saidIn(conclusion)("treatment").map(titled),
});

const carePlanOf = (conclusion: Conclusion): FhirObject => ({
  status: "active",
  intent: "plan",
  title: "Råd og kontroll",
  description: fhirText(conclusion.adviceText),
  activity: (conclusion.advices ?? []).map((advice) => ({ detail: { status: "not-started", code: { coding: [coding(systems.advice, advice)] } } })),
  note: saidIn(conclusion)("control", "followUp", "sickNote", "prescription").map(titled),
});

const referralOf = (conclusion: Conclusion): FhirObject => {
  const to = fhirText(conclusion.referTo);
  return {
    status: "active",
    intent: "order",
    category: [{ coding: [coding(systems.snomed, "3457005", "Patient referral")] }],
    performer: to === undefined ? undefined : [{ display: to }],
    reasonCode: fhirText(conclusion.referFor) === undefined ? undefined : [{ text: fhirText(conclusion.referFor) }],
    note: saidIn(conclusion)("referral").map(titled),
  };
};
