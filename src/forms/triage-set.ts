/**
 * A ward's own triage set, read from a file (docs/formats/triage-set.v1.md). What is read is judged as a whole before anything of it
 * counts: a wrong text under a level may cost a life, so nothing is guessed, shortened or half taken.
 *
 * - TSR1 With one fault nothing is read; each fault says what is wrong and where, up to 20 of them, and how many more there are.
 * - TSR2 A level is a number that the set's scale has. Neither "2" nor a colour is one.
 * - TSR3 Who approved the set, in what role and when, and whose licence it is, must be named.
 * - TSR4 Two fields of one name in one place, two complaints of one name, and one text twice in a complaint are faults: which counts is nobody's guess.
 * - TSR5 Blanks of every kind are one space. A character that nobody sees but that changes what is read, and one that was lost when
 *   the file was saved, is a fault. Markup is text.
 * - TSR6 A field that is not known here is named and left.
 * - TSR7 Anything at all gives a reading, and what was read and is written as a file again reads the same.
 */
import { isDay } from "#core/identity/born.ts";
import { levels, scaleIds, scales, type Level, type ScaleId } from "#core/clinical/scales.ts";
import { err, ok, type Result } from "#core/result.ts";
import type { Complaint, Discriminator, WardTriageSet } from "#core/ward/triage-set.ts";
import { fieldTwice } from "./field-twice.ts";

const triageSetFormat = "vaktbok-triage-set.v1";
/** As one record it must still fit, sealed, into one line of the file that carries it. */
export const maxTriageSetBytes = 512 * 1024;
export const maxComplaints = 500;
export const maxDiscriminators = 100;
const maxAlso = 50;
const maxName = 120;
const maxText = 600;
const maxFaultsShown = 20;
const maxUnknownShown = 20;

export type SetFaultKind =
  | "tooLarge" | "notJson" | "notASet" | "otherFormat" | "fieldTwice"
  | "missing" | "notText" | "tooLong" | "hidden" | "notUtf8"
  | "badScale" | "badLevel" | "notADay" | "noApprover" | "noLicence"
  | "notAList" | "notAnObject" | "noComplaints" | "tooManyComplaints" | "noDiscriminators" | "tooManyDiscriminators" | "tooManyWords"
  | "complaintTwice" | "textTwice";

/** Where in the file: which complaint and which of its discriminators, from 1, and the field as it is named there. */
export interface SetPlace {
  readonly complaint?: number;
  readonly called?: string;
  readonly discriminator?: number;
  readonly field?: string;
}
export interface SetFault extends SetPlace {
  readonly what: SetFaultKind;
  /** What stood there. */
  readonly stood?: string;
}
export interface SetFaults {
  readonly shown: ReadonlyArray<SetFault>;
  readonly more: number;
}
export interface ReadSet {
  readonly set: WardTriageSet;
  /** Fields that are not known here, by where they stand. */
  readonly unknown: ReadonlyArray<SetPlace>;
}
export type SetReading = Result<ReadSet, SetFaults>;

/** `bytes` is the size of the whole file, known before it is read. */
export const readTriageSet = (text: string, bytes: number): SetReading => {
  if (bytes > maxTriageSetBytes || text.length > maxTriageSetBytes) return wrong({ what: "tooLarge" });
  const json = text.replace(/^\uFEFF/u, "");
  const raw = parsed(json);
  if (raw === undefined) return wrong({ what: "notJson" });
  if (!isObject(raw) || typeof raw["format"] !== "string") return wrong({ what: "notASet" });
  if (raw["format"] !== triageSetFormat) return wrong({ what: raw["format"].startsWith("vaktbok-triage-set.") ? "otherFormat" : "notASet", stood: shortly(raw["format"]) });
  const twice = fieldTwice(json);
  if (twice !== null) return wrong({ what: "fieldTwice", field: shortly(twice) });
  const faults: SetFault[] = [];
  const unknown: SetPlace[] = [];
  const set = setIn(raw, { fault: (one) => faults.push(one), unknown: (one) => unknown.push(one) });
  if (faults.length > 0) return err({ shown: faults.slice(0, maxFaultsShown), more: Math.max(0, faults.length - maxFaultsShown) });
  return ok({ set, unknown: unknown.slice(0, maxUnknownShown) });
};

/** As a file that reads the same. */
export const triageSetText = (set: WardTriageSet): string => `${JSON.stringify({ format: triageSetFormat, ...set }, null, 2)}\n`;

