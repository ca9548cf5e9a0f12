// A file as it is handed to the person who carries it: a name, a type, its whole text.
import type { VisitId } from "#core/visit/events.ts";

export interface ExportFile {
  readonly name: string;
  readonly mediaType: string;
  readonly text: string;
  readonly visits: number;
  /** Visits that were struck as a whole, or whose arrival is not here: not in the file. */
  readonly leftOut: ReadonlyArray<VisitId>;
}

/** `vaktbok-<ward>-<date><rest>`: small letters, digits and dashes, so that any disk and any mail takes it. */
export const exportName = (wardName: string, date: string, rest: string): string => `vaktbok-${plain(wardName) || "vakt"}-${plain(date)}${rest}`;

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/æ/g, "ae")
    .replace(/ø/g, "o")
    .replace(/å/g, "a")
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 40);
