/**
 * The words of the fields that are not at the door, and of the chart's form around them, in nb, nn and en side by side.
 * They go with the pages that show them, not with the start. A field's name is that of core/visit/details.ts.
 */
import { fieldTable, type FieldRow, type FieldWordsOf } from "../fields.ts";
import { same, threeLanguages, type Three } from "../three.ts";

const yesNo = { yes: ["Ja", "Ja", "Yes"], no: ["Nei", "Nei", "No"] } as const;

const table = {
  allergies: {
    label: ["Allergier", "Allergiar", "Allergies"],
    none: ["Ingen kjente", "Ingen kjende", "None known"],
    hint: ["Én om gangen: Enter eller komma", "Éin om gongen: Enter eller komma", "One at a time: Enter or comma"],
  },
  currentMedicines: {
    label: ["Faste medisiner", "Faste medisinar", "Current medicines"],
    none: ["Ingen", "Ingen", "None"],
    hint: ["Metoprolol 47,5 mg x 1. ATC-kode sist, hvis kjent.", "Metoprolol 47,5 mg x 1. ATC-kode sist, om kjend.", "Metoprolol 47.5 mg once daily. ATC code last, if known."],
  },
  anticoagulant: { label: ["Blodfortynnende", "Blodfortynnande", "Anticoagulant"], choices: yesNo },
  immunosuppressed: { label: ["Nedsatt immunforsvar", "Nedsett immunforsvar", "Immunosuppressed"], choices: yesNo },
  implant: { label: ["Implantat", "Implantat", "Implant"], none: ["Ingen", "Ingen", "None"], hint: ["Pacemaker, klaff, pumpe. - = har ikke", "Pacemaker, klaff, pumpe. - = har ikkje", "Pacemaker, valve, pump. - = none"] },
  infectionSigns: {
    label: ["Tegn på smitte", "Teikn på smitte", "Signs of infection"],
    none: ["Ingen tegn", "Ingen teikn", "No signs"],
    choices: {
      fever: ["Feber", "Feber", "Fever"],
      rash: ["Utslett", "Utslett", "Rash"],
      cough: ["Hoste", "Hoste", "Cough"],
      diarrhoea: ["Diaré eller oppkast", "Diaré eller oppkast", "Diarrhoea or vomiting"],
      travel: ["Utenlands siste 3 uker", "Utanlands siste 3 veker", "Abroad in the last 3 weeks"],
      outbreak: ["Kjent utbrudd", "Kjent utbrot", "Known outbreak"],
    },
  },
  isolation: {
    label: ["Isolering", "Isolering", "Isolation"],
    choices: {
      contact: ["Kontaktsmitte", "Kontaktsmitte", "Contact"],
      droplet: ["Dråpesmitte", "Dropesmitte", "Droplet"],
      airborne: ["Luftsmitte", "Luftsmitte", "Airborne"],
      protective: ["Beskyttende", "Vernande", "Protective"],
    },
  },
  flags: {
    label: ["Varsler", "Varsel", "Flags"],
    none: ["Ingen", "Ingen", "None"],
    choices: {
      infection: ["Smittefare", "Smittefare", "Infection"],
      isolation: ["Isoleres", "Skal isolerast", "To be isolated"],
      violence: ["Fare for vold", "Fare for vald", "Risk of violence"],
      selfHarm: ["Fare for selvskade", "Fare for sjølvskade", "Risk of self-harm"],
      missingRisk: ["Kan gå sin vei", "Kan gå sin veg", "May walk away"],
      childConcern: ["Bekymring for barn", "Uro for barn", "Concern for a child"],
      police: ["Politi", "Politi", "Police"],
    },
  },
  contactForm: {
    label: ["Kontakten begynte", "Kontakten byrja", "Contact began"],
    choices: {
      walkIn: ["Møtte opp", "Møtte opp", "Walked in"],
      phone: ["Telefon", "Telefon", "Phone"],
      ambulance: ["Ambulanse", "Ambulanse", "Ambulance"],
      otherHealthStaff: ["Annet helsepersonell", "Anna helsepersonell", "Other health staff"],
      amk: same("AMK 113"),
    },
  },
  phone: { label: ["Telefon", "Telefon", "Phone"] },
  address: { label: ["Adresse", "Adresse", "Address"] },
  municipality: { label: ["Kommune", "Kommune", "Municipality"] },
  language: { label: ["Språk", "Språk", "Language"] },
  interpreter: { label: ["Trenger tolk", "Treng tolk", "Needs an interpreter"], choices: yesNo },
  description: { label: ["Kjennetegn", "Kjenneteikn", "Description"], hint: ["For en ukjent: hvor funnet, klær, merker", "For ein ukjend: kvar funnen, klede, merke", "Of an unknown person: where found, clothes, marks"] },
  nextOfKin: { label: ["Pårørende", "Pårørande", "Next of kin"], hint: ["Navn, hvem det er, telefon", "Namn, kven det er, telefon", "Name, relation, phone"] },
  nextOfKinTold: { label: ["Pårørende varslet", "Pårørande varsla", "Next of kin told"], choices: yesNo },
  mayBeTold: { label: ["Pårørende kan få vite", "Pårørande kan få vite", "Next of kin may be told"], choices: yesNo },
  gp: { label: ["Fastlege", "Fastlege", "General practitioner"] },
  nurse: { label: ["Ansvarlig sykepleier", "Ansvarleg sjukepleiar", "Responsible nurse"] },
  policeCase: { label: ["Politiets saksnummer", "Saksnummer hos politiet", "Police case number"] },
  mayLookUp: { label: ["Oppslag i kjernejournal", "Oppslag i kjernejournal", "Look-up in the summary record"], choices: yesNo },
  mayPhotograph: { label: ["Foto", "Foto", "Photographs"], choices: yesNo },
  mayShare: { label: ["Deling med andre som hjelper", "Deling med andre som hjelper", "Sharing with others who help"], choices: yesNo },
} as const satisfies { readonly [field: string]: FieldRow };

