// What was answered on one of the ward's own forms, in words: the chart, the paper and the notice say the same.
import type { FilledForm, FilledItem } from "#core/ward/own-form.ts";
import type { PageWords } from "#i18n/pages/page-words.ts";
import type { Language } from "#i18n/words.ts";
import { valueText } from "./found-text.ts";

interface Words {
  readonly words: PageWords;
  readonly language: Language;
}

export const filledText = ({ title, answers }: FilledForm, context: Words): { readonly head: string; readonly answers: ReadonlyArray<readonly [label: string, answer: string]> } => ({
  head: `${context.words.ownForms.form}: ${title}`,
  answers: answers.map((item) => [item.text, itemText(item, context)] as const),
});

const itemText = ({ answer, unit = "" }: FilledItem, { words, language }: Words): string => {
  if (answer.is !== "known") return answer.is === "unknown" ? words.visit.answerUnknown : words.visit.answerNone;
  const { value } = answer;
  switch (value.is) {
    case "text":
      return value.text;
    case "number":
      return `${valueText(value.number, language)} ${unit}`.trim();
    case "yesNo":
      return value.yes ? words.ownForms.yes : words.ownForms.no;
    case "choice":
      return value.option;
    case "date":
      return `${value.date.slice(8)}.${value.date.slice(5, 7)}.${value.date.slice(0, 4)}`;
  }
};
