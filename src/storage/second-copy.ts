// The journal as the second copy of a store: what it has taken, what it is owed, and the note of how far it goes.
import type { LostRun } from "#core/log/port.ts";
import type { SealedRecord } from "#core/log/record.ts";
import { ok, type Result } from "#core/result.ts";
import { expectationOf, withOwn, type ExpectationNote } from "./expectation.ts";
import type { FileFault } from "./files/origin-files-protocol.ts";
import { joined, journalMark, ownerFrame, recordFrame } from "./journal/frames.ts";
import type { Journal } from "./journal/journal.ts";
import type { Mending } from "./mend.ts";
import type { StoreOwner, StoreState } from "./record-store.ts";

export type WithReserve = <T, F extends { readonly type: string }>(work: () => Promise<Result<T, F>>) => Promise<Result<T, F>>;

export interface SecondCopyParts {
  readonly journal: Journal;
  readonly note: ExpectationNote;
  readonly stateOf: () => Promise<StoreState>;
  readonly withReserve: WithReserve;
}

/** What the journal has and the store has not yet. One of the two is called. */
export interface Ahead {
  readonly keep: () => Promise<void>;
  readonly takeBack: () => Promise<void>;
}

/** Each call is made by whoever holds the journal's lock. */
export interface SecondCopy {
  /** The file is there, and on the disk, long before the first patient. */
  readonly begin: (owner: StoreOwner) => Promise<void>;
  /** The writer's own next records. Answers why the journal has not all that the store has; null: it has. */
  readonly takeOwn: (news: ReadonlyArray<SealedRecord>) => Promise<FileFault | null>;
  /** The same, before the store has them. */
  readonly takeAhead: (news: ReadonlyArray<SealedRecord>) => Promise<Result<Ahead, FileFault>>;
  readonly takeOthers: (news: ReadonlyArray<SealedRecord>) => Promise<FileFault | null>;
  /** `lost` is noted until a person has read it. Answers why the journal is not whole yet; null: it is. */
  readonly mend: (needed: Mending["journal"], lost: ReadonlyArray<LostRun>) => Promise<FileFault | null>;
  readonly forgetLost: () => void;
}

export const openSecondCopy = ({ journal, note, stateOf, withReserve }: SecondCopyParts): SecondCopy => {
  let owed: ReadonlyArray<SealedRecord> = [];
  const noteAll = async (journalBytes: number): Promise<void> => note.write(expectationOf(await stateOf(), journalBytes, note.read() ?? undefined));
  const noteOwn = async (news: ReadonlyArray<SealedRecord>, journalBytes: number): Promise<void> => {
    const before = note.read();
    if (before === null) await noteAll(journalBytes);
    else note.write(withOwn(before, news, journalBytes));
  };
  const take = async (news: ReadonlyArray<SealedRecord>, toNote: (journalBytes: number) => Promise<void>): Promise<FileFault | null> => {
    const all = [...owed, ...news];
    const length = await withReserve(() => journal.append(joined(all.map(recordFrame))));
    owed = length.ok ? [] : all;
    if (length.ok) await toNote(length.value);
    return length.ok ? null : length.error;
  };
  const write = async (needed: Mending["journal"]): Promise<Result<unknown, FileFault>> => {
    if (needed.needs === "nothing") return ok(null);
    return withReserve<unknown, FileFault>(() => (needed.needs === "anew" ? journal.replace(needed.bytes) : journal.append(needed.bytes)));
  };
  return {
    begin: async (owner) => {
      const size = await journal.size();
      const mark = size.ok && size.value === 0 ? [journalMark] : [];
      const length = await journal.append(joined([...mark, ownerFrame(owner)]));
      if (length.ok) await noteAll(length.value);
    },
    takeOwn: (news) => take(news, (journalBytes) => noteOwn(news, journalBytes)),
    takeAhead: async (news) => {
      const bytes = joined([...owed, ...news].map(recordFrame));
      const length = await withReserve(() => journal.append(bytes));
      if (!length.ok) return length;
      return ok({
        keep: async () => {
          owed = [];
          await noteOwn(news, length.value);
        },
        // Where even that fails the next opening compares the two: no note says that they are alike.
        takeBack: async () => void (await journal.cut(length.value - bytes.length)),
      });
    },
    takeOthers: (news) => take(news, noteAll),
    mend: async (needed, lost) => {
      const written = await write(needed);
      const size = written.ok ? await journal.size() : written;
      // What is owed stays owed, and no note says that all is well: the next opening compares again.
      if (!size.ok) return size.error;
      owed = [];
      const retired = [...(note.read()?.retired ?? []), ...lost.map(({ device }) => device)];
      note.write(expectationOf(await stateOf(), size.value, { lost, retired: [...new Set(retired)] }));
      return null;
    },
    forgetLost: () => {
      const before = note.read();
      if (before !== null) note.write({ ...before, lost: [] });
    },
  };
};
