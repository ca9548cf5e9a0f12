/**
 * What a language must say, and which there are. nb is the pattern: a word that is missing in another language does not compile.
 * The words themselves come by load-words.ts, one language at a time.
 */
import type { FieldWords } from "./fields.ts";
import type { archive } from "./pages/nb/archive.ts";
import type { board } from "./pages/nb/board.ts";
import type { downtime } from "./pages/nb/downtime.ts";
import type { drill } from "./pages/nb/drill.ts";
import type { importing } from "./pages/nb/importing.ts";
import type { keys } from "./pages/nb/keys.ts";
import type { later } from "./pages/nb/later.ts";
import type { nb } from "./nb/index.ts";
import type { print } from "./pages/nb/print.ts";
import type { recovery } from "./pages/nb/recovery.ts";
import type { rescued } from "./pages/nb/rescued.ts";
import type { settings } from "./pages/nb/settings.ts";
import type { visit } from "./pages/nb/visit.ts";

/** The same tree with every literal widened: a translation may say something else, but must say something. */
type Widened<T> = T extends string ? string : T extends (...args: infer A) => string ? (...args: A) => string : T extends ReadonlyArray<unknown> ? T : { readonly [K in keyof T]: Widened<T[K]> };

/** What stands in a language's own folder and is needed from the start. */
export type OwnWords = Widened<typeof nb>;
/** What comes with the pages that say it (page-words.ts); some of it beside words of the same kind that a start needs. */
export type OwnPageWords = Widened<{
  readonly archive: typeof archive;
  readonly board: typeof board;
  readonly downtime: typeof downtime;
  readonly drill: typeof drill;
  readonly importing: typeof importing;
  readonly keys: typeof keys;
  readonly later: typeof later;
  readonly print: typeof print;
  readonly recovery: typeof recovery;
  readonly rescued: typeof rescued;
  readonly settings: typeof settings;
  readonly visit: typeof visit;
}>;
export type Words = OwnWords & { readonly fields: FieldWords };

export const languages = ["nb", "nn", "en"] as const;
export type Language = (typeof languages)[number];

export const languageNames: { readonly [L in Language]: string } = { nb: "Bokmål", nn: "Nynorsk", en: "English" };

export const isLanguage = (text: unknown): text is Language => languages.some((language) => language === text);
