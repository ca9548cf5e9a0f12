/**
 * Two small signs beside NEWS2, shown and never acted on.
 *
 * - SGN1 qSOFA counts a breathing of 22 or more, a systolic pressure of 100 or less, and altered mentation (GCS under 15, or
 *   not alert); what was not looked at is told, and the count is then "at least". Singer 2016, JAMA 315:801.
 * - SGN2 The shock index is pulse over systolic pressure with two decimals; without both, or with a pressure of 0, there is none.
 */
import { gcsTotal, type Found } from "./found.ts";

export interface Qsofa {
  readonly count: 0 | 1 | 2 | 3;
  readonly isComplete: boolean;
}

/** Null when none of its three was looked at. */
export const qsofaOf = ({ measured, consciousness, gcs }: Found): Qsofa | null => {
  const { respirationPerMin, systolicMmHg } = measured;
  const coma = gcs === undefined ? null : gcsTotal(gcs);
  const signsOfMind = [coma === null ? undefined : coma < 15, consciousness === undefined ? undefined : consciousness !== "A"].filter((sign) => sign !== undefined);
  const altered = signsOfMind.length === 0 ? undefined : signsOfMind.includes(true);
  const signs = [
    respirationPerMin === undefined ? undefined : respirationPerMin >= 22,
    systolicMmHg === undefined ? undefined : systolicMmHg <= 100,
    altered,
  ];
  const looked = signs.filter((sign) => sign !== undefined);
  if (looked.length === 0) return null;
  // At most three signs were counted.
  return { count: signs.filter(Boolean).length as Qsofa["count"], isComplete: looked.length === signs.length };
};

export const shockIndexOf = ({ measured: { pulsePerMin, systolicMmHg } }: Found): number | null =>
  pulsePerMin === undefined || systolicMmHg === undefined || systolicMmHg === 0 ? null : Math.round((pulsePerMin / systolicMmHg) * 100) / 100;
