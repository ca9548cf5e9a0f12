/**
 * The tables of a store. Only added to, never changed: a record's bytes are for ever, and an older program must be able
 * to say "newer" instead of guessing.
 *
 * - DXS1 Nothing in a row but the sealed parts says anything about a patient; no index reaches into them.
 * - DXS2 A row that is no record any more, or no row at all, reads as null at its own place, and throws nothing.
 */
import Dexie, { type Table } from "dexie";
import { headerText, readHeader, type Bytes } from "#core/log/envelope.ts";
import type { DeviceId, RecordId, SealedRecord, Stamp } from "#core/log/record.ts";
import type { AsideRecord, DeviceHold, Flaw, SealedPart, StoreOwner } from "./record-store.ts";

/** Raised when a row's meaning changes; a program that meets a higher one leaves the store alone. */
export const storeFormat = 1;

export interface EnvelopeRow {
  readonly id: RecordId;
  /** The header's own bytes, as text: what the seal vouches for is stored as it was vouched for. */
  readonly header: string;
  readonly iv: Bytes;
  readonly sealed: Bytes;
  readonly signature: Bytes;
}
export interface RecordRow extends EnvelopeRow {
  /** Given by the store. */
  readonly place?: number;
  readonly device: DeviceId;
  readonly seq: number;
}
export interface AsideRow extends EnvelopeRow {
  readonly print: string;
  readonly flaw: Flaw;
}
export type MetaRow =
  | { readonly name: "format"; readonly format: number }
  | { readonly name: "owner"; readonly owner: StoreOwner }
  | { readonly name: "clock"; readonly clock: Stamp }
  | { readonly name: "checkpoint"; readonly upTo: number; readonly foldVersion: string; readonly names: ReadonlyArray<string> };

export interface StoreTables {
  readonly records: Table<RecordRow, number>;
  readonly holds: Table<DeviceHold, DeviceId>;
  readonly aside: Table<AsideRow, string>;
  readonly parts: Table<SealedPart, string>;
  readonly meta: Table<MetaRow, MetaRow["name"]>;
}

/** Strict: without it Chromium answers before the disk has the record, and a power cut takes the last half minute. */
export const newStoreDatabase = (name: string): { readonly db: Dexie; readonly tables: StoreTables } => {
  const db = new Dexie(name, { chromeTransactionDurability: "strict" });
  db.version(1).stores({
    records: "++place, &id, [device+seq]",
    holds: "device",
    aside: "print, flaw",
    parts: "name",
    meta: "name",
  });
  return {
    db,
    tables: { records: db.table("records"), holds: db.table("holds"), aside: db.table("aside"), parts: db.table("parts"), meta: db.table("meta") },
  };
};

export const toRecordRow = (record: SealedRecord): RecordRow => ({ ...toEnvelopeRow(record), device: record.header.device, seq: record.header.seq });

export const toAsideRow = ({ print, flaw, record }: AsideRecord): AsideRow => ({ ...toEnvelopeRow(record), print, flaw });

/** A view may reach over a larger buffer; what is stored is the bytes themselves. */
const toEnvelopeRow = ({ id, header, iv, sealed, signature }: SealedRecord): EnvelopeRow => ({
  id,
  header: headerText(header),
  iv: iv.slice(),
  sealed: sealed.slice(),
  signature: signature.slice(),
});

/** Of a flipped byte a browser may make anything: a row that is null, a number, a text. */
export const isRow = <T>(raw: T): raw is T & object => typeof raw === "object" && raw !== null;

export const fromEnvelopeRow = (row: EnvelopeRow): SealedRecord | null => {
  if (!isRow(row)) return null;
  const { id, header, iv, sealed, signature } = row;
  const read = readHeader(parsed(header));
  const isWhole = read !== null && [iv, sealed, signature].every((bytes) => bytes instanceof Uint8Array);
  return isWhole ? { id, header: read, iv, sealed, signature } : null;
};

const parsed = (text: unknown): unknown => {
  try {
    return JSON.parse(String(text));
  } catch {
    return null;
  }
};
