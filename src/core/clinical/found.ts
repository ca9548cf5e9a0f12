/**
 * What is found when somebody looks at a patient: numbers with their units, and the four things that are no numbers.
 * Everything may be absent: what was not measured is not there, and is no zero.
 *
 * - MSR1 A number outside what is usual to measure is warned of, and kept as it was written.
 * - MSR2 A look with nothing in it says nothing.
 */

export interface Measure {
  /** UCUM. */
  readonly unit: "/min" | "%" | "mm[Hg]" | "Cel" | "{score}" | "mmol/L" | "kg" | "L/min";
  /** As it is written beside the number. */
  readonly sign: string;
  readonly decimals: 0 | 1;
  /** Both ends included; outside them somebody probably typed wrong. */
  readonly usual: readonly [least: number, most: number];
}

export const measures = {
  respirationPerMin: { unit: "/min", sign: "/min", decimals: 0, usual: [4, 70] },
  spo2Pct: { unit: "%", sign: "%", decimals: 0, usual: [50, 100] },
  oxygenLPerMin: { unit: "L/min", sign: "l/min", decimals: 1, usual: [0.5, 60] },
  systolicMmHg: { unit: "mm[Hg]", sign: "mmHg", decimals: 0, usual: [40, 280] },
  diastolicMmHg: { unit: "mm[Hg]", sign: "mmHg", decimals: 0, usual: [20, 180] },
  pulsePerMin: { unit: "/min", sign: "/min", decimals: 0, usual: [20, 250] },
  tempC: { unit: "Cel", sign: "°C", decimals: 1, usual: [28, 43] },
  painOf10: { unit: "{score}", sign: "/10", decimals: 0, usual: [0, 10] },
  glucoseMmolL: { unit: "mmol/L", sign: "mmol/l", decimals: 1, usual: [1, 40] },
  weightKg: { unit: "kg", sign: "kg", decimals: 1, usual: [0.4, 300] },
} as const satisfies { readonly [name: string]: Measure };

export type MeasureName = keyof typeof measures;
// Object.keys knows no more than strings; the list is the very table above.
export const measureNames = Object.keys(measures) as ReadonlyArray<MeasureName>;

/** RCP NEWS2 2017: alert, new confusion, voice, pain, unresponsive. */
export const consciousnessLevels = ["A", "C", "V", "P", "U"] as const;
export type Consciousness = (typeof consciousnessLevels)[number];

/** Highest of each part of the Glasgow coma scale; the least is 1. */
export const gcsMost = { eye: 4, verbal: 5, motor: 6 } as const;
export type GcsPart = keyof typeof gcsMost;
export const gcsParts = ["eye", "verbal", "motor"] as const satisfies ReadonlyArray<GcsPart>;
/** NT: not testable, as with a tube in the throat. */
export type Gcs = { readonly [P in GcsPart]: number | "NT" };

export const foundBy = ["measured", "patient", "relative", "document", "ambulance", "paper"] as const;
export type FoundBy = (typeof foundBy)[number];

export interface Found {
  readonly measured: { readonly [M in MeasureName]?: number };
  readonly breathing?: "air" | "oxygen";
  /** 2 only where a competent clinician has decided on a target of 88–92 %. Absent: scale 1. */
  readonly spo2Scale?: 2;
  readonly consciousness?: Consciousness;
  readonly gcs?: Gcs;
  readonly weightIs?: "estimated";
  /** Absent: measured here. */
  readonly by?: Exclude<FoundBy, "measured">;
  /** What was written and could not be read as a number, and what somebody wanted to say. */
  readonly remark?: string;
}

export const saysNothingFound = ({ measured, breathing, consciousness, gcs, remark = "" }: Found): boolean =>
  Object.keys(measured).length === 0 && breathing === undefined && consciousness === undefined && gcs === undefined && remark === "";

export const isUnusual = (name: MeasureName, value: number): boolean => {
  const [least, most] = measures[name].usual;
  return value < least || value > most;
};

/** 3 to 15; null while a part could not be tested. */
export const gcsTotal = ({ eye, verbal, motor }: Gcs): number | null =>
  eye === "NT" || verbal === "NT" || motor === "NT" ? null : eye + verbal + motor;
