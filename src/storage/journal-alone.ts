// What the journal holds, as a store that can be read: for the day when the database does not open, or does not answer.
import type { MendReport } from "#core/log/port.ts";
import type { ExpectationNote } from "./expectation.ts";
import type { Journal } from "./journal/journal.ts";
import { emptyMemoryDisk, openMemoryRecordStore } from "./memory-record-store.ts";
import { planMending } from "./mend.ts";
import type { RecordStore } from "./record-store.ts";

export interface JournalAlone {
  readonly store: RecordStore;
  readonly report: MendReport;
}

/** null: the journal holds nothing, or does not answer either. */
export const readJournalAlone = async (journal: Journal, note: ExpectationNote): Promise<JournalAlone | null> => {
  const read = await journal.read();
  if (!read.ok || read.value.length === 0) return null;
  const store = openMemoryRecordStore(emptyMemoryDisk());
  const { rebuild, report } = await planMending({ rows: [], state: await store.state(), journal: read.value, expectation: note.read() });
  if (rebuild === null) return null;
  await store.rebuild(rebuild);
  return { store, report };
};
