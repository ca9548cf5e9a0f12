/**
 * Every value of every look, one a line, as it was measured, and NEWS2 behind them.
 *
 * - CSV16 NEWS2 is a line of its own that says it is reckoned; while a part is missing it has no number, but what it is at the least.
 */
import { gcsParts, gcsTotal, measureNames, measures, type Consciousness, type Found, type FoundBy, type MeasureName } from "#core/clinical/found.ts";
import type { Visit } from "#core/visit/visit.ts";
import { scoredLooks, type Scores } from "#projections/looks.ts";
import { gcsLoinc, loincOf } from "../fhir/vitals.ts";
import { decimal, type ClaimTable } from "./claims.ts";
import { yes } from "./words.ts";

interface Value {
  readonly name: string;
  readonly loinc?: string;
  readonly number?: number;
  readonly unit?: string;
  /** What is no number. */
  readonly text?: string;
  readonly source?: string;
  readonly remark?: string;
  readonly isReckoned?: true;
}

const names: { readonly [M in MeasureName]: string } = {
  respirationPerMin: "respirasjonsfrekvens", spo2Pct: "SpO2", oxygenLPerMin: "oksygen", systolicMmHg: "systolisk blodtrykk", diastolicMmHg: "diastolisk blodtrykk",
  pulsePerMin: "puls", tempC: "temperatur", painOf10: "smerte", glucoseMmolL: "blodsukker", weightKg: "vekt",
};
const sourceWords: { readonly [S in FoundBy]: string } = {
  measured: "målt her", patient: "pasienten", relative: "pårørende", document: "dokument", ambulance: "ambulansen", paper: "papir",
};
const awakeWords: { readonly [C in Consciousness]: string } = {
  A: "A våken", C: "C nyoppstått forvirring", V: "V svarer på tale", P: "P svarer på smerte", U: "U svarer ikke",
};

const valuesOf = (visit: Visit) => scoredLooks(visit).flatMap(({ look, scores }) => [...foundIn(look.value), ...news2In(scores)].map((said) => ({ claim: look, said })));

const foundIn = (found: Found): ReadonlyArray<Value> => {
  const { measured, breathing, consciousness, gcs, remark } = found;
  const values: ReadonlyArray<Value> = [
    ...measureNames.flatMap((name): ReadonlyArray<Value> => {
      const number = measured[name];
      return number === undefined ? [] : [{ name: names[name], loinc: loincOf(name), number, unit: unitOf(name), text: noteOf(name, found) }];
    }),
    ...(breathing === undefined ? [] : [{ name: "puster", text: breathing === "air" ? "luft" : "oksygen" }]),
    ...(consciousness === undefined ? [] : [{ name: "bevissthet", text: awakeWords[consciousness] }]),
    ...(gcs === undefined ? [] : [gcsValue(gcs)]),
    ...(remark === undefined || remark === "" ? [] : [{ name: "merknad", text: remark }]),
  ];
  return values.map((value) => ({ ...value, source: sourceWords[found.by ?? "measured"] }));
};

/** A cell that begins with "%" would get an apostrophe before it. */
const unitOf = (name: MeasureName): string => (measures[name].unit === "%" ? "prosent" : measures[name].sign);

const noteOf = (name: MeasureName, { weightIs, spo2Scale }: Found): string =>
  name === "weightKg" && weightIs !== undefined ? "anslått" : name === "spo2Pct" && spo2Scale === 2 ? "mål 88–92 %" : "";

const gcsValue = (gcs: NonNullable<Found["gcs"]>): Value => {
  const total = gcsTotal(gcs);
  return { name: "GCS", loinc: gcsLoinc, ...(total === null ? {} : { number: total }), text: gcsParts.map((part, place) => `${"EVM"[place] ?? ""}${gcs[part]}`).join(" ") };
};

const news2In = ({ news2, fit }: Scores): ReadonlyArray<Value> => {
  if (news2 === null) return [];
  const age = fit === "ageUnknown" ? ["alder ikke kjent"] : [];
  return news2.is === "complete"
    ? [{ name: "NEWS2", number: news2.total, text: age.join(", "), isReckoned: true }]
    : [{ name: "NEWS2", text: [`minst ${news2.atLeast}, ufullstendig`, ...age].join(", "), isReckoned: true }];
};

/** Struck looks are not among those of the visit. */
export const measurementTable: ClaimTable<Value> = {
  rest: "-malinger.csv",
  columns: [
    ["måling", ({ name }) => name],
    ["loinc", ({ loinc }) => loinc],
    ["verdi", ({ number }) => decimal(number)],
    ["enhet", ({ unit }) => unit],
    ["tekst", ({ text }) => text],
    ["kilde", ({ source }) => source],
    ["beregnet", ({ isReckoned }) => (isReckoned === true ? yes : "")],
  ],
  linesOf: valuesOf,
};
