// What a field is called, and its choices with their words, from the one table of what a field may hold.
import { detailKinds, type DetailName } from "#core/visit/details.ts";
import type { ChartFieldWords } from "#i18n/pages/chart-fields.ts";
import type { Words } from "#i18n/words.ts";

/** Before the chart's own words have come, only the door's fields have a name. */
export type SomeWords = Words & { readonly chartFields?: ChartFieldWords };

export interface FieldWord {
  readonly label: string;
  readonly hint: string;
  readonly none: string;
  readonly choices: { readonly [choice: string]: string };
}

export const fieldWord = (name: DetailName, { fields, chartFields }: SomeWords): FieldWord | undefined => {
  const all: { readonly [name: string]: FieldWord } = { ...chartFields, ...fields };
  return all[name];
};

/** null where the field is words, typed. */
export const choicesOf = (name: DetailName, words: SomeWords): ReadonlyArray<readonly [value: string, word: string]> | null => {
  const kind: { readonly is: string; readonly of?: ReadonlyArray<string> } = detailKinds[name];
  return kind.of?.map((choice) => [choice, fieldWord(name, words)?.choices[choice] ?? choice]) ?? null;
};
