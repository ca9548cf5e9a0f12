/**
 * A record store that keeps every record twice: in the store beneath it, and in the journal. It answers "saved" when both
 * have it on disk.
 *
 * - TWN1 A save is answered when the store has it and the journal has flushed it.
 * - TWN2 What the journal could not take is owed to it, tried again with every save, and said: there is one copy meanwhile.
 * - TWN4 An opening that finds both copies as the last save left them reads neither; any other compares and mends them.
 * - TWN5 A look at both copies while the book is open finds what was damaged since, and mends it.
 * - TWN6 A loss is told at every opening until a person has read it.
 * - TWN7 Where the database is out of reach or was emptied, as on a disk with no room left at all, what the journal holds
 *        is read; the next save for which there is room puts it back first.
 * - TWN8 An opening that cannot make the two whole shows all that either holds, and saves nothing: a save would take the
 *        number of a record that it does not see.
 * - TWN9 A device that lost records of its own writes nothing more under its id.
 */
import type { Care, MendReport } from "#core/log/port.ts";
import type { DeviceId } from "#core/log/record.ts";
import { err } from "#core/result.ts";
import type { Expectation, ExpectationNote } from "./expectation.ts";
import type { Journal } from "./journal/journal.ts";
import type { RecordStore, StoreState } from "./record-store.ts";
import type { Reserve } from "./reserve.ts";
import { openSecondCopy } from "./second-copy.ts";
import { isStoreAsLeft, mendCopies, readable, type Mended } from "./twin-mending.ts";
import { roomIn, writesTwice } from "./twin-writing.ts";
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
  /** At an opening: compares both copies, unless they are as the last save left them, and mends what is damaged. */
  readonly openWhole: () => Promise<"whole" | "unfinished">;
  /** Compares and mends in any case, while the book is open. */
  readonly lookThrough: () => Promise<void>;
  /** Devices of this store that lost records, and must not write on under their id. */
  readonly retired: () => ReadonlyArray<DeviceId>;
  /** A person has read which records are lost. */
  readonly forgetLost: () => Promise<void>;
  /** For the moment when the disk is full. */
  readonly holdSpaceBack: () => Promise<void>;
}

export const openTwinStore = (parts: TwinParts): CaredStore => {
  const { store, journal, note, locks, lockName, reserve } = parts;
  const desk = careDesk(note);
  const room = roomIn(reserve, note, () => desk.now({ isReserveUsed: true }));
  const { withReserve } = room;
  const copy = openSecondCopy({ journal, note, stateOf: store.state, withReserve });
  let instead: RecordStore | null = null;
  const held = <T>(work: () => Promise<T>): Promise<T> => locks.hold(lockName, work);

  const mend = async (quick: boolean): Promise<Mended> => {
    const answer = await mendCopies(parts, copy, withReserve, quick);
    if (answer.is === "whole" && answer.found !== null) {
      desk.nowSecond(answer.found.isJournalWhole);
      desk.now({ mended: answer.found.report });
    }
    return answer;
  };
  const wasEmptied = async (): Promise<boolean> => isNothing(await store.state()) && (note.read()?.held ?? 0) > 0;
  const openWhole = async (): Promise<"whole" | "unfinished"> => {
    const answer = await mend(true).catch(() => ({ is: "unfinished", rebuild: null }) as const);
    if (answer.is === "whole") return "whole";
    desk.nowSecond(false);
    // The database as it is, where it agrees with the last save, is good enough to write on: the journal waits.
    if (answer.rebuild === null && (await isStoreAsLeft(parts))) return "whole";
    instead = await readable(parts, answer.rebuild);
    desk.now({ isReadOnly: true });
    return "unfinished";
  };

  return {
    ...store,
    ...readsOfEither(parts, () => instead),
    ...writesTwice({ ...parts, desk, copy, room, isReadOnly: () => instead !== null, wasEmptied, mendEmptied: async () => (await mend(true)).is === "whole" && !(await wasEmptied()) }),
    care: desk.care,
    openWhole: () => held(openWhole),
    lookThrough: () => held(async () => void (await mend(false))),
    retired: () => note.read()?.retired ?? [],
    forgetLost: () =>
      held(async () => {
        copy.forgetLost();
        const { mended } = desk.care();
        if (mended !== null) desk.now({ mended: { ...mended, lost: [] } });
      }),
    holdSpaceBack: async () => {
      if (await room.holdBack()) desk.now({ isReserveUsed: false });
    },
  };
};

export interface CareDesk {
  readonly care: () => Care;
  readonly now: (change: Partial<Care>) => void;
  readonly nowSecond: (isWhole: boolean) => void;
}

const careDesk = (note: ExpectationNote): CareDesk => {
  let care: Care = { second: "kept", isReadOnly: false, isReserveUsed: false, mended: unreadLoss(note.read()) };
  const now = (change: Partial<Care>): void => { care = { ...care, ...change }; };
  return {
    care: () => care,
    now,
    nowSecond: (isWhole) => { if (isWhole !== (care.second === "kept")) now({ second: isWhole ? "kept" : "behind" }); },
  };
};

const isNothing = ({ owner, lastPlace }: StoreState): boolean => owner === null && lastPlace === 0;

/** A loss that nobody has read yet is told at every opening. */
const unreadLoss = (expectation: Expectation | null): MendReport | null =>
  expectation === null || expectation.lost.length === 0 ? null : { restored: 0, damagedRows: 0, damagedBytes: 0, copied: 0, lost: expectation.lost };

/** The database's own answers; where it gives none, or was emptied under the open page, the journal's. */
const readsOfEither = ({ store, journal, note }: TwinParts, instead: () => RecordStore | null): Pick<RecordStore, "state" | "read" | "readDevice" | "readAside" | "countAside"> => {
  const alone = async (): Promise<RecordStore | null> => {
    const { readJournalAlone } = await import("./journal-alone.ts");
    return (await readJournalAlone(journal, note))?.store ?? null;
  };
  const either = async <T>(ask: (from: RecordStore) => Promise<T>, saysNothing: (answer: T) => boolean = () => false): Promise<T> => {
    const other = instead();
    if (other !== null) return ask(other);
    try {
      const answer = await ask(store);
      if (!saysNothing(answer) || (note.read()?.held ?? 0) === 0 || !isNothing(await store.state())) return answer;
      const copy = await alone();
      return copy === null ? answer : await ask(copy);
    } catch (thrown) {
      const copy = await alone();
      if (copy === null) throw thrown;
      return ask(copy);
    }
  };
  return {
    state: () => either((from) => from.state(), isNothing),
    read: (after, limit) => either((from) => from.read(after, limit), (rows) => rows.length === 0),
    readDevice: (device, fromSeq, limit) => either((from) => from.readDevice(device, fromSeq, limit), (rows) => rows.length === 0),
    readAside: (flaws) => either((from) => from.readAside(flaws)),
    countAside: (flaws) => either((from) => from.countAside(flaws)),
  };
};

/** A store with one copy, where the origin has no files: nothing to compare, and said so. */
export const singleStore = (store: RecordStore): CaredStore => ({ ...store, ...nothingBeside, care: () => alone });

const nothing = async (): Promise<void> => undefined;
const nothingBeside: Pick<CaredStore, "openWhole" | "lookThrough" | "retired" | "holdSpaceBack" | "forgetLost"> = {
  openWhole: async () => "whole", lookThrough: nothing, retired: () => [], holdSpaceBack: nothing, forgetLost: nothing,
};

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
    ...nothingBeside,
    care: () => care,
  };
};
