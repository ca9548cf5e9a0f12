// Every language at once: for the pages that are drawn ahead when the app is built, and for tests.
import { en } from "./en/index.ts";
import { fieldWords } from "./fields.ts";
import { nb } from "./nb/index.ts";
import { nn } from "./nn/index.ts";
import type { Language, Words } from "./words.ts";

export const wordsIn: { readonly [L in Language]: Words } = {
  nb: { ...nb, fields: fieldWords.nb },
  nn: { ...nn, fields: fieldWords.nn },
  en: { ...en, fields: fieldWords.en },
};
