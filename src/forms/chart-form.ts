/**
 * The fields of a whole chart as data: which stand together, in which order, and in which layer of capture they are asked.
 * Screen and paper read this one description.
 *
 * - CHF1 Every field stands in exactly one section. The layer "door" is the door form's own fields, no more and no fewer.
 */
import type { DetailName } from "#core/visit/details.ts";

/** At the door in half a minute; at triage in three; later, in care. */
export const layers = ["door", "triage", "care"] as const;
export type Layer = (typeof layers)[number];

export const chartForm = [
  { section: "alerts", layer: "triage", fields: ["allergies", "flags", "infectionSigns", "isolation", "anticoagulant", "immunosuppressed", "pregnant", "implant"] },
  { section: "medicines", layer: "triage", fields: ["currentMedicines"] },
  { section: "identity", layer: "door", fields: ["name", "nationalNumber", "born", "sex", "reason", "arrivedBy"] },
  { section: "contact", layer: "care", fields: ["phone", "municipality", "address", "description", "language", "interpreter", "contactForm"] },
  { section: "people", layer: "care", fields: ["nextOfKin", "nextOfKinTold", "mayBeTold", "gp", "nurse", "policeCase"] },
  { section: "consent", layer: "care", fields: ["mayLookUp", "mayPhotograph", "mayShare"] },
] as const satisfies ReadonlyArray<{ readonly section: string; readonly layer: Layer; readonly fields: ReadonlyArray<DetailName> }>;

export const alertFields: ReadonlyArray<DetailName> = chartForm[0].fields;

/** In the order of the chart. */
export const chartFields: ReadonlyArray<DetailName> = chartForm.flatMap(({ fields }): ReadonlyArray<DetailName> => fields);

/** On paper there is room for what is asked until somebody has been triaged; the rest is written where there is room. */
export const penFields: ReadonlyArray<DetailName> = chartForm.flatMap(({ layer, fields }): ReadonlyArray<DetailName> => (layer === "care" ? [] : fields.filter((name) => name !== "allergies")));
