/**
 * A whole look at the patient on one line, as it is said aloud: "18 97 120/80 72 37,2 A". It fills the fields of the form, where
 * everybody sees how it was read before it is saved.
 *
 * - OBL1 Numbers without a name stand in the order of the paper: breathing, SpO2, pressure, pulse, temperature; "-" passes one over.
 * - OBL2 A name before a number, or a unit behind it, goes before the order, in Norwegian or English: "p 72", "t37,2", "65 kg", "o2 4".
 * - OBL3 A pressure is known by its stroke wherever it stands, and a lone letter A, C, V, P or U is how awake somebody is.
 * - OBL4 What cannot be read is given back as it was typed, and so is a second value of the same measure.
 * - OBL5 A number that may be meant for something else is not guessed at: behind a word that is not known it is given back with
 *   the word, and what is given back keeps its place in the order.
 */
import type { ObservationAnswers, ObservationField } from "./observation.ts";

export interface LineReading {
  readonly answers: ObservationAnswers;
  readonly unread: ReadonlyArray<string>;
}

const order = ["respirationPerMin", "spo2Pct", "pressure", "pulsePerMin", "tempC"] as const satisfies ReadonlyArray<ObservationField>;

const names: { readonly [name: string]: ObservationField } = {
  rr: "respirationPerMin", rf: "respirationPerMin", resp: "respirationPerMin", respirasjon: "respirationPerMin", breathing: "respirationPerMin",
  sat: "spo2Pct", spo2: "spo2Pct", "spo₂": "spo2Pct", so2: "spo2Pct", metning: "spo2Pct",
  o2: "oxygenLPerMin", "o₂": "oxygenLPerMin", oksygen: "oxygenLPerMin", oxygen: "oxygenLPerMin",
  bp: "pressure", bt: "pressure", blodtrykk: "pressure", p: "pulsePerMin", puls: "pulsePerMin", pulse: "pulsePerMin", hr: "pulsePerMin",
  t: "tempC", temp: "tempC", temperatur: "tempC", temperature: "tempC", gcs: "gcs",
  vas: "painOf10", nrs: "painOf10", smerte: "painOf10", smerter: "painOf10", pain: "painOf10",
  bs: "glucoseMmolL", glu: "glucoseMmolL", bm: "glucoseMmolL", blodsukker: "glucoseMmolL", glukose: "glucoseMmolL", glucose: "glucoseMmolL",
  vekt: "weightKg", wt: "weightKg", weight: "weightKg",
};

const units: { readonly [unit: string]: ObservationField | "any" } = {
  "%": "spo2Pct", l: "oxygenLPerMin", "l/min": "oxygenLPerMin", kg: "weightKg", "mmol/l": "glucoseMmolL", mmol: "glucoseMmolL", mmhg: "pressure", "°c": "tempC", "°": "tempC", c: "tempC", "/min": "any",
};

const words: { readonly [word: string]: ObservationAnswers } = {
  air: { breathing: "air" }, luft: { breathing: "air" }, oxygen: { breathing: "oxygen" }, oksygen: { breathing: "oxygen" }, o2: { breathing: "oxygen" }, "o₂": { breathing: "oxygen" },
  a: { consciousness: "A" }, c: { consciousness: "C" }, v: { consciousness: "V" }, p: { consciousness: "P" }, u: { consciousness: "U" },
};

export const readObservationLine = (line: string): LineReading => {
  const answers: { [F in ObservationField]?: string } = {};
  const passed = new Set<ObservationField>();
  const unread: string[] = [];
  for (const { text, field, value, says } of piecesOf(line)) {
    const isFree = (one: ObservationField): boolean => answers[one] === undefined && !passed.has(one);
    const next = order.find(isFree);
    const meant = field === "next" ? (value.includes("/") ? "pressure" : next) : field;
    if (says !== undefined) Object.assign(answers, says);
    else if (meant === undefined || meant === "none") {
      unread.push(text);
      // It stood where a number was due.
      if (/\d/u.test(text) && next !== undefined) passed.add(next);
    } else if (value === "-") passed.add(meant);
    else if (isFree(meant)) {
      answers[meant] = value;
      // Whoever begins with the pressure goes on from there.
      if (field === "next") for (const one of order.slice(0, order.findIndex((each) => each === meant))) if (isFree(one)) passed.add(one);
    }
    else unread.push(text);
  }
  return { answers, unread };
};

interface Piece {
  readonly text: string;
  /** "next": the next one in the order; "none": it cannot be told. */
  readonly field: ObservationField | "next" | "none";
  readonly value: string;
  /** A word that is an answer by itself. */
  readonly says?: ObservationAnswers;
}

