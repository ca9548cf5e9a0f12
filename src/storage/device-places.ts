/**
 * Where a book lies on this device: a database, a journal beside it, key files, and some space held back.
 *
 * - PLC1 Without files of the origin there is one copy of the log, and it says so.
 * - PLC2 A database that does not open is tried once more with the held-back space freed; then the journal is read alone.
 * - PLC3 A database of a newer format is left alone, and so is everything beside it.
 */
import type { OpenFault } from "#core/log/port.ts";
import { ok, type Result } from "#core/result.ts";
import { openDexieRecordStore } from "./dexie-record-store.ts";
import { emptyBook } from "./empty-book.ts";
import { noNote, noteIn, type ExpectationNote } from "./expectation.ts";
import { openOriginFiles } from "./files/origin-files.ts";
import { originJournal, type Journal } from "./journal/journal.ts";
import { deviceSecretFiles } from "./keys/device-secret-files.ts";
import type { SecretFiles } from "./keys/secret-files.ts";
import type { Later } from "./keys/settling-secret-files.ts";
import type { RecordStore } from "./record-store.ts";
import { noReserve, originReserve, type Reserve } from "./reserve.ts";
import type { TabChannel } from "./tab-channel.ts";
import { openTwinStore, readOnlyStore, singleStore, type CaredStore } from "./twin-store.ts";
import type { Locks } from "./writer-lock.ts";

export interface Places {
  readonly store: CaredStore;
  readonly files: SecretFiles;
  readonly reserve: Reserve;
}

export interface PlacesOptions {
  readonly book: string;
  readonly locks: Locks;
  readonly later: Later;
  readonly channel: TabChannel | undefined;
}

const noteNameOf = (book: string): string => `vaktbok-${book}-expected`;

export const openDevicePlaces = async ({ book, locks, later, channel }: PlacesOptions): Promise<Result<Places, OpenFault>> => {
  const openDatabase = (): Promise<Result<RecordStore, OpenFault>> => openDexieRecordStore(databaseName(book), channel);
  const [database, inFiles] = await Promise.all([openDatabase(), openOriginFiles(book)]);
  const files = deviceSecretFiles(book, inFiles, later);
  if (inFiles === null) return database.ok ? ok({ store: singleStore(database.value), files, reserve: noReserve }) : database;
  const parts = { journal: originJournal(inFiles), note: noteOf(book), reserve: originReserve(inFiles), locks, lockName: `vaktbok-journal-${book}` };
  const opened = await openCared(database, openDatabase, parts);
  return opened.ok ? ok({ store: opened.value, files, reserve: parts.reserve }) : opened;
};

/** Empties a book of this device, in all the places where it lies. */
export const emptyDeviceBook = async (book: string): Promise<void> => {
  const inFiles = await openOriginFiles(book);
  const files = deviceSecretFiles(book, inFiles, () => undefined);
  const second = inFiles === null ? {} : { second: { files: inFiles, note: noteOf(book) } };
  await emptyBook({ storeName: databaseName(book), files, ...second });
};

const databaseName = (book: string): string => `vaktbok-${book}`;

export interface CopyParts {
  readonly journal: Journal;
  readonly note: ExpectationNote;
  readonly reserve: Reserve;
  readonly locks: Locks;
  readonly lockName: string;
}

export const openCared = async (database: Result<RecordStore, OpenFault>, again: () => Promise<Result<RecordStore, OpenFault>>, parts: CopyParts): Promise<Result<CaredStore, OpenFault>> => {
  if (database.ok) return ok(openTwinStore({ ...parts, store: database.value }));
  if (database.error.type !== "NoStore") return database;
  const second = (await parts.reserve.release()) ? await again() : database;
  if (second.ok) return ok(openTwinStore({ ...parts, store: second.value }));
  const { readJournalAlone } = await import("./journal-alone.ts");
  const alone = await readJournalAlone(parts.journal, parts.note);
  return alone === null ? second : ok(readOnlyStore(alone.store, alone.report));
};

const noteOf = (book: string): ExpectationNote => {
  try {
    return noteIn(localStorage, noteNameOf(book));
  } catch {
    // A browser that forbids it. Every opening then compares both copies in full.
    return noNote;
  }
};
