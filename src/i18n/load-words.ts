/**
 * The words of one language, fetched when they are asked for: a device speaks one, and its first key waits for no other.
 *
 * - SPK1 A language is fetched once; asked for again it is the same words, and no network is needed.
 */
import { fieldWords } from "./fields.ts";
import type { Language, OwnWords, Words } from "./words.ts";

const ownWords: { readonly [L in Language]: () => Promise<OwnWords> } = {
  nb: async () => (await import("./nb/index.ts")).nb,
  nn: async () => (await import("./nn/index.ts")).nn,
  en: async () => (await import("./en/index.ts")).en,
};

const fetched = new Map<Language, Words>();

/** Undefined until it has been fetched. */
export const wordsHere = (language: Language): Words | undefined => fetched.get(language);

export const loadWords = async (language: Language): Promise<Words> => {
  const own = await ownWords[language]();
  const words = fetched.get(language) ?? { ...own, fields: fieldWords[language] };
  fetched.set(language, words);
  return words;
};