export type ChartFieldWords = FieldWordsOf<typeof table>;
export const chartFields = fieldTable(table);

const form = {
  door: ["Døra", "Døra", "Door"],
  triage: ["Triage", "Triage", "Triage"],
  care: ["Mer", "Meir", "More"],
  layers: ["Hva skal fylles ut", "Kva skal fyllast ut", "What to fill in"],
  alerts: ["Å passe på", "Å passe på", "Take care"],
  medicines: ["Medisiner", "Medisinar", "Medicines"],
  identity: ["Hvem og hvorfor", "Kven og kvifor", "Who and why"],
  contact: ["Kontakt og språk", "Kontakt og språk", "Contact and language"],
  people: ["Folk rundt", "Folk rundt", "People around"],
  consent: ["Pasienten sier ja til", "Pasienten seier ja til", "The patient agrees to"],
  source: ["Hvem sier det", "Kven seier det", "Who says so"],
  unsure: ["Usikker", "Usikker", "Unsure"],
  unsureAnswer: ["usikkert", "usikkert", "unsure"],
  ofChanged: ["Gjelder det du endrer nå.", "Gjeld det du endrar no.", "Goes with what you change now."],
  standsNow: ["Nå står det", "No står det", "Now it says"],
  youTyped: ["du hadde skrevet", "du hadde skrive", "you had typed"],
  useMine: ["Bruk det jeg skrev", "Bruk det eg skreiv", "Use what I typed"],
  changedMeanwhile: ["Endret av andre mens dette sto åpent", "Endra av andre mens dette stod ope", "Changed by others while this was open"],
  saidBy: ["ifølge", "ifølgje", "according to"],
  patient: ["pasienten", "pasienten", "the patient"],
  relative: ["pårørende", "pårørande", "a relative"],
  document: ["dokument", "dokument", "a document"],
  measured: ["målt her", "målt her", "measured here"],
  ambulance: ["ambulansen", "ambulansen", "the ambulance"],
  paper: ["papir", "papir", "paper"],
  addTo: ["Legg til", "Legg til", "Add"],
  remove: ["Fjern", "Fjern", "Remove"],
  unknown: ["Vet ikke", "Veit ikkje", "Not known"],
  notAsked: ["Ikke spurt", "Ikkje spurt", "Not asked"],
  emptiedList: ["En tom liste endrer ingenting. Velg «{none}» eller «Vet ikke».", "Ei tom liste endrar ingenting. Vel «{none}» eller «Veit ikkje».", "An empty list changes nothing. Choose “{none}” or “Not known”."],
  united: ["Flere har ført her uten å vite om hverandre. Alt står.", "Fleire har ført her utan å vite om kvarandre. Alt står.", "Several wrote here unaware of each other. All of it stands."],
} as const satisfies { readonly [word: string]: Three };

export const chartFormWords = threeLanguages(form);
