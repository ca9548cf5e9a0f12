/**
 * Lists as they are typed: allergies, medicines in use.
 *
 * - ENT1 Comma, semicolon and line break part entries; a comma between two digits belongs to the number ("47,5 mg").
 * - ENT3 "?" is asked and unknown, "-" is none, and so are the plain words for them where nothing else stands beside them.
 */
import { detailNames, isList, type DetailName, type ListName } from "#core/visit/details.ts";
import { united } from "#core/visit/heard.ts";
import { entriesIn, tidied, typedEntries } from "./entries.ts";

/** What was typed or pasted, as entries. */
export const splitEntries = (text: string): ReadonlyArray<string> => tidied(text.split(/[;\n\r]|(?<!\d),|,(?!\d)/u));

const wordsFor = {
  "?": new Set(["?", "ukjent", "vet ikke", "veit ikkje", "ukjend", "unknown", "not known"]),
  "-": new Set(["-", "–", "ingen", "ingen kjente", "ingen kjende", "ingen kjent", "nei", "none", "none known", "no known allergies", "nkda"]),
} as const;

/** What stands in the field after an entry more; "?" and "-" give way to what is known. */
export const withEntries = (field: string, text: string): string => {
  const added = splitEntries(text);
  const before = entriesIn(field);
  const [only = ""] = added;
  const word = (["?", "-"] as const).find((one) => wordsFor[one].has(only.toLowerCase().replace(/[.!]+$/u, "")));
  if (word !== undefined && added.length === 1 && before.length === 0) return word;
  return added.length === 0 ? field : typedEntries(united([...before, ...added]));
};

/** What stands typed beside a list and was not added yet, by its own name in the form. */
export const addingTo = (name: ListName): string => `${name}-adding`;
/** What stood in the field when its form was opened. */
export const stoodIn = (name: DetailName): string => `${name}-stood`;

/** A form's fields with what was typed last and not added: nothing that is in sight when somebody saves is left out. */
export const withPending = <F extends { readonly [field: string]: string | undefined }>(fields: F): F => ({
  ...fields,
  ...Object.fromEntries(
    detailNames.filter(isList).flatMap((name) => {
      const pending = fields[addingTo(name)]?.trim() ?? "";
      return pending === "" ? [] : [[name, withEntries(fields[name] ?? "", pending)]];
    }),
  ),
});
