// A word in the three languages, side by side: a table of such words is added to once, and not in every language's own folder.
import type { Language } from "./words.ts";

export type Three = readonly [nb: string, nn: string, en: string];

/** A word that all three share. */
export const same = (text: string): Three => [text, text, text];

export const threeLanguages = <T extends { readonly [word: string]: Three }>(table: T): { readonly [L in Language]: { readonly [W in keyof T]: string } } => ({
  nb: inLanguage(table, 0),
  nn: inLanguage(table, 1),
  en: inLanguage(table, 2),
});

const inLanguage = <T extends { readonly [word: string]: Three }>(table: T, place: 0 | 1 | 2): { readonly [W in keyof T]: string } =>
  // Made word by word from the table that the type is made from.
  Object.fromEntries(Object.entries<Three>(table).map(([word, three]) => [word, three[place]])) as { readonly [W in keyof T]: string };
