/**
 * What a letter to the GP or a referral tells of one visit: facts and no words.
 *
 * - LTR1 The same records give the same letter: no clock is in it. Its time is when the last of them was written.
 * - LTR2 Of the looks the first and the last are told; one that is alone stands once. Of the levels likewise.
 * - LTR3 What was struck is in no letter.
 * - LTR4 It is signed by who wrote the last word of what it came to; without that it is signed by nobody.
 * - LTR5 It says that it was written during a downtime when any of its records was.
 * - LTR6 Every result that came is told with the name of its order, one that nobody ordered too, and every procedure that was done.
 */
import { standingConclusion, type Conclusion } from "#core/clinical/conclusion.ts";
import type { GivenMedicine } from "#core/clinical/medicine.ts";
import type { Order, OrderResult, Procedure } from "#core/clinical/order.ts";
import type { Downtimes } from "#core/downtime/downtime.ts";
import type { RecordId } from "#core/log/record.ts";
import type { Actor } from "#core/staff/actor.ts";
import { epochMs, type EpochMs } from "#core/time.ts";
import { disagrees, latest, type Claim } from "#core/visit/standing.ts";
import { struckRecords } from "#core/visit/strikes.ts";
import { phaseOf, triageOf, type Leaving, type TriageLevel, type Visit } from "#core/visit/visit.ts";
import { disagreementsOf } from "./disagreements.ts";
import { identityDoubts, type IdentityDoubt } from "./identity-doubt.ts";
import { scoredLooks, type ScoredLook } from "./looks.ts";
import { awaitedOf } from "./orders.ts";
import type { VisitFile } from "./ward-state.ts";

export const letterKinds = ["discharge", "referral"] as const;
export type LetterKind = (typeof letterKinds)[number];

/** Ordered and not yet answered when the patient left. */
export interface Awaited {
  readonly what: string;
  /** Who follows it up; null while nobody has been set. */
  readonly owner: string | null;
}

export interface LetterResult {
  /** What was ordered, as it stands; more than one where devices corrected it unaware of each other, none where nobody ordered it. */
  readonly orders: ReadonlyArray<Order>;
  readonly result: Claim<OrderResult>;
}

export interface LetterSource {
  readonly downtimes: Downtimes;
  readonly isDrill: boolean;
}

export interface Letter {
  readonly visit: Visit;
  readonly doubts: ReadonlyArray<IdentityDoubt>;
  readonly seenAtMs: EpochMs | null;
  readonly leaving: (Leaving & { readonly atMs: EpochMs }) | null;
  readonly levels: ReadonlyArray<TriageLevel>;
  readonly looks: ReadonlyArray<ScoredLook>;
  readonly medicines: ReadonlyArray<Claim<GivenMedicine>>;
  /** In the order they came. */
  readonly results: ReadonlyArray<LetterResult>;
  readonly procedures: ReadonlyArray<Claim<Procedure>>;
  readonly conclusion: Conclusion;
  /** Two wrote it unaware of each other. */
  readonly hasTwoConclusions: boolean;
  readonly hasDisagreement: boolean;
  readonly awaited: ReadonlyArray<Awaited>;
  readonly isOfDowntime: boolean;
  readonly author: Actor | null;
  readonly wroteMs: EpochMs;
}

export const letterOf = (file: VisitFile, { downtimes, isDrill }: LetterSource): Letter => {
  const { visit, records } = file;
  const phase = phaseOf(visit);
  return {
    visit,
    doubts: identityDoubts(visit, isDrill),
    seenAtMs: visit.seen === null ? null : epochMs(Math.min(...visit.seen.map(({ atMs }) => atMs))),
    leaving: phase.is === "left" ? phase : null,
    levels: levelsOf(file),
    looks: ends(scoredLooks(visit)),
    medicines: visit.medicines,
    results: resultsIn(visit),
    procedures: visit.procedures,
    conclusion: standingConclusion(visit.concluded),
    hasTwoConclusions: disagrees(visit.concluded),
    hasDisagreement: disagreementsOf(visit).length > 0,
    awaited: awaitedIn(visit),
    isOfDowntime: records.some(({ wroteMs }) => downtimes.some(({ startedAtMs, endedAtMs }) => wroteMs >= startedAtMs && (endedAtMs === null || wroteMs <= endedAtMs))),
    author: visit.concluded === null ? null : latest(visit.concluded).actor,
    wroteMs: epochMs(Math.min(lastMs, Math.max(0, ...records.map(({ wroteMs }) => wroteMs)))),
  };
};

/** No calendar goes further: a clock beyond it is wrong, and must not stop a letter. */
const lastMs = Date.UTC(9999, 11, 31);

const awaitedIn = (visit: Visit): ReadonlyArray<Awaited> =>
  awaitedOf(visit, epochMs(0)).map(({ orders: [{ what }], owners }) => ({ what, owner: owners.length === 0 ? null : owners.join(" / ") }));

const resultsIn = ({ orders: { all, loose } }: Visit): ReadonlyArray<LetterResult> =>
  [...all.flatMap(({ order, results }) => results.map((result) => ({ orders: order.map(({ value }) => value), result }))), ...loose.map((result) => ({ orders: [], result }))].toSorted(
    (a, b) => a.result.atMs - b.result.atMs,
  );

/** Whose records the letter tells of beside the visit itself and what was said of the patient. */
export const toldRecords = ({ visit, looks, results, procedures }: Letter): ReadonlySet<RecordId> =>
  new Set([...looks.map(({ look }) => look), ...visit.medicines, ...results.map(({ result }) => result), ...procedures, ...(visit.concluded ?? [])].map(({ by }) => by));

const ends = <T>(all: ReadonlyArray<T>): ReadonlyArray<T> => all.filter((_, place) => place === 0 || place === all.length - 1);

/** The first that was set and the one that stands; one alone where they say the same. */
const levelsOf = ({ visit, records }: VisitFile): ReadonlyArray<TriageLevel> => {
  const standing = triageOf(visit)?.value ?? null;
  if (standing === null) return [];
  const struck = struckRecords(records);
  const set = records.flatMap(({ id, atMs, event }) => (event.type === "v1.TriageSet" && !struck.has(id) ? [{ atMs, level: { scale: event.scale, scaleVersion: event.scaleVersion, level: event.level } }] : []));
  const first = set.reduce((earliest, one) => (one.atMs < earliest.atMs ? one : earliest), set[0] ?? { atMs: 0, level: standing }).level;
  return first.scale === standing.scale && first.level === standing.level ? [standing] : [first, standing];
};

export const letterParts = [
  "identity", "question", "allergies", "alerts", "reason", "telephone", "findings", "assessment", "treatment", "medicines", "inUse", "advice", "papers", "awaited", "remarks",
] as const;
export type LetterPart = (typeof letterParts)[number];

export interface LetterLine {
  readonly label: string | null;
  readonly text: string;
  /** Nobody has written this: on paper there is room for a pen. */
  readonly isMissing?: true;
}

/** A letter in words, the same on paper and in its document. */
export interface LetterText {
  readonly kind: LetterKind;
  readonly language: "nb" | "nn" | "en";
  readonly title: string;
  readonly to: LetterLine;
  readonly patient: ReadonlyArray<LetterLine>;
  readonly sections: ReadonlyArray<{ readonly part: LetterPart; readonly title: string; readonly lines: ReadonlyArray<LetterLine> }>;
}
