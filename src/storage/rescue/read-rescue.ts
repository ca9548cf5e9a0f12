/**
 * A rescue file read back: which books it holds, what of each is proved, and the way of each into the book of this device.
 *
 * - RSC1 Nothing is changed by looking; what is taken in goes the archive's own way: proved first, into a blank book or the same ward's.
 * - RSC2 What a book lacks is said by number: records below a head that are in no copy.
 * - RSC3 A book that cannot be taken in says why, and does not hide the others.
 */
import type { SealedRecord } from "#core/log/record.ts";
import { err, ok, type Result } from "#core/result.ts";
import type { EpochMs } from "#core/time.ts";
import { proveArchive, wardKeysOf, type ArchiveContents } from "../archive-in.ts";
import { takeArchive, wayIn, type PlaceFault, type TakeNeeds } from "../archive-take.ts";
import { blobLines } from "./blob-lines.ts";
import { rawBooks, type RawBook } from "./raw-books.ts";
import { rawContents, type RawBookFault } from "./raw-contents.ts";
import { readRawParts, type RawFault } from "./raw-parts.ts";

type RescuedBook =
  | { readonly is: "closed"; readonly name: string; readonly fault: RawBookFault | PlaceFault }
  | {
      readonly is: "found";
      readonly name: string;
      readonly records: number;
      readonly proved: number;
      readonly missing: number;
      /** Lies aside: true in no copy. */
      readonly aside: number;
      readonly unreadable: number;
      readonly way: "join" | "unite";
      readonly takeIn: () => ReturnType<typeof takeArchive>;
    };

interface Rescued {
  readonly damaged: number;
  readonly isWhole: boolean;
  readonly books: ReadonlyArray<RescuedBook>;
}

type RescueFault = RawFault | { readonly type: "TooLarge" };

export interface RescueNeeds extends TakeNeeds {
  readonly nowMs: EpochMs;
  /** Told how many records of a book have been proved so far. */
  readonly onProved: (records: number) => void;
}

/** Three times a week of ten thousand patients, and each record twice. */
const maxBytes = 768 * 1024 * 1024;
const maxLineLength = 8 * 1024 * 1024;

export const readRescue = async (file: Blob, needs: RescueNeeds): Promise<Result<Rescued, RescueFault>> => {
  if (file.size > maxBytes) return err({ type: "TooLarge" });
  const read = await readRawParts(blobLines(file, maxLineLength));
  if (!read.ok) return read;
  const { madeMs, parts, damaged, isWhole } = read.value;
  const books: RescuedBook[] = [];
  for (const book of rawBooks(parts)) books.push(await lookAt(book, madeMs, needs));
  return ok({ damaged, isWhole, books });
};

const lookAt = async (book: RawBook, madeMs: number, needs: RescueNeeds): Promise<RescuedBook> => {
  const { name } = book;
  const contents = await rawContents(book, madeMs);
  if (!contents.ok) return { is: "closed", name, fault: contents.error };
  const way = await wayIn(needs.log.archive, needs.profile, contents.value);
  if (!way.ok) return { is: "closed", name, fault: way.error };
  const { records, aside, unreadable } = contents.value;
  const proof = await proveArchive(contents.value, await wardKeysOf(contents.value), needs.nowMs, needs.onProved);
  return {
    is: "found",
    name,
    records: proof.of,
    proved: proof.proved,
    missing: missingIn(contents.value, records),
    aside: aside.length,
    unreadable,
    way: way.value,
    takeIn: () => takeArchive(needs, contents.value, proof),
  };
};

const missingIn = ({ manifest: { heads } }: ArchiveContents, records: ReadonlyArray<SealedRecord>): number =>
  heads.reduce((sum, { device, seq }) => {
    const held = new Set(records.flatMap(({ header }) => (header.device === device && header.seq <= seq ? [header.seq] : [])));
    return sum + seq - held.size;
  }, 0);
