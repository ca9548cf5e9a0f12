/**
 * What it came to: assessment, treatment, diagnosis, advice, control and who follows up. It may be written before or after the
 * patient leaves, and everything in it may be absent.
 *
 * - CNC1 A conclusion with nothing in it says nothing.
 * - CNC2 Of conclusions written unaware of each other none is lost: together they say all that each says, once.
 */
import type { Standing } from "../visit/standing.ts";

/** Said often enough to be one tap; each is a sentence in the ward's language. */
export const advices = ["comeBackIfWorse", "wound", "head", "fever", "fluids", "cast", "rest", "painkillers", "noDriving", "contactGp"] as const;
export type Advice = (typeof advices)[number];

export const codeSystems = ["icpc2", "icd10"] as const;
export type CodeSystem = (typeof codeSystems)[number];
export interface DiagnosisCode {
  readonly system: CodeSystem;
  readonly code: string;
}

export const conclusionTexts = [
  "assessment", "treatment", "diagnosis",
  // What was typed as a code and is none.
  "codeText",
  "adviceText", "control", "followUp",
  // What was written on paper: its number, or what it says.
  "sickNote", "prescription", "referral",
  "referTo", "referFor",
] as const;
export type ConclusionText = (typeof conclusionTexts)[number];

export type Conclusion = { readonly [T in ConclusionText]?: string } & {
  readonly codes?: ReadonlyArray<DiagnosisCode>;
  readonly advices?: ReadonlyArray<Advice>;
};

export const saysNothingConcluded = ({ codes = [], advices: given = [], ...texts }: Conclusion): boolean =>
  codes.length === 0 && given.length === 0 && conclusionTexts.every((name) => (texts[name] ?? "").trim() === "");

/** All that stands, as one: what differs stands side by side. */
export const standingConclusion = (standing: Standing<Conclusion> | null): Conclusion => {
  const all = standing?.map(({ value }) => value) ?? [];
  const texts = conclusionTexts.flatMap((name) => {
    const said = [...new Set(all.flatMap((one) => one[name] ?? []))];
    return said.length === 0 ? [] : [[name, said.join(" / ")] as const];
  });
  const codes = all.flatMap((one) => one.codes ?? []).filter((one, place, every) => every.findIndex((other) => other.system === one.system && other.code === one.code) === place);
  const given = advices.filter((advice) => all.some((one) => one.advices?.includes(advice)));
  return { ...Object.fromEntries(texts), ...(codes.length === 0 ? {} : { codes }), ...(given.length === 0 ? {} : { advices: given }) };
};
