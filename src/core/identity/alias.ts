/**
 * What to call somebody without a name: a word that can be said over a loud room. It is made of the temporary number and
 * stored nowhere, so every device says the same.
 *
 * - ALS1 The same number gives the same word, everywhere and always.
 * - ALS2 As many patients in a row as there are words have a word each; of devices with other letters the rows begin elsewhere.
 * - ALS3 No two words begin with the same three letters or differ by a letter alone; none is a disease or a part of the body.
 */
import { numberLetters, numberParts, type TemporaryNumber } from "../visit/temporary-number.ts";

/** Trees, birds and what lies in the land. */
export const aliases = [
  "Rogn", "Svale", "Furu", "Måke", "Kastanje", "Isfugl", "Hassel", "Tiur", "Bregne", "Ugle", "Fjell", "Lønn", "Spurv", "Einer", "Rype", "Vidde", "Havørn", "Osp", "Gjøk", "Moltebær",
  "Trost", "Holme", "Jerv", "Lyng", "Kråke", "Bekk", "Sommerfugl", "Tindved", "Ekorn", "Blåklokke", "Pilegrim", "Dompap", "Nattlys", "Vannlilje", "Strandsnipe", "Åkerbær", "Oter", "Grevling", "Laks", "Bjørk",
] as const;

/** Of the whole, in words for other systems; on screen the page's own words are used. */
export const aliasPrefix = "Ukjent";

export const aliasOf = (number: TemporaryNumber): string => {
  const { series, serial } = numberParts(number);
  // Prime to their count: neighbouring letters begin far from each other.
  const start = numberLetters.indexOf(series.slice(-1)) * 17;
  return aliases[(serial + start + aliases.length) % aliases.length] ?? aliases[0];
};
