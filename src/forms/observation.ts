/**
 * A look at the patient as data: the fields of the form, what is typed in them, and the one line that fills them.
 *
 * - OBF1 Nothing is required; an empty field was not measured.
 * - OBF2 What is typed and cannot be read is never lost: it is kept in the remark, as it was typed and with what it was meant for.
 * - OBF3 A number may have a comma or a point, and its unit behind it; it is kept to the decimals of its measure.
 * - OBF4 A number outside what is usual is warned of, and kept.
 * - OBF5 A flow of oxygen says that the patient breathes oxygen, none that it is air; weight that was guessed says so.
 * - OBF6 What was found, typed anew and read, is the very same.
 */
import {
  consciousnessLevels, foundBy, gcsMost, gcsParts, isUnusual, measureNames, measures,
  type Found, type Gcs, type MeasureName,
} from "#core/clinical/found.ts";

/** Each number a field of its own, but the two pressures, which are written as one says them: 120/80. */
export const observationFields = [
  "respirationPerMin", "spo2Pct", "spo2Scale", "breathing", "oxygenLPerMin", "pressure", "pulsePerMin", "tempC", "consciousness",
  "gcs", "painOf10", "glucoseMmolL", "weightKg", "weightIs", "by", "remark",
] as const;
export type ObservationField = (typeof observationFields)[number];

/** What stands in the form, as typed; a field that is absent is empty. */
export type ObservationAnswers = { readonly [F in ObservationField]?: string };

export interface ObservationWarning {
  readonly field: ObservationField;
  readonly type: "NotRead" | "Unusual";
}

export interface ObservationReading {
  readonly found: Found;
  readonly warnings: ReadonlyArray<ObservationWarning>;
}

type NumberField = Extract<ObservationField, MeasureName>;
const numberFields = observationFields.filter((field): field is NumberField => field in measures);

export const readObservation = (answers: ObservationAnswers): ObservationReading => {
  const typed = (field: ObservationField): string => (answers[field] ?? "").trim();
  const numbers = numberFields.map((field) => ({ field, text: typed(field), value: readNumber(typed(field), field) }));
  const pressure = readPressure(typed("pressure"));
  const gcs = readGcs(typed("gcs"));
  const measured: Found["measured"] = {
    ...Object.fromEntries(numbers.flatMap(({ field, value }) => (value === null ? [] : [[field, value]]))),
    ...pressure,
  };
  const notRead = [
    ...numbers.filter(({ text, value }) => text !== "" && value === null).map(({ field }) => field),
    ...(typed("pressure") !== "" && pressure === null ? (["pressure"] as const) : []),
    ...(typed("gcs") !== "" && gcs === null ? (["gcs"] as const) : []),
  ];
  const consciousness = consciousnessLevels.find((level) => level === typed("consciousness"));
  const by = foundBy.find((one) => one === typed("by"));
  const breathing = readBreathing(typed("breathing"), measured.oxygenLPerMin);
  const remark = [typed("remark"), ...notRead.map((field) => `${tags[field]} ${typed(field)}`)].filter((text) => text !== "").join(" · ");
  return {
    found: {
      measured,
      ...(breathing === undefined ? {} : { breathing }),
      ...(typed("spo2Scale") === "2" ? { spo2Scale: 2 } : {}),
      ...(consciousness === undefined ? {} : { consciousness }),
      ...(gcs === null ? {} : { gcs }),
      ...(typed("weightIs") === "estimated" && measured.weightKg !== undefined ? { weightIs: "estimated" } : {}),
      ...(by === undefined || by === "measured" ? {} : { by }),
      ...(remark === "" ? {} : { remark }),
    },
    warnings: [...notRead.map((field) => ({ field, type: "NotRead" }) as const), ...unusualIn(measured)],
  };
};

/** What a value was meant for, short and alike in all three languages. */
const tags: { readonly [F in ObservationField]?: string } = {
  respirationPerMin: "RF", spo2Pct: "SpO₂", oxygenLPerMin: "O₂", pressure: "BT", pulsePerMin: "P", tempC: "T", gcs: "GCS", painOf10: "NRS", glucoseMmolL: "BS", weightKg: "kg",
};

const readBreathing = (said: string, flow: number | undefined): Found["breathing"] => {
  if (flow !== undefined) return flow > 0 ? "oxygen" : "air";
  return said === "oxygen" || said === "air" ? said : undefined;
};

