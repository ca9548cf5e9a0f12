/**
 * What the last save left behind, noted in a third place: how far each device's records went, how many there were, how
 * long the journal was. A loss that took both copies is then still seen, and named by number. Says nothing of a patient.
 *
 * - EXP1 A note is read back; one that is damaged or of another form is none.
 * - EXP2 Only records without a gap below them are expected: what hung beyond one may never have been here.
 */
import type { LostRun } from "#core/log/port.ts";
import type { DeviceId, SealedRecord } from "#core/log/record.ts";
import type { StoreState } from "./record-store.ts";

export interface Expectation {
  readonly heads: ReadonlyArray<{ readonly device: DeviceId; readonly seq: number }>;
  readonly held: number;
  readonly journalBytes: number;
  /** Saved once, in neither copy any more, and not yet read by a person. */
  readonly lost: ReadonlyArray<LostRun>;
  /** Devices of which records were lost: what they would write next, would take a lost record's number. */
  readonly retired: ReadonlyArray<DeviceId>;
}

export interface ExpectationNote {
  readonly read: () => Expectation | null;
  readonly write: (expectation: Expectation) => void;
  /** Nothing is expected any more. */
  readonly forget: () => void;
  /** Whether space is held back, as every tab of the book is told by whichever of them used it last. */
  readonly isSpaceHeld: () => boolean;
  readonly holdsSpace: (isHeld: boolean) => void;
}

/** Written in the same turn; it reaches the disk a little later than the records, so it never expects what was not saved. */
export const noteIn = (storage: Pick<Storage, "getItem" | "setItem" | "removeItem">, name: string): ExpectationNote => ({
  read: () => readExpectation(storage.getItem(name)),
  write: (expectation) => {
    try {
      storage.setItem(name, JSON.stringify(expectation));
    } catch {
      // No room for a note. The records are saved; the next opening compares both copies in full.
    }
  },
  forget: () => storage.removeItem(name),
  isSpaceHeld: () => storage.getItem(spaceIn(name)) !== null,
  holdsSpace: (isHeld) => {
    try {
      if (isHeld) storage.setItem(spaceIn(name), "held");
      else storage.removeItem(spaceIn(name));
    } catch {
      // Not known to be held: then the journal is asked first.
    }
  },
});

const spaceIn = (name: string): string => `${name}.space`;

export const noNote: ExpectationNote = { read: () => null, write: () => undefined, forget: () => undefined, isSpaceHeld: () => false, holdsSpace: () => undefined };

const readExpectation = (text: string | null): Expectation | null => {
  try {
    const raw: unknown = JSON.parse(text ?? "null");
    return isNote(raw) ? { lost: [], retired: [], ...raw } : null;
  } catch {
    return null;
  }
};

/** One of the time before losses were named says nothing of them. */
type Note = Omit<Expectation, "lost" | "retired"> & Partial<Expectation>;

// The brands are right here: this program wrote these ids itself, and they only ever name what is missing.
const isNote = (raw: unknown): raw is Note => {
  if (!isObject(raw)) return false;
  const { heads, held, journalBytes, lost = [], retired = [] } = raw;
  return isAll(heads, ["seq"]) && typeof held === "number" && typeof journalBytes === "number" && isAll(lost, ["fromSeq", "toSeq"]) && isTexts(retired);
};

const isTexts = (raw: unknown): boolean => Array.isArray(raw) && raw.every((one) => typeof one === "string");

const isAll = (raw: unknown, counts: ReadonlyArray<string>): boolean =>
  Array.isArray(raw) && raw.every((one: unknown) => isObject(one) && typeof one["device"] === "string" && counts.every((count) => typeof one[count] === "number"));

const isObject = (raw: unknown): raw is Readonly<Record<string, unknown>> => typeof raw === "object" && raw !== null;

export const expectationOf = ({ holds }: StoreState, journalBytes: number, { lost, retired }: Pick<Expectation, "lost" | "retired"> = nothingLost): Expectation => ({
  heads: holds.flatMap(({ device, head }) => (head === null ? [] : [{ device, seq: head.seq }])),
  held: holds.reduce((sum, { held }) => sum + held, 0),
  journalBytes,
  lost,
  retired,
});

const nothingLost = { lost: [], retired: [] } as const;

/** Whether the store alone, whatever the journal is, holds what the last save left in it. */
export const isStoreAsExpected = (expectation: Expectation, state: StoreState): boolean => isAsExpected(expectation, state, expectation.journalBytes);

/** After this device's own next records. */
export const withOwn = (before: Expectation, news: ReadonlyArray<SealedRecord>, journalBytes: number): Expectation => {
  const last = news.at(-1)?.header;
  if (last === undefined) return { ...before, journalBytes };
  const others = before.heads.filter((head) => head.device !== last.device);
  return { ...before, heads: [...others, { device: last.device, seq: last.seq }], held: before.held + news.length, journalBytes };
};

export const isAsExpected = (expectation: Expectation | null, state: StoreState, journalBytes: number): boolean =>
  expectation !== null && JSON.stringify(sorted(expectation)) === JSON.stringify(sorted(expectationOf(state, journalBytes)));

const sorted = ({ heads, held, journalBytes }: Expectation): Omit<Expectation, "lost" | "retired"> => ({
  heads: heads.toSorted((a, b) => (a.device < b.device ? -1 : 1)).map(({ device, seq }) => ({ device, seq })),
  held,
  journalBytes,
});
