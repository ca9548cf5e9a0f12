/**
 * One line a thing that was found or done: the frame that its files share. docs/formats/csv.v1.md has the columns.
 *
 * - CSV14 Only what stands is a line, in the order it happened, with when it happened, when it was written, and by whom; what was
 *   struck and void visits are in the listing of records alone. Where there is nothing to tell there is no such file.
 * - CSV15 A number has a decimal comma: a Norwegian spreadsheet reads one with a point as a date.
 */
import type { Claim } from "#core/visit/standing.ts";
import { phaseOf, type Visit } from "#core/visit/visit.ts";
import { settingsOf } from "#core/ward/ward.ts";
import type { VisitFile } from "#projections/ward-state.ts";
import { exportName, type ExportFile } from "../export-file.ts";
import { csvText, localTime, type Row } from "./cells.ts";
import type { CsvSource } from "./visits.ts";
import { roleWords, yes } from "./words.ts";

export interface ClaimLine<T> {
  readonly claim: Claim<unknown>;
  readonly said: T;
}
export type SaidColumn<T> = readonly [name: string, value: (said: T) => Row[number]];

export interface ClaimTable<T> {
  /** What stands behind the date in the file's name. */
  readonly rest: string;
  readonly columns: ReadonlyArray<SaidColumn<T>>;
  readonly linesOf: (visit: Visit) => ReadonlyArray<ClaimLine<T>>;
}

export const claimsCsv = <T>({ rest, columns, linesOf }: ClaimTable<T>, files: ReadonlyArray<VisitFile>, { ward, date, isDrill, offsetMinAt }: CsvSource): ExportFile | null => {
  const visits = files.flatMap(({ visit }) => (phaseOf(visit).is === "void" ? [] : [{ visit, told: linesOf(visit) }])).filter(({ told }) => told.length > 0);
  if (visits.length === 0) return null;
  const lines = visits
    .flatMap(({ visit, told }) => told.map((line) => ({ visit, ...line })))
    .toSorted((a, b) => a.claim.atMs - b.claim.atMs || (a.claim.by < b.claim.by ? -1 : Number(a.claim.by > b.claim.by)));
  const rows = lines.map(({ visit, claim: { atMs, wroteMs, actor, by }, said }) => [
    visit.number, localTime(atMs, offsetMinAt), localTime(wroteMs, offsetMinAt), actor.name, roleWords[actor.role],
    ...columns.map(([, value]) => value(said)),
    isDrill ? yes : "", visit.id, by,
  ]);
  return {
    name: exportName(settingsOf(ward).name, date, rest),
    mediaType: "text/csv;charset=utf-8",
    text: csvText([["midlertidig_nummer", "skjedde", "skrevet", "av", "rolle", ...columns.map(([name]) => name), "øvelse", "kontakt_id", "innførsel_id"], ...rows]),
    visits: visits.length,
    leftOut: [],
  };
};

export const decimal = (value: number | undefined): string => (value === undefined ? "" : String(value).replace(".", ","));
