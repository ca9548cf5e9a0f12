/**
 * This device's own looks: language, light, glove mode, who is writing. Nothing about a patient and nothing about the ward's work.
 * Kept in localStorage because they must be there before the first paint; boot.ts reads the same keys.
 */
import { isLanguage, type Language } from "#i18n/words.ts";
import { roles, type Actor } from "#core/staff/actor.ts";

export type Light = "day" | "night" | "system";

export interface Prefs {
  readonly language: Language;
  readonly light: Light;
  readonly isGlove: boolean;
  readonly actor: Actor;
}

const key = "vaktbok-prefs";

export const defaultPrefs: Prefs = { language: "nb", light: "system", isGlove: false, actor: { name: "", role: "nurse" } };

/** `?lang=` wins and is remembered; what cannot be read is as if it were not there. Until somebody chooses, it is the browser's. */
export const readPrefs = (storage: Pick<Storage, "getItem">, search: string, spoken: ReadonlyArray<string> = []): Prefs => {
  const kept = parsed(storage);
  const asked = new URLSearchParams(search).get("lang");
  const language = isLanguage(asked) ? asked : isLanguage(kept["language"]) ? kept["language"] : languageOf(spoken);
  const light = kept["light"] === "day" || kept["light"] === "night" ? kept["light"] : "system";
  const actor = isObject(kept["actor"]) ? kept["actor"] : {};
  const role = roles.find((one) => one === actor["role"]) ?? "nurse";
  return { language, light, isGlove: kept["isGlove"] === true, actor: { name: typeof actor["name"] === "string" ? actor["name"] : "", role } };
};

export const writePrefs = (storage: Pick<Storage, "setItem">, prefs: Prefs): void => {
  try {
    storage.setItem(key, JSON.stringify(prefs));
  } catch {
    // A full or forbidden localStorage costs a preference, never a record: the page goes on with what it has in memory.
  }
};

/** The page's own element carries the looks, so that styles need no script after the first paint. */
export const showPrefs = (root: HTMLElement, prefs: Prefs): void => {
  root.lang = prefs.language;
  root.dataset["light"] = prefs.light;
  root.dataset["touch"] = prefs.isGlove ? "glove" : "finger";
};

/** "en-GB" is English, and "no" is what older browsers call bokmål. */
const languageOf = (spoken: ReadonlyArray<string>): Language =>
  spoken.map((tag) => tag.slice(0, 2).toLowerCase().replace("no", "nb")).find(isLanguage) ?? defaultPrefs.language;

const parsed = (storage: Pick<Storage, "getItem">): Readonly<Record<string, unknown>> => {
  try {
    const raw: unknown = JSON.parse(storage.getItem(key) ?? "{}");
    return isObject(raw) ? raw : {};
  } catch {
    return {};
  }
};

const isObject = (raw: unknown): raw is Readonly<Record<string, unknown>> => typeof raw === "object" && raw !== null;
