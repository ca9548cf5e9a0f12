/**
 * The visit, as PV1 and PV2.
 *
 * - HLE1 PV1-19 is our key of the visit, PV1-50 what people called it; PV1-44 and PV1-45 are when it happened.
 * - HLE2 A contact by telephone is patient class `O`, type `TELEPHONE`; an arrival is `E`.
 * - HLE3 Steps, earlier places and other people, for which PV1 has no room, are OBX of the message.
 */
import { numbersOf } from "#projections/by-number.ts";
import { settingsOf } from "#core/ward/ward.ts";
import { encounterOf } from "../fhir/encounter.ts";
import type { FhirObject } from "../fhir/json.ts";
import { keyOf, type VisitPlan } from "../fhir/plan.ts";
import { listIn, objectIn, textIn } from "./read-fhir.ts";
import { segment, type Segment } from "./segment.ts";
import type { Hl7Source } from "./source.ts";
import { coded, hl7Time, keyNumber, personNamed, temporaryId } from "./values.ts";
import { components, hl7Text, nothing, plain, repeated, subcomponents, type Written } from "./text.ts";

export interface Hl7Visit {
  readonly resource: FhirObject;
  readonly beganMs: number | null;
  readonly endedMs: number | null;
  readonly isOver: boolean;
}

export const hl7Visit = (plan: VisitPlan, source: Hl7Source): Hl7Visit => {
  const resource = encounterOf(plan, source);
  const time = (name: "start" | "end"): number | null => msIn(objectIn(resource, "period"), name);
  return { resource, beganMs: time("start"), endedMs: time("end"), isOver: textIn(resource, "status") === "finished" };
};

const msIn = (object: FhirObject | undefined, name: string): number | null => {
  const text = textIn(object, name);
  return text === undefined ? null : Date.parse(text);
};

const timeOr = (ms: number | null, source: Hl7Source): Written => (ms === null ? nothing : hl7Time(ms, source));

export const pv1 = ({ resource, beganMs, endedMs }: Hl7Visit, plan: VisitPlan, source: Hl7Source): Segment => {
  const isTelephone = textIn(objectIn(resource, "class"), "code") === "VR";
  const leaving = objectIn(resource, "hospitalization");
  const [, ours] = listIn(objectIn(leaving, "dischargeDisposition"), "coding");
  const to = textIn(objectIn(leaving, "destination"), "display");
  return segment("PV1", {
    1: plain("1"),
    2: plain(isTelephone ? "O" : "E"),
    3: components(hl7Text(settingsOf(source.ward).name), hl7Text(placeNames(resource).at(-1))),
    7: personNamed(attending(resource).at(-1)),
    18: isTelephone ? plain("TELEPHONE") : nothing,
    ...numbers(plan, source),
    36: hl7Text(textIn(ours, "code")),
    37: to === undefined ? nothing : components(hl7Text(to)),
    44: timeOr(beganMs, source),
    45: timeOr(endedMs, source),
  });
};

/** In messages about one finding: whose visit it was. */
export const shortPv1 = ({ resource }: Hl7Visit, plan: VisitPlan, source: Hl7Source): Segment =>
  segment("PV1", { 1: plain("1"), 2: plain(textIn(objectIn(resource, "class"), "code") === "VR" ? "O" : "E"), ...numbers(plan, source) });

/** A person without a visit. */
export const noPv1 = segment("PV1", { 1: plain("1"), 2: plain("N") });

const numbers = (plan: VisitPlan, source: Hl7Source) => ({
  19: keyNumber(keyOf(plan.anchor, "encounter"), "VN"),
  50: repeated(numbersOf(plan.visit).map((number) => temporaryId(number, source, "VN"))),
});

export const pv2 = ({ resource }: Hl7Visit): ReadonlyArray<Segment> => {
  const reason = listIn(resource, "reasonCode").map((one) => textIn(one, "text")).find((text) => text !== undefined);
  const mode = listIn(resource, "extension").map((one) => objectIn(one, "valueCoding")).find((one) => textIn(one, "code") !== undefined);
  if (reason === undefined && mode === undefined) return [];
  const arrived = mode === undefined ? nothing : coded(textIn(mode, "code") ?? "", textIn(mode, "display") ?? "", "HL70430");
  return [segment("PV2", { 3: components(nothing, subcomponents(hl7Text(reason))), 38: arrived })];
};

/** What PV1 has no room for: name and words of each OBX. */
export const saidOfVisit = ({ resource }: Hl7Visit, source: Hl7Source): ReadonlyArray<readonly [code: string, name: string, value: string]> => {
  const during = (one: FhirObject): string => {
    const [from, to] = [msIn(objectIn(one, "period"), "start"), msIn(objectIn(one, "period"), "end")];
    return [from, to].map((ms) => (ms === null ? "" : hl7Time(ms, source))).join(" - ");
  };
  return [
    ...listIn(resource, "statusHistory").map((one) => [`step-${textIn(one, "status") ?? ""}`, "Step of the visit", during(one)] as const),
    ...listIn(resource, "location").map((one) => ["place", "Place", `${textIn(objectIn(one, "location"), "display") ?? ""}: ${during(one)}`] as const),
    ...listIn(resource, "participant").flatMap((one) => {
      const name = textIn(objectIn(one, "individual"), "display");
      return name === undefined ? [] : [[isAttending(one) ? "clinician" : "nurse", isAttending(one) ? "Clinician" : "Responsible nurse", isAttending(one) ? `${name}: ${during(one)}` : name] as const];
    }),
    ...listIn(resource, "type").flatMap((one) => listIn(one, "coding").map((code) => ["contact-form", "How the contact began", textIn(code, "code") ?? ""] as const)),
    ...listIn(resource, "extension").flatMap((one) => (textIn(one, "valueCode") === undefined ? [] : [["unsure", "Answer that somebody was not sure of", textIn(one, "valueCode") ?? ""] as const])),
  ];
};

const placeNames = (resource: FhirObject): ReadonlyArray<string> => listIn(resource, "location").filter((one) => textIn(objectIn(one, "location"), "display") !== undefined).map((one) => textIn(objectIn(one, "location"), "display") ?? "");
const isAttending = (participant: FhirObject): boolean => listIn(participant, "type").some((type) => listIn(type, "coding").some((code) => textIn(code, "code") === "ATND"));
const attending = (resource: FhirObject): ReadonlyArray<string> => listIn(resource, "participant").filter(isAttending).map((one) => textIn(objectIn(one, "individual"), "display") ?? "");
