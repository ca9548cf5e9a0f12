/**
 * One visit as FHIR R4 transaction Bundles, ready for any receiver that takes them.
 *
 * - FHB1 The same records give the same bytes: no clock, no dice, no order of arrival.
 * - FHB2 At most eight entries a bundle, Patient and Encounter first in each; each bundle stands alone.
 * - FHB3 Every entry carries a key of ours, in the resource and in `ifNoneExist`, so that a second delivery makes nothing new.
 * - FHB4 A drill is marked on every bundle and every resource.
 * - FHB5 No national number stands in a key, an address or an `ifNoneExist`.
 */
import type { VisitFile } from "#projections/ward-state.ts";
import { callsOf } from "./calls.ts";
import { conclusionsOf } from "./conclusions.ts";
import { encounterOf } from "./encounter.ts";
import { coding, lean, type FhirObject } from "./json.ts";
import { medicinesOf } from "./medicines.ts";
import { notesOf } from "./notes.ts";
import { ordersOf } from "./orders.ts";
import { photosOf } from "./photos.ts";
import { proceduresOf } from "./procedures.ts";
import { responsesOf } from "./responses.ts";
import { observationsOf } from "./observations.ts";
import { patientOf } from "./patient.ts";
import { isProvenance, keyOf, planVisit, provenancePart, type FactRecord, type FhirSource, type Moment, type Part, type Sha256Hex, type VisitPlan } from "./plan.ts";
import { provenanceOf } from "./provenance.ts";
import { toldOf } from "./told.ts";
import { systems } from "./systems.ts";

const maxEntries = 8;

/** None for a visit that is void or of which neither arrival nor call is here. */
export const visitToBundles = async (file: VisitFile, source: FhirSource, sha256Hex: Sha256Hex): Promise<ReadonlyArray<FhirObject>> => {
  const plan = await planVisit(file, sha256Hex);
  if (plan === null) return [];
  const first = [entryOf(plan, plan.anchor, "patient", patientOf(plan, source), source), entryOf(plan, plan.anchor, "encounter", encounterOf(plan, source), source)];
  const groups = grouped(plan.moments.flatMap((moment) => momentGroups(moment, plan, source)), maxEntries - first.length);
  return groups.map((entries, place) =>
    lean({
      resourceType: "Bundle",
      meta: { tag: drillTags(source) },
      identifier: { system: systems.recordId, value: `${plan.anchor}.v${plan.records.length}.${place + 1}` },
      type: "transaction",
      entry: [...first, ...entries],
    }),
  );
};

/** Each with a Provenance of its own; one, unless there is more in the moment than fits into a bundle. */
const momentGroups = (moment: Moment, plan: VisitPlan, source: FhirSource): ReadonlyArray<ReadonlyArray<FhirObject>> => {
  const found = moment.flatMap((record) => (isFact(record) ? [...observationsOf(record, plan), ...notesOf(record, plan), ...medicinesOf(record, plan), ...conclusionsOf(record, plan), ...callsOf(record, plan), ...ordersOf(record, plan), ...proceduresOf(record, plan), ...responsesOf(record, plan), ...photosOf(record, plan), ...toldOf(record, plan)].map((one) => ({ ...one, record: record.id })) : []));
  const lasting = [...new Set(moment.flatMap((record) => aboutOf(record).map((part) => plan.urnOf(plan.anchor, part))))];
  return inChunks(found, maxTogether).map((some, place) => {
    const part = provenancePart(place);
    const ofThese = [...(place === 0 ? lasting : []), ...some.map((one) => plan.urnOf(one.record, one.part))];
    // A record of which nothing else can be told is still told of the visit.
    const targets = ofThese.length === 0 ? [plan.urnOf(plan.anchor, "encounter")] : ofThese;
    return [
      ...some.map((one) => entryOf(plan, one.record, one.part, one.resource, source)),
      entryOf(plan, moment[0].id, part, provenanceOf(moment, part, targets, plan, source), source),
    ];
  });
};

const isFact = (record: Moment[number]): record is FactRecord => record.event.type !== "v1.Struck";

/** Beside Patient, Encounter and their Provenance. */
const maxTogether = maxEntries - 3;

/** At least one, if only an empty one. */
const inChunks = <T>(all: ReadonlyArray<T>, size: number): ReadonlyArray<ReadonlyArray<T>> =>
  Array.from({ length: Math.max(1, Math.ceil(all.length / size)) }, (_, at) => all.slice(at * size, (at + 1) * size));

/** Which of the two lasting resources a record says something of. */
export const aboutOf = ({ event }: Moment[number]): ReadonlyArray<"patient" | "encounter"> => {
  switch (event.type) {
    case "v1.Arrived":
    case "v1.CallTaken":
    case "v1.DetailsSet":
    case "v1.Joined":
    case "v1.Struck":
      return ["patient", "encounter"];
    case "v1.Left":
      return event.how === "died" ? ["patient", "encounter"] : ["encounter"];
    case "v1.TriageSet":
    case "v1.Placed":
    case "v1.ClinicianSet":
    case "v1.CalledIn":
    case "v1.Seen":
    case "v1.CallEnded":
    case "v1.CalledBack":
      // When the contact was over hangs on them.
      return ["encounter"];
    case "v1.Observed":
    case "v1.Noted":
    case "v1.MedicineGiven":
    case "v1.Concluded":
    case "v1.Ordered":
    case "v1.ResultCame":
    case "v1.OrderOwned":
    case "v1.OrderDropped":
    case "v1.ProcedureDone":
    case "v1.FormFilled":
    case "v1.PhotoTaken":
      // They have resources of their own.
      return [];
  }
};

const entryOf = (plan: VisitPlan, record: VisitPlan["anchor"], part: Part, resource: FhirObject, source: FhirSource): FhirObject => {
  const { resourceType, meta, ...rest } = resource;
  const ownTags = typeof meta === "object" && "tag" in meta && Array.isArray(meta.tag) ? meta.tag : [];
  return {
    fullUrl: plan.urnOf(record, part),
    resource: { resourceType, meta: { tag: [...ownTags, ...drillTags(source)] }, ...rest },
    request: { method: "POST", url: resourceType, ifNoneExist: `${isProvenance(part) ? "_tag" : "identifier"}=${systems.recordId}|${keyOf(record, part)}` },
  };
};

export const drillTags = ({ isDrill }: FhirSource): ReadonlyArray<FhirObject> =>
  isDrill ? [coding(systems.v3("ActReason"), "HTEST", "test health data"), coding(systems.drill, "drill")] : [];

/** As many groups together as fit, in order; a group is never parted. */
const grouped = (groups: ReadonlyArray<ReadonlyArray<FhirObject>>, room: number): ReadonlyArray<ReadonlyArray<FhirObject>> => {
  const bundles: FhirObject[][] = [[]];
  for (const group of groups) {
    const last = bundles.at(-1);
    if (last !== undefined && last.length + group.length <= room) last.push(...group);
    else bundles.push([...group]);
  }
  return bundles;
};
