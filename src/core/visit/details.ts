/**
 * What may be known about who came and why. Every field may be absent (not asked), unknown, none or known.
 * A field added here is checked, folded, exported as text and carried on by everything that goes through the list; where it
 * stands on the screen is told by the chart's form (forms/chart-form.ts).
 */
import type { Answer } from "../answer.ts";
import type { Born } from "../identity/born.ts";

export const sexes = ["female", "male", "other"] as const;
export type Sex = (typeof sexes)[number];

/** HL7 v2 table 0430 in the words of the door. */
export const arrivalModes = ["foot", "car", "publicTransport", "ambulance", "helicopter", "police", "other"] as const;
export type ArrivalMode = (typeof arrivalModes)[number];

const yesNo = ["yes", "no"] as const;

/** How the contact began. */
const contactForms = ["walkIn", "phone", "ambulance", "otherHealthStaff", "amk"] as const;

const infectionSigns = ["fever", "rash", "cough", "diarrhoea", "travel", "outbreak"] as const;
const isolations = ["contact", "droplet", "airborne", "protective"] as const;
/** What whoever meets the patient must know beforehand. Boards show signs of them and never their words. */
export const flags = ["infection", "isolation", "violence", "selfHarm", "missingRisk", "childConcern", "police"] as const;
export type Flag = (typeof flags)[number];

/** A list without `of` is of entries in words. */
type DetailKind = { readonly is: "text" | "born" | "list" } | { readonly is: "choice" | "list"; readonly of: ReadonlyArray<string> };

const text = { is: "text" } as const;
const yesOrNo = { is: "choice", of: yesNo } as const;

export const detailKinds = {
  name: text,
  nationalNumber: text,
  born: { is: "born" },
  sex: { is: "choice", of: sexes },
  reason: text,
  arrivedBy: { is: "choice", of: arrivalModes },
  pregnant: yesOrNo,
  allergies: { is: "list" },
  currentMedicines: { is: "list" },
  anticoagulant: yesOrNo,
  immunosuppressed: yesOrNo,
  implant: text,
  infectionSigns: { is: "list", of: infectionSigns },
  isolation: { is: "choice", of: isolations },
  flags: { is: "list", of: flags },
  contactForm: { is: "choice", of: contactForms },
  phone: text,
  address: text,
  municipality: text,
  language: text,
  interpreter: yesOrNo,
  description: text,
  nextOfKin: text,
  nextOfKinTold: yesOrNo,
  mayBeTold: yesOrNo,
  gp: text,
  nurse: text,
  policeCase: text,
  mayLookUp: yesOrNo,
  mayPhotograph: yesOrNo,
  mayShare: yesOrNo,
} as const satisfies { readonly [name: string]: DetailKind };

export type DetailName = keyof typeof detailKinds;
type ValueOf<K extends DetailKind> = K extends { readonly is: "list" }
  ? ReadonlyArray<K extends { readonly of: ReadonlyArray<infer Choice> } ? Choice : string>
  : K extends { readonly of: ReadonlyArray<infer Choice> } ? Choice : K extends { readonly is: "born" } ? Born : string;
export type Details = { readonly [K in DetailName]: ValueOf<(typeof detailKinds)[K]> };
export type DetailAnswers = { readonly [K in DetailName]?: Answer<Details[K]> };
export type DetailValue = Details[DetailName];

type NameOf<I extends DetailKind["is"]> = { readonly [K in DetailName]: (typeof detailKinds)[K]["is"] extends I ? K : never }[DetailName];
export type ListName = NameOf<"list">;
export type TextName = NameOf<"text">;

export const isList = (name: DetailName): name is ListName => detailKinds[name].is === "list";

// Object.keys knows no more than strings; the list is the very table above.
export const detailNames = Object.keys(detailKinds) as ReadonlyArray<DetailName>;
