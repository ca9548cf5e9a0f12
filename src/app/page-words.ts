// Every word there is, for pages that come after the start.
import { pageWordsOf, type PageWords } from "#i18n/pages/page-words.ts";
import { useApp } from "./app-context.tsx";

export const usePageWords = (): PageWords => {
  const { words, prefs } = useApp();
  return pageWordsOf(words, prefs.language);
};
