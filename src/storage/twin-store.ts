/**
 * A record store that keeps every record twice: in the store beneath it, and in the journal. It answers "saved" when both
 * have it on disk.
 *
 * - TWN1 A save is answered when the store has it and the journal has flushed it.
 * - TWN2 What the journal could not take is owed to it, tried again with every save, and said: there is one copy meanwhile.
 * - TWN3 On a full disk the space that was held back is freed, and the save is tried again. What the journal then has no
 *        room for is not called saved: of a full disk a browser may lose the database as well.
 * - TWN4 An opening that finds both copies as the last save left them reads neither; any other compares and mends them.
 * - TWN6 A loss is told at every opening until a person has read it.
 * - TWN5 A look at both copies while the book is open finds what was damaged since, and mends it.
 * - TWN7 Where the database is out of reach, as on a disk with no room left at all, what the journal holds is read.
 */
import type { Care, MendReport } from "#core/log/port.ts";
import { err, ok } from "#core/result.ts";
import { isAsExpected, type Expectation, type ExpectationNote } from "./expectation.ts";
import type { Journal } from "./journal/journal.ts";
import type { Mending } from "./mend.ts";
import type { RecordStore, StoredRecord } from "./record-store.ts";
import type { Reserve } from "./reserve.ts";
import { openSecondCopy, type WithReserve } from "./second-copy.ts";
import type { Locks } from "./writer-lock.ts";

export interface TwinParts {
  readonly store: RecordStore;
  readonly journal: Journal;
  readonly note: ExpectationNote;
  readonly reserve: Reserve;
  readonly locks: Locks;
  /** Held while the journal is written, by whichever tab. */
  readonly lockName: string;
}

export interface CaredStore extends RecordStore {
  readonly care: () => Care;
  /** Compares both copies and mends what is damaged; when `quick`, only if they are not as the last save left them. */
  readonly mend: (quick: boolean) => Promise<MendReport | null>;
  /** A person has read which records are lost. */
  readonly forgetLost: () => Promise<void>;
  /** For the moment when the disk is full. */
  readonly holdSpaceBack: () => Promise<void>;
}

export const openTwinStore = (parts: TwinParts): CaredStore => {
  const { store, journal, note, locks, lockName } = parts;
  let care: Care = { second: "kept", isReadOnly: false, isReserveUsed: false, mended: unreadLoss(note.read()) };
  const now = (change: Partial<Care>): void => { care = { ...care, ...change }; };
  const nowSecond = (isWhole: boolean): void => { if (isWhole !== (care.second === "kept")) now({ second: isWhole ? "kept" : "behind" }); };
  const withReserve = reserving(parts.reserve, () => now({ isReserveUsed: true }));
  const copy = openSecondCopy({ journal, note, stateOf: store.state, withReserve });

  return {
    ...store,
    ...readsOfEither(parts),
    own: async (owner) => {
      const owned = await store.own(owner);
      if (owned.ok) await locks.hold(lockName, () => copy.begin(owner));
      return owned;
    },
    append: async (records, onto) => {
      // The lock is asked for while the store writes: two waits at once.
      const writing = withReserve(() => store.append(records, onto));
      return locks.hold(lockName, async () => {
        const written = await writing;
        if (!written.ok) return written;
        const fault = await copy.takeOwn(records);
        nowSecond(fault === null);
        return fault?.type === "DiskFull" ? err(fault) : written;
      });
    },
    admit: (arrivals) =>
      locks.hold(lockName, async () => {
        const written = await withReserve(() => store.admit(arrivals));
        if (!written.ok) return written;
        const taken = new Set(written.value.map(({ id }) => id));
        nowSecond((await copy.takeOthers(arrivals.records.filter(({ id }) => taken.has(id)))) === null);
        return written;
      }),
    care: () => care,
    mend: (quick) =>
      locks.hold(lockName, async () => {
        for (let round = 0; round < maxRounds; round += 1) {
          const plan = await compared(parts, quick);
          if (plan === null) return null;
          const { rebuild, report } = plan;
          const rebuilt = rebuild === null ? ok(null) : await withReserve(() => store.rebuild(rebuild));
          // Somebody saved meanwhile. What they saved waits for this lock to reach the journal, and is compared too.
          if (!rebuilt.ok && rebuilt.error.type === "HeadMoved") continue;
          // What the database could not take stays in the journal, and the next opening tries again.
          if (rebuilt.ok) await copy.mend(plan.journal, report.lost);
          const mended = rebuilt.ok ? report : { ...report, restored: 0 };
          now({ mended, second: "kept" });
          return mended;
        }
        return null;
      }),
    forgetLost: () =>
      locks.hold(lockName, async () => {
        copy.forgetLost();
        if (care.mended !== null) now({ mended: { ...care.mended, lost: [] } });
      }),
    holdSpaceBack: async () => {
      if (await parts.reserve.fill()) now({ isReserveUsed: false });
    },
  };
};

