/**
 * Person and visit: the ADT messages.
 *
 * - HLA1 A person who is known by one good number is told as A28, and as A31 where the target was told before; nobody is made of a
 *   temporary number, and nobody where a person chose the patient in the target.
 * - HLA2 A visit is told as A04, and as A08 where it was told before; where nobody knows whether it was taken, A04 goes again first.
 * - HLA3 A40 goes only where the visit went out under its temporary number before and the patient is known now; A08 follows it.
 * - HLA4 A03 goes when the visit is over; EVN-6 is when the patient left.
 * - HLA5 EVN-2 is when it was last written, EVN-5 by whom, EVN-6 when it happened.
 * - HLA6 Allergies stand as AL1 and diagnoses as DG1, and have their keys in the messages that hold them.
 */
import { conclusionsOf } from "../fhir/conclusions.ts";
import { aboutOf } from "../fhir/bundle.ts";
import { lean, type FhirObject } from "../fhir/json.ts";
import { keyOf, type VisitPlan } from "../fhir/plan.ts";
import { toldOf } from "../fhir/told.ts";
import type { VisitRecord } from "#core/visit/strikes.ts";
import { codeOf, obxSegments } from "./observation.ts";
import type { Draft, Hl7Event } from "./message.ts";
import { besidePid, pid, saidOfPerson, type Hl7Patient } from "./patient.ts";
import { noPv1, pv1, pv2, saidOfVisit, type Hl7Visit } from "./visit.ts";
import { objectIn, listIn, textIn } from "./read-fhir.ts";
import { segment, type Segment } from "./segment.ts";
import type { Hl7Source } from "./source.ts";
import { coded, hl7Time, whoWrote } from "./values.ts";
import { hl7Text, nothing, plain } from "./text.ts";

export interface Known {
  readonly plan: VisitPlan;
  readonly patient: Hl7Patient;
  readonly visit: Hl7Visit;
}

/** Before and after everything that was found in the visit. */
export const administrationOf = (known: Known, source: Hl7Source): { readonly first: ReadonlyArray<Draft>; readonly last: ReadonlyArray<Draft> } => {
  const { before } = source;
  const { patient, visit } = known;
  const isKnown = patient.knownBy !== "temporary";
  const person = patient.knownBy === "number" ? [...(before.person === "yes" ? [] : [personDraft("A28", known, source)]), ...(before.person === "no" ? [] : [personDraft("A31", known, source)])] : [];
  const merges = before.asTemporary && before.arrival !== "no" && isKnown ? patient.temporary.map((old) => mergeDraft(old, known, source)) : [];
  const visits = [...(before.arrival === "yes" ? [] : [visitDraft("A04", known, source)]), ...(before.arrival === "no" ? [] : [visitDraft("A08", known, source)])];
  return { first: [...person, ...merges, ...visits], last: visit.isOver ? [leavingDraft(known, source)] : [] };
};

const patientKey = ({ plan }: Known): string => keyOf(plan.anchor, "patient");
const encounterKey = ({ plan }: Known): string => keyOf(plan.anchor, "encounter");

/** Those that say something of person or visit; the last of them to be written dates what is said. */
const lastAbout = ({ plan }: Known): VisitRecord | undefined =>
  plan.records.filter((record) => aboutOf(record).length > 0 || record.event.type === "v1.Concluded").toSorted((a, b) => a.wroteMs - b.wroteMs || (a.id < b.id ? -1 : 1)).at(-1);

const wroteMsOf = (known: Known): number => lastAbout(known)?.wroteMs ?? 0;

const evn = (event: Hl7Event, happenedMs: number | null, known: Known, source: Hl7Source): Segment => {
  const last = lastAbout(known);
  return segment("EVN", { 1: plain(event), 2: hl7Time(wroteMsOf(known), source), 5: last === undefined ? nothing : whoWrote(last.actor), 6: happenedMs === null ? nothing : hl7Time(happenedMs, source) });
};

