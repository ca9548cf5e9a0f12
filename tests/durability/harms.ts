// Ways in which a file on a disk goes bad, and where the files of a book lie in a profile of Chromium.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Dice } from "./dice.ts";
import type { Acknowledged } from "./page-port.ts";

export type Harm = "flip" | "truncate" | "delete";

/** Harms one file; answers the offsets that are not what they were. */
export const harm = (path: string, how: Harm, dice: Dice): string => {
  const size = statSync(path).size;
  if (how === "delete") rmSync(path);
  if (how === "truncate") truncateSync(path, dice.below(Math.max(1, size)));
  if (how === "flip") flipAt(path, Array.from({ length: 1 + dice.below(4) }, () => dice.below(Math.max(1, size))), dice);
  return `${how} ${basename(path)}`;
};

export const flipAt = (path: string, offsets: ReadonlyArray<number>, dice: Dice): void => {
  const bytes = readFileSync(path);
  for (const at of offsets) bytes[at] = (bytes[at] ?? 0) ^ (1 << dice.below(8));
  writeFileSync(path, bytes);
};

const filesUnder = (folder: string): ReadonlyArray<string> =>
  existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)).filter((path) => statSync(path).isFile()) : [];

const meansNothing = ["LOCK", "LOG", "LOG.old"];
const withContent = (folder: string): ReadonlyArray<string> => filesUnder(folder).filter((path) => !meansNothing.includes(basename(path)));

export const databaseFolder = (profile: string): string => join(profile, "Default", "IndexedDB");
export const databaseFiles = (profile: string): ReadonlyArray<string> => withContent(databaseFolder(profile));
export const noteFiles = (profile: string): ReadonlyArray<string> => withContent(join(profile, "Default", "Local Storage", "leveldb"));

/** Chromium gives files of the origin numbers for names: they are told by what is in them. */
export const originFile = (profile: string, hashes: ReadonlyArray<readonly [string, string]>, name: string): string => {
  const hash = hashes.find(([its]) => its === name)?.[1];
  const found = filesUnder(join(profile, "Default", "File System")).find((path) => createHash("sha256").update(readFileSync(path)).digest("hex") === hash);
  if (found === undefined) throw new Error(`no file of the profile holds ${name}`);
  return found;
};

export interface FrameRange {
  readonly saved: Acknowledged;
  readonly start: number;
  readonly end: number;
}

/** Mark, kind and length, before the id: docs/formats/journal.v1.md. */
const beforeId = 10;

export const framesOf = (journal: Buffer, all: ReadonlyArray<Acknowledged>): ReadonlyArray<FrameRange> => {
  const starts = all.map((saved) => ({ saved, start: journal.indexOf(Buffer.from(saved.id, "hex")) - beforeId }));
  return starts.map(({ saved, start }) => ({ saved, start, end: start + beforeId + journal.readUInt32BE(start + beforeId - 4) + 4 }));
};
