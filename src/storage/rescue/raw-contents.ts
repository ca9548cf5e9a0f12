/**
 * One book of a rescue file as the contents of an archive, so that it is proved and taken in on the very same way.
 *
 * - RWC1 Its keys are found as the device itself would find them; without them the book is KeysLost, and how many records lie there is said.
 * - RWC2 Each record is taken once, in the copy that is true: from the database, else from the journal. What is true in neither lies aside.
 * - RWC3 Rows that are no record any more are counted, and how far each device's records went is said as the store itself had it.
 */
import * as v from "valibot";
import type { Bytes } from "#core/log/envelope.ts";
import type { DeviceId, Head, RecordId, SealedRecord } from "#core/log/record.ts";
import { err, ok, type Result } from "#core/result.ts";
import { epochMs } from "#core/time.ts";
import { drillCode } from "#core/visit/temporary-number.ts";
import type { ArchiveContents } from "../archive-in.ts";
import { fromEnvelopeRow, type EnvelopeRow } from "../dexie-schema.ts";
import { journalFileName } from "../files/names.ts";
import { scanJournal } from "../journal/frames.ts";
import type { KeyRing } from "../keys/key-ring.ts";
import { openMemorySecretFiles } from "../keys/memory-secret-files.ts";
import { loadKeyRing, ringFileName } from "../keys/ring-file.ts";
import { settlingSecretFiles } from "../keys/settling-secret-files.ts";
import { twofoldSecretFiles } from "../keys/twofold-secret-files.ts";
import { silentDoor, silentDoorFileName } from "../keys/unlock-door.ts";
import { epochKeys, openBody, type WardKeys } from "../sealing.ts";
import type { RawBook } from "./raw-books.ts";
import { bytesIn, isObject } from "./raw-value.ts";

export type RawBookFault = { readonly type: "KeysLost"; readonly records: number } | { readonly type: "Newer" };

export const rawContents = async (book: RawBook, madeMs: number): Promise<Result<ArchiveContents, RawBookFault>> => {
  const { records: fromDatabase, unreadable } = recordsIn(book.rows.get("records") ?? []);
  const aside = recordsIn(book.rows.get("aside") ?? []);
  const journal = scanJournal(book.files.get(journalFileName)?.bytes ?? new Uint8Array());
  const copies = [...fromDatabase, ...journal.records];
  const ring = await ringOf(book);
  if (!ring.ok) return err(ring.error === "Newer" ? { type: "Newer" } : { type: "KeysLost", records: new Set(copies.map(({ id }) => id)).size });
  const { ward, device, wardCode, epochs } = ring.value;
  const sorted = await trueCopies(copies, await wardKeys(ring.value));
  const manifest = { ward, name: "", device, madeMs: epochMs(madeMs), isDrill: wardCode === drillCode, heads: headsIn(book.rows.get("holds") ?? []) };
  return ok({ manifest, keys: { wardCode, epochs }, records: sorted.records, aside: [...aside.records, ...sorted.aside], unreadable: unreadable + aside.unreadable });
};

const recordsIn = (rows: ReadonlyArray<unknown>): { readonly records: ReadonlyArray<SealedRecord>; readonly unreadable: number } => {
  const records = rows.flatMap((row) => {
    const record = isObject(row) ? recordIn(row) : null;
    return record === null ? [] : [record];
  });
  return { records, unreadable: rows.length - records.length };
};

const recordIn = ({ id, header, iv, sealed, signature }: Readonly<Record<string, unknown>>): SealedRecord | null => {
  const row = { id, header, iv: bytesIn(iv), sealed: bytesIn(sealed), signature: bytesIn(signature) };
  // As in a database: what does not fit reads as null, and each record is proved before it is shown.
  return typeof id === "string" && /^[0-9a-f]{64}$/.test(id) && typeof header === "string" ? fromEnvelopeRow(row as EnvelopeRow) : null;
};

const ringOf = async (book: RawBook): Promise<Result<KeyRing, string>> => {
  const inFiles = new Map([...book.files].filter(([, { isWhole }]) => isWhole).map(([name, { bytes }]) => [name, bytes] as const));
  const files = settlingSecretFiles(
    twofoldSecretFiles(openMemorySecretFiles(inFiles)),
    openMemorySecretFiles(new Map(book.keyRows.flatMap(keyRow))),
    [silentDoorFileName, ringFileName],
    () => undefined,
  );
  const ring = await loadKeyRing(files, silentDoor(files));
  if (!ring.ok) return err(ring.error.type);
  return ring.value === null ? err("none") : ok(ring.value);
};

const keyRow = (row: unknown): ReadonlyArray<readonly [string, Bytes]> => {
  if (!isObject(row) || typeof row["name"] !== "string") return [];
  const bytes = bytesIn(row["bytes"]);
  return bytes === null ? [] : [[row["name"], bytes]];
};

const wardKeys = async ({ ward, epochs }: KeyRing): Promise<WardKeys> => ({
  ward,
  epochs: new Map(await Promise.all(epochs.map(async ({ epoch, key }) => [epoch, await epochKeys(key, epoch)] as const))),
  epoch: epochs.at(-1)?.epoch ?? epochs[0].epoch,
});

interface Sorted {
  readonly records: ReadonlyArray<SealedRecord>;
  readonly aside: ReadonlyArray<SealedRecord>;
}

const trueCopies = async (copies: ReadonlyArray<SealedRecord>, keys: WardKeys): Promise<Sorted> => {
  const trueById = new Map<RecordId, SealedRecord>();
  const otherById = new Map<RecordId, SealedRecord>();
  for (const copy of copies) {
    if (trueById.has(copy.id)) continue;
    const body = await openBody(copy, keys);
    // Of a device or a key not known here: whether it is true is not for this module to say.
    const isTrue = body.ok || body.error === "UnknownEpoch";
    (isTrue ? trueById : otherById).set(copy.id, copy);
  }
  return { records: [...trueById.values()], aside: [...otherById].flatMap(([id, copy]) => (trueById.has(id) ? [] : [copy])) };
};

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/), v.transform((text) => text as RecordId));
const device = v.pipe(v.string(), v.maxLength(64), v.transform((text) => text as DeviceId));
const holdSchema = v.object({ head: v.object({ device, seq: v.pipe(v.number(), v.safeInteger(), v.minValue(1)), id: hash }) });

/** The brands only ever name what is missing. */
const headsIn = (rows: ReadonlyArray<unknown>): ReadonlyArray<Head> =>
  rows.flatMap((row) => {
    const hold = v.safeParse(holdSchema, row);
    return hold.success ? [hold.output.head] : [];
  });
