/**
 * The text of a file as a person's spreadsheet wrote it.
 *
 * - FTX1 UTF-8 where it is UTF-8, UTF-16 where its mark says so; else the letters of Windows, as Excel saves them: no æ, ø or å is lost.
 * - FTX2 A file that is too large is not read at all.
 */
import { err, ok, type Result } from "#core/result.ts";
import { maxLength } from "#forms/csv-cells.ts";

/** What a file field offers first. */
export const listTypes = ".csv,.txt,text/csv";

/** No letter takes more bytes than this. */
const maxBytesALetter = 4;

export type FileTextFault = { readonly type: "TooLarge"; readonly maxLength: number } | { readonly type: "Unreadable" };

export const textOf = async (file: Pick<Blob, "size" | "arrayBuffer">): Promise<Result<string, FileTextFault>> => {
  if (file.size > maxLength * maxBytesALetter) return err({ type: "TooLarge", maxLength });
  try {
    return ok(decoded(new Uint8Array(await file.arrayBuffer())));
  } catch {
    // The disk was taken out, or another program holds the file: the person chooses again.
    return err({ type: "Unreadable" });
  }
};

const decoded = (bytes: Uint8Array<ArrayBuffer>): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
};
