/**
 * The visit itself: when, where, who saw the patient, how they left.
 *
 * - FEN1 Times are when it happened, never when it was written; the status history tells each step before today's.
 * - FEN2 A time that contradicts the others is left out here; its Provenance still holds it.
 * - FEN3 Each place and each clinician stands with its period; a struck one does not stand.
 * - FEN4 How the patient left is told in HL7's words and, exactly, in ours. Who left unseen has a finished visit, not a cancelled one.
 * - FEN6 A telephone contact is virtual (VR) until the patient has come; then it is an emergency visit whose class history tells
 *   of the call, and both times stand: it began when the telephone was answered.
 * - FEN7 Of visits that are one, each encounter that may have gone out before is named by its key, use `old`.
 * - FEN5 A leaving after which another device, unaware of it, saw the patient is not told as how they left.
 */
import { valueOf } from "#core/answer.ts";
import { settingsOf } from "#core/ward/ward.ts";
import type { ArrivalMode } from "#core/visit/details.ts";
import type { Disposition, VisitFact } from "#core/visit/events.ts";
import { answerOf, metAtMs, phaseOf, type Leaving, type Visit } from "#core/visit/visit.ts";
import { absent, coding, fhirText, instant, type FhirObject } from "./json.ts";
import { absenceOf, temporaryNumbers, textsOf } from "./patient.ts";
import { keyOf, type FhirSource, type VisitPlan } from "./plan.ts";
import { unsureFields } from "./saying.ts";
import { systems } from "./systems.ts";

export const encounterOf = (plan: VisitPlan, source: FhirSource): FhirObject => {
  const { visit, anchor, replaced, urnOf } = plan;
  const steps = stepsOf(visit);
  const leaving = phaseOf(visit);
  return {
    resourceType: "Encounter",
    extension: [...(visit.arrivedAtMs === null ? [] : [arrivalMode(visit)]), ...unsureFields(visit, ["reason", "arrivedBy", "contactForm", "nurse"])],
    identifier: [
      { system: systems.recordId, value: keyOf(anchor, "encounter") },
      ...temporaryNumbers(visit, source),
      ...replaced.map((key) => ({ use: "old", system: systems.recordId, value: keyOf(key, "encounter") })),
    ],
    status: steps.at(-1)?.status ?? "unknown",
    statusHistory: steps.slice(0, -1).map(({ status, atMs }, place) => ({ status, period: period(atMs, steps[place + 1]?.atMs) })),
    class: visit.arrivedAtMs === null ? virtual : coding(systems.v3("ActCode"), "EMER", "emergency"),
    classHistory: callBefore(visit),
    type: contactFormOf(visit),
    subject: { reference: urnOf(anchor, "patient") },
    participant: [...cliniciansOf(plan), ...nursesOf(visit)],
    period: period(metAtMs(visit) ?? undefined, endedMs(visit)),
    reasonCode: [reasonOf(visit)],
    hospitalization: leaving.is === "left" ? hospitalization(leaving) : undefined,
    location: placesOf(plan),
    serviceProvider: wardReference(source),
  };
};

const virtual = coding(systems.v3("ActCode"), "VR", "virtual");

/** Who rang before they came. */
const callBefore = ({ phone, arrivedAtMs }: Visit): ReadonlyArray<FhirObject> =>
  phone === null || arrivedAtMs === null || phone.atMs > arrivedAtMs ? [] : [{ class: virtual, period: period(phone.atMs, arrivedAtMs) }];

export const wardReference = ({ wardId, ward }: FhirSource): FhirObject => ({
  type: "Organization",
  identifier: { system: systems.ward, value: fhirText(wardId) },
  display: fhirText(settingsOf(ward).name),
});

interface Step {
  readonly status: "arrived" | "triaged" | "in-progress" | "finished";
  readonly atMs: number;
}

/** The steps of a visit in their order; one that would stand after a later one is left out. */
const stepsOf = (visit: Visit): ReadonlyArray<Step> => {
  const call: ReadonlyArray<Step> = visit.phone === null ? [] : [{ status: "in-progress", atMs: visit.phone.atMs }];
  const endMs = endedMs(visit);
  if (visit.arrivedAtMs === null) return endMs === undefined ? call : [...call, { status: "finished", atMs: endMs }];
  const arrivedMs = visit.arrivedAtMs;
  const first = (standing: ReadonlyArray<{ readonly atMs: number }> | null): number | null =>
    standing === null ? null : Math.max(arrivedMs, Math.min(...standing.map(({ atMs }) => atMs)));
  const phase = phaseOf(visit);
  const all: ReadonlyArray<readonly [Step["status"], number | null]> = [
    ["arrived", arrivedMs],
    ["triaged", first(visit.triage)],
    ["in-progress", first(visit.seen)],
    ["finished", phase.is === "left" ? Math.max(arrivedMs, phase.atMs) : null],
  ];
  const known = [...call, ...all.flatMap(([status, atMs]) => (atMs === null ? [] : [{ status, atMs }]))];
  return known.filter(({ atMs }, place) => known.slice(place + 1).every((later) => later.atMs >= atMs));
};

