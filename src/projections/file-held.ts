/**
 * Which records a file truly held, so that no more is called carried.
 *
 * - FLH1 A file that tells what a visit comes to holds the records that count: what was struck is named in it, but what it said is not.
 * - FLH2 A file that lists every record holds every record.
 * - FLH4 A photo is held only by a file that has its picture.
 * - FLH3 Of a visit that the file left out nothing was held.
 */
import { runsOf, type RecordRuns } from "#core/log/runs.ts";
import type { VisitId } from "#core/visit/events.ts";
import { struckRecords, type VisitRecord } from "#core/visit/strikes.ts";
import type { VisitFile } from "./ward-state.ts";

export const heldInTelling = (files: ReadonlyArray<VisitFile>, leftOut: ReadonlyArray<VisitId>): RecordRuns =>
  runsOf(
    files
      .filter(({ visit }) => !leftOut.includes(visit.id))
      .flatMap(({ records }) => {
        const struck = struckRecords(records);
        return records.filter((record) => !struck.has(record.id) && isWhole(record));
      }),
  );

export const heldInListing = (files: ReadonlyArray<VisitFile>): RecordRuns => runsOf(files.flatMap(({ records }) => records.filter(isWhole)));

const isWhole = ({ event }: VisitRecord): boolean => event.type !== "v1.PhotoTaken" || event.jpeg !== undefined;

/** How many records the runs are. */
export const countHeld = (held: RecordRuns): number =>
  held.reduce((sum, [, runs]) => sum + runs.reduce((ofDevice, [first, last]) => ofDevice + last - first + 1, 0), 0);
