/**
 * The fields of a chart that are not at the door, as columns: bokmål, part of the file's format.
 *
 * - CSV18 These columns stand last, and only those that somebody answered in some visit of the file: a file without them is as it
 *   was before there were any. Who said it stands behind the answer, the entries of a list parted by ", ".
 */
import { contentOf, type Answer, type Source } from "#core/answer.ts";
import type { DetailName } from "#core/visit/details.ts";
import { answerOf, type Visit } from "#core/visit/visit.ts";
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
export const detailColumns = (visits: ReadonlyArray<Visit>): ReadonlyArray<DetailColumn> =>
  // Object.keys knows no more than strings; the names are those of the table above.
  (Object.keys(columnNames) as ReadonlyArray<keyof typeof columnNames>)
    .filter((name) => visits.some(({ heard }) => heard[name] !== undefined))
    .map((name) => [columnNames[name], (visit) => cellOf(visit, name)]);

/** Lists stand united; of the rest each answer that stands, once. */
const cellOf = (visit: Visit, name: DetailName): string => {
  const claims: ReadonlyArray<Answer<unknown>> = visit.heard[name]?.map(({ value }) => value) ?? [];
  const united: Answer<unknown> | undefined = answerOf(visit, name);
  const lists = united !== undefined && contentOf(united) === "list" ? [united] : [];
  const others = claims.filter((answer) => lists.length === 0 || contentOf(answer) !== "list");
  return [...new Set([...lists, ...others].map((answer) => textOf(name, answer)))].filter((text) => text !== "").join(" / ");
};

const textOf = (name: DetailName, answer: Answer<unknown>): string => {
  const said = answer.is === "known" ? [answer.value].flat().map((one) => wordOf(name, String(one))).join(", ") : answerWords[answer.is];
  return answer.source === undefined || said === "" ? said : `${said} (${sourceWords[answer.source]})`;
};

const wordOf = (name: DetailName, value: string): string => (inWords.has(name) ? value : (choiceWords[value] ?? value));
