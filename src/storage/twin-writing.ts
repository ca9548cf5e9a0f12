/**
 * How a record comes into both copies: where there is room for sure, into both at once; else into the journal first.
 *
 * - TWN3 On a full disk the space that was held back is freed, and the save is tried again. What the journal then has no room for is
 *        not called saved: of a full disk a browser may lose the database as well.
 * - TWN10 What is not called saved stands nowhere, so that saving it again does not write it twice: unless space is known to be held
 *        back the journal is asked first, and it takes back what the store then refuses.
 */
import type { SealedRecord } from "#core/log/record.ts";
import { err, type Result } from "#core/result.ts";
import type { Expectation, ExpectationNote } from "./expectation.ts";
import type { PlacedId, RecordStore, StoreFault } from "./record-store.ts";
import type { Reserve } from "./reserve.ts";
import type { SecondCopy, WithReserve } from "./second-copy.ts";
import type { CareDesk, TwinParts } from "./twin-store.ts";

export interface Room {
  readonly withReserve: WithReserve;
  /** Space is held back, as far as any tab knows. */
  readonly isHeld: () => boolean;
  /** Answers whether it is held back now. */
  readonly holdBack: () => Promise<boolean>;
}

export const roomIn = (reserve: Reserve, note: ExpectationNote, onUse: () => void): Room => ({
  isHeld: note.isSpaceHeld,
  holdBack: async () => {
    const isHeld = await reserve.fill();
    note.holdsSpace(isHeld);
    return isHeld;
  },
  withReserve: async (work) => {
    const first = await work();
    if (first.ok || first.error.type !== "DiskFull") return first;
    note.holdsSpace(false);
    if (!(await reserve.release())) return first;
    onUse();
    return work();
  },
});

export interface Writing extends Pick<TwinParts, "store" | "note" | "locks" | "lockName"> {
  readonly desk: CareDesk;
  readonly copy: SecondCopy;
  readonly room: Room;
  readonly isReadOnly: () => boolean;
  /** The database has nothing of what the last save left in it. */
  readonly wasEmptied: () => Promise<boolean>;
  /** Answers whether it holds all of it again. */
  readonly mendEmptied: () => Promise<boolean>;
}

export const writesTwice = (parts: Writing): Pick<RecordStore, "own" | "append" | "admit"> => {
  const { store, note, locks, lockName, desk, copy, room, isReadOnly, wasEmptied, mendEmptied } = parts;
  return {
    own: async (owner) => {
      const owned = await store.own(owner);
      if (owned.ok) await locks.hold(lockName, () => copy.begin(owner));
      return owned;
    },
    append: async (records, onto) => {
      if (isReadOnly()) return err({ type: "StoreLost", detail: "the two copies are not whole" });
      if (isRetired(note.read(), records)) return err({ type: "StoreLost", detail: "records of this device are lost" });
      const put = (): Put => room.withReserve(() => store.append(records, onto));
      // The lock is asked for while the store writes: two waits at once.
      const writing = room.isHeld() ? put() : null;
      return locks.hold(lockName, async () => {
        const first = await (writing === null ? journalFirst(parts, records, put) : storeFirst(parts, records, writing));
        const isEmptied = !first.ok && first.error.type === "OwnerGone" && (await wasEmptied());
        return isEmptied && (await mendEmptied()) ? journalFirst(parts, records, put) : first;
      });
    },
    admit: (arrivals) =>
      locks.hold(lockName, async () => {
        if (isReadOnly()) return err({ type: "StoreLost", detail: "the two copies are not whole" });
        const written = await room.withReserve(() => store.admit(arrivals));
        if (!written.ok) return written;
        const taken = new Set(written.value.map(({ id }) => id));
        desk.nowSecond((await copy.takeOthers(arrivals.records.filter(({ id }) => taken.has(id)))) === null);
        return written;
      }),
  };
};

type Put = Promise<Result<ReadonlyArray<PlacedId>, StoreFault>>;
type News = ReadonlyArray<SealedRecord>;
type Copying = Pick<Writing, "copy" | "desk">;

const storeFirst = async ({ copy, desk }: Copying, records: News, writing: Put): Put => {
  const written = await writing;
  if (!written.ok) return written;
  const fault = await copy.takeOwn(records);
  desk.nowSecond(fault === null);
  return fault?.type === "DiskFull" ? err(fault) : written;
};

const journalFirst = async ({ copy, desk }: Copying, records: News, put: () => Put): Put => {
  const ahead = await copy.takeAhead(records);
  if (!ahead.ok) return ahead.error.type === "DiskFull" ? err(ahead.error) : storeFirst({ copy, desk }, records, put());
  const written = await put().catch(async (thrown: unknown) => {
    await ahead.value.takeBack();
    throw thrown;
  });
  if (!written.ok) {
    await ahead.value.takeBack();
    return written;
  }
  await ahead.value.keep();
  desk.nowSecond(true);
  return written;
};

const isRetired = (expectation: Expectation | null, [first]: News): boolean =>
  first !== undefined && (expectation?.retired.includes(first.header.device) ?? false);
