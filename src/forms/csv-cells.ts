/**
 * CSV as people's spreadsheets write it, read into rows of cells. Nothing in it is understood, run or trusted.
 *
 * - CEL1 `;`, `,` and tab part cells: whichever the first line has most of; a first line `sep=;` says it outright.
 * - CEL2 Quotes hold separators, line breaks and doubled quotes; a byte order mark and CRLF do not matter.
 * - CEL3 Too much text, too many rows and a quote without end are faults of the file; cells beyond the most are counted, not kept.
 * - CEL4 The `'` that guards a formula in an exported file is taken away again; formulas stay text.
 */
import { err, ok, type Result } from "#core/result.ts";

export interface CsvRow {
  /** As a spreadsheet counts them, from 1. */
  readonly row: number;
  readonly cells: ReadonlyArray<string>;
  readonly hasTooManyCells: boolean;
}

export type CsvFault =
  | { readonly type: "TooLarge"; readonly maxLength: number }
  | { readonly type: "TooManyRows"; readonly maxRows: number }
  | { readonly type: "UnclosedQuote"; readonly row: number }
  | { readonly type: "Empty" };

/** Two million letters is a file of two megabytes. */
export const maxLength = 2_000_000;
export const maxRows = 5_000;
const maxCells = 64;

export const readCsv = (text: string): Result<ReadonlyArray<CsvRow>, CsvFault> => {
  if (text.length > maxLength) return err({ type: "TooLarge", maxLength });
  const bare = text.replace(/^\ufeff/, "");
  const told = /^sep=(.)(?:\r\n|\n|\r|$)/i.exec(bare);
  const separator = told?.[1] ?? separatorOf(bare);
  const rows: CsvRow[] = [];
  let at = told?.[0].length ?? 0;
  for (let row = told === null ? 1 : 2; at < bare.length; row += 1) {
    const end = lineEnd(bare, at);
    if (end > 0) {
      at += end;
      continue;
    }
    const read = readRow(bare, at, separator);
    if (read === null) return err({ type: "UnclosedQuote", row });
    if (read.cells.some((cell) => cell !== "")) rows.push({ row, cells: read.cells, hasTooManyCells: read.count > maxCells });
    // The first row names the columns.
    if (rows.length > maxRows + 1) return err({ type: "TooManyRows", maxRows });
    at = read.next;
  }
  return rows.length === 0 ? err({ type: "Empty" }) : ok(rows);
};

const separatorOf = (text: string): string => {
  const [line = ""] = /^[^\r\n]{0,10000}/.exec(text) ?? [];
  const outside = line.replace(/"[^"]*"?/g, "");
  const count = (separator: string): number => outside.split(separator).length;
  return [",", "\t"].reduce((best, one) => (count(one) > count(best) ? one : best), ";");
};

interface ReadRow {
  readonly cells: ReadonlyArray<string>;
  readonly count: number;
  /** Where the next row begins. */
  readonly next: number;
}

/** null when a quote never ends. */
const readRow = (text: string, from: number, separator: string): ReadRow | null => {
  const cells: string[] = [];
  let count = 0;
  for (let at = from; ; ) {
    const cell = text[at] === '"' ? quoted(text, at) : plain(text, at, separator);
    if (cell === null) return null;
    count += 1;
    if (count <= maxCells) cells.push(unguarded(cell.text.trim()).trim());
    // What stands between a closing quote and the separator is nobody's.
    at = plain(text, cell.next, separator).next;
    if (text[at] === separator) at += 1;
    else return { cells, count, next: at + lineEnd(text, at) };
  }
};

const lineEnd = (text: string, at: number): number => (text[at] === "\n" ? 1 : text[at] !== "\r" ? 0 : text[at + 1] === "\n" ? 2 : 1);

const plain = (text: string, from: number, separator: string): { readonly text: string; readonly next: number } => {
  let next = from;
  while (next < text.length && text[next] !== separator && text[next] !== "\n" && text[next] !== "\r") next += 1;
  return { text: text.slice(from, next), next };
};

const quoted = (text: string, from: number): { readonly text: string; readonly next: number } | null => {
  for (let at = from + 1; ; at += 2) {
    at = text.indexOf('"', at);
    if (at === -1) return null;
    if (text[at + 1] !== '"') return { text: text.slice(from + 1, at).replace(/""/g, '"'), next: at + 1 };
  }
};

const unguarded = (cell: string): string => (/^'[\s\p{Cf}\p{Z}⏎]*[=+\-@%|'＝＋－＠％｜]/u.test(cell) ? cell.slice(1) : cell);
