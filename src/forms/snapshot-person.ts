/**
 * One person of a list from the journal, as it was written there, read into what is known of them.
 *
 * - SNR1 Somebody with neither name nor number is left out, and said with the row; whatever else cannot be read is left out of the
 *   person alone, and said too. Nothing is guessed.
 * - SNR2 A number that does not hold is kept as the journal has it, and said; what one that holds tells of birth and sex fills in
 *   what was not told.
 * - SNR3 "None known" of allergies is known; "unknown" is as if nothing was told.
 * - SNR4 Text from another system is made one line without signs that are not seen; what is too long is left out, never cut.
 */
import { valueOf } from "#core/answer.ts";
import { readBorn, type Born } from "#core/identity/born.ts";
import { readNationalNumber } from "#core/identity/national-number.ts";
import type { EpochMs } from "#core/time.ts";
import type { Sex } from "#core/visit/details.ts";
import type { KnownPerson } from "#core/ward/snapshot.ts";
import { isNoneWord, isUnknownWord, sexOf } from "./arrivals-columns.ts";
import { restored } from "./arrivals-csv.ts";
import { readDatedTime } from "./dated-time.ts";
import { readEntries, tidied, typedEntries } from "./entries.ts";
import { withEntries } from "./typed-entries.ts";
import type { TypedMoment } from "./typed-time.ts";

export const snapshotFields = ["name", "nationalNumber", "born", "sex", "where", "admitted", "allergies"] as const;
export type SnapshotField = (typeof snapshotFields)[number];
/** As it was written; empty where nothing was. Allergies are text that is parted, or entries that are not. */
export type ToldPerson = { readonly [F in Exclude<SnapshotField, "allergies">]?: string } & { readonly allergies?: string | ReadonlyArray<string> };

export interface SnapshotNote {
  /** Row of a spreadsheet, or place in a FHIR file, from 1. */
  readonly row: number;
  /** null: the whole of it. */
  readonly field: SnapshotField | null;
  readonly text: string;
  readonly type:
    | "NobodyNamed" | "NotActive" | "TooManyCells"
    | "NotBorn" | "NotASex" | "NotATime" | "TooLong" | "WrongNumber" | "ZeroRestored" | "DiffersFromBorn" | "SameNumberTwice" | "AllergyUnnamed";
}

export interface SnapshotMoment extends TypedMoment {
  readonly isDrill: boolean;
}

export interface ReadPerson {
  readonly row: number;
  /** null: left out. */
  readonly person: KnownPerson | null;
  readonly notes: ReadonlyArray<SnapshotNote>;
}

const longest: { readonly [F in SnapshotField]: number } = { name: 200, nationalNumber: 40, born: 40, sex: 40, where: 120, admitted: 40, allergies: 1_000 };

export const readToldPerson = (told: ToldPerson, row: number, at: SnapshotMoment): ReadPerson => {
  const notes: SnapshotNote[] = [];
  const note = (field: SnapshotField | null, type: SnapshotNote["type"], text = ""): void => void notes.push({ row, field, text: text.slice(0, 80), type });
  const short = (field: SnapshotField, text: string): string => {
    if (text.length > longest[field]) note(field, "TooLong", text);
    return text.length > longest[field] || isUnknownWord(text) ? "" : text;
  };
  const cell = (field: Exclude<SnapshotField, "allergies">): string => {
    const text = short(field, oneLine(told[field] ?? ""));
    return isNoneWord(text) ? "" : text;
  };
  const name = cell("name");
  const number = numberIn(cell("nationalNumber"), at.nowMs, note);
  if (name === "" && number === "") {
    note(null, "NobodyNamed", Object.values(told).flat().map(oneLine).filter((text) => text !== "").join(", "));
    return { row, person: null, notes };
  }
  const { born, sex } = bornAndSex({ born: withoutMidnight(cell("born")), sex: cell("sex"), number }, at.nowMs, note);
  const [where, admitted, allergies] = [cell("where"), cell("admitted"), allergiesIn(told.allergies ?? "", (text) => short("allergies", text))];
  const admittedAtMs = admitted === "" ? null : readDatedTime(admitted, at);
  if (admitted !== "" && admittedAtMs === null) note("admitted", "NotATime", admitted);
  const person: KnownPerson = {
    ...(name === "" ? {} : { name }),
    ...(number === "" ? {} : { nationalNumber: number }),
    ...(born === null ? {} : { born }),
    ...(sex === null ? {} : { sex }),
    ...(where === "" ? {} : { where }),
    ...(admittedAtMs === null ? {} : { admittedAtMs }),
    ...(allergies === null ? {} : { allergies }),
  };
  return { row, person, notes };
};

type Note = (field: SnapshotField, type: SnapshotNote["type"], text: string) => void;

const numberIn = (typed: string, nowMs: EpochMs, note: Note): string => {
  if (typed === "") return "";
  const whole = restored(typed, nowMs);
  if (whole !== typed) note("nationalNumber", "ZeroRestored", typed);
  const { digits, checked } = readNationalNumber(whole, nowMs);
  if (checked !== "ok") note("nationalNumber", "WrongNumber", typed);
  return digits;
};

interface Told {
  readonly born: string;
  readonly sex: string;
  readonly number: string;
}

const bornAndSex = (told: Told, nowMs: EpochMs, note: Note): { readonly born: Born | null; readonly sex: Sex | null } => {
  const number = readNationalNumber(told.number, nowMs);
  const born = told.born === "" ? null : readBorn(told.born, nowMs);
  const sex = told.sex === "" ? null : sexOf(told.sex);
  if (told.born !== "" && born === null) note("born", "NotBorn", told.born);
  if (told.sex !== "" && sex === null) note("sex", "NotASex", told.sex);
  if (number.born !== null && born?.is === "date" && born.date !== number.born) note("born", "DiffersFromBorn", told.born);
  return {
    born: born ?? (told.born === "" && number.born !== null ? { is: "date", date: number.born } : null),
    sex: sex ?? (told.sex === "" ? number.sex : null),
  };
};

/** null: nothing was told. `short` answers nothing of what is too long. */
const allergiesIn = (told: string | ReadonlyArray<string>, short: (text: string) => string): ReadonlyArray<string> | null => {
  const text = typeof told === "string" ? withEntries("", short(told.replace(unseen, " ").trim())) : short(typedEntries(tidied(told.map(oneLine))));
  const answer = readEntries(text);
  return answer?.is === "none" ? [] : valueOf(answer);
};

/** Signs that nobody sees, line breaks apart: they part entries. */
const unseen = /[^\P{C}\r\n]/gu;
const oneLine = (text: string): string => text.replace(/[\p{C}\s]+/gu, " ").trim();

/** A spreadsheet writes a day with the time that it began. */
const withoutMidnight = (text: string): string => text.replace(/[T ]00[:.]00(?:[:.]00)?(?:\.0+)?Z?$/u, "");
