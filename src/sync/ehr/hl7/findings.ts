/**
 * What was found in a visit: each look, level and answer as ORU^R01, each result of an order likewise.
 *
 * - HLF1 One message a record, one OBR in it: of a look OBR-4 is the vital signs panel, of a single value its own code.
 * - HLF2 OBR-3 is the key of the first item it carries; OBR-7 is when it happened, OBR-22 when it was written.
 * - HLF3 A result has the words of the laboratory as they were told, with the requisition number in OBR-2; how the patient was
 *   checked, and a critical call, are NTE.
 */
import { fhirText, lean, type FhirObject } from "../fhir/json.ts";
import { observationsOf } from "../fhir/observations.ts";
import { ordersOf } from "../fhir/orders.ts";
import { keyOf, type FactRecord } from "../fhir/plan.ts";
import { latest } from "#core/visit/standing.ts";
import type { Known } from "./administration.ts";
import type { Draft } from "./message.ts";
import { codeOf, obxOf, obxSegments, type Obx } from "./observation.ts";
import { shortPid } from "./patient.ts";
import { objectIn } from "./read-fhir.ts";
import { segment, type Fields } from "./segment.ts";
import type { Hl7Source } from "./source.ts";
import { coded, hl7Time, keyEntity, whoWrote } from "./values.ts";
import { shortPv1 } from "./visit.ts";
import { components, hl7Text, nothing, plain } from "./text.ts";

export const findingsOf = (record: FactRecord, known: Known, source: Hl7Source): ReadonlyArray<Draft> => {
  if (record.event.type === "v1.ResultCame") return [resultDraft(record, known, source)];
  const found = observationsOf(record, known.plan);
  if (found.length === 0) return [];
  const keys = found.map(({ part }) => keyOf(record.id, part));
  const [first] = found;
  const panel = record.event.type === "v1.Observed" ? coded("85353-1", "Vital signs", "LN") : codeOf(objectIn(first?.resource, "code"));
  const obx = found.flatMap(({ resource }, at) => obxOf(resource, at + 1, whoWrote(record.actor), source));
  return [draftOf(record, keys, { 4: panel }, obx, found.map(({ resource }) => resource), known, source)];
};

const resultDraft = (record: FactRecord, known: Known, source: Hl7Source): Draft => {
  const made = ordersOf(record, known.plan);
  const result = record.event.type === "v1.ResultCame" ? record.event.result : undefined;
  const order = known.plan.visit.orders.all.find(({ results }) => results.some(({ by }) => by === record.id));
  const asked = order === undefined ? undefined : latest(order.order).value;
  const what = components(nothing, hl7Text(fhirText(asked?.what) ?? "unknown"));
  const isPreliminary = result?.preliminary !== undefined;
  const notes = [
    ...(result?.identifiedBy ?? []).map((one) => `checked by: ${one}`),
    ...(result?.critical === undefined ? [] : [`critical result${result.critical.calledBy === undefined ? "" : `, called by ${result.critical.calledBy}`}, ${result.critical.readBack ? "read back" : "not read back"}`]),
  ];
  const status = plain(isPreliminary ? "P" : "F");
  const obx = { 2: plain("TX"), 3: what, 4: plain("1"), 5: hl7Text(fhirText(result?.text)), 11: status, 14: hl7Time(record.atMs, source), 16: whoWrote(record.actor), notes };
  const keys = made.map(({ part }) => keyOf(record.id, part));
  return draftOf(record, keys, { 2: components(hl7Text(fhirText(asked?.requisition))), 4: what, 25: status }, [obx], made.map(({ resource }) => resource), known, source);
};

const draftOf = (record: FactRecord, keys: ReadonlyArray<string>, obr: Fields, obx: ReadonlyArray<Obx>, says: ReadonlyArray<FhirObject>, known: Known, source: Hl7Source): Draft => ({
  event: "R01",
  keys,
  wroteMs: record.wroteMs,
  says: says.map((resource) => JSON.stringify(lean(resource))),
  segments: [
    shortPid(known.patient, source),
    shortPv1(known.visit, known.plan, source),
    segment("OBR", { 1: plain("1"), 3: keyEntity(keys[0] ?? record.id), 7: hl7Time(record.atMs, source), 10: whoWrote(record.actor), 22: hl7Time(record.wroteMs, source), 25: plain("F"), ...obr }),
    ...obxSegments(obx),
  ],
});