const wrong = (fault: SetFault): SetReading => err({ shown: [fault], more: 0 });

interface Reader {
  readonly fault: (fault: SetFault) => void;
  readonly unknown: (place: SetPlace) => void;
}

const setIn = (raw: Raw, reader: Reader): WardTriageSet => {
  others(raw, ["format", "name", "version", "scale", "language", "source", "licence", "approvedBy", "complaints"], {}, reader);
  const scale = scaleIn(raw["scale"], reader);
  const allowed = scale === null ? levels : scales[scale].levels.map(({ level }) => level);
  return {
    name: textIn(raw, "name", {}, reader, maxName),
    version: textIn(raw, "version", {}, reader, maxName),
    // Never used where it was not read: with a fault there is no set.
    scale: scale ?? "no3",
    language: textIn(raw, "language", {}, reader, maxName),
    source: textIn(raw, "source", {}, reader),
    licence: licenceIn(raw["licence"], reader),
    approvedBy: approverIn(raw["approvedBy"], reader),
    complaints: complaintsIn(raw["complaints"], allowed, reader),
  };
};

const scaleIn = (value: unknown, { fault }: Reader): ScaleId | null => {
  const scale = scaleIds.find((id) => id === value);
  if (scale === undefined) fault(value === undefined ? { what: "missing", field: "scale" } : { what: "badScale", stood: stoodOf(value) });
  return scale ?? null;
};

const licenceIn = (value: unknown, reader: Reader): WardTriageSet["licence"] => {
  const raw = isObject(value) ? value : {};
  if (!isObject(value) || isEmpty(value["holder"])) reader.fault({ what: "noLicence" });
  others(raw, ["holder", "terms", "until"], { field: "licence" }, reader);
  const holder = isEmpty(raw["holder"]) ? "" : textIn(raw, "holder", { field: "licence.holder" }, reader);
  const terms = isEmpty(raw["terms"]) ? "" : textIn(raw, "terms", { field: "licence.terms" }, reader);
  const until = isEmpty(raw["until"]) ? "" : dayIn(raw["until"], "licence.until", reader);
  return { holder, ...(terms === "" ? {} : { terms }), ...(until === "" ? {} : { until }) };
};

const approverIn = (value: unknown, reader: Reader): WardTriageSet["approvedBy"] => {
  if (!isObject(value) || isEmpty(value["name"])) {
    reader.fault({ what: "noApprover" });
    return { name: "", role: "", date: "" };
  }
  others(value, ["name", "role", "date"], { field: "approvedBy" }, reader);
  return {
    name: textIn(value, "name", { field: "approvedBy.name" }, reader, maxName),
    role: textIn(value, "role", { field: "approvedBy.role" }, reader, maxName),
    date: isEmpty(value["date"]) ? textIn(value, "date", { field: "approvedBy.date" }, reader) : dayIn(value["date"], "approvedBy.date", reader),
  };
};

const dayIn = (value: unknown, field: string, { fault }: Reader): string => {
  const day = typeof value === "string" ? value.trim() : "";
  if (!isDay(day)) fault({ what: "notADay", field, stood: stoodOf(value) });
  return day;
};

const complaintsIn = (value: unknown, allowed: ReadonlyArray<Level>, reader: Reader): ReadonlyArray<Complaint> => {
  const all = listIn(value, { field: "complaints" }, "noComplaints", maxComplaints, "tooManyComplaints", reader);
  const taken = new Set<string>();
  return all.flatMap((raw, place): ReadonlyArray<Complaint> => {
    const at = { complaint: place + 1 };
    if (!isObject(raw)) {
      reader.fault({ what: "notAnObject", ...at });
      return [];
    }
    others(raw, ["name", "also", "discriminators"], at, reader);
    const name = textIn(raw, "name", at, reader, maxName);
    const here = name === "" ? at : { ...at, called: shortly(name) };
    if (name !== "" && taken.has(name.toLowerCase())) reader.fault({ what: "complaintTwice", ...here });
    taken.add(name.toLowerCase());
    const also = alsoIn(raw["also"], here, reader);
    return [{ name, ...(also.length === 0 ? {} : { also }), discriminators: discriminatorsIn(raw["discriminators"], allowed, here, reader) }];
  });
};

