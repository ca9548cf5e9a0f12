// What makes the files that go out.
import { epochMs } from "#core/time.ts";
import { heldInListing, heldInTelling } from "#projections/file-held.ts";
import { withPictures } from "#projections/with-pictures.ts";
import { sha256HexOfText } from "#storage/sha256.ts";
import { itemsOf } from "#sync/ehr/courier/items.ts";
import { moreCsv } from "#sync/ehr/csv/more.ts";
import { recordsCsv } from "#sync/ehr/csv/records.ts";
import { visitsCsv } from "#sync/ehr/csv/visits.ts";
import type { ExportFile } from "#sync/ehr/export-file.ts";
import { letterFile } from "#sync/ehr/fhir/document.ts";
import { fhirFile } from "#sync/ehr/fhir/file.ts";
import { localDate, offsetMinAt } from "../formats.ts";
import type { OutFile, Outlets } from "../outlets.ts";

export const fhirOut: Outlets["fhir"] = async ({ state: { ward, downtimes }, wardId, visits: chosen, isDrill, date, readOne }) => {
  const visits = await Promise.all(chosen.map((file) => withPictures(file, readOne)));
  const made = await fhirFile(visits, { wardId, ward, downtimes, isDrill, date, sha256Hex: sha256HexOfText });
  return { files: [toOutFile(made)], held: heldInTelling(visits, made.leftOut), leftOut: made.leftOut };
};

export const csvOut: Outlets["csv"] = ({ state: { ward }, visits, isDrill, date }) => {
  const source = { ward, isDrill, date, offsetMinAt: (atMs: number) => offsetMinAt(epochMs(atMs)) };
  return Promise.resolve({ files: [recordsCsv(visits, source), visitsCsv(visits, source), ...moreCsv(visits, source)].map(toOutFile), held: heldInListing(visits), leftOut: [] });
};

export const letterOut: Outlets["letter"] = async ({ file, ...source }) => {
  const made = await letterFile(file, { ...source, date: localDate(source.letter.wroteMs), sha256Hex: sha256HexOfText });
  return made === null ? null : toOutFile(made);
};

export const itemsOut: Outlets["items"] = async ({ file, ...source }) => (await itemsOf(file, source, sha256HexOfText)).map(({ key, hash }) => ({ key, hash }));

const toOutFile = ({ name, mediaType, text }: ExportFile): OutFile => ({ name, mime: mediaType, text });
