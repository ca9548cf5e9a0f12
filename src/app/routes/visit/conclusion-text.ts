// What it came to, in words: the chart, the paper and the letter say the same.
import { conclusionTexts, type Conclusion, type DiagnosisCode } from "#core/clinical/conclusion.ts";
import type { LetterWords } from "#i18n/pages/letter.ts";

type Answer = readonly [label: string, answer: string];

/** "L77 (ICPC-2)". */
export const codeText = ({ system, code }: DiagnosisCode, words: LetterWords): string => `${code} (${words[system]})`;

export const conclusionAnswers = ({ codes = [], advices = [], ...texts }: Conclusion, words: LetterWords): ReadonlyArray<Answer> =>
  conclusionTexts.flatMap((name): ReadonlyArray<Answer> => [
    ...(name === "codeText" && codes.length > 0 ? [[words.codes, codes.map((code) => codeText(code, words)).join(", ")] as const] : []),
    ...(name === "adviceText" && advices.length > 0 ? [[words.advice, advices.map((advice) => words[advice]).join(", ")] as const] : []),
    ...(texts[name] === undefined ? [] : [[words[name], texts[name]] as const]),
  ]);
