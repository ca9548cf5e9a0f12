/**
 * The language of the rescue page.
 *
 * - RDL1 It is the one that the program was last set to on this device, or the one that the address asks for; else bokmål.
 */
import { rescueWords } from "#i18n/rescue.ts";
import type { Language } from "#i18n/words.ts";

export const chosenLanguage = (prefs: string | null, search: string): Language => {
  const asked = [new URLSearchParams(search).get("lang") ?? "", languageIn(prefs)];
  return asked.find(isSpoken) ?? "nb";
};

const isSpoken = (language: string): language is Language => Object.keys(rescueWords).includes(language);

const languageIn = (prefs: string | null): string => {
  try {
    const raw: unknown = JSON.parse(prefs ?? "{}");
    return typeof raw === "object" && raw !== null && "language" in raw ? String(raw.language) : "";
  } catch {
    // Preferences that are no JSON say no language.
    return "";
  }
};
