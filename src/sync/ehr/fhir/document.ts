/**
 * A letter or a referral as one FHIR document: the words as they stand on paper, and what they are made of.
 *
 * - FDC1 The same records and language give the same bytes: its time and its version are those of the records.
 * - FDC2 The Composition comes first, then Patient, Encounter, Organization, the author and what the sections are made of; nothing
 *   in it points out of it, and everything in it is reached from the Composition.
 * - FDC3 Every section has its whole text as XHTML; no text of anybody becomes markup.
 * - FDC4 Without a conclusion it is preliminary; with one it is final and has its author.
 * - FDC5 Where nobody can be sure who the patient is, a section says so, and the number stands as it does in the visit's own file.
 */
import { toldRecords, type Letter, type LetterKind, type LetterPart, type LetterText } from "#projections/letter.ts";
import { settingsOf } from "#core/ward/ward.ts";
import type { VisitFile } from "#projections/ward-state.ts";
import { exportName, type ExportFile } from "../export-file.ts";
import { drillTags } from "./bundle.ts";
import { conclusionsOf } from "./conclusions.ts";
import { encounterOf, wardReference } from "./encounter.ts";
import { coding, fhirText, instant, lean, type FhirObject } from "./json.ts";
import { medicinesOf } from "./medicines.ts";
import { observationsOf } from "./observations.ts";
import { ordersOf } from "./orders.ts";
import { patientOf } from "./patient.ts";
import { keyOf, planVisit, type FhirSource, type Part, type Sha256Hex, type VisitPlan } from "./plan.ts";
import { proceduresOf } from "./procedures.ts";
import { systems } from "./systems.ts";
import { toldOf } from "./told.ts";
import { xhtmlOf } from "./xhtml.ts";

export interface LetterSource extends FhirSource {
  readonly letter: Letter;
  readonly text: LetterText;
}

/** Of what was said of the patient: the resources that a section tells of in words. */
const isTold = (part: Part): boolean => part.startsWith("allergy-") || part.startsWith("in-use-");

/** LOINC. */
const types: { readonly [K in LetterKind]: readonly [code: string, display: string] } = { discharge: ["18842-5", "Discharge summary"], referral: ["57133-1", "Referral note"] };
const sectionCodes: { readonly [P in LetterPart]?: string } = { allergies: "48765-2", reason: "29299-5", findings: "8716-3", assessment: "51848-0", medicines: "29549-3", inUse: "10160-0", advice: "18776-5" };
const sectionOf: { readonly [type: string]: LetterPart } = {
  Observation: "findings", Condition: "assessment", ClinicalImpression: "assessment", MedicationAdministration: "medicines", CarePlan: "advice", ServiceRequest: "papers",
  AllergyIntolerance: "allergies", MedicationStatement: "inUse", DiagnosticReport: "findings", Communication: "findings", Procedure: "treatment",
};

interface Entry {
  readonly fullUrl: string;
  readonly resource: FhirObject;
}

/** null for a visit that is void or whose arrival is not here. */
export const letterDocument = async (file: VisitFile, source: LetterSource, sha256Hex: Sha256Hex): Promise<FhirObject | null> => {
  const plan = await planVisit(file, sha256Hex);
  if (plan === null) return null;
  const ofAnchor = (part: Part, resource: FhirObject): Entry => ({ fullUrl: plan.urnOf(plan.anchor, part), resource });
  const told = toldRecords(source.letter);
  const facts = plan.facts.flatMap((record) =>
    [
      ...(told.has(record.id) ? [...observationsOf(record, plan), ...medicinesOf(record, plan), ...conclusionsOf(record, plan), ...ordersOf(record, plan), ...proceduresOf(record, plan)] : []),
      ...toldOf(record, plan).filter(({ part }) => isTold(part)),
    ].map(({ part, resource }): Entry => ({ fullUrl: plan.urnOf(record.id, part), resource })),
  );
  const author = authorOf(source.letter, plan);
  const entries = [
    ofAnchor("patient", patientOf(plan, source)),
    ofAnchor("encounter", { ...encounterOf(plan, source), serviceProvider: { reference: plan.urnOf(plan.anchor, "ward") } }),
    ofAnchor("ward", wardOf(source)),
    ...(author === null ? [] : [ofAnchor("author", author)]),
    ...facts,
  ];
  return lean({
    resourceType: "Bundle",
    meta: { tag: drillTags(source) },
    identifier: { system: systems.recordId, value: `${plan.anchor}.letter-${source.text.kind}.v${plan.records.length}` },
    type: "document",
    timestamp: instant(source.letter.wroteMs),
    entry: [ofAnchor("letter", compositionOf(plan, source, author !== null, facts)), ...entries].map(({ fullUrl, resource }) => ({ fullUrl, resource: { ...resource, meta: { tag: drillTags(source) } } })),
  });
};

