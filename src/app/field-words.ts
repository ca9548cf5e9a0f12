// A field's choices with their words, from the one table of what a field may hold.
import { detailKinds, type DetailName } from "#core/visit/details.ts";
import type { Words } from "#i18n/words.ts";

/** null where the field is free text. */
export const choicesOf = (name: DetailName, { fields }: Words): ReadonlyArray<readonly [value: string, word: string]> | null => {
  const kind = detailKinds[name];
  if (kind.is !== "choice") return null;
  const words: { readonly [choice: string]: string } = fields[name].choices;
  return kind.of.map((choice) => [choice, words[choice] ?? choice]);
};
