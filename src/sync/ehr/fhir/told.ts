/**
 * What was said of the patient and has a resource of its own: allergies, medicines in use, flags and consents.
 *
 * - FTD1 Only what stands is told, each entry once, in the record that first said it: an allergy that was taken away is in no file.
 * - FTD2 "No known allergy" and "no known medication" are told as such, and never beside an entry that stands.
 * - FTD3 Who said an entry is its own asserter; an ATC code stands beside the words only where the words end in one.
 */
import { atcIn } from "#core/clinical/atc.ts";
import type { Answer, Saying } from "#core/answer.ts";
import type { DetailName, ListName } from "#core/visit/details.ts";
import { entryKey } from "#core/visit/heard.ts";
import { answersTo, entriesTold, sayingsOf } from "#core/visit/sayings.ts";
import { answerOf, type Visit } from "#core/visit/visit.ts";
import { coding, fhirText, instant, type FhirObject } from "./json.ts";
import { keyOf, type FactRecord, type Part, type VisitPlan } from "./plan.ts";
import { performerOf } from "./provenance.ts";
import { notesBesideAsserter, unsureExtension } from "./saying.ts";
import { systems } from "./systems.ts";

interface Resource {
  readonly part: Part;
  readonly resource: FhirObject;
}

export const toldOf = (record: FactRecord, plan: VisitPlan): ReadonlyArray<Resource> =>
  "details" in record.event ? [...allergiesOf(record, plan), ...medicinesInUseOf(record, plan), ...flagsIn(record, plan), ...consentsOf(record, plan)] : [];

/** The answer that this record gave, if it still stands. */
const standing = (record: FactRecord, { visit }: VisitPlan, name: DetailName): Answer<unknown> | undefined =>
  visit.heard[name]?.find(({ by }) => by === record.id)?.value;

/** The entries that this record was the first of those that stand to say, each with its place in the record's list. */
const entriesIn = (record: FactRecord, plan: VisitPlan, name: ListName): ReadonlyArray<readonly [place: number, entry: string]> => {
  const before = new Set<string>();
  for (const { by, value } of plan.visit.heard[name] ?? []) {
    const entries: ReadonlyArray<string> = value.is === "known" ? value.value : [];
    if (by === record.id) return entries.flatMap((entry, place) => (fhirText(entry) === undefined || before.has(entryKey(entry)) ? [] : [[place + 1, entry] as const]));
    for (const entry of entries) before.add(entryKey(entry));
  }
  return [];
};

/** Of an entry, by everybody whose list holds it; without one, of the answer that this record gave. */
const sayingsIn = (record: FactRecord, plan: VisitPlan, name: DetailName, entry?: string): ReadonlyArray<Saying> => {
  const answers = answersTo(plan.visit, name);
  const answer = standing(record, plan, name);
  if (entry === undefined) return answer === undefined ? [] : sayingsOf(answer, answers);
  return entriesTold(answers).find(({ value }) => entryKey(value) === entryKey(entry))?.sayings ?? [];
};

/** Null where an entry stands, whoever said it, or where this record said nothing else. */
const withoutEntries = (record: FactRecord, plan: VisitPlan, name: ListName): "none" | "unknown" | null => {
  const answer = standing(record, plan, name);
  return answer === undefined || answer.is === "known" || isListed(plan.visit, name) ? null : answer.is;
};

const isListed = (visit: Visit, name: ListName): boolean => answerOf(visit, name)?.is === "known";

/** Of the International Patient Summary: what is absent, and why. */
const absentCoding = (code: string): FhirObject => coding("http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips", code);

const codedText = (entry: string): FhirObject => {
  const code = atcIn(entry);
  return { coding: code === null ? [] : [coding(systems.atc, code)], text: fhirText(entry) };
};

const keyed = (record: FactRecord, part: Part, resourceType: string, body: FhirObject): Resource => ({
  part,
  resource: { resourceType, identifier: [{ system: systems.recordId, value: keyOf(record.id, part) }], ...body },
});

const asserterOf = ([first]: ReadonlyArray<Saying>, record: FactRecord, { urnOf, anchor }: VisitPlan): FhirObject => {
  if (first?.source === "patient") return { reference: urnOf(anchor, "patient") };
  if (first?.source === "relative") return { type: "RelatedPerson", display: "A relative" };
  return performerOf(record.actor);
};

