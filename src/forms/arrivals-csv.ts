/**
 * Arrivals that were listed elsewhere (a spreadsheet, a paper list typed in) become arrivals here, after a preview.
 *
 * - ACV1 The first row names the columns, in any order and in bokmål, nynorsk or English; columns it does not know are named and left alone.
 * - ACV2 Every cell that cannot be read is an error with its row and column; such a row is not ready.
 * - ACV3 What is doubtful, a number that does not hold, a time that is missing, is a warning; the row is ready.
 * - ACV4 A file that is too large, or has no column that is known, gives one fault and no rows.
 * - ACV5 Times are the door's ("1658", "16:58"), or a date with a time, in the file's own zone or else the ward's; none lies ahead.
 * - ACV6 Any text at all gives rows or faults; nothing throws, and text that looks like a formula is text.
 * - ACV7 An identity number that lost its leading zero in a spreadsheet gets it back, and the row says so.
 * - ACV8 A row of our own export (it has the visit's id) without an arrival is somebody who only rang: it is left out, and that is said.
 *
 * Nothing is half-taken: the caller writes the commands of all ready rows in one go, or none.
 */
import { readNationalNumber } from "#core/identity/national-number.ts";
import { err, ok, type Result } from "#core/result.ts";
import { hourMs, type EpochMs } from "#core/time.ts";
import type { DetailAnswers } from "#core/visit/details.ts";
import type { VisitCommand } from "#core/visit/commands.ts";
import type { TemporaryNumber } from "#core/visit/temporary-number.ts";
import { columnOf, isNoneWord, isOwnId, isUnknownWord, modeOf, sexOf, type ArrivalColumn } from "./arrivals-columns.ts";
import { readCsv, type CsvFault, type CsvRow } from "./csv-cells.ts";
import { readDatedTime } from "./dated-time.ts";
import { readDoorForm, type DoorWarning } from "./door.ts";
import { readTypedTime } from "./typed-time.ts";

export type ArrivalsFault = CsvFault | { readonly type: "NoKnownColumn"; readonly found: ReadonlyArray<string> } | { readonly type: "ColumnTwice"; readonly column: ArrivalColumn };

export interface ReadyArrival {
  readonly row: number;
  readonly atMs: EpochMs;
  readonly details: DetailAnswers;
}
export interface ArrivalError {
  readonly row: number;
  /** null: the row as a whole. */
  readonly column: ArrivalColumn | null;
  readonly text: string;
  readonly type: "NotATime" | "InFuture" | "TooLongAgo" | "NotBorn" | "NotASex" | "NotAMode" | "TooLong" | "TooManyCells" | "NothingSaid" | "OnlyRang";
}
export interface ArrivalWarning {
  readonly row: number;
  readonly column: ArrivalColumn;
  readonly type: "NoTime" | "ZeroRestored" | Extract<DoorWarning, { readonly field: "nationalNumber" }>["type"];
}

export interface ArrivalsReading {
  readonly ready: ReadonlyArray<ReadyArrival>;
  readonly errors: ReadonlyArray<ArrivalError>;
  readonly warnings: ReadonlyArray<ArrivalWarning>;
  readonly ignoredColumns: ReadonlyArray<string>;
}

export interface ArrivalsMoment {
  readonly nowMs: EpochMs;
  readonly isDrill: boolean;
  /** Local time minus UTC in minutes at that moment. */
  readonly offsetMinAt: (atMs: number) => number;
}

export const readArrivalsCsv = (text: string, at: ArrivalsMoment): Result<ArrivalsReading, ArrivalsFault> => {
  const csv = readCsv(text);
  if (!csv.ok) return csv;
  const [header, ...rows] = csv.value;
  const columns = (header?.cells ?? []).map((name) => ({ name, column: columnOf(name) }));
  const named = columns.flatMap(({ column }) => (column === null ? [] : [column]));
  const twice = named.find((column, place) => named.indexOf(column) !== place);
  if (named.length === 0) return err({ type: "NoKnownColumn", found: columns.map(({ name }) => name.slice(0, 40)).filter((name) => name !== "") });
  if (twice !== undefined) return err({ type: "ColumnTwice", column: twice });
  const ids = columns.findIndex(({ name }) => isOwnId(name));
  const read = rows.map((row) => readRow(row, columns.map(({ column }) => column), { ...at, isOwn: row.cells[ids] !== undefined && row.cells[ids] !== "" }));
  return ok({
    ready: read.flatMap(({ ready, errors }) => (errors.length === 0 && ready !== null ? [ready] : [])),
    errors: read.flatMap(({ errors }) => errors),
    warnings: read.flatMap(({ errors, warnings }) => (errors.length === 0 ? warnings : [])),
    ignoredColumns: columns.flatMap(({ name, column }) => (column === null && name !== "" ? [name.slice(0, 40)] : [])),
  });
};

