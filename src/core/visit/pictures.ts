/**
 * Where the picture of a photo lies: in the record that it was taken with, and nowhere else.
 *
 * - PHT2 Without its picture a photo still says all that is written of it.
 * - PHT3 A correction writes the words anew and never the picture: that lies in the first record of the chain.
 */
import type { RecordId } from "../log/record.ts";
import type { PhotoTaken } from "./events.ts";
import type { VisitRecord } from "./strikes.ts";

export const withoutPicture = ({ jpeg: _picture, ...rest }: PhotoTaken): PhotoTaken => rest;

/** The record that the picture lies in; null where it is not among these. */
export const pictureRecord = (records: ReadonlyArray<VisitRecord>, id: RecordId): VisitRecord | null => {
  const byId = new Map(records.map((record) => [record.id, record]));
  let at = byId.get(id);
  // No record can name one that names it, as names are hashes; a forged log is read to its end all the same.
  for (let left = records.length; at?.event.type === "v1.PhotoTaken" && left > 0; left -= 1) {
    if (at.event.corrects === undefined) return at;
    at = byId.get(at.event.corrects);
  }
  return null;
};
