/**
 * What the parts of a rescue file hold, by book: rows of its database, its key files and its journal.
 *
 * - RWK1 Every book of the file is found, whether its database or its files are there, or only one of the two.
 * - RWK2 A file whose pieces are not all there is as far as its whole pieces go; a journal is still read, a key is not.
 */
import type { Bytes } from "#core/log/envelope.ts";
import { fromBase64Url } from "../base64url.ts";
import type { RawPart } from "./raw-parts.ts";

export interface RawBook {
  readonly name: string;
  /** Rows of the book's database, by store. */
  readonly rows: ReadonlyMap<string, ReadonlyArray<unknown>>;
  /** Rows of the second place for keys. */
  readonly keyRows: ReadonlyArray<unknown>;
  /** Files by name; pieces beyond a gap are left out. */
  readonly files: ReadonlyMap<string, RawFile>;
}

export interface RawFile {
  readonly bytes: Bytes;
  readonly isWhole: boolean;
}

const keysPrefix = "vaktbok-keys-";
const bookPrefix = "vaktbok-";
/** A database of ours that holds a book has this store. */
const recordsStore = "records";

export const rawBooks = (parts: ReadonlyArray<RawPart>): ReadonlyArray<RawBook> => {
  const rowParts = parts.filter((part) => part.is === "rows");
  const fileParts = parts.filter((part) => part.is === "file");
  const names = new Set([
    ...rowParts.filter(({ database, store }) => store === recordsStore && database.startsWith(bookPrefix) && !database.startsWith(keysPrefix)).map(({ database }) => database.slice(bookPrefix.length)),
    ...fileParts.flatMap(({ path }) => path.split("/").slice(1, 2)),
  ]);
  return [...names].map((name) => ({
    name,
    rows: byStore(rowParts.filter(({ database }) => database === `${bookPrefix}${name}`)),
    keyRows: rowParts.filter(({ database }) => database === `${keysPrefix}${name}`).flatMap(({ rows }) => rows),
    files: filesIn(fileParts, `vaktbok/${name}/`),
  }));
};

type RowPart = Extract<RawPart, { is: "rows" }>;
type FilePart = Extract<RawPart, { is: "file" }>;

const byStore = (parts: ReadonlyArray<RowPart>): ReadonlyMap<string, ReadonlyArray<unknown>> => {
  const rowsByStore = new Map<string, unknown[]>();
  for (const { store, rows } of parts) {
    const known = rowsByStore.get(store) ?? [];
    for (const row of rows) known.push(row);
    rowsByStore.set(store, known);
  }
  return rowsByStore;
};

const filesIn = (parts: ReadonlyArray<FilePart>, folder: string): ReadonlyMap<string, RawFile> => {
  const partsByPath = new Map<string, FilePart[]>();
  for (const part of parts) if (part.path.startsWith(folder)) partsByPath.set(part.path, [...(partsByPath.get(part.path) ?? []), part]);
  return new Map([...partsByPath].map(([path, pieces]) => [path.slice(folder.length), joined(pieces)] as const));
};

const joined = (pieces: ReadonlyArray<FilePart>): RawFile => {
  const taken: Bytes[] = [];
  let length = 0;
  for (const { at, bytes } of pieces.toSorted((a, b) => a.at - b.at)) {
    const piece = fromBase64Url(bytes);
    if (piece === null || at !== length) break;
    taken.push(piece);
    length += piece.length;
  }
  const whole = new Uint8Array(length);
  taken.reduce((at, piece) => {
    whole.set(piece, at);
    return at + piece.length;
  }, 0);
  return { bytes: whole, isWhole: length === pieces[0]?.size };
};
