/**
 * Gives a drawn page this device's looks and this ward's form. On the page that is being opened (boot.ts), and on the page
 * that lies on the shelf for the next start (boot-rest.ts).
 *
 * - HOLD1 The form stands in the device's language with the ward's own scale and reasons, as the last start knew them.
 */
import { scaleIds, type ScaleId } from "#core/clinical/scales.ts";
import { defaultSettings } from "#core/ward/ward.ts";
import type { Language } from "#i18n/words.ts";
import type { Profile } from "./app-context.tsx";
import type { ShellHint } from "./boot-hint.ts";
import { tilesOf } from "./boot-tiles.ts";
import { showPrefs, type Prefs } from "./prefs.ts";

export interface Looks {
  readonly prefs: Prefs;
  readonly profile: Profile;
  readonly hint: ShellHint | null;
}

export const dressHead = (page: Document, { prefs }: Pick<Looks, "prefs">): void => {
  showPrefs(page.documentElement, prefs);
  for (const meta of page.querySelectorAll<HTMLMetaElement>("meta[name=theme-color]")) {
    if (prefs.light !== "system") meta.media = meta.dataset["light"] === prefs.light ? "all" : "not all";
  }
};

export const dressDoor = (page: Document, { prefs: { language }, profile, hint }: Looks): void => {
  const shell = page.getElementById("shell");
  const drawn = page.querySelector<HTMLTemplateElement>(`template[data-door="${language}"]`);
  if (shell === null) return;
  if (drawn !== null) shell.replaceChildren(drawn.content.cloneNode(true));
  shell.querySelector(".frame")?.setAttribute("data-profile", profile);
  shell.querySelector(".drill-mark")?.toggleAttribute("hidden", profile === "real");
  if (hint === null) return;
  const ward = shell.querySelector(".frame-who strong");
  if (ward !== null) ward.textContent = hint.name;
  dressTiles(page, shell, language, hint.scale);
  dressReasons(shell, hint.reasons);
};

/** What is already so is left alone: somebody may be pressing it. */
const dressTiles = (page: Document, shell: Element, language: Language, scale: string): void => {
  const five = page.querySelector<HTMLTemplateElement>("template[data-tiles]")?.content.firstElementChild;
  const standing = shell.querySelector<HTMLElement>(".tiles");
  if (!five || standing === null || !isScale(scale) || scale === (standing.dataset["scale"] ?? defaultSettings.scale)) return;
  const tiles = tilesOf(five, standing, language, scale);
  tiles.setAttribute("data-scale", scale);
  standing.replaceWith(tiles);
};

const dressReasons = (shell: Element, reasons: ReadonlyArray<string>): void => {
  const chips = [...shell.querySelectorAll<HTMLElement>("[data-reason]")];
  const [pattern] = chips;
  if (pattern === undefined || (chips.length === reasons.length && chips.every((chip, place) => chip.dataset["reason"] === reasons[place]))) return;
  pattern.parentElement?.replaceChildren(
    ...reasons.map((reason) => {
      const chip = pattern.cloneNode() as HTMLElement; // A clone of an element is one of its own kind.
      chip.dataset["reason"] = reason;
      chip.textContent = reason;
      return chip;
    }),
  );
};

const isScale = (text: string): text is ScaleId => scaleIds.some((scale) => scale === text);