const endedMs = (visit: Visit): number | undefined => {
  const phase = phaseOf(visit);
  const beganMs = visit.arrivedAtMs ?? visit.phone?.atMs ?? 0;
  return (phase.is === "left" || phase.is === "callOver") && phase.atMs >= beganMs ? phase.atMs : undefined;
};

const period = (startMs: number | undefined, endMs: number | undefined): FhirObject => ({
  start: startMs === undefined ? undefined : instant(startMs),
  end: endMs === undefined || (startMs !== undefined && endMs < startMs) ? undefined : instant(endMs),
});

/** What was said of one thing over the evening, each until the next; null ends it. */
const stretches = <E extends VisitFact["type"]>(
  { facts, visit }: VisitPlan,
  type: E,
  value: (event: Extract<VisitFact, { readonly type: E }>) => string | null,
): ReadonlyArray<{ readonly value: string; readonly startMs: number; readonly endMs: number | undefined }> => {
  // The type was compared just before; TypeScript does not carry that into a generic.
  const said = facts.flatMap(({ event, atMs }) => (event.type === type ? [{ value: fhirText(value(event as Extract<VisitFact, { readonly type: E }>)), atMs }] : []));
  return said
    .toSorted((a, b) => a.atMs - b.atMs)
    .flatMap((one, place, all) => (one.value === undefined ? [] : [{ value: one.value, startMs: one.atMs, endMs: all[place + 1]?.atMs ?? endedMs(visit) }]));
};

const placesOf = (plan: VisitPlan): ReadonlyArray<FhirObject> =>
  stretches(plan, "v1.Placed", (event) => event.place).map(({ value, startMs, endMs }) => ({
    location: { display: value },
    status: endMs === undefined ? "active" : "completed",
    period: period(startMs, endMs),
  }));

const cliniciansOf = (plan: VisitPlan): ReadonlyArray<FhirObject> =>
  stretches(plan, "v1.ClinicianSet", (event) => event.clinician).map(({ value, startMs, endMs }) => ({
    type: [{ coding: [coding(systems.v3("ParticipationType"), "ATND", "attender")] }],
    period: period(startMs, endMs),
    individual: { display: value },
  }));

const nursesOf = (visit: Visit): ReadonlyArray<FhirObject> =>
  textsOf(visit, "nurse").map(({ text }) => ({ type: [{ coding: [coding(systems.v3("ParticipationType"), "SPRF", "secondary performer")], text: "Responsible nurse" }], individual: { display: text } }));

const contactFormOf = (visit: Visit): ReadonlyArray<FhirObject> => {
  const form = valueOf(answerOf(visit, "contactForm"));
  return form === null ? [] : [{ coding: [coding(systems.contactForm, form)] }];
};

const reasonOf = (visit: Visit): FhirObject => {
  const answer = answerOf(visit, "reason");
  const text = fhirText(valueOf(answer));
  return text === undefined ? (absenceOf(answer) ?? absent("unknown")) : { text };
};

const modeCodes: { readonly [K in ArrivalMode]: readonly [code: string, display: string] } = {
  foot: ["F", "On foot"],
  car: ["C", "Car"],
  publicTransport: ["P", "Public Transport"],
  ambulance: ["A", "Ambulance"],
  helicopter: ["H", "Helicopter"],
  police: ["O", "Other"],
  other: ["O", "Other"],
};

const arrivalMode = (visit: Visit): FhirObject => {
  const answer = answerOf(visit, "arrivedBy");
  const mode = valueOf(answer);
  const told = mode === null ? (answer?.is === "unknown" ? coding(systems.hl7("v2-0430"), "U", "Unknown") : (absenceOf(answer) ?? absent("unknown"))) : coding(systems.hl7("v2-0430"), ...modeCodes[mode]);
  return { url: "http://hl7.org/fhir/StructureDefinition/encounter-modeOfArrival", valueCoding: told };
};

const dischargeCodes: { readonly [K in Disposition]: readonly [code: string, display: string] } = {
  home: ["home", "Home"],
  homeWithControl: ["home", "Home"],
  admitted: ["other-hcf", "Other healthcare facility"],
  municipalBed: ["other-hcf", "Other healthcare facility"],
  transferred: ["other-hcf", "Other healthcare facility"],
  leftUnseen: ["oth", "Other"],
  leftAgainstAdvice: ["aadvice", "Left against advice"],
  toGeneralPractitioner: ["home", "Home"],
  police: ["oth", "Other"],
  died: ["exp", "Expired"],
  other: ["oth", "Other"],
};

const hospitalization = ({ how, to }: Leaving): FhirObject => ({
  destination: { display: fhirText(to) },
  dischargeDisposition: { coding: [coding(systems.hl7("discharge-disposition"), ...dischargeCodes[how]), coding(systems.disposition, how)] },
});
