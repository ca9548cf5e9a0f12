import { expect, it } from "vitest";
import { rescueWords } from "#i18n/rescue.ts";
import { languages } from "#i18n/words.ts";
import { chosenLanguage } from "../../src/redd/language.ts";

it("[RDL1] speaks the language that the device was set to, or the one that was asked for", () => {
  expect(chosenLanguage(JSON.stringify({ language: "nn" }), "")).toBe("nn");
  expect(chosenLanguage(JSON.stringify({ language: "nn" }), "?lang=en")).toBe("en");
});

it("[RDL1] speaks bokmål when nothing that can be read says otherwise", () => {
  for (const prefs of [null, "", "{", "5", "null", JSON.stringify({ language: "toString" }), JSON.stringify({ language: 7 })]) expect(chosenLanguage(prefs, "?lang=__proto__")).toBe("nb");
});

it("[RDL1] has every word in every language", () => {
  for (const language of languages) expect(Object.keys(rescueWords[language])).toEqual(Object.keys(rescueWords.nb));
});
