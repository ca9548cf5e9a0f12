/**
 * NEWS2, exactly as published. Royal College of Physicians: National Early Warning Score (NEWS) 2, London 2017, chart 1.
 * It may be used by anybody, acknowledged and unaltered. The score is shown with its parts; it never sets a level.
 *
 * - NWS1 Each part has the points of the chart, at every boundary.
 * - NWS2 While one of the seven is missing there is no sum and no band, only what it is at the least and what is missing.
 * - NWS3 It is not for anybody under 16 or pregnant; where nobody knows the age it is given, and that is said.
 * - NWS4 Scale 2 gives points for much oxygen in the blood only to who breathes oxygen; before that is known it gives none.
 */
import type { Consciousness, Found, MeasureName } from "./found.ts";

export const news2Parts = ["respiration", "spo2", "breathing", "systolic", "pulse", "consciousness", "temp"] as const;
export type News2Part = (typeof news2Parts)[number];
type Points = 0 | 1 | 2 | 3;
export type News2Points = { readonly [P in News2Part]?: Points };

export type News2Band = "low" | "lowMedium" | "medium" | "high";

export type News2 =
  | { readonly is: "complete"; readonly points: News2Points; readonly total: number; readonly band: News2Band }
  | { readonly is: "incomplete"; readonly points: News2Points; readonly atLeast: number; readonly missing: ReadonlyArray<News2Part> };

export interface News2Patient {
  readonly ageMonths: number | null;
  readonly isPregnant: boolean;
}
export type News2Fit = "fits" | "ageUnknown" | "under16" | "pregnant";

export const news2Fit = ({ ageMonths, isPregnant }: News2Patient): News2Fit => {
  if (isPregnant) return "pregnant";
  if (ageMonths === null) return "ageUnknown";
  return ageMonths < 16 * 12 ? "under16" : "fits";
};

/** Of one look at the patient; null when none of its seven parts was looked at. */
export const news2Of = (found: Found): News2 | null => {
  const points = pointsOf(found);
  const missing = news2Parts.filter((part) => points[part] === undefined);
  if (missing.length === news2Parts.length) return null;
  const total = news2Parts.reduce((sum, part) => sum + (points[part] ?? 0), 0);
  return missing.length > 0 ? { is: "incomplete", points, atLeast: total, missing } : { is: "complete", points, total, band: bandOf(total, points) };
};

const pointsOf = ({ measured, breathing, spo2Scale, consciousness }: Found): News2Points => {
  const { respirationPerMin, spo2Pct, systolicMmHg, pulsePerMin, tempC } = measured;
  const spo2 = spo2Scale === 2 ? (breathing === "oxygen" ? spo2OnOxygen : spo2OnAir) : spo2Scale1;
  return {
    ...part("respiration", respirationPerMin, respiration),
    ...part("spo2", spo2Pct, spo2),
    ...(breathing === undefined ? {} : { breathing: breathing === "oxygen" ? 2 : 0 }),
    ...part("systolic", systolicMmHg, systolic),
    ...part("pulse", pulsePerMin, pulse),
    ...(consciousness === undefined ? {} : { consciousness: conscious[consciousness] }),
    ...part("temp", tempC, temp),
  };
};

/** Up to and with `upTo`; the last row has no end. */
type Table = ReadonlyArray<readonly [upTo: number, points: Points]>;
const open = Number.POSITIVE_INFINITY;
const respiration: Table = [[8, 3], [11, 1], [20, 0], [24, 2], [open, 3]];
const spo2Scale1: Table = [[91, 3], [93, 2], [95, 1], [open, 0]];
const spo2OnAir: Table = [[83, 3], [85, 2], [87, 1], [open, 0]];
const spo2OnOxygen: Table = [[83, 3], [85, 2], [87, 1], [92, 0], [94, 1], [96, 2], [open, 3]];
const systolic: Table = [[90, 3], [100, 2], [110, 1], [219, 0], [open, 3]];
const pulse: Table = [[40, 3], [50, 1], [90, 0], [110, 1], [130, 2], [open, 3]];
const temp: Table = [[35, 3], [36, 1], [38, 0], [39, 1], [open, 2]];
const conscious: { readonly [C in Consciousness]: Points } = { A: 0, C: 3, V: 3, P: 3, U: 3 };

/** Where a part has no points: shown as a band behind the values over time. Both ends included. */
export const news2Calm = {
  respirationPerMin: [12, 20], spo2Pct: [96, 100], systolicMmHg: [111, 219], pulsePerMin: [51, 90], tempC: [36.1, 38],
} as const satisfies { readonly [M in MeasureName]?: readonly [from: number, to: number] };

const part = (name: News2Part, value: number | undefined, table: Table): News2Points => {
  const row = value === undefined ? undefined : table.find(([upTo]) => value <= upTo);
  return row === undefined ? {} : { [name]: row[1] };
};

const bandOf = (total: number, points: News2Points): News2Band => {
  if (total >= 7) return "high";
  if (total >= 5) return "medium";
  return Object.values(points).includes(3) ? "lowMedium" : "low";
};
