/**
 * The words of pages that nobody needs before the door is open. They come with those pages, in every language at once, and a
 * start waits for none of them. nb is the pattern here too.
 */
import { downtime as downtimeEn } from "./en/downtime.ts";
import { drill as drillEn } from "./en/drill.ts";
import { importing as importingEn } from "./en/importing.ts";
import { print as printEn } from "./en/print.ts";
import { recovery as recoveryEn } from "./en/recovery.ts";
import { downtime } from "./nb/downtime.ts";
import { drill } from "./nb/drill.ts";
import { importing } from "./nb/importing.ts";
import { print } from "./nb/print.ts";
import { recovery } from "./nb/recovery.ts";
import { downtime as downtimeNn } from "./nn/downtime.ts";
import { drill as drillNn } from "./nn/drill.ts";
import { importing as importingNn } from "./nn/importing.ts";
import { print as printNn } from "./nn/print.ts";
import { recovery as recoveryNn } from "./nn/recovery.ts";
import { clinical, type ClinicalWords } from "./clinical.ts";
import { identity, type IdentityWords } from "./identity.ts";
import type { Language, OwnPageWords, Words } from "../words.ts";

export type PageWords = Words & OwnPageWords & {
  readonly clinical: ClinicalWords;
  readonly identity: IdentityWords;
};

const own: { readonly [L in Language]: OwnPageWords } = {
  nb: { downtime, drill, importing, print, recovery },
  nn: { downtime: downtimeNn, drill: drillNn, importing: importingNn, print: printNn, recovery: recoveryNn },
  en: { downtime: downtimeEn, drill: drillEn, importing: importingEn, print: printEn, recovery: recoveryEn },
};

const whole = new WeakMap<Words, PageWords>();

/** The same object for the same words, so that nothing is drawn anew for it. */
export const pageWordsOf = (words: Words, language: Language): PageWords => {
  const known = whole.get(words);
  if (known !== undefined) return known;
  const made = { ...words, ...own[language], clinical: clinical[language], identity: identity[language] };
  whole.set(words, made);
  return made;
};