const personDraft = (event: "A28" | "A31", known: Known, source: Hl7Source): Draft => ({
  event,
  keys: [patientKey(known)],
  wroteMs: wroteMsOf(known),
  says: [JSON.stringify(lean(known.patient.resource))],
  segments: [evn(event, null, known, source), pid(known.patient, source), ...besidePid(known.patient), noPv1],
});

const visitDraft = (event: "A04" | "A08", known: Known, source: Hl7Source): Draft => {
  const [allergies, diagnoses] = [resourcesOf(known, "AllergyIntolerance"), resourcesOf(known, "Condition")];
  const said = [...saidOfPerson(known.patient), ...saidOfVisit(known.visit, source), ...allergies.flatMap(({ resource }) => saidOfAllergy(resource))];
  const obx = said.map(([code, name, value], at) => ({ 2: plain("TX"), 3: coded(code, name, "99VAKTBOK"), 4: plain(String(at + 1)), 5: hl7Text(value), 11: plain("F"), notes: [] }));
  return {
    event,
    keys: [patientKey(known), encounterKey(known), ...[...allergies, ...diagnoses].map(({ key }) => key)],
    wroteMs: wroteMsOf(known),
    says: [known.patient.ids, ...[known.patient.resource, known.visit.resource, ...[...allergies, ...diagnoses].map(({ resource }) => resource)].map((one) => JSON.stringify(lean(one)))],
    segments: [
      evn(event, event === "A04" ? known.visit.beganMs : null, known, source),
      pid(known.patient, source),
      ...besidePid(known.patient),
      pv1(known.visit, known.plan, source),
      ...pv2(known.visit),
      ...obxSegments(obx),
      ...allergies.map(({ resource }, at) => segment("AL1", { 1: plain(String(at + 1)), 3: codeOf(objectIn(resource, "code")) })),
      ...diagnoses.map(({ resource, wroteMs }, at) => segment("DG1", { 1: plain(String(at + 1)), 3: codeOf(diagnosisIn(resource)), 5: hl7Time(wroteMs, source), 6: plain("F") })),
    ],
  };
};

/** Who said it, and that they were not sure: AL1 has no field for either. */
const saidOfAllergy = (resource: FhirObject): ReadonlyArray<readonly [code: string, name: string, value: string]> =>
  listIn(resource, "note").map((note) => ["allergy-remark", "Remark on an allergy", `${textIn(objectIn(resource, "code"), "text") ?? ""}: ${textIn(note, "text") ?? ""}`] as const);

/** What could not be read as a code is a note in FHIR; here it stands with the words. */
const diagnosisIn = (resource: FhirObject): FhirObject => {
  const code = objectIn(resource, "code") ?? {};
  const words = [textIn(code, "text"), ...listIn(resource, "note").map((one) => textIn(one, "text"))].filter((one) => one !== undefined);
  return { ...code, text: words.length === 0 ? undefined : words.join("; ") };
};

const leavingDraft = (known: Known, source: Hl7Source): Draft => ({
  event: "A03",
  keys: [encounterKey(known)],
  wroteMs: wroteMsOf(known),
  says: [JSON.stringify(lean(known.visit.resource))],
  segments: [evn("A03", known.visit.endedMs, known, source), pid(known.patient, source), pv1(known.visit, known.plan, source), ...pv2(known.visit)],
});

/** Who goes on stands in PID, who gives way in MRG. */
const mergeDraft = (old: Hl7Patient["temporary"][number], known: Known, source: Hl7Source): Draft => ({
  event: "A40",
  keys: [patientKey(known)],
  wroteMs: wroteMsOf(known),
  says: [known.patient.ids, old],
  segments: [evn("A40", null, known, source), pid(known.patient, source), segment("MRG", { 1: old })],
});

const resourcesOf = ({ plan }: Known, type: string): ReadonlyArray<{ readonly key: string; readonly resource: FhirObject; readonly wroteMs: number }> =>
  plan.facts.flatMap((record) =>
    [...toldOf(record, plan), ...conclusionsOf(record, plan)].filter(({ resource }) => textIn(resource, "resourceType") === type).map(({ part, resource }) => ({ key: keyOf(record.id, part), resource, wroteMs: record.wroteMs })),
  );
