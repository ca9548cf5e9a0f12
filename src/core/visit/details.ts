/**
 * What may be known about who came and why. Every field may be absent (not asked), unknown, none or known.
 * A field added here is checked, folded, exported as text and carried on by everything that goes through the list.
 */
import type { Answer } from "../answer.ts";
import type { Born } from "../identity/born.ts";

export const sexes = ["female", "male", "other"] as const;
export type Sex = (typeof sexes)[number];

/** HL7 v2 table 0430 in the words of the door. */
export const arrivalModes = ["foot", "car", "publicTransport", "ambulance", "helicopter", "police", "other"] as const;
export type ArrivalMode = (typeof arrivalModes)[number];

export const yesNo = ["yes", "no"] as const;

type DetailKind = { readonly is: "text" | "born" } | { readonly is: "choice"; readonly of: ReadonlyArray<string> };

export const detailKinds = {
  name: { is: "text" },
  nationalNumber: { is: "text" },
  born: { is: "born" },
  sex: { is: "choice", of: sexes },
  reason: { is: "text" },
  arrivedBy: { is: "choice", of: arrivalModes },
  pregnant: { is: "choice", of: yesNo },
} as const satisfies { readonly [name: string]: DetailKind };

export type DetailName = keyof typeof detailKinds;
type ValueOf<K extends DetailKind> = K extends { readonly of: ReadonlyArray<infer Choice> } ? Choice : K extends { readonly is: "born" } ? Born : string;
export type Details = { readonly [K in DetailName]: ValueOf<(typeof detailKinds)[K]> };
export type DetailAnswers = { readonly [K in DetailName]?: Answer<Details[K]> };

// Object.keys knows no more than strings; the list is the very table above.
export const detailNames = Object.keys(detailKinds) as ReadonlyArray<DetailName>;
