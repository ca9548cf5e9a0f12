/**
 * A file that says who was in the house, from the journal: FHIR or CSV, whichever it is.
 *
 * - SNL1 People, whoever was left out and why, and the time of the list where the file tells it. A time ahead of now is none.
 * - SNL2 More people, or more about them, than one record may hold is a fault of the file: nothing of it is taken, and nothing cut.
 * - SNL3 In a drill a file with a number that looks real is refused whole: it is a list of real people.
 * - SNL4 The same number on two rows keeps both, and is said.
 * - SNL5 A list that nobody told the time of has none until a person says it; a time ahead, or more than a month ago, is asked for again.
 */
import { readNationalNumber } from "#core/identity/national-number.ts";
import { err, ok, type Result } from "#core/result.ts";
import { hourMs, type EpochMs } from "#core/time.ts";
import { maxPeople, maxSnapshotBytes, type KnownPerson } from "#core/ward/snapshot.ts";
import { readDatedTime } from "./dated-time.ts";
import { readSnapshotCsv, type SnapshotCsvFault } from "./snapshot-csv.ts";
import { readSnapshotFhir, type SnapshotFhirFault } from "./snapshot-fhir.ts";
import type { ReadPerson, SnapshotMoment, SnapshotNote } from "./snapshot-person.ts";
import { readTypedTime, type TypedMoment } from "./typed-time.ts";

/** In letters: five megabytes of FHIR is some thousand people. */
export const maxSnapshotText = 5_000_000;

export type SnapshotFault =
  | SnapshotCsvFault
  | SnapshotFhirFault
  | { readonly type: "TooManyPeople"; readonly count: number }
  | { readonly type: "TooMuchTold" }
  | { readonly type: "RealInDrill"; readonly count: number };

export interface SnapshotReading {
  readonly people: ReadonlyArray<KnownPerson>;
  readonly leftOut: ReadonlyArray<SnapshotNote>;
  /** Of people who are taken. */
  readonly notes: ReadonlyArray<SnapshotNote>;
  /** null: the file does not tell. */
  readonly asOfMs: EpochMs | null;
  readonly isPartOfMore: boolean;
  readonly ignoredColumns: ReadonlyArray<string>;
}

interface Rows {
  readonly people: ReadonlyArray<ReadPerson>;
  readonly asOfMs?: EpochMs | null;
  readonly isPartOfMore?: boolean;
  readonly ignoredColumns?: ReadonlyArray<string>;
}

export const readSnapshot = (text: string, at: SnapshotMoment): Result<SnapshotReading, SnapshotFault> => {
  if (text.length > maxSnapshotText) return err({ type: "TooLarge", maxLength: maxSnapshotText });
  const isJson = /^\ufeff?\s*[{[]/u.test(text.slice(0, 1_000));
  const rows: Result<Rows, SnapshotFault> = isJson ? readSnapshotFhir(text, at) : readSnapshotCsv(text, at);
  if (!rows.ok) return rows;
  const { asOfMs = null, isPartOfMore = false, ignoredColumns = [] } = rows.value;
  const people = rows.value.people.flatMap(({ person }) => person ?? []);
  const fault = faultOf(people, at);
  if (fault !== null) return err(fault);
  return ok({
    people,
    leftOut: rows.value.people.flatMap(({ person, notes }) => (person === null ? notes : [])),
    notes: [...rows.value.people.flatMap(({ person, notes }) => (person === null ? [] : notes)), ...saidTwice(rows.value.people)],
    asOfMs: asOfMs !== null && asOfMs <= at.nowMs ? asOfMs : null,
    isPartOfMore,
    ignoredColumns,
  });
};

const faultOf = (people: ReadonlyArray<KnownPerson>, { isDrill, nowMs }: SnapshotMoment): SnapshotFault | null => {
  const real = isDrill ? people.filter(({ nationalNumber = "" }) => looksReal(nationalNumber, nowMs)).length : 0;
  if (real > 0) return { type: "RealInDrill", count: real };
  if (people.length > maxPeople) return { type: "TooManyPeople", count: people.length };
  return bytesOf(JSON.stringify(people)) > maxSnapshotBytes ? { type: "TooMuchTold" } : null;
};

const looksReal = (number: string, nowMs: EpochMs): boolean => {
  const { checked, synthetic } = readNationalNumber(number, nowMs);
  return checked === "ok" && synthetic === "no";
};

/** In UTF-8, where no letter takes more than three bytes a unit. */
const bytesOf = (text: string): number => {
  let bytes = text.length;
  for (let place = 0; place < text.length; place += 1) {
    const code = text.charCodeAt(place);
    bytes += code < 0x80 ? 0 : code < 0x800 ? 1 : 2;
  }
  return bytes;
};

const saidTwice = (people: ReadonlyArray<ReadPerson>): ReadonlyArray<SnapshotNote> => {
  const seen = new Set<string>();
  return people.flatMap(({ row, person }): ReadonlyArray<SnapshotNote> => {
    const number = person?.nationalNumber;
    if (number === undefined || !seen.has(number)) {
      if (number !== undefined) seen.add(number);
      return [];
    }
    return [{ row, field: "nationalNumber", text: person?.name ?? "", type: "SameNumberTwice" }];
  });
};

const longestAgoMs = 31 * 24 * hourMs;

/** What stands in the field; to the second where the file tells it and nobody changed it. */
export const readListTime = (typed: string, told: { readonly atMs: EpochMs; readonly typed: string } | null, at: TypedMoment): ReturnType<typeof readAsOf> => {
  const read = readAsOf(typed, at);
  return typeof read === "number" && told !== null && typed === told.typed ? told.atMs : read;
};

export const readAsOf = (typed: string, at: TypedMoment): EpochMs | "NotATime" | "InFuture" | "TooLongAgo" => {
  const text = typed.trim();
  const atMs = text === "" ? null : (readTypedTime(text, at) ?? readDatedTime(text, at));
  if (atMs === null) return "NotATime";
  if (atMs > at.nowMs) return "InFuture";
  return at.nowMs - atMs > longestAgoMs ? "TooLongAgo" : atMs;
};
