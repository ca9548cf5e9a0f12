/**
 * The photos of a visit with their pictures, fetched from the log, for whatever carries them out of the house.
 *
 * - WPC1 Each photo that counts gets the picture it was taken with, a corrected one too; what does not open goes without, and is not held.
 * - WPC2 Nothing is fetched for a visit without photos, and nothing of a struck one.
 */
import type { LogRecord, RecordId } from "#core/log/record.ts";
import { pictureRecord } from "#core/visit/pictures.ts";
import { struckRecords, type VisitRecord } from "#core/visit/strikes.ts";
import type { VisitFile, WardState } from "./ward-state.ts";

export type ReadOne = (record: Pick<LogRecord, "id" | "device" | "seq">) => Promise<LogRecord | null>;

/** In base64; null where it is not here or does not open. */
export const pictureOf = async (records: ReadonlyArray<VisitRecord>, id: RecordId, readOne: ReadOne): Promise<string | null> => {
  const holder = pictureRecord(records, id);
  const read = holder === null ? null : await readOne(holder);
  return read?.event.type === "v1.PhotoTaken" ? (read.event.jpeg ?? null) : null;
};

export const withPictures = async (file: VisitFile, readOne: ReadOne): Promise<VisitFile> => {
  if (!file.records.some(({ event }) => event.type === "v1.PhotoTaken")) return file;
  const struck = struckRecords(file.records);
  const withPicture = async (record: VisitRecord): Promise<VisitRecord> => {
    if (record.event.type !== "v1.PhotoTaken" || struck.has(record.id)) return record;
    const jpeg = await pictureOf(file.records, record.id, readOne);
    return jpeg === null ? record : { ...record, event: { ...record.event, jpeg } };
  };
  return { ...file, records: await Promise.all(file.records.map(withPicture)) };
};

/** Photos in the whole book, struck ones too: they take their room all the same. */
export const countPhotos = ({ visits }: WardState): number =>
  [...visits.values()].reduce((sum, { records }) => sum + records.filter(({ event }) => event.type === "v1.PhotoTaken" && event.corrects === undefined).length, 0);
