/**
 * The fields of a chart that are not at the door, as columns: bokmål, part of the file's format.
 *
 * - CSV18 These columns stand last, and only those that somebody answered in some visit of the file: a file without them is as it
 *   was before there were any. Who said it, and that they were not sure, stands behind the answer; the entries of a list are
 *   parted by ", ", and each has its own behind it where they differ.
 * - CSV21 Which of the door's fields stand as unsure is told in a last column, there where any does: their own columns hold the
 *   answer alone, as receivers read them.
 */
import type { Answer, Saying, Source } from "#core/answer.ts";
import type { DetailName } from "#core/visit/details.ts";
import { answersTo, entriesTold, sayingsOf } from "#core/visit/sayings.ts";
import type { Visit } from "#core/visit/visit.ts";
import { answerWords } from "./words.ts";

type Elsewhere = "name" | "nationalNumber" | "born" | "sex" | "reason" | "arrivedBy";

const columnNames: { readonly [N in Exclude<DetailName, Elsewhere>]: string } = {
  pregnant: "gravid",
  allergies: "allergier",
  currentMedicines: "faste_medisiner",
  anticoagulant: "blodfortynnende",
  immunosuppressed: "nedsatt_immunforsvar",
  implant: "implantat",
  infectionSigns: "tegn_på_smitte",
  isolation: "isolering",
  flags: "varsler",
  contactForm: "kontakten_begynte",
  phone: "telefon",
  address: "adresse",
  municipality: "kommune",
  language: "språk",
  interpreter: "trenger_tolk",
  description: "kjennetegn",
  nextOfKin: "pårørende",
  nextOfKinTold: "pårørende_varslet",
  mayBeTold: "pårørende_kan_få_vite",
  gp: "fastlege",
  nurse: "ansvarlig_sykepleier",
  policeCase: "politiets_saksnummer",
  mayLookUp: "oppslag_i_kjernejournal",
  mayPhotograph: "foto",
  mayShare: "deling",
};

const choiceWords: { readonly [choice: string]: string } = {
  yes: "ja", no: "nei",
  fever: "feber", rash: "utslett", cough: "hoste", diarrhoea: "diaré eller oppkast", travel: "utenlands siste 3 uker", outbreak: "kjent utbrudd",
  contact: "kontaktsmitte", droplet: "dråpesmitte", airborne: "luftsmitte", protective: "beskyttende",
  infection: "smittefare", isolation: "isoleres", violence: "fare for vold", selfHarm: "fare for selvskade", missingRisk: "kan gå sin vei", childConcern: "bekymring for barn", police: "politi",
  walkIn: "møtte opp", phone: "telefon", ambulance: "ambulanse", otherHealthStaff: "annet helsepersonell", amk: "AMK 113",
};

const sourceWords: { readonly [S in Source]: string } = {
  patient: "pasienten", relative: "pårørende", document: "dokument", measured: "målt her", ambulance: "ambulansen", paper: "papir",
};

const inWords: ReadonlySet<DetailName> = new Set<DetailName>(["allergies", "currentMedicines", "implant", "phone", "address", "municipality", "language", "description", "nextOfKin", "gp", "nurse", "policeCase"]);

type DetailColumn = readonly [name: string, value: (visit: Visit) => string];

/** Of the fields that somebody answered in one of these visits. */
export const detailColumns = (visits: ReadonlyArray<Visit>): ReadonlyArray<DetailColumn> => [
  // Object.keys knows no more than strings; the names are those of the table above.
  ...(Object.keys(columnNames) as ReadonlyArray<keyof typeof columnNames>)
    .filter((name) => visits.some(({ heard }) => heard[name] !== undefined))
    .map((name): DetailColumn => [columnNames[name], (visit) => cellOf(visit, name)]),
  ...(visits.some((visit) => unsureAtDoor(visit).length > 0) ? [["usikre_felt", (visit: Visit) => unsureAtDoor(visit).join(", ")] as const] : []),
];

/** Lists stand united; of the rest each answer that stands, once. */
const cellOf = (visit: Visit, name: DetailName): string => {
  const answers = answersTo(visit, name);
  const entries = entriesTold(answers).map(({ value, sayings }) => [wordOf(name, value), sayingText(sayings)] as const);
  const others = answers.filter((answer) => !isListed(answer)).map((answer) => textOf(name, answer, answers));
  return [...new Set([listText(entries), ...others])].filter((text) => text !== "").join(" / ");
};

const isListed = (answer: Answer<unknown>): boolean => answer.is === "known" && Array.isArray(answer.value);

const listText = (entries: ReadonlyArray<readonly [entry: string, saying: string]>): string => {
  const [, first = ""] = entries[0] ?? [];
  const isSaidAlike = entries.every(([, saying]) => saying === first);
  return entries.map(([entry, saying]) => (isSaidAlike ? entry : entry + saying)).join(", ") + (isSaidAlike ? first : "");
};

const textOf = (name: DetailName, answer: Answer<unknown>, answers: ReadonlyArray<Answer<unknown>>): string => {
  const said = answer.is === "known" ? wordOf(name, String(answer.value)) : answerWords[answer.is];
  return said === "" ? said : said + sayingText(sayingsOf(answer, answers));
};

const unsureWord = "usikkert";

const sayingText = (sayings: ReadonlyArray<Saying>): string => {
  const texts = sayings.flatMap(({ source, unsure }) => {
    const parts = [...(unsure === true ? [unsureWord] : []), ...(source === undefined ? [] : [sourceWords[source]])];
    return parts.length === 0 ? [] : [parts.join(", ")];
  });
  return texts.length === 0 ? "" : ` (${texts.join("; ")})`;
};

const doorNames: { readonly [N in Elsewhere]: string } = { name: "navn", nationalNumber: "nasjonalt_nummer", born: "født", sex: "kjønn", reason: "kontaktårsak", arrivedBy: "ankommet_med" };

const unsureAtDoor = (visit: Visit): ReadonlyArray<string> =>
  // Object.keys knows no more than strings; the names are those of the table above.
  (Object.keys(doorNames) as ReadonlyArray<Elsewhere>).filter((name) => answersTo(visit, name).some(({ unsure }) => unsure === true)).map((name) => doorNames[name]);

const wordOf = (name: DetailName, value: string): string => (inWords.has(name) ? value : (choiceWords[value] ?? value));
