/**
 * The level tiles of any scale, made from the one set that the build drew (prerender.tsx): all scales in all languages
 * drawn ahead would be three quarters of the page's bytes.
 */
import { scales, type ScaleId } from "#core/clinical/scales.ts";
import { levels as en } from "#i18n/en/levels.ts";
import { levels as nb } from "#i18n/nb/levels.ts";
import { levels as nn } from "#i18n/nn/levels.ts";
import type { Language } from "#i18n/words.ts";

const limitIn = { nb: nb.limit, nn: nn.limit, en: en.limit } as const;

/** `five` is the drawn set of a scale with all five levels; `standing` is in the page's own language and gives its words. */
export const tilesOf = (five: Element, standing: Element, language: Language, scale: ScaleId): Element => {
  const made = five.cloneNode(true) as Element; // A clone of an element is one of its own kind.
  made.setAttribute("aria-label", standing.getAttribute("aria-label") ?? "");
  say(made.querySelector(".tile-later .tile-name"), standing.querySelector(".tile-later .tile-name")?.textContent ?? "");
  for (const [place, tile] of [...made.querySelectorAll("[data-colour]")].entries()) {
    const level = scales[scale].levels[place];
    if (level === undefined) {
      tile.remove();
      continue;
    }
    const name = level.name[language];
    tile.setAttribute("data-colour", level.colour);
    tile.querySelector("input")?.setAttribute("aria-label", `${level.level} ${name}`);
    say(tile.querySelector(".tile-name")?.lastChild, ` ${name}`);
    say(tile.querySelector(".tile-limit"), limitIn[language](level.limitMin));
  }
  return made;
};

const say = (node: Node | null | undefined, text: string): void => {
  if (node) node.textContent = text;
};
