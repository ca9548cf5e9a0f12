/**
 * What each field of a visit is called, hinted at and answered with, in nb, nn and en side by side: a field is added
 * here, once, and not in every language's own folder. Its name is that of the field in core/visit/details.ts. Only what the
 * door and the board say is here; the rest of a chart's fields come with the chart (pages/chart-fields.ts).
 */
import type { Three } from "./three.ts";
import type { Language } from "./words.ts";

export interface FieldRow {
  readonly label: Three;
  readonly hint?: Three;
  /** What "none" is called, where it has a word of its own. */
  readonly none?: Three;
  readonly choices?: { readonly [choice: string]: Three };
}

const table = {
  name: { label: ["Navn", "Namn", "Name"], hint: ["Eller noe å kalle dem", "Eller noko å kalle dei", "Or something to call them"] },
  nationalNumber: { label: ["Fødselsnummer", "Fødselsnummer", "National identity number"] },
  born: { label: ["Født eller alder", "Fødd eller alder", "Born or age"], hint: ["170580, 1980, 42 eller 8 mnd", "170580, 1980, 42 eller 8 mnd", "170580, 1980, 42 or 8 mo"] },
  sex: {
    label: ["Kjønn", "Kjønn", "Sex"],
    choices: { female: ["Kvinne", "Kvinne", "Female"], male: ["Mann", "Mann", "Male"], other: ["Annet", "Anna", "Other"] },
  },
  reason: { label: ["Årsak til kontakt", "Årsak til kontakt", "Reason for contact"] },
  arrivedBy: {
    label: ["Kom med", "Kom med", "Arrived by"],
    choices: {
      foot: ["Til fots", "Til fots", "On foot"],
      car: ["Bil", "Bil", "Car"],
      publicTransport: ["Buss/tog", "Buss/tog", "Bus/train"],
      ambulance: ["Ambulanse", "Ambulanse", "Ambulance"],
      helicopter: ["Helikopter", "Helikopter", "Helicopter"],
      police: ["Politi", "Politi", "Police"],
      other: ["Annet", "Anna", "Other"],
    },
  },
  pregnant: { label: ["Gravid", "Gravid", "Pregnant"], choices: { yes: ["Ja", "Ja", "Yes"], no: ["Nei", "Nei", "No"] } },
} as const satisfies { readonly [field: string]: FieldRow };

type ChoicesOf<R> = R extends { readonly choices: infer C } ? keyof C : never;
export type FieldWordsOf<T> = {
  readonly [F in keyof T]: { readonly label: string; readonly hint: string; readonly none: string; readonly choices: { readonly [C in ChoicesOf<T[F]>]: string } };
};
export type FieldWords = FieldWordsOf<typeof table>;

export const fieldTable = <T extends { readonly [field: string]: FieldRow }>(fields: T): { readonly [L in Language]: FieldWordsOf<T> } => ({
  nb: inLanguage(fields, 0),
  nn: inLanguage(fields, 1),
  en: inLanguage(fields, 2),
});

const inLanguage = <T extends { readonly [field: string]: FieldRow }>(fields: T, place: 0 | 1 | 2): FieldWordsOf<T> => {
  const words = Object.entries<FieldRow>(fields).map(([name, { label, hint, none, choices = {} }]) => [
    name,
    { label: label[place], hint: hint?.[place] ?? "", none: none?.[place] ?? "", choices: Object.fromEntries(Object.entries(choices).map(([choice, three]) => [choice, three[place]])) },
  ]);
  // Made row by row from the table that the type is made from.
  return Object.fromEntries(words) as FieldWordsOf<T>;
};

export const fieldWords = fieldTable(table);
