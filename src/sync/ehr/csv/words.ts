// The file's own words, bokmål, part of its format: they do not follow the language of the screen.
import type { CallAction, Caller } from "#core/clinical/telephone.ts";
import type { NationalNumberCheck, NationalNumberKind } from "#core/identity/national-number.ts";
import type { ArrivalMode, Sex } from "#core/visit/details.ts";
import type { Disposition } from "#core/visit/events.ts";
import type { Role } from "#core/staff/actor.ts";

export const answerWords = { unknown: "ukjent", none: "ingen" } as const;
export const yes = "ja";

export const sexWords: { readonly [K in Sex]: string } = { female: "kvinne", male: "mann", other: "annet" };

export const arrivalWords: { readonly [K in ArrivalMode]: string } = {
  foot: "til fots",
  car: "bil",
  publicTransport: "kollektivt",
  ambulance: "ambulanse",
  helicopter: "helikopter",
  police: "politi",
  other: "annet",
};

export const dispositionWords: { readonly [K in Disposition]: string } = {
  home: "hjem",
  homeWithControl: "hjem med kontroll",
  admitted: "innlagt",
  municipalBed: "kommunal døgnplass",
  transferred: "overført",
  leftUnseen: "gikk uten å bli sett",
  leftAgainstAdvice: "gikk mot råd",
  toGeneralPractitioner: "til fastlege",
  police: "med politi",
  died: "død",
  other: "annet",
};

export const callerWords: { readonly [C in Caller]: string } = { patient: "pasienten", relative: "pårørende", healthStaff: "helsepersonell", police: "politi", other: "andre" };

export const actionWords: { readonly [A in CallAction]: string } = {
  nurseAdvice: "råd fra sykepleier",
  doctorPhone: "lege på telefon",
  comeIn: "kommer hit",
  homeVisit: "sykebesøk",
  ambulance: "ambulanse",
  toAmk: "satt over til AMK",
  toGp: "til fastlegen",
  other: "annet",
};

export const roleWords: { readonly [K in Role]: string } = {
  nurse: "sykepleier",
  lead: "vaktleder",
  doctor: "lege",
  recordsClerk: "journalmedarbeider",
  coordinator: "beredskap/IT",
  other: "annen",
};

export const numberWords: { readonly [K in NationalNumberKind]: string } = {
  birthNumber: "fødselsnummer",
  dNumber: "D-nummer",
  hNumber: "H-nummer",
  sharedHelpNumber: "felles hjelpenummer",
  duf: "DUF-nummer",
  unrecognised: "ukjent type",
};

export const checkWords: { readonly [K in NationalNumberCheck]: string } = {
  ok: "stemmer",
  wrongLength: "feil lengde",
  notDigits: "ikke bare siffer",
  wrongCheckDigits: "feil kontrollsiffer",
  noSuchDate: "ugyldig dato",
  noSuchSeries: "ugyldig nummerserie",
  bornInFuture: "fødselsdato i framtiden",
  onlyFrom2032: "gyldig først fra 2032",
};