const unusualIn = (measured: Found["measured"]): ReadonlyArray<ObservationWarning> => {
  const names = measureNames.filter((name) => measured[name] !== undefined && isUnusual(name, measured[name]));
  const fields = names.map((name): ObservationField => (name === "systolicMmHg" || name === "diastolicMmHg" ? "pressure" : name));
  return [...new Set(fields)].map((field) => ({ field, type: "Unusual" }));
};

/** What was found, as it would be typed. */
export const typedObservation = ({ measured, breathing, spo2Scale, consciousness, gcs, weightIs, by, remark }: Found): ObservationAnswers => {
  const { systolicMmHg, diastolicMmHg } = measured;
  const pressure = [systolicMmHg ?? (diastolicMmHg === undefined ? "" : "-"), diastolicMmHg === undefined ? "" : `/${diastolicMmHg}`].join("");
  const all = {
    ...Object.fromEntries(numberFields.map((field) => [field, numberText(measured[field])])),
    pressure,
    breathing,
    spo2Scale: spo2Scale === undefined ? undefined : String(spo2Scale),
    consciousness,
    gcs: gcs === undefined ? undefined : gcsParts.map((part) => gcs[part]).join(" "),
    weightIs,
    by,
    remark,
  };
  return Object.fromEntries(Object.entries(all).filter(([, text]) => text !== undefined && text !== ""));
};

/** With a comma, as numbers are written by hand here. */
export const numberText = (value: number | undefined): string => (value === undefined ? "" : String(value).replace(".", ","));

/** A number and, behind it, its own unit or none. */
const number = /^(\d{1,4}(?:[.,]\d{1,3})?)\s*(\D.*)?$/u;

const unitsOf: { readonly [F in NumberField]: RegExp } = {
  respirationPerMin: /^\/\s*min$/iu, spo2Pct: /^%$/u, oxygenLPerMin: /^l(?:iter)?(?:\s*\/\s*min)?$/iu, pulsePerMin: /^\/\s*min$/iu, tempC: /^(?:[°º]\s*)?c$|^[°º]$/iu,
  painOf10: /^\/\s*10$/u, glucoseMmolL: /^mmol(?:\/l)?$/iu, weightKg: /^kg$/iu,
};

const readNumber = (text: string, field: NumberField): number | null => {
  const [, digits, unit] = number.exec(text) ?? [];
  if (digits === undefined || (unit !== undefined && !unitsOf[field].test(unit.trim()))) return null;
  const factor = 10 ** measures[field].decimals;
  return Math.round(Number(digits.replace(",", ".")) * factor) / factor;
};

/** "120/80", "120 80", "120/" or "120", and "-/80" where only the lower one is known. */
const readPressure = (text: string): Found["measured"] | null => {
  const [, over, under] = /^(\d{2,3}|-)(?:\s*[/ ]\s*(\d{2,3})?)?(?:\s*mm\s*hg)?$/iu.exec(text) ?? [];
  if (over === undefined || (over === "-" && under === undefined)) return null;
  return { ...(over === "-" ? {} : { systolicMmHg: Number(over) }), ...(under === undefined ? {} : { diastolicMmHg: Number(under) }) };
};

/** "4 5 6", "456", "E4V5M6", with NT for a part that cannot be tested; of the sums only 15 and 3 tell their parts. */
const readGcs = (text: string): Gcs | null => {
  if (text === "15") return { eye: 4, verbal: 5, motor: 6 };
  if (text === "3") return { eye: 1, verbal: 1, motor: 1 };
  const parts = text.toUpperCase().replace(/[EVMØ=,/]/gu, " ").match(/NT|\d/gu) ?? [];
  if (!/^(?:[\sEVMØ=,/\d]|NT)+$/iu.test(text)) return null;
  const [eye, verbal, motor] = gcsParts.map((part, place) => readGcsPart(parts[place], gcsMost[part]));
  return parts.length !== gcsParts.length || eye === undefined || verbal === undefined || motor === undefined ? null : { eye, verbal, motor };
};

const readGcsPart = (text: string | undefined, most: number): number | "NT" | undefined => {
  if (text === "NT") return text;
  const points = Number(text);
  return points >= 1 && points <= most ? points : undefined;
};
