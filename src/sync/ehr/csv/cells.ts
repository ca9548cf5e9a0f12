/**
 * CSV that a Norwegian spreadsheet opens as it is, and that does it no harm.
 *
 * - CSV1 UTF-8 with a byte order mark, `;`, CRLF, and every cell in quotes.
 * - CSV2 A cell that a spreadsheet would run as a formula gets an apostrophe before it, also behind spaces and in full width.
 * - CSV3 A row is one line: a line break inside a cell becomes " ⏎ ", other control characters a space.
 * - CSV4 Eleven and twelve digits are written in groups, since a spreadsheet drops leading zeros and rounds long numbers.
 *
 * Sources: OWASP CSV Injection; the half of a character and the invisible ones are ours.
 */

export type Row = ReadonlyArray<string | number | null | undefined>;

export const csvText = (rows: ReadonlyArray<Row>): string => `\ufeff${rows.map((row) => `${row.map(cell).join(";")}\r\n`).join("")}`;

const cell = (value: Row[number]): string => `"${guarded(tidy(typeof value === "number" ? String(value) : (value ?? ""))).replace(/"/g, '""')}"`;

const tidy = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n|[\n\r\u0085\u2028\u2029]/g, " ⏎ ")
    .replace(/\p{Cc}/gu, " ");

/** What stands before the first visible character does not hide it: spaces, marks of direction, zero width. */
const formula = /^[\s\p{Cf}\p{Z}⏎]*[=+\-@%|'＝＋－＠％｜]/u;

const guarded = (text: string): string => (formula.test(text) ? `'${text}` : text);

/** "130972 48022" for eleven digits, "200205 705502" for twelve. */
export const grouped = (digits: string): string => (/^\d{11,12}$/.test(digits) ? `${digits.slice(0, 6)} ${digits.slice(6)}` : digits);

/** Local time with its offset, whole seconds: 2026-01-20T16:43:00+01:00. */
export const localTime = (atMs: number | null | undefined, offsetMinAt: (atMs: number) => number): string => {
  if (atMs === null || atMs === undefined || Math.abs(atMs) > lastMs) return "";
  const offsetMin = offsetMinAt(atMs);
  const [hours, minutes] = [Math.floor(Math.abs(offsetMin) / 60), Math.abs(offsetMin) % 60].map((part) => String(part).padStart(2, "0"));
  return `${new Date(atMs + offsetMin * 60_000).toISOString().slice(0, -5)}${offsetMin < 0 ? "-" : "+"}${hours}:${minutes}`;
};

/** Beyond a thousand centuries from 1970 no clock is meant. */
const lastMs = 3_155_760_000_000_000;
