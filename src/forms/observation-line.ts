/**
 * A whole look at the patient on one line, as it is said aloud: "18 97 120/80 72 37,2 A". It fills the fields of the form, where
 * everybody sees how it was read before it is saved. It reads what is clear and gives back the rest: a wrong value is worse than none.
 *
 * - OBL1 Numbers without a name stand in the order of the paper: breathing, SpO2, pressure, pulse, temperature; "-" passes one over.
 * - OBL2 A name before a number, or a unit behind it, goes before the order, in Norwegian or English: "p 72", "t37,2", "65 kg", "o2 4".
 * - OBL3 A pressure has a stroke, and is known by it wherever it stands; no bare number is a pressure by its place. A number with
 *   decimals is by its place a temperature or nothing. A letter A, C, V, P or U by itself is how awake somebody is.
 * - OBL4 What cannot be read is given back as it was typed, and so is a second value of the same measure.
 * - OBL5 Behind what could not be read no number is placed by the order any more: those with a name, a unit or a stroke are read,
 *   the others are given back.
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
  const unread: string[] = [];
  let place = 0;
  let isSure = true;
  const giveBack = (text: string): void => {
    unread.push(text);
    isSure = false;
  };
  for (const { text, field, value, says } of piecesOf(line)) {
    if (says !== undefined) {
      if (Object.keys(says).some((one) => one in answers) || !isSure) giveBack(text);
      else Object.assign(answers, says);
      continue;
    }
    const next = order.findIndex((one, at) => at >= place && answers[one] === undefined);
    const meant = field === "next" ? byPlace(value, isSure ? order[next] : undefined) : field;
    if (value === "-" && field === "next" && next !== -1) place = next + 1;
    else if (meant === "none" || meant === undefined || answers[meant] !== undefined) giveBack(text);
    else {
      if (value !== "-") answers[meant] = value;
      const at = order.findIndex((one) => one === meant);
      if (field === "next" || value === "-") place = Math.max(place, at + 1);
    }
  }
  return { answers, unread };
};

/** What a number without a name is, where `next` is the first in the order that nobody has answered. */
const byPlace = (value: string, next: ObservationField | undefined): ObservationField | undefined => {
  if (value.includes("/")) return "pressure";
  if (/[.,]/u.test(value)) return next === "tempC" || next === "pulsePerMin" ? "tempC" : undefined;
  return next === "pressure" ? undefined : next;
};

interface Piece {
  readonly text: string;
  /** "next": the next one in the order; "none": it cannot be told. */
  readonly field: ObservationField | "next" | "none";
  readonly value: string;
  /** A word that is an answer by itself. */
  readonly says?: ObservationAnswers;
}

interface Token {
  readonly text: string;
  /** Small letters. */
  readonly name: string;
  readonly value: string;
  readonly unit: string;
  /** It is nothing that a line is made of. */
  readonly isStrange: boolean;
}

const form = /^(?<name>(?:sp?)?o[2₂]|\p{L}*)\.?(?<value>-|\d{1,4}(?:[.,]\d+)?(?:\/\d*)?)?(?<unit>%|°c?|c|kg|l(?:\/min)?|\/min|mm?hg|mmol(?:\/l)?)?[.,]?$/u;

const tokenOf = (text: string): Token => {
  const groups = form.exec(text.toLowerCase())?.groups;
  const { name = "", value = "", unit = "" } = groups ?? {};
  return { text, name, value, unit, isStrange: groups === undefined };
};

const piecesOf = (line: string): ReadonlyArray<Piece> => {
  const tokens = line
    .replaceAll("º", "°")
    .replaceAll(/\bo[2₂][\s-]?(?=(?:sat|metning)\p{L}*)/giu, "")
    .replaceAll(/([\p{L}₂2])\s*[=:]\s*(?=[\d-])/gu, "$1 ")
    .replaceAll(/(\d)\s+\/\s+(?=\d)/gu, "$1/")
    .split(/[\s;]+/u)
    // A stop or a comma by itself says nothing.
    .filter((text) => /[^.,:=]/u.test(text))
    .map(tokenOf);
  const pieces: Piece[] = [];
  for (let at = 0; at < tokens.length; ) {
    const rest = tokens.slice(at);
    const { piece, used } = rest[0]?.text.toLowerCase().startsWith("gcs") === true ? comaPiece(rest) : pieceAt(rest, pieces.at(-1));
    pieces.push({ ...piece, text: rest.slice(0, used).map(({ text }) => text).join(" ") });
    at += used;
  }
  return pieces;
};

interface Taken {
  readonly piece: Omit<Piece, "text">;
  readonly used: number;
}