/** null: nothing to look into, or the journal does not answer now. */
const compared = async ({ store, journal, note }: TwinParts, quick: boolean): Promise<Mending | null> => {
  const [state, size] = await Promise.all([store.state(), journal.size()]);
  const expectation: Expectation | null = note.read();
  if (!size.ok || (quick && isAsExpected(expectation, state, size.value))) return null;
  // No part of a start that finds all as it should be. What comes in from here on is none of this comparison.
  const [rows, read, { planMending }] = await Promise.all([rowsUpTo(store, state.lastPlace), journal.read(), import("./mend.ts")]);
  return read.ok ? planMending({ rows, state, journal: read.value, expectation }) : null;
};

/** A loss that nobody has read yet is told at every opening. */
const unreadLoss = (expectation: Expectation | null): MendReport | null =>
  expectation === null || expectation.lost.length === 0 ? null : { restored: 0, damagedRows: 0, damagedBytes: 0, copied: 0, lost: expectation.lost };

/** The database's own answers; where it gives none, the journal's. */
const readsOfEither = ({ store, journal, note }: TwinParts): Pick<RecordStore, "state" | "read" | "readDevice" | "readAside" | "countAside"> => {
  const either = async <T>(ask: (from: RecordStore) => Promise<T>): Promise<T> => {
    try {
      return await ask(store);
    } catch (thrown) {
      const { readJournalAlone } = await import("./journal-alone.ts");
      const alone = await readJournalAlone(journal, note);
      if (alone === null) throw thrown;
      return ask(alone.store);
    }
  };
  return {
    state: () => either((from) => from.state()),
    read: (after, limit) => either((from) => from.read(after, limit)),
    readDevice: (device, fromSeq, limit) => either((from) => from.readDevice(device, fromSeq, limit)),
    readAside: (flaws) => either((from) => from.readAside(flaws)),
    countAside: (flaws) => either((from) => from.countAside(flaws)),
  };
};

const batchSize = 1_000;
/** More saves than this within as many comparisons are no coincidence. */
const maxRounds = 10;

const rowsUpTo = async (store: RecordStore, upTo: number): Promise<ReadonlyArray<StoredRecord>> => {
  const rows: Array<StoredRecord> = [];
  for (;;) {
    const batch = await store.read(rows.at(-1)?.place ?? 0, batchSize);
    rows.push(...batch.filter(({ place }) => place <= upTo));
    if (batch.length < batchSize || (batch.at(-1)?.place ?? 0) >= upTo) return rows;
  }
};

const reserving = (reserve: Reserve, onUse: () => void): WithReserve => async (work) => {
  const first = await work();
  if (first.ok || first.error.type !== "DiskFull" || !(await reserve.release())) return first;
  onUse();
  return work();
};

/** A store with one copy, where the origin has no files: nothing to compare, and said so. */
export const singleStore = (store: RecordStore): CaredStore => ({ ...store, care: () => alone, mend: async () => null, holdSpaceBack: async () => undefined, forgetLost: async () => undefined });

const alone: Care = { second: "none", isReadOnly: false, isReserveUsed: false, mended: null };

/** What the journal holds, to be read when the database does not open. Nothing can be saved in it. */
export const readOnlyStore = (store: RecordStore, mended: MendReport): CaredStore => {
  const care: Care = { second: "none", isReadOnly: true, isReserveUsed: false, mended };
  const closed = async () => err({ type: "StoreLost", detail: "the database does not open" } as const);
  return {
    ...store,
    own: closed,
    append: closed,
    admit: closed,
    care: () => care,
    mend: async () => null,
    holdSpaceBack: async () => undefined,
    forgetLost: async () => undefined,
  };
};
