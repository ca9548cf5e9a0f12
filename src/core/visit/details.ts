// What may be known about who came and why. Every field may be absent (not asked), unknown, none or known.
import type { Answer } from "../answer.ts";
import type { Born } from "../identity/born.ts";

export const sexes = ["female", "male", "other"] as const;
export type Sex = (typeof sexes)[number];

/** HL7 v2 table 0430 in the words of the door. */
export const arrivalModes = ["foot", "car", "publicTransport", "ambulance", "helicopter", "police", "other"] as const;
export type ArrivalMode = (typeof arrivalModes)[number];

export interface Details {
  readonly name: string;
  readonly nationalNumber: string;
  readonly born: Born;
  readonly sex: Sex;
  readonly reason: string;
  readonly arrivedBy: ArrivalMode;
}

export type DetailName = keyof Details;
export type DetailAnswers = { readonly [K in DetailName]?: Answer<Details[K]> };

export const detailNames = ["name", "nationalNumber", "born", "sex", "reason", "arrivedBy"] as const satisfies ReadonlyArray<DetailName>;
