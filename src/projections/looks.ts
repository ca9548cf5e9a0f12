/**
 * The looks at one patient, each with its score, and each measure as a series.
 *
 * - LKS1 A score is of one look: values of two looks are never put together.
 * - LKS2 Whether NEWS2 is for this patient is told by the age at the time of the look, not by today's.
 * - LKS3 A series has the values that stand, in the order they happened; what was not measured is no point in it.
 * - LKS4 The weight at a time is the last one before it, and the first one after it where there is none.
 */
import { valueOf } from "#core/answer.ts";
import { measureNames, type Found, type MeasureName } from "#core/clinical/found.ts";
import { news2Fit, news2Of, type News2, type News2Fit } from "#core/clinical/news2.ts";
import { qsofaOf, shockIndexOf, type Qsofa } from "#core/clinical/signs.ts";
import { ageMonths } from "#core/identity/born.ts";
import type { RecordId } from "#core/log/record.ts";
import type { EpochMs } from "#core/time.ts";
import { answerOf, type Look, type Visit } from "#core/visit/visit.ts";

export interface Scores {
  readonly fit: News2Fit;
  /** Both null where NEWS2 is not for this patient, or nothing of it was looked at. */
  readonly news2: News2 | null;
  readonly qsofa: Qsofa | null;
  readonly shockIndex: number | null;
}

export interface ScoredLook {
  readonly look: Look;
  readonly scores: Scores;
}

export interface Point {
  /** The look that it was found in. */
  readonly by: RecordId;
  readonly atMs: EpochMs;
  readonly value: number;
}

export interface Series {
  readonly name: MeasureName;
  /** At least one, the last one last. */
  readonly points: readonly [Point, ...ReadonlyArray<Point>];
}

export const scoresOf = (visit: Visit, found: Found, atMs: EpochMs): Scores => {
  const born = valueOf(answerOf(visit, "born"));
  const fit = news2Fit({ ageMonths: born === null ? null : ageMonths(born, atMs), isPregnant: valueOf(answerOf(visit, "pregnant")) === "yes" });
  const isFor = fit === "fits" || fit === "ageUnknown";
  return { fit, news2: isFor ? news2Of(found) : null, qsofa: isFor ? qsofaOf(found) : null, shockIndex: shockIndexOf(found) };
};

/** The last weight that was known at this time, in kilos; one that was taken later where none was before; null without one. */
export const weightAt = ({ looks }: Visit, atMs: EpochMs): number | null => {
  const weighed = looks.filter(({ value }) => value.measured.weightKg !== undefined);
  return (weighed.findLast((look) => look.atMs <= atMs) ?? weighed[0])?.value.measured.weightKg ?? null;
};

/** In the order they happened. */
export const scoredLooks = (visit: Visit): ReadonlyArray<ScoredLook> =>
  visit.looks.map((look) => ({ look, scores: scoresOf(visit, look.value, look.atMs) }));

export const seriesOf = ({ looks }: Visit): ReadonlyArray<Series> =>
  measureNames.flatMap((name) => {
    const [first, ...rest] = looks.flatMap(({ value: { measured }, by, atMs }) => (measured[name] === undefined ? [] : [{ by, atMs, value: measured[name] }]));
    return first === undefined ? [] : [{ name, points: [first, ...rest] }];
  });