const token = /^(?<name>(?:sp?)?o[2₂]|\p{L}*)\.?[:=]?(?<value>-|\d{1,4}(?:[.,]\d+)?(?:\/\d*)?)?(?<unit>%|°c?|c|kg|l(?:\/min)?|\/min|mm?hg|mmol(?:\/l)?)?[.,]?$/u;

interface Token {
  readonly name: string;
  readonly value: string;
  readonly unit: string;
}

const nothing: Token = { name: "", value: "", unit: "" };

/** Null where it is nothing of the kind. */
const tokenOf = (text: string | undefined): Token | null => {
  if (text === undefined) return nothing;
  const groups = token.exec(text.toLowerCase())?.groups;
  return groups === undefined ? null : { ...nothing, ...Object.fromEntries(Object.entries(groups).filter(([, part]) => typeof part === "string")) };
};

const piecesOf = (line: string): ReadonlyArray<Piece> => {
  const typed = line.replaceAll(/(\d)\s+\/\s+(?=\d)/gu, "$1/").split(/[\s;]+/u).filter((text) => text !== "");
  const pieces: Piece[] = [];
  for (let at = 0; at < typed.length; ) {
    const { piece, used } = typed[at]?.toLowerCase().startsWith("gcs") === true ? comaPiece(typed.slice(at)) : pieceAt(typed.slice(at));
    pieces.push({ ...piece, text: typed.slice(at, at + used).join(" ") });
    at += used;
  }
  return pieces;
};

interface Taken {
  readonly piece: Omit<Piece, "text">;
  readonly used: number;
}

const pieceAt = ([first, ...rest]: ReadonlyArray<string>): Taken => {
  const own = tokenOf(first);
  const after = tokenOf(rest[0]) ?? { ...nothing, name: "?" };
  const unread = (used: number): Taken => ({ piece: { field: "none", value: "" }, used });
  if (own === null) return unread(1);
  const { name, value, unit } = own;
  const isBareNext = after.name === "" && after.value !== "";
  const unitBehind = (place: number): number => (aloneUnit(tokenOf(rest[place]) ?? nothing) === "" ? 0 : 1);
  if (name === "") {
    // "65 kg": the unit stands by itself behind its number.
    const apart = unit === "" && value !== "-" ? aloneUnit(after) : "";
    const field = units[apart === "" ? unit : apart] ?? "next";
    return { piece: { field: field === "any" || value === "-" ? "next" : field, value }, used: apart === "" ? 1 : 2 };
  }
  const named = names[name];
  if (value !== "") return named === undefined ? unread(1) : { piece: { field: fits(named, value) ? named : "none", value }, used: 1 + unitBehind(0) };
  if (named !== undefined && isBareNext && fits(named, after.value)) return { piece: { field: named, value: after.value }, used: 2 + unitBehind(1) };
  if (words[name] !== undefined) return { piece: { field: "none", value: "", says: words[name] }, used: 1 };
  // A word that is not known may be the name of the number behind it.
  return unread(isBareNext && after.value !== "-" && !after.value.includes("/") ? 2 : 1);
};

/** "kg", "l" and "mmol" are letters, and so may be read as a name. A "c" alone is how awake somebody is. */
const aloneUnit = ({ name, value, unit }: Token): string => {
  if (value !== "" || `${name}${unit}` === "c") return "";
  return `${name}${unit}` in units ? `${name}${unit}` : "";
};

/** Only a pressure has a stroke. */
const fits = (field: ObservationField, value: string): boolean => field === "pressure" || !value.includes("/");

/** "456", "4 5 6", "4 NT 6", "E4V5M6"; of the sums only 15 and 3 tell their parts. */
const comaPiece = (typed: ReadonlyArray<string>): Taken => {
  const own = (typed[0] ?? "").slice("gcs".length).replace(/^[:=.]/u, "");
  const after = own === "" ? typed.slice(1) : [own];
  const used = (count: number): number => (own === "" ? count + 1 : 1);
  const [one = ""] = after;
  const whole = /^e?([1-4]|nt)v?([1-5]|nt)m?([1-6]|nt)$/iu.exec(one);
  const parts = whole === null ? after.slice(0, 3) : whole.slice(1);
  if (parts.length === 3 && parts.every((part) => /^(?:[1-6]|nt)$/iu.test(part))) {
    return { piece: { field: "gcs", value: parts.join(" ").toUpperCase() }, used: used(whole === null ? 3 : 1) };
  }
  const isSum = /^(?:1[0-5]|[3-9])$/u.test(one);
  if (one === "15" || one === "3") return { piece: { field: "gcs", value: one }, used: used(1) };
  return { piece: { field: "none", value: "" }, used: used(isSum ? 1 : 0) };
};
