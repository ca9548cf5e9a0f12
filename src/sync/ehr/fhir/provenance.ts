/**
 * Who said it, when it happened and when it was written, for every moment of the visit.
 *
 * - FPR1 `occurred` is when it happened and `recorded` is when it was written; neither stands in for the other.
 * - FPR2 The author has name and role and stands for the ward; the device that recorded it is named too.
 * - FPR3 A strike names the record that no longer counts, whose it was and why; a record written instead names what it replaces.
 * - FPR4 FHIR gives Provenance no identifier, so its key is a tag.
 */
import type { RecordId } from "#core/log/record.ts";
import type { Actor } from "#core/staff/actor.ts";
import type { VisitRecord } from "#core/visit/strikes.ts";
import { absent, coding, fhirText, instant, type FhirObject } from "./json.ts";
import { wardReference } from "./encounter.ts";
import { keyOf, type FhirSource, type Moment, type Part, type VisitPlan } from "./plan.ts";
import { systems } from "./systems.ts";

/** `part` is not the first only where a moment needs more than one bundle. */
export const provenanceOf = (moment: Moment, part: Part, targets: ReadonlyArray<string>, plan: VisitPlan, source: FhirSource): FhirObject => {
  const [first] = moment;
  return {
    resourceType: "Provenance",
    meta: { tag: [coding(systems.recordId, keyOf(first.id, part))] },
    target: targets.map((reference) => ({ reference })),
    occurredDateTime: instant(first.atMs),
    recorded: instant(first.wroteMs),
    reason: reasonsOf(moment, source),
    activity: { coding: [coding(systems.v3("DataOperation"), operationOf(moment)), ...eventsOf(moment).map((type) => coding(systems.event, type))] },
    agent: [
      {
        type: { coding: [coding(systems.hl7("provenance-participant-type"), "author", "Author")] },
        role: [{ coding: [coding(systems.role, first.actor.role)] }],
        who: performerOf(first.actor),
        onBehalfOf: wardReference(source),
      },
      {
        type: { coding: [coding(systems.hl7("provenance-participant-type"), "assembler", "Assembler")] },
        who: { type: "Device", identifier: { system: systems.device, value: fhirText(first.device) }, display: fhirText(source.ward.names[first.device]?.value) },
      },
    ],
    entity: moment.flatMap((record) => entitiesOf(record, plan.records)),
  };
};

/** A person by name, and by staff number where they gave one. */
export const performerOf = (actor: Actor): FhirObject => {
  const display = fhirText(actor.name);
  const value = fhirText(actor.staffId);
  const identifier = value === undefined ? undefined : { system: systems.staff, value };
  return { type: "Practitioner", identifier, ...(display === undefined && value === undefined ? { _display: absent("unknown") } : { display }) };
};

const eventsOf = (moment: Moment): ReadonlyArray<string> => [...new Set(moment.map(({ event }) => event.type))];

const operationOf = (moment: Moment): "CREATE" | "UPDATE" | "NULLIFY" => {
  if (moment.some(({ event }) => event.type === "v1.Struck")) return "NULLIFY";
  return moment.some(({ event }) => event.type === "v1.Arrived" || event.type === "v1.CallTaken") ? "CREATE" : "UPDATE";
};

const reasonsOf = (moment: Moment, { downtimes }: FhirSource): ReadonlyArray<FhirObject> => {
  const [{ atMs }] = moment;
  const during = downtimes.filter(({ startedAtMs, endedAtMs }) => atMs >= startedAtMs && (endedAtMs === null || atMs <= endedAtMs));
  return [
    ...moment.flatMap(({ event }): ReadonlyArray<FhirObject> => (event.type === "v1.Struck" ? [{ coding: [coding(systems.code, event.as)], text: fhirText(event.why) }] : [])),
    ...during.map(({ id }): FhirObject => ({ coding: [{ system: systems.downtime, code: fhirText(id) }], text: "Written during a downtime" })),
  ];
};

const entitiesOf = (record: VisitRecord, all: ReadonlyArray<VisitRecord>): ReadonlyArray<FhirObject> => {
  const { event } = record;
  const entity = (role: string, id: RecordId, display: string): FhirObject => ({ role, what: { identifier: { system: systems.record, value: id }, display } });
  const named = (id: RecordId): string => {
    const target = all.find((one) => one.id === id);
    return target === undefined ? "a record that is not here" : `${target.event.type} by ${fhirText(target.actor.name) ?? "unknown"}, happened ${instant(target.atMs)}, written ${instant(target.wroteMs)}`;
  };
  return [
    entity("source", record.id, event.type),
    ...(event.type === "v1.Struck" ? [entity("removal", event.target, named(event.target))] : []),
    ...(event.type !== "v1.Struck" && event.corrects !== undefined ? [entity("revision", event.corrects, named(event.corrects))] : []),
  ];
};
