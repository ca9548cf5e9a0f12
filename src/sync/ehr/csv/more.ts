// The files that are there only where there is something to tell: calls, measurements, medicines given, orders with their results.
import type { VisitFile } from "#projections/ward-state.ts";
import type { ExportFile } from "../export-file.ts";
import { callsCsv } from "./calls.ts";
import { claimsCsv } from "./claims.ts";
import { measurementTable } from "./measurements.ts";
import { medicineTable } from "./medicines.ts";
import { orderTable } from "./orders.ts";
import type { CsvSource } from "./visits.ts";

export const moreCsv = (files: ReadonlyArray<VisitFile>, source: CsvSource): ReadonlyArray<ExportFile> =>
  [callsCsv(files, source), claimsCsv(measurementTable, files, source), claimsCsv(medicineTable, files, source), claimsCsv(orderTable, files, source)].filter((file) => file !== null);
