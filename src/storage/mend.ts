/**
 * Two copies of one log, compared and made whole from each other. Each record proves itself by its hash, so whichever
 * copy is damaged, short or gone is told from the one that is not.
 *
 * - MND1 Afterwards both copies hold every record that either of them held whole: what the database held, at the place it
 *        had; what came back from the journal, behind all others, as news.
 * - MND2 A damaged row is replaced from the journal; one that nothing can replace is laid aside and never shown.
 * - MND3 Heads and counts that do not fit the records are made anew from the records.
 * - MND4 Two copies that agree are left as they are, to the byte.
 * - MND5 What was expected and is in neither copy is named by device and number.
 */
import type { DeviceId, RecordId, SealedRecord, Stamp } from "#core/log/record.ts";
import type { MendReport, LostRun } from "#core/log/port.ts";
import type { Bytes } from "#core/log/envelope.ts";
import { byDevice, holdAfter, laterStamp } from "./device-hold.ts";
import type { Expectation } from "./expectation.ts";
import { joined, journalMark, ownerFrame, recordFrame, scanJournal, type ScannedJournal } from "./journal/frames.ts";
import type { AsideRecord, StoredRecord, StoreOwner, StoreState, Whole } from "./record-store.ts";
import { provesItself, recordPrint } from "./sealing.ts";

export interface Copies {
  readonly rows: ReadonlyArray<StoredRecord>;
  readonly state: StoreState;
  readonly journal: Bytes;
  readonly expectation: Expectation | null;
}

export interface Mending {
  /** null: the store is as it should be. */
  readonly rebuild: Whole | null;
  /** What the journal needs: nothing, some frames more, or all of it anew. */
  readonly journal: { readonly needs: "nothing" } | { readonly needs: "more" | "anew"; readonly bytes: Bytes };
  readonly report: MendReport;
}

export const planMending = async ({ rows, state, journal, expectation }: Copies): Promise<Mending> => {
  const scanned = scanJournal(journal);
  const inJournal = new Map((await proved(scanned.records)).map((record) => [record.id, record]));
  const { sound, damaged } = await sortRows(rows, inJournal);
  const missing = new Map(inJournal);
  for (const { record } of sound) missing.delete(record.id);
  const lastPlace = rows.reduce((last, { place }) => Math.max(last, place), state.lastPlace);
  const whole = wholeOf(sound, missing, lastPlace);
  const owner = state.owner ?? scanned.owner;
  const clock = whole.reduce<Stamp | null>((last, { record }) => laterStamp(last, record.header.hlc), state.clock);
  const isAsHeld = damaged.length === 0 && missing.size === 0 && fitsRecords(state, whole) && isSameOwner(owner, state.owner) && clock === state.clock;
  const aside = await asideOf(damaged, new Set(whole.map(({ record }) => record.id)));
  const lost = expectation === null ? [] : [...stillLost(expectation.lost, whole), ...lostRuns(expectation, whole.map(({ record }) => record))];
  return {
    rebuild: isAsHeld ? null : { upTo: state.lastPlace, rows: whole, owner, clock, aside },
    journal: journalNeeds({ scanned, journal, whole, inJournal, owner }),
    report: {
      restored: missing.size,
      damagedRows: damaged.length,
      damagedBytes: scanned.damagedBytes,
      copied: expectation === null ? 0 : whole.filter(({ record }) => !inJournal.has(record.id)).length,
      lost,
    },
  };
};

interface SoundRow {
  readonly place: number;
  readonly record: SealedRecord;
}

const sortRows = async (rows: ReadonlyArray<StoredRecord>, inJournal: ReadonlyMap<RecordId, SealedRecord>): Promise<{ readonly sound: ReadonlyArray<SoundRow>; readonly damaged: ReadonlyArray<StoredRecord> }> => {
  const sound: Array<SoundRow> = [];
  const damaged: Array<StoredRecord> = [];
  for (let at = 0; at < rows.length; at += atATime) {
    const some = rows.slice(at, at + atATime);
    const verdicts = await Promise.all(some.map(async (row) => row.record !== null && (await provesItself(row.record)) && isSigned(row.record, inJournal.get(row.id))));
    some.forEach((row, place) => {
      if (verdicts[place] === true && row.record !== null) sound.push({ place: row.place, record: row.record });
      else damaged.push(row);
    });
  }
  return { sound, damaged };
};

/** The id says nothing of the signature. The journal's checksum does: where the two differ, the row is the damaged one. */
const isSigned = ({ signature }: SealedRecord, copy: SealedRecord | undefined): boolean =>
  copy === undefined || (copy.signature.length === signature.length && copy.signature.every((byte, at) => byte === signature[at]));

