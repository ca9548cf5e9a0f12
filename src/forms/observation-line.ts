/**
 * A whole look at the patient on one line, as it is said aloud: "18 97 120/80 72 37,2 A". It fills the fields of the form, where
 * everybody sees how it was read before it is saved.
 *
 * - OBL1 Numbers without a name stand in the order of the paper: breathing, SpO2, pressure, pulse, temperature; "-" passes one over.
 * - OBL2 A name before a number, in Norwegian or English, goes before the order: "p 72", "t37,2", "bs 6,4", "o2 4".
 * - OBL3 A pressure is known by its stroke wherever it stands, and a lone letter A, C, V, P or U is how awake somebody is.
 * - OBL4 What cannot be read is given back as it was typed, and so is a second value of the same measure.
 */
import type { ObservationAnswers, ObservationField } from "./observation.ts";

export interface LineReading {
  readonly answers: ObservationAnswers;
  readonly unread: ReadonlyArray<string>;
}

const order = ["respirationPerMin", "spo2Pct", "pressure", "pulsePerMin", "tempC"] as const satisfies ReadonlyArray<ObservationField>;

const names: { readonly [name: string]: ObservationField } = {
  rr: "respirationPerMin", rf: "respirationPerMin", resp: "respirationPerMin", sat: "spo2Pct", spo2: "spo2Pct", "spo₂": "spo2Pct", o2: "oxygenLPerMin", "o₂": "oxygenLPerMin",
  bp: "pressure", bt: "pressure", p: "pulsePerMin", puls: "pulsePerMin", pulse: "pulsePerMin", hr: "pulsePerMin", t: "tempC", temp: "tempC",
  gcs: "gcs", vas: "painOf10", nrs: "painOf10", smerte: "painOf10", pain: "painOf10", bs: "glucoseMmolL", glu: "glucoseMmolL", bm: "glucoseMmolL",
  vekt: "weightKg", kg: "weightKg", wt: "weightKg", weight: "weightKg",
};

const words: { readonly [word: string]: ObservationAnswers } = {
  air: { breathing: "air" }, luft: { breathing: "air" }, oxygen: { breathing: "oxygen" }, oksygen: { breathing: "oxygen" }, o2: { breathing: "oxygen" },
  a: { consciousness: "A" }, c: { consciousness: "C" }, v: { consciousness: "V" }, p: { consciousness: "P" }, u: { consciousness: "U" },
};

/** A name that nothing but its number follows, "p72"; a name alone; or a number with its unit. A missing half is "". */
const piece = /^((?:sp)?o[2₂]|[\p{L}]*)[:=]?(-|\d+(?:[.,]\d+)?(?:\/\d+)?|)(?:%|°?c|kg|l(?:\/min)?|mmol\/l)?,?$/iu;

export const readObservationLine = (line: string): LineReading => {
  const answers: { [F in ObservationField]?: string } = {};
  const unread: string[] = [];
  let place = 0;
  for (const { name, value, text } of piecesOf(line)) {
    const named = names[name];
    if (value === "" && words[name] !== undefined) Object.assign(answers, words[name]);
    else if (value === "" || (name !== "" && named === undefined)) unread.push(text);
    else {
      const next = order.findIndex((field, at) => at >= place && answers[field] === undefined);
      const field = named ?? (value.includes("/") ? "pressure" : order[next]);
      if (value === "-") place = next === -1 ? order.length : next + 1;
      else if (field === undefined || answers[field] !== undefined) unread.push(text);
      else {
        answers[field] = value;
        place = Math.max(place, named === undefined ? order.findIndex((one) => one === field) + 1 : 0);
      }
    }
  }
  return { answers, unread };
};

interface Piece {
  /** Small letters; "" where there is only a number. */
  readonly name: string;
  /** "" where there is only a name; of a coma scale its three parts. */
  readonly value: string;
  readonly text: string;
}

const piecesOf = (line: string): ReadonlyArray<Piece> => {
  const typed = line.replaceAll(/(\d)\s*\/\s*(?=\d)/gu, "$1/").split(/[\s;]+/u).filter((text) => text !== "");
  const pieces: Piece[] = [];
  for (let at = 0; at < typed.length; at += 1) {
    const [name, own] = halvesOf(typed[at]);
    const value = name === "gcs" ? comaParts(own, typed.slice(at + 1)) : { text: own, used: 0 };
    const after = value.text === "" && name !== "gcs" && name in names ? halvesOf(typed[at + 1]) : ["", ""];
    const takesNext = after[0] === "" && after[1] !== "" && after[1] !== "-";
    const used = value.used + (takesNext ? 1 : 0);
    pieces.push({ name, value: takesNext ? (after[1] ?? "") : value.text, text: typed.slice(at, at + 1 + used).join(" ") });
    at += used;
  }
  return pieces;
};

const halvesOf = (text = ""): readonly [name: string, value: string] => {
  const [, name = "", value = ""] = piece.exec(text.toLowerCase()) ?? [];
  return [name, value];
};

/** In one piece or in several: "456", "4 5 6", "4 NT 6". */
const comaParts = (own: string, after: ReadonlyArray<string>): { readonly text: string; readonly used: number } => {
  const parts = own.split("");
  let used = 0;
  while (parts.length < 3 && /^(?:\d{1,3}|nt)$/iu.test(after[used] ?? "")) {
    const text = (after[used] ?? "").toUpperCase();
    parts.push(...(text === "NT" ? [text] : text.split("")));
    used += 1;
  }
  return { text: parts.length === 3 ? parts.join(" ") : "", used };
};
