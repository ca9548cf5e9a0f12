/**
 * The FHIR file: one Bundle alone as JSON, more of them as NDJSON, one a line.
 *
 * - FHF1 Visits stand in order of arrival, whatever order they were chosen in.
 * - FHF2 A visit that gives no bundle is named as left out, never dropped in silence.
 */
import { settingsOf } from "#core/ward/ward.ts";
import type { VisitFile } from "#projections/ward-state.ts";
import { exportName, type ExportFile } from "../export-file.ts";
import { inOrderOfArrival } from "../order.ts";
import { visitToBundles } from "./bundle.ts";
import type { FhirSource, Sha256Hex } from "./plan.ts";

/** `date`: the day as it shall stand in the name, 2026-01-20. */
export const fhirFile = async (files: ReadonlyArray<VisitFile>, source: FhirSource & { readonly date: string; readonly sha256Hex: Sha256Hex }): Promise<ExportFile> => {
  const visits = await Promise.all(inOrderOfArrival(files).map(async (file) => ({ file, bundles: await visitToBundles(file, source, source.sha256Hex) })));
  const bundles = visits.flatMap((visit) => visit.bundles);
  return {
    name: exportName(settingsOf(source.ward).name, source.date, ".fhir.json"),
    mediaType: bundles.length === 1 ? "application/fhir+json" : "application/fhir+ndjson",
    text: bundles.map((bundle) => `${JSON.stringify(bundle)}\n`).join(""),
    visits: visits.filter((visit) => visit.bundles.length > 0).length,
    leftOut: visits.filter((visit) => visit.bundles.length === 0).map(({ file }) => file.visit.id),
  };
};
