// @vitest-environment jsdom
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { scaleIds, type ScaleId } from "#core/clinical/scales.ts";
import { defaultSettings } from "#core/ward/ward.ts";
import { wordsIn } from "#i18n/all-words.ts";
import { languages, type Language } from "#i18n/words.ts";
import { tilesOf } from "#app/boot-tiles.ts";
import { LevelTiles } from "#app/routes/intake/door-form.tsx";

const drawn = (language: Language, scale: ScaleId): string =>
  renderToStaticMarkup(<LevelTiles words={wordsIn[language]} language={language} scale={scale} chosen={undefined} />);

const parsed = (html: string): Element => {
  const place = document.createElement("div");
  place.innerHTML = html;
  const tiles = place.firstElementChild;
  if (tiles === null) throw new Error("nothing was drawn");
  return tiles;
};

describe("[HOLD1] the tiles made before the program is here are the ones that React will draw", () => {
  it.each(languages.flatMap((language) => scaleIds.map((scale) => [language, scale] as const)))("in %s for %s", (language, scale) => {
    const five = parsed(drawn("nb", "mts"));
    const standing = parsed(drawn(language, defaultSettings.scale));
    expect(tilesOf(five, standing, language, scale).outerHTML).toBe(parsed(drawn(language, scale)).outerHTML);
  });
});
