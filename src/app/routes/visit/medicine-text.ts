// A medicine that was given, in words: the chart, the paper and the notice say the same.
import { dosePerKg, type GivenMedicine } from "#core/clinical/medicine.ts";
import type { ClinicalWords } from "#i18n/pages/clinical.ts";
import type { Language } from "#i18n/words.ts";
import { valueText } from "./found-text.ts";
import type { TextContext } from "./fact-text.ts";

type Answer = readonly [label: string, answer: string];

/** "Paracetamol 1 g". */
export const medicineText = ({ drug, dose, doseText = "" }: GivenMedicine, language: Language): string =>
  [drug, dose === undefined ? doseText : `${valueText(dose.value, language)} ${dose.unit}`].filter((text) => text !== "").join(" ");

export const medicineAnswers = ({ route, batch, checkedBy }: GivenMedicine, words: ClinicalWords): ReadonlyArray<Answer> => [
  ...(route === undefined ? [] : [[words.route, words[route]] as const]),
  ...(checkedBy === undefined ? [] : [[words.checkedBy, checkedBy] as const]),
  ...(batch === undefined ? [] : [[words.batch, batch] as const]),
];

/** Information only; with the weight that it was reckoned from. */
export const perKgText = (given: GivenMedicine, weightKg: number | null, { words, language }: Pick<TextContext, "words" | "language">): Answer | null => {
  const perKg = dosePerKg(given, weightKg);
  if (perKg === null || given.dose === undefined || weightKg === null) return null;
  return [words.clinical.perKg, `${valueText(perKg, language)} ${given.dose.unit}/kg (${valueText(weightKg, language)} kg)`];
};
