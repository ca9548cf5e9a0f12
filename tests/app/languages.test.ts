import { expect, it } from "vitest";
import { wordsIn } from "#i18n/all-words.ts";
import { loadWords, wordsHere } from "#i18n/load-words.ts";
import { languages } from "#i18n/words.ts";
import { piecesFor } from "#app/boot-load.ts";

it("[SPK1] a language asked for twice is the same words, also when both ask at once", async () => {
  const [one, other] = await Promise.all([loadWords("nn"), loadWords("nn")]);
  expect(other).toBe(one);
  expect(await loadWords("nn")).toBe(one);
  expect(wordsHere("nn")).toBe(one);
});

it.each(languages)("what is fetched in %s is all of it, the fields' words too", async (language) => {
  const words = await loadWords(language);
  expect(words.board).toBe(wordsIn[language].board);
  expect(words.fields).toEqual(wordsIn[language].fields);
});

it("[BOOT2] a start takes every piece but the languages that the device does not speak", () => {
  const pieces = "/a/react-x_1.js /a/words-nb-aB1-.js /a/words-nn-c_D2.js /a/words-en-eF3.js /a/passwords-nb.js /a/index.js";
  expect(piecesFor("nn", pieces)).toEqual(["/a/react-x_1.js", "/a/words-nn-c_D2.js", "/a/passwords-nb.js", "/a/index.js"]);
});
