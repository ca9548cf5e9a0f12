// The columns of an arrivals file and the words in them, in bokmål, nynorsk and English; docs/formats/arrivals.csv.md lists them.
import { arrivalModes, sexes, type ArrivalMode, type Sex } from "#core/visit/details.ts";

export const arrivalColumns = ["arrivedAt", "name", "nationalNumber", "born", "age", "sex", "reason", "arrivedBy"] as const;
export type ArrivalColumn = (typeof arrivalColumns)[number];

const columnNames: { readonly [K in ArrivalColumn]: ReadonlyArray<string> } = {
  arrivedAt: ["ankommet", "ankomst", "tid", "klokkeslett", "framkomme", "arrived", "arrival", "time"],
  name: ["navn", "namn", "pasient", "name", "patient"],
  nationalNumber: ["nasjonaltnummer", "fødselsnummer", "fnr", "personnummer", "nationalidentitynumber", "nationalnumber", "nationalid"],
  born: ["født", "fødd", "fødselsdato", "born", "bornorage", "dateofbirth", "birthdate"],
  age: ["alder", "age"],
  sex: ["kjønn", "sex", "gender"],
  reason: ["kontaktårsak", "årsak", "problem", "problemstilling", "grunn", "reason", "reasonforcontact", "complaint"],
  arrivedBy: ["ankommetmed", "kommed", "kommetmed", "transport", "arrivedby"],
};

/** Case, spaces, dashes, underscores and full stops do not matter. */
export const columnOf = (name: string): ArrivalColumn | null => {
  const bare = bareWord(name);
  return arrivalColumns.find((column) => columnNames[column].includes(bare)) ?? null;
};

/** The column by which our own files are known. */
export const isOwnId = (name: string): boolean => bareWord(name) === "kontaktid";

const sexWords: { readonly [K in Sex]: ReadonlyArray<string> } = {
  female: ["k", "kvinne", "f", "female", "woman", "jente"],
  male: ["m", "mann", "male", "man", "gutt", "gut"],
  other: ["annet", "anna", "other"],
};

const modeWords: { readonly [K in ArrivalMode]: ReadonlyArray<string> } = {
  foot: ["tilfots", "fots", "gående", "gåande", "foot", "onfoot", "walkin"],
  car: ["bil", "taxi", "drosje", "car"],
  publicTransport: ["kollektivt", "buss", "tog", "trikk", "publictransport", "bus"],
  ambulance: ["ambulanse", "ambulance"],
  helicopter: ["helikopter", "helicopter"],
  police: ["politi", "police"],
  other: ["annet", "anna", "other"],
};

export const sexOf = (word: string): Sex | null => keyOf(sexes, sexWords, word);
export const modeOf = (word: string): ArrivalMode | null => keyOf(arrivalModes, modeWords, word);

export const isUnknownWord = (word: string): boolean => ["?", "ukjent", "ukjend", "unknown", "vetikke", "veitikkje"].includes(bareWord(word));
export const isNoneWord = (word: string): boolean => ["-", "–", "ingen", "none"].includes(word.trim().toLowerCase());

const keyOf = <K extends string>(keys: ReadonlyArray<K>, words: { readonly [key in K]: ReadonlyArray<string> }, word: string): K | null =>
  keys.find((key) => words[key].includes(bareWord(word))) ?? null;

const bareWord = (word: string): string => word.toLowerCase().replace(/[\s._-]/g, "");
