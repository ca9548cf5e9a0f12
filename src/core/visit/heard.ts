/**
 * What was said of who came and why: every claim that stands, for each field of the details.
 *
 * - HRD1 Of lists set unaware of each other the union of the entries stands; entries that differ only in case or spaces are one.
 * - HRD2 "None" beside a list, set unaware of it, takes nothing away: the list stands, and the two disagree.
 * - HRD3 Whoever knew a list and said another has the last word: so an entry is taken away.
 * - HRD4 A corrected line stands where the struck one stood: it takes nothing back that was said by somebody who knew of that one.
 */
import type { Answer } from "../answer.ts";
import { knows } from "../log/order.ts";
import type { RecordId } from "../log/record.ts";
import { detailNames, isList, type DetailAnswers, type DetailName } from "./details.ts";
import { claimOf, type Claim, type Standing } from "./standing.ts";
import type { VisitRecord } from "./strikes.ts";

export type Heard = { readonly [K in DetailName]?: Standing<NonNullable<DetailAnswers[K]>> };

/** A claim, and the record in whose place it stands. */
interface Told {
  readonly claim: Claim<unknown>;
  readonly place: VisitRecord;
}

/** Records in causal order, each once. */
export const heardIn = (records: ReadonlyArray<VisitRecord>, struck: ReadonlyMap<RecordId, unknown>): Heard => {
  const told: { [K in DetailName]?: ReadonlyArray<Told> } = {};
  for (const { record, place } of inPlace(records)) {
    if (struck.has(record.id) || !("details" in record.event)) continue;
    for (const name of detailNames) {
      const answer = record.event.details[name];
      if (answer === undefined) continue;
      const unaware = (told[name] ?? []).filter((earlier) => !knows(place, earlier.place));
      told[name] = [...unaware, { claim: claimOf<unknown>(record, answer), place }];
    }
  }
  // Each name was given the claims of its own answers above, and at least one of them.
  return Object.fromEntries(Object.entries(told).map(([name, all]) => [name, all.map(({ claim }) => claim)])) as Heard;
};

const inPlace = (records: ReadonlyArray<VisitRecord>): ReadonlyArray<{ readonly record: VisitRecord; readonly place: VisitRecord }> => {
  if (!records.some(({ event }) => isCorrection(event))) return records.map((record) => ({ record, place: record }));
  const places = new Map(records.map((record, at) => [record.id, { record, at }]));
  const placeOf = (record: VisitRecord, above: ReadonlyArray<RecordId> = []): VisitRecord => {
    const target = isCorrection(record.event) && !above.includes(record.id) ? places.get(record.event.corrects) : undefined;
    return target === undefined ? record : placeOf(target.record, [...above, record.id]);
  };
  return records
    .map((record) => ({ record, place: placeOf(record) }))
    .toSorted((a, b) => (places.get(a.place.id)?.at ?? 0) - (places.get(b.place.id)?.at ?? 0));
};

const isCorrection = (event: VisitRecord["event"]): event is VisitRecord["event"] & { readonly corrects: RecordId } => event.corrects !== undefined;

/** The answer that stands. */
export const answerIn = <K extends DetailName>(heard: Heard, name: K): DetailAnswers[K] => {
  // `heard` and DetailAnswers are keyed alike; TypeScript loses the pairing through the union of fields.
  const claims = (heard[name] ?? []) as ReadonlyArray<Claim<Answer<unknown>>>;
  const answer = claims.findLast((claim) => claim.value.is === "known") ?? claims.at(-1);
  const lists = isList(name) ? claims.flatMap(({ value }) => (value.is === "known" ? [value.value as ReadonlyArray<string>] : [])) : [];
  return (lists.length < 2 ? answer?.value : { ...answer?.value, value: united(lists.flat()) }) as DetailAnswers[K];
};

/** Each entry once, as it was first written. */
export const united = (entries: ReadonlyArray<string>): ReadonlyArray<string> =>
  entries.filter((entry, at) => entries.findIndex((other) => entryKey(other) === entryKey(entry)) === at);

export const entryKey = (entry: string): string => entry.trim().toLowerCase().replace(/\s+/g, " ");
