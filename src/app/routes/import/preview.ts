// A file as the page shows it before anything is taken in: read, with what is wrong or doubtful in words' places.
import { ok, type Result } from "#core/result.ts";
import { readArrivalsCsv, type ArrivalsFault, type ArrivalsReading, type ArrivalWarning, type ReadyArrival } from "#forms/arrivals-csv.ts";
import { likelySameIn } from "#projections/likely-same.ts";
import type { WardState } from "#projections/ward-state.ts";
import type { EpochMs } from "#core/time.ts";
import type { TemporaryNumber } from "#core/visit/temporary-number.ts";
import { offsetMinAt } from "../../formats.ts";

export interface PreviewRow {
  readonly arrival: ReadyArrival;
  readonly warnings: ReadonlyArray<ArrivalWarning>;
  /** Who is here already and may be the same. */
  readonly likelySame: TemporaryNumber | null;
}

export interface Preview {
  readonly rows: ReadonlyArray<PreviewRow>;
  readonly errors: ArrivalsReading["errors"];
  readonly ignoredColumns: ReadonlyArray<string>;
}

export const previewOf = (text: string, at: { readonly nowMs: EpochMs; readonly isDrill: boolean; readonly state: WardState }): Result<Preview, ArrivalsFault> => {
  // Inside the file's reader a time is a plain number of milliseconds; here it is a moment again.
  const read = readArrivalsCsv(text, { nowMs: at.nowMs, isDrill: at.isDrill, offsetMinAt: (atMs) => offsetMinAt(atMs as EpochMs) });
  if (!read.ok) return read;
  const likelySame = likelySameIn(at.state);
  const { ready, errors, warnings, ignoredColumns } = read.value;
  return ok({
    rows: ready.map((arrival) => ({ arrival, warnings: warnings.filter(({ row }) => row === arrival.row), likelySame: likelySame(arrival)?.number ?? null })),
    errors,
    ignoredColumns,
  });
};