export const letterFile = async (file: VisitFile, source: LetterSource & { readonly date: string; readonly sha256Hex: Sha256Hex }): Promise<ExportFile | null> => {
  const document = await letterDocument(file, source, source.sha256Hex);
  if (document === null) return null;
  const name = `-${source.text.kind === "referral" ? "henvisning" : "epikrise"}-${(file.visit.number ?? "").toLowerCase()}.fhir.json`;
  return { name: exportName(settingsOf(source.ward).name, source.date, name), mediaType: "application/fhir+json", text: `${JSON.stringify(document)}\n`, visits: 1, leftOut: [] };
};

const compositionOf = (plan: VisitPlan, source: LetterSource, hasAuthor: boolean, facts: ReadonlyArray<Entry>): FhirObject => {
  const { letter, text } = source;
  const [code, display] = types[text.kind];
  const [ward, patient] = [plan.urnOf(plan.anchor, "ward"), plan.urnOf(plan.anchor, "patient")];
  const sections = text.sections.map(({ part, title, lines }) => ({
    title: fhirText(title) ?? text.title,
    code: sectionCodes[part] === undefined ? undefined : { coding: [coding(systems.loinc, sectionCodes[part])] },
    text: { status: "additional", div: xhtmlOf(lines, text.language) },
    entry: facts.filter(({ resource }) => partOf(resource, text) === part).map(({ fullUrl }) => ({ reference: fullUrl })),
  }));
  return {
    resourceType: "Composition",
    language: text.language,
    text: { status: "additional", div: xhtmlOf([text.to, ...text.patient], text.language) },
    identifier: { system: systems.recordId, value: `${keyOf(plan.anchor, "letter")}-${text.kind}` },
    status: letter.author === null ? "preliminary" : "final",
    type: { coding: [coding(systems.loinc, code, display)] },
    subject: { reference: patient },
    encounter: { reference: plan.urnOf(plan.anchor, "encounter") },
    date: instant(letter.wroteMs),
    author: [{ reference: hasAuthor ? plan.urnOf(plan.anchor, "author") : ward }],
    title: text.title,
    custodian: { reference: ward },
    section: sections,
  };
};

/** The section that tells of it; of what no section tells in words, the assessment, which every letter has. */
const partOf = ({ resourceType }: FhirObject, { kind, sections }: LetterText): LetterPart => {
  const part = resourceType === "ServiceRequest" && kind === "referral" ? "question" : typeof resourceType === "string" ? sectionOf[resourceType] : undefined;
  return sections.find((section) => section.part === part)?.part ?? "assessment";
};

const wardOf = (source: LetterSource): FhirObject => {
  const { identifier, display } = wardReference(source);
  return { resourceType: "Organization", identifier: [identifier], name: display };
};

/** Somebody without a name is nobody to turn to: the ward stands for them. */
const authorOf = ({ author }: Letter, plan: VisitPlan): FhirObject | null => {
  const name = fhirText(author?.name);
  if (author === null || name === undefined) return null;
  const staffId = fhirText(author.staffId);
  return {
    resourceType: "Practitioner",
    identifier: [{ system: systems.recordId, value: keyOf(plan.anchor, "author") }, ...(staffId === undefined ? [] : [{ system: systems.staff, value: staffId }])],
    name: [{ text: name }],
  };
};