const allergiesOf = (record: FactRecord, plan: VisitPlan): ReadonlyArray<Resource> => {
  const allergy = (place: number, code: FhirObject, sayings: ReadonlyArray<Saying>): Resource =>
    keyed(record, `allergy-${place}`, "AllergyIntolerance", {
      clinicalStatus: { coding: [coding(systems.hl7("allergyintolerance-clinical"), "active")] },
      verificationStatus: { coding: [coding(systems.hl7("allergyintolerance-verification"), "unconfirmed")] },
      code,
      patient: { reference: plan.urnOf(plan.anchor, "patient") },
      encounter: { reference: plan.urnOf(plan.anchor, "encounter") },
      recordedDate: instant(record.atMs),
      recorder: performerOf(record.actor),
      asserter: asserterOf(sayings, record, plan),
      note: notesBesideAsserter(sayings),
    });
  const [nothing, alone] = [withoutEntries(record, plan, "allergies"), sayingsIn(record, plan, "allergies")];
  if (nothing === "none") return [allergy(0, { coding: [coding(systems.snomed, "716186003", "No known allergy"), absentCoding("no-known-allergies")], text: "No known allergy" }, alone)];
  if (nothing === "unknown") return [allergy(0, { coding: [absentCoding("no-allergy-info")], text: "Asked, not known" }, alone)];
  return entriesIn(record, plan, "allergies").map(([place, entry]) => allergy(place, codedText(entry), sayingsIn(record, plan, "allergies", entry)));
};

const medicinesInUseOf = (record: FactRecord, plan: VisitPlan): ReadonlyArray<Resource> => {
  const medicine = (place: number, medicationCodeableConcept: FhirObject, sayings: ReadonlyArray<Saying>, status: "active" | "unknown" = "active"): Resource =>
    keyed(record, `in-use-${place}`, "MedicationStatement", {
      status,
      medicationCodeableConcept,
      subject: { reference: plan.urnOf(plan.anchor, "patient") },
      context: { reference: plan.urnOf(plan.anchor, "encounter") },
      dateAsserted: instant(record.atMs),
      informationSource: asserterOf(sayings, record, plan),
      note: notesBesideAsserter(sayings),
    });
  const [nothing, alone] = [withoutEntries(record, plan, "currentMedicines"), sayingsIn(record, plan, "currentMedicines")];
  if (nothing === "none") return [medicine(0, { coding: [absentCoding("no-known-medications")], text: "No known medication" }, alone, "unknown")];
  if (nothing === "unknown") return [medicine(0, { coding: [absentCoding("no-medication-info")], text: "Asked, not known" }, alone, "unknown")];
  return entriesIn(record, plan, "currentMedicines").map(([place, entry]) => medicine(place, codedText(entry), sayingsIn(record, plan, "currentMedicines", entry)));
};

const flagsIn = (record: FactRecord, plan: VisitPlan): ReadonlyArray<Resource> =>
  entriesIn(record, plan, "flags").map(([place, flag]) =>
    keyed(record, `flag-${place}`, "Flag", {
      extension: unsureExtension("flags", sayingsIn(record, plan, "flags", flag)),
      status: "active",
      category: [{ coding: [coding(systems.hl7("flag-category"), "safety", "Safety")] }],
      code: { coding: [coding(systems.flag, flag)], text: flag },
      subject: { reference: plan.urnOf(plan.anchor, "patient") },
      period: { start: instant(record.atMs) },
      encounter: { reference: plan.urnOf(plan.anchor, "encounter") },
      author: performerOf(record.actor),
    }),
  );

const consents = { mayLookUp: "look-up in the summary record", mayPhotograph: "photographs", mayShare: "sharing with others who help" } as const;
const consentNames = ["mayLookUp", "mayPhotograph", "mayShare"] as const;

const consentsOf = (record: FactRecord, plan: VisitPlan): ReadonlyArray<Resource> =>
  consentNames.flatMap((name) => {
    const answer = standing(record, plan, name);
    if (answer?.is !== "known") return [];
    return [
      keyed(record, `consent-${name}`, "Consent", {
        extension: unsureExtension(name, sayingsIn(record, plan, name)),
        status: "active",
        scope: { coding: [coding(systems.hl7("consentscope"), "patient-privacy")] },
        category: [{ coding: [coding(systems.code, name)], text: consents[name] }],
        patient: { reference: plan.urnOf(plan.anchor, "patient") },
        dateTime: instant(record.atMs),
        performer: [{ reference: plan.urnOf(plan.anchor, "patient") }],
        policyRule: { text: "Told at the ward, by word of mouth" },
        provision: { type: answer.value === "yes" ? "permit" : "deny" },
      }),
    ];
  });