export const arrivalCommand = ({ atMs, details }: ReadyArrival, number: TemporaryNumber): VisitCommand => ({ type: "RegisterArrival", atMs, number, details });

interface ReadRow {
  readonly ready: ReadyArrival | null;
  readonly errors: ReadonlyArray<ArrivalError>;
  readonly warnings: ReadonlyArray<ArrivalWarning>;
}

const maxText = 1_000;

const readRow = ({ row, cells, hasTooManyCells }: CsvRow, columns: ReadonlyArray<ArrivalColumn | null>, at: ArrivalsMoment & { readonly isOwn: boolean }): ReadRow => {
  const errors: ArrivalError[] = [];
  const warnings: ArrivalWarning[] = [];
  const fault = (column: ArrivalColumn | null, text: string, type: ArrivalError["type"]): void => void errors.push({ row, column, text: text.slice(0, 80), type });
  const cell = (column: ArrivalColumn): string => cells[columns.indexOf(column)] ?? "";
  if (hasTooManyCells) fault(null, "", "TooManyCells");
  if (columns.every((column) => column === null || cell(column) === "")) fault(null, "", "NothingSaid");
  for (const column of columns) if (column !== null && cell(column).length > maxText) fault(column, cell(column), "TooLong");
  if (at.isOwn && columns.includes("arrivedAt") && cell("arrivedAt") === "") fault("arrivedAt", "", "OnlyRang");
  if (errors.length > 0) return { ready: null, errors, warnings };

  const time = readTime(cell("arrivedAt"), at);
  if (typeof time === "string") fault("arrivedAt", cell("arrivedAt"), time);
  if (cell("arrivedAt") === "") warnings.push({ row, column: "arrivedAt", type: "NoTime" });
  const sex = word(cell("sex"), sexOf);
  if (sex === null) fault("sex", cell("sex"), "NotASex");
  const arrivedBy = word(cell("arrivedBy"), modeOf);
  if (arrivedBy === null) fault("arrivedBy", cell("arrivedBy"), "NotAMode");
  const number = restored(cell("nationalNumber"), at.nowMs);
  if (number !== cell("nationalNumber")) warnings.push({ row, column: "nationalNumber", type: "ZeroRestored" });
  const bornColumn = cell("born") === "" && cell("age") !== "" ? "age" : "born";
  const answers = { name: said(cell("name")), nationalNumber: said(number), born: said(cell(bornColumn)), sex: sex ?? "", reason: said(cell("reason")), arrivedBy: arrivedBy ?? "" };
  const door = readDoorForm(answers, { nowMs: at.nowMs, offsetMinAt: at.offsetMinAt, isDrill: at.isDrill });
  for (const warning of door.warnings) {
    if (warning.field === "born") fault(bornColumn, cell(bornColumn), "NotBorn");
    if (warning.field === "nationalNumber") warnings.push({ row, column: "nationalNumber", type: warning.type });
  }
  return { ready: typeof time === "string" ? null : { row, atMs: time, details: door.details }, errors, warnings };
};

/** In the signs that the door form reads. */
const said = (cell: string): string => (isUnknownWord(cell) ? "?" : isNoneWord(cell) ? "-" : cell);

/** "" for an empty cell, null for one that cannot be read. */
const word = (cell: string, read: (word: string) => string | null): string | null => (["", "?", "-"].includes(said(cell)) ? said(cell) : read(cell));

/** A number that a spreadsheet took the zero from gets it back, where it holds with it. */
export const restored = (cell: string, nowMs: EpochMs): string => {
  const digits = cell.replace(/[\s.-]/g, "");
  return /^\d{10}$/.test(digits) && readNationalNumber(`0${digits}`, nowMs).checked === "ok" ? `0${digits}` : cell;
};

/** The paper of the longest outage known is younger than this. */
const longestAgoMs = 366 * 24 * hourMs;

const readTime = (cell: string, at: ArrivalsMoment): EpochMs | "NotATime" | "InFuture" | "TooLongAgo" => {
  const atMs = readTypedTime(cell, at) ?? readDatedTime(cell, at);
  if (atMs === null) return "NotATime";
  if (atMs > at.nowMs) return "InFuture";
  return at.nowMs - atMs > longestAgoMs ? "TooLongAgo" : atMs;
};