const alsoIn = (value: unknown, at: SetPlace, reader: Reader): ReadonlyArray<string> => {
  if (value === undefined || value === null) return [];
  const field = { ...at, field: "also" };
  return listIn(value, field, null, maxAlso, "tooManyWords", reader).flatMap((one) => cleanText(one, field, reader, maxName)).filter((one) => one !== "");
};

const discriminatorsIn = (value: unknown, allowed: ReadonlyArray<Level>, at: SetPlace, reader: Reader): ReadonlyArray<Discriminator> => {
  const all = listIn(value, { ...at, field: "discriminators" }, "noDiscriminators", maxDiscriminators, "tooManyDiscriminators", reader);
  const taken = new Set<string>();
  return all.flatMap((raw, place): ReadonlyArray<Discriminator> => {
    const here = { ...at, discriminator: place + 1 };
    if (!isObject(raw)) {
      reader.fault({ what: "notAnObject", ...here });
      return [];
    }
    others(raw, ["text", "level"], here, reader);
    const text = textIn(raw, "text", here, reader);
    if (text !== "" && taken.has(text.toLowerCase())) reader.fault({ what: "textTwice", ...here });
    taken.add(text.toLowerCase());
    return [{ text, level: levelIn(raw["level"], allowed, here, reader) }];
  });
};

const levelIn = (value: unknown, allowed: ReadonlyArray<Level>, at: SetPlace, { fault }: Reader): Level => {
  const level = allowed.find((one) => one === value);
  if (level === undefined) fault(value === undefined ? { what: "missing", ...at, field: "level" } : { what: "badLevel", ...at, stood: stoodOf(value) });
  return level ?? 1;
};

const listIn = (value: unknown, at: SetPlace, none: SetFaultKind | null, most: number, tooMany: SetFaultKind, { fault }: Reader): ReadonlyArray<unknown> => {
  if (value !== undefined && value !== null && !Array.isArray(value)) {
    fault({ what: "notAList", ...at });
    return [];
  }
  const all: ReadonlyArray<unknown> = value ?? [];
  if (all.length === 0 && none !== null) fault({ what: none, ...at });
  if (all.length > most) fault({ what: tooMany, ...at, stood: String(all.length) });
  return all.slice(0, most);
};

/** A text that must be there. `at.field` names it where it does not stand alone. */
const textIn = (raw: Raw, name: string, at: SetPlace, reader: Reader, most = maxText): string => {
  const here = { ...at, field: at.field ?? name };
  const text = isEmpty(raw[name]) ? "" : cleanText(raw[name], here, reader, most);
  if (isEmpty(raw[name])) reader.fault({ what: "missing", ...here });
  return text;
};

const cleanText = (value: unknown, at: SetPlace, { fault }: Reader, most: number): string => {
  if (typeof value !== "string") {
    fault({ what: "notText", ...at, stood: stoodOf(value) });
    return "";
  }
  const text = plain(value);
  if (!value.isWellFormed() || value.includes("\uFFFD")) fault({ what: "notUtf8", ...at, stood: shortly(text) });
  else if (unseen.test(text)) fault({ what: "hidden", ...at, stood: shortly(text.replace(unseenAll, "")) });
  else if (text.length > most) fault({ what: "tooLong", ...at, stood: `${text.length} > ${most}` });
  return text;
};

/** Soft hyphens and marks of where a line may break say nothing, and come along with text from documents. */
const plain = (text: string): string => text.replace(/[\u00AD\u200B\uFEFF]/gu, "").replace(/\s+/gu, " ").trim().normalize("NFC");

/** Controls, and what turns the direction of reading or joins letters unseen. */
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u;
const unseenAll = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu;

const isEmpty = (value: unknown): boolean => value === undefined || value === null || (typeof value === "string" && plain(value) === "");

const others = (raw: Raw, known: ReadonlyArray<string>, at: SetPlace, { unknown }: Reader): void => {
  for (const field of Object.keys(raw)) if (!known.includes(field)) unknown({ ...at, field: shortly(at.field === undefined ? field : `${at.field}.${field}`) });
};

const shortly = (text: string): string => {
  const seen = plain(text.toWellFormed()).replace(unseenAll, "");
  return seen.length > 60 ? `${seen.slice(0, 59).toWellFormed()}…` : seen;
};

const stoodOf = (value: unknown): string => shortly(typeof value === "string" ? `"${value}"` : isObject(value) ? "{}" : Array.isArray(value) ? "[]" : String(value));

type Raw = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Raw => typeof value === "object" && value !== null && !Array.isArray(value);

const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
};
