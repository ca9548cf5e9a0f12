/**
 * The words of pages that nobody needs before the door is open. They come with those pages, in every language at once, and a
 * start waits for none of them. nb is the pattern here too.
 */
import { archive as archiveEn } from "./en/archive.ts";
import { board as boardEn } from "./en/board.ts";
import { downtime as downtimeEn } from "./en/downtime.ts";
import { drill as drillEn } from "./en/drill.ts";
import { importing as importingEn } from "./en/importing.ts";
import { keys as keysEn } from "./en/keys.ts";
import { later as laterEn } from "./en/later.ts";
import { print as printEn } from "./en/print.ts";
import { recovery as recoveryEn } from "./en/recovery.ts";
import { rescued as rescuedEn } from "./en/rescued.ts";
import { settings as settingsEn } from "./en/settings.ts";
import { visit as visitEn } from "./en/visit.ts";
import { archive } from "./nb/archive.ts";
import { board } from "./nb/board.ts";
import { downtime } from "./nb/downtime.ts";
import { drill } from "./nb/drill.ts";
import { importing } from "./nb/importing.ts";
import { keys } from "./nb/keys.ts";
import { later } from "./nb/later.ts";
import { print } from "./nb/print.ts";
import { recovery } from "./nb/recovery.ts";
import { rescued } from "./nb/rescued.ts";
import { settings } from "./nb/settings.ts";
import { visit } from "./nb/visit.ts";
import { archive as archiveNn } from "./nn/archive.ts";
import { board as boardNn } from "./nn/board.ts";
import { downtime as downtimeNn } from "./nn/downtime.ts";
import { drill as drillNn } from "./nn/drill.ts";
import { importing as importingNn } from "./nn/importing.ts";
import { keys as keysNn } from "./nn/keys.ts";
import { later as laterNn } from "./nn/later.ts";
import { print as printNn } from "./nn/print.ts";
import { recovery as recoveryNn } from "./nn/recovery.ts";
import { rescued as rescuedNn } from "./nn/rescued.ts";
import { settings as settingsNn } from "./nn/settings.ts";
import { visit as visitNn } from "./nn/visit.ts";
import { back } from "./back.ts";
import { callBack } from "./call-back.ts";
import { chartFields, chartFormWords } from "./chart-fields.ts";
import { clinical } from "./clinical.ts";
import { finding } from "./finding.ts";
import { hands } from "./hands.ts";
import { identity } from "./identity.ts";
import { letter } from "./letter.ts";
import { orders } from "./orders.ts";
import { ownForms } from "./own-forms.ts";
import { photo } from "./photo.ts";
import { snapshot } from "./snapshot.ts";
import { telephone } from "./telephone.ts";
import { triageSet } from "./triage-set.ts";
import type { Language, OwnPageWords, Words } from "../words.ts";

/** Those that stand in three languages side by side. */
const tables = {
  back,
  callBack,
  chartFields,
  chartForm: chartFormWords,
  clinical,
  finding,
  hands,
  identity,
  letter,
  orders,
  ownForms,
  photo,
  snapshot,
  telephone,
  triageSet,
} as const;

type TableWords = { readonly [T in keyof typeof tables]: (typeof tables)[T]["nb"] };
export type PageWords = Words & OwnPageWords & TableWords;

const own: { readonly [L in Language]: OwnPageWords } = {
  nb: { archive, board, downtime, drill, importing, keys, later, print, recovery, rescued, settings, visit },
  nn: { archive: archiveNn, board: boardNn, downtime: downtimeNn, drill: drillNn, importing: importingNn, keys: keysNn, later: laterNn, print: printNn, recovery: recoveryNn, rescued: rescuedNn, settings: settingsNn, visit: visitNn },
  en: { archive: archiveEn, board: boardEn, downtime: downtimeEn, drill: drillEn, importing: importingEn, keys: keysEn, later: laterEn, print: printEn, recovery: recoveryEn, rescued: rescuedEn, settings: settingsEn, visit: visitEn },
};

const whole = new WeakMap<Words, PageWords>();

/** The same object for the same words, so that nothing is drawn anew for it. */
export const pageWordsOf = (words: Words, language: Language): PageWords => {
  const known = whole.get(words);
  if (known !== undefined) return known;
  const ours = own[language];
  const made = {
    ...words,
    ...ours,
    // Of these a start needs some words and the pages the rest.
    archive: { ...words.archive, ...ours.archive },
    later: { ...words.later, ...ours.later },
    board: { ...words.board, ...ours.board },
    visit: { ...words.visit, ...ours.visit },
    ...tableWords(language),
  };
  whole.set(words, made);
  return made;
};

const tableWords = (language: Language): TableWords =>
  // Table by table from the tables that the type is made from.
  Object.fromEntries(Object.entries(tables).map(([name, table]) => [name, table[language]])) as TableWords;
