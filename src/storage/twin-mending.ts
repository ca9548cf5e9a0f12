// How the two copies of an open store are compared and made whole, by whoever holds the journal's lock.
import type { MendReport } from "#core/log/port.ts";
import { ok } from "#core/result.ts";
import { isAsExpected, isStoreAsExpected, type Expectation } from "./expectation.ts";
import type { Mending } from "./mend.ts";
import type { RecordStore, StoredRecord, Whole } from "./record-store.ts";
import type { SecondCopy, WithReserve } from "./second-copy.ts";
import type { TwinParts } from "./twin-store.ts";

export type Mended =
  /** `found` is null when both were as the last save left them. */
  | { readonly is: "whole"; readonly found: { readonly report: MendReport; readonly isJournalWhole: boolean } | null }
  /** `rebuild` is what the store had no room for; null when the journal does not answer. */
  | { readonly is: "unfinished"; readonly rebuild: Whole | null };

/** More saves than this within as many comparisons are no coincidence. */
const maxRounds = 10;

export const mendCopies = async (parts: TwinParts, copy: SecondCopy, withReserve: WithReserve, quick: boolean): Promise<Mended> => {
  for (let round = 0; round < maxRounds; round += 1) {
    const found = await compared(parts, quick);
    if (found === "as left") return { is: "whole", found: null };
    if (found === "silent") break;
    const { rebuild, report } = found;
    const rebuilt = rebuild === null ? ok(null) : await withReserve(() => parts.store.rebuild(rebuild));
    // Somebody saved meanwhile. What they saved waits for this lock to reach the journal, and is compared too.
    if (!rebuilt.ok && rebuilt.error.type === "HeadMoved") continue;
    // What the database could not take stays in the journal, and the next opening tries again.
    if (!rebuilt.ok) return { is: "unfinished", rebuild };
    return { is: "whole", found: { report, isJournalWhole: (await copy.mend(found.journal, report.lost)) === null } };
  }
  return { is: "unfinished", rebuild: null };
};

/** "silent": the journal does not answer now. */
const compared = async ({ store, journal, note }: TwinParts, quick: boolean): Promise<Mending | "as left" | "silent"> => {
  const [state, size] = await Promise.all([store.state(), journal.size()]);
  const expectation: Expectation | null = note.read();
  if (!size.ok) return "silent";
  if (quick && isAsExpected(expectation, state, size.value)) return "as left";
  // No part of a start that finds all as it should be. What comes in from here on is none of this comparison.
  const [rows, read, { planMending }] = await Promise.all([rowsUpTo(store, state.lastPlace), journal.read(), import("./mend.ts")]);
  return read.ok ? planMending({ rows, state, journal: read.value, expectation }) : "silent";
};

/** All that either copy holds, in memory; where even that is not to be had, the database as it answers. */
export const readable = async ({ store, journal, note }: TwinParts, rebuild: Whole | null): Promise<RecordStore> => {
  if (rebuild === null) {
    const { readJournalAlone } = await import("./journal-alone.ts");
    return (await readJournalAlone(journal, note))?.store ?? store;
  }
  const { emptyMemoryDisk, openMemoryRecordStore } = await import("./memory-record-store.ts");
  const inMemory = openMemoryRecordStore(emptyMemoryDisk());
  await inMemory.rebuild({ ...rebuild, upTo: 0 });
  return inMemory;
};

/** The store alone, whatever became of the journal. Without a note nothing speaks against a store that holds records. */
export const isStoreAsLeft = async ({ store, note }: TwinParts): Promise<boolean> => {
  const expectation = note.read();
  const state = await store.state().catch(() => null);
  if (state === null) return false;
  return expectation === null ? state.lastPlace > 0 : isStoreAsExpected(expectation, state);
};

const batchSize = 1_000;

const rowsUpTo = async (store: RecordStore, upTo: number): Promise<ReadonlyArray<StoredRecord>> => {
  const rows: Array<StoredRecord> = [];
  for (;;) {
    const batch = await store.read(rows.at(-1)?.place ?? 0, batchSize);
    rows.push(...batch.filter(({ place }) => place <= upTo));
    if (batch.length < batchSize || (batch.at(-1)?.place ?? 0) >= upTo) return rows;
  }
};