const unread = (used: number): Taken => ({ piece: { field: "none", value: "" }, used });

const pieceAt = ([first, second, third]: ReadonlyArray<Token>, before: Piece | undefined): Taken => {
  if (first === undefined || first.isStrange) return unread(1);
  if (first.name === "") return numberPiece(first, second);
  const field = names[first.name];
  if (first.value !== "") return namedPiece(field, first, 1, second);
  const isStroke = isBare(second) && second.value.includes("/") && words[first.name] !== undefined;
  if (field !== undefined && isBare(second) && !isStroke) return namedPiece(field, second, 2, third);
  const says = words[first.name];
  if (says !== undefined && isClearWord(first, second, before)) return { piece: { field: "none", value: "", says }, used: 1 };
  // A word that is not known may be the name of the number behind it.
  return unread(isBare(second) && says === undefined && !second.value.includes("/") ? 2 : 1);
};

/** A small "p" is as likely a pulse, a "c" behind a temperature its unit, and an unknown word beside one says something of it. */
const isClearWord = ({ text, name }: Token, next: Token | undefined, before: Piece | undefined): boolean => {
  if (name === "p" && text.replace(".", "") !== "P") return false;
  if (name === "c" && before?.value !== undefined && /[.,]/u.test(before.value)) return false;
  if (before !== undefined && before.field === "none" && before.says === undefined) return false;
  return next === undefined || next.name === "" || next.name in names || next.name in words || next.name === "gcs" || name !== "p";
};

const isBare = (token: Token | undefined): token is Token => token !== undefined && !token.isStrange && token.name === "" && token.value !== "";

/** "kg", "l" and "mmol" are letters, and so may be read as a name. A "c" alone is how awake somebody is. */
const aloneUnit = (token: Token | undefined): string => {
  const unit = token === undefined || token.value !== "" ? "" : `${token.name}${token.unit}`;
  return unit !== "c" && unit in units ? unit : "";
};

const numberPiece = ({ value, unit }: Token, next: Token | undefined): Taken => {
  if (value === "") return unread(1);
  // "65 kg": the unit stands by itself behind its number.
  const apart = unit === "" && value !== "-" ? aloneUnit(next) : "";
  const used = apart === "" ? 1 : 2;
  const field = units[apart === "" ? unit : apart] ?? "next";
  if (!isWhole(value, next)) return unread(2);
  return { piece: { field: field === "any" ? "next" : value.includes("/") && field !== "pressure" && field !== "next" ? "none" : field, value }, used };
};

const namedPiece = (field: ObservationField | undefined, { value, unit }: Token, used: number, next: Token | undefined): Taken => {
  const apart = unit === "" ? aloneUnit(next) : "";
  const all = used + (apart === "" ? 0 : 1);
  const said = units[apart === "" ? unit : apart];
  if (field === undefined || (said !== undefined && said !== "any" && said !== field)) return unread(all);
  if (field === "painOf10" && value.endsWith("/10")) return { piece: { field, value: value.slice(0, -"/10".length) }, used: all };
  if (field !== "pressure" && value.includes("/")) return unread(all);
  if (field === "pressure" && value !== "-" && (!isWhole(value, next) || (!value.includes("/") && isBare(next)))) return unread(all + 1);
  return { piece: { field, value }, used: all };
};

/** "120/ 80" may be a pressure and may be half of one and a pulse. */
const isWhole = (value: string, next: Token | undefined): boolean => !(value.endsWith("/") && isBare(next));

/** "456", "4 5 6", "4 NT 6", "E4V5M6"; of the sums only 15 and 3 tell their parts. */
const comaPiece = (tokens: ReadonlyArray<Token>): Taken => {
  const own = (tokens[0]?.text ?? "").slice("gcs".length).replace(/^[:=.]/u, "");
  const after = own === "" ? tokens.slice(1).map(({ text }) => text) : [own];
  const used = (count: number): number => (own === "" ? count + 1 : 1);
  const [one = ""] = after;
  const whole = /^e?([1-4]|nt)v?([1-5]|nt)m?([1-6]|nt)$/iu.exec(one);
  const parts = whole === null ? after.slice(0, 3) : whole.slice(1);
  if (parts.length === 3 && parts.every((part) => /^(?:[1-6]|nt)$/iu.test(part))) {
    return { piece: { field: "gcs", value: parts.join(" ").toUpperCase() }, used: used(whole === null ? 3 : 1) };
  }
  if (one === "15" || one === "3") return { piece: { field: "gcs", value: one }, used: used(1) };
  return unread(used(/^\d/u.test(one) ? 1 : 0));
};
