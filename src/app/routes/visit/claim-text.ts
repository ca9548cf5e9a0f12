// What devices say differently, in words: what it is about, and each claim.
import type { DetailAnswers } from "#core/visit/details.ts";
import type { Disputed } from "#projections/disagreements.ts";
import { answerText, detailLabel, leavingWithTo, levelText, type TextContext } from "./fact-text.ts";

export const claimTexts = (disputed: Disputed, text: TextContext): { readonly label: string; readonly claims: ReadonlyArray<string> } => {
  const { words } = text;
  switch (disputed.of) {
    case "triage":
      return { label: words.visit.triage, claims: disputed.claims.map(({ value }) => levelText(value, text)) };
    case "place":
      return { label: words.visit.place, claims: disputed.claims.map(({ value }) => value ?? words.visit.none) };
    case "clinician":
      return { label: words.visit.clinician, claims: disputed.claims.map(({ value }) => value ?? words.visit.none) };
    case "left":
      return { label: words.visit.leaving, claims: disputed.claims.map(({ value }) => leavingWithTo(value.how, value.to, words)) };
    case "detail": {
      const { name } = disputed;
      // `heard` holds answers of this very detail.
      return { label: detailLabel(name, words), claims: disputed.claims.map(({ value }) => answerText(name, value as DetailAnswers[typeof name], text)) };
    }
  }
};