/** Hashes under way at a time. */
const atATime = 500;

const proved = async (records: ReadonlyArray<SealedRecord>): Promise<ReadonlyArray<SealedRecord>> => {
  const kept: Array<SealedRecord> = [];
  for (let at = 0; at < records.length; at += atATime) {
    const some = records.slice(at, at + atATime);
    const verdicts = await Promise.all(some.map(provesItself));
    kept.push(...some.filter((_, place) => verdicts[place]));
  }
  return kept;
};

/** Sound rows where they are; what the journal has besides comes behind them, so that every open tab hears of it. */
const wholeOf = (sound: ReadonlyArray<SoundRow>, missing: ReadonlyMap<RecordId, SealedRecord>, lastPlace: number): Whole["rows"] => [
  ...sound,
  ...[...missing.values()].map((record, at) => ({ place: lastPlace + 1 + at, record })),
];

const fitsRecords = (state: StoreState, whole: Whole["rows"]): boolean => {
  const all = byDevice(whole.map(({ record }) => record));
  if (all.size !== state.holds.length) return false;
  return state.holds.every((hold) => {
    const news = all.get(hold.device);
    if (news === undefined) return false;
    const right = holdAfter({ device: hold.device, before: null, held: [], news });
    // Of a fork, which one is the head depends on the order they came in: only how far it goes must fit.
    return right.held === hold.held && right.hlc === hold.hlc && right.head?.seq === hold.head?.seq && news.some(({ id }) => id === hold.head?.id || hold.head === null);
  });
};

const isSameOwner = (a: StoreOwner | null, b: StoreOwner | null): boolean => a?.device === b?.device && a?.ward === b?.ward;

const asideOf = (damaged: ReadonlyArray<StoredRecord>, held: ReadonlySet<RecordId>): Promise<ReadonlyArray<AsideRecord>> =>
  Promise.all(damaged.flatMap(({ id, record }) => (record === null || held.has(id) ? [] : [record])).map(async (record) => ({ print: await recordPrint(record), flaw: "WrongId" as const, record })));

interface JournalNeeds {
  readonly scanned: ScannedJournal;
  readonly journal: Bytes;
  readonly whole: Whole["rows"];
  readonly inJournal: ReadonlyMap<RecordId, SealedRecord>;
  readonly owner: StoreOwner | null;
}

const journalNeeds = ({ scanned, journal, whole, inJournal, owner }: JournalNeeds): Mending["journal"] => {
  const owning = owner === null ? [] : [ownerFrame(owner)];
  const isDamaged = scanned.damagedBytes > 0 || scanned.records.some(({ id }) => !inJournal.has(id));
  if (isDamaged || journal.length === 0) return { needs: "anew", bytes: joined([journalMark, ...owning, ...whole.map(({ record }) => recordFrame(record))]) };
  const more = [...(isSameOwner(owner, scanned.owner) ? [] : owning), ...whole.filter(({ record }) => !inJournal.has(record.id)).map(({ record }) => recordFrame(record))];
  return more.length === 0 ? { needs: "nothing" } : { needs: "more", bytes: joined(more) };
};

const lostRuns = ({ heads }: Expectation, records: ReadonlyArray<SealedRecord>): ReadonlyArray<LostRun> => {
  const seqsByDevice = new Map<DeviceId, Set<number>>();
  for (const { header } of records) seqsByDevice.set(header.device, (seqsByDevice.get(header.device) ?? new Set()).add(header.seq));
  return heads.flatMap(({ device, seq }) => runsMissing(device, seq, seqsByDevice.get(device) ?? new Set()));
};

/** Told before and not read yet; what has come back since, from another device or a file, is lost no more. */
const stillLost = (lost: ReadonlyArray<LostRun>, whole: Whole["rows"]): ReadonlyArray<LostRun> =>
  lost.flatMap(({ device, fromSeq, toSeq }) => {
    const held = new Set(whole.flatMap(({ record: { header } }) => (header.device === device ? [header.seq] : [])));
    return runsMissing(device, toSeq, held, fromSeq);
  });

const runsMissing = (device: DeviceId, upTo: number, held: ReadonlySet<number>, from = 1): ReadonlyArray<LostRun> => {
  const runs: Array<LostRun> = [];
  for (let seq = from; seq <= upTo; seq += 1) {
    if (held.has(seq)) continue;
    const last = runs.at(-1);
    if (last?.toSeq === seq - 1) runs[runs.length - 1] = { ...last, toSeq: seq };
    else runs.push({ device, fromSeq: seq, toSeq: seq });
  }
  return runs;
};
