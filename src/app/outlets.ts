// The roads out of this device that a page may ask for. wiring.ts lays them; a page only names what shall go.
import type { Downtimes } from "#core/downtime/downtime.ts";
import type { WardId } from "#core/log/record.ts";
import type { RecordRuns } from "#core/log/runs.ts";
import type { VisitId } from "#core/visit/events.ts";
import type { Item } from "#core/recovery/item.ts";
import type { Ward } from "#core/ward/ward.ts";
import type { Letter, LetterText } from "#projections/letter.ts";
import type { Carrier } from "#core/ward/events.ts";
import type { ReadOne } from "#projections/with-pictures.ts";
import type { VisitFile, WardState } from "#projections/ward-state.ts";

export interface OutFile {
  readonly name: string;
  readonly mime: string;
  readonly text: string;
}

export interface OutRequest {
  readonly wardId: WardId;
  readonly state: WardState;
  readonly visits: ReadonlyArray<VisitFile>;
  readonly isDrill: boolean;
  /** For the pictures: they are in the log alone. */
  readonly readOne: ReadOne;
  /** The ward's local date, 2026-11-23: part of the file's name. */
  readonly date: string;
}

export interface ItemsRequest extends Pick<WardState, "ward" | "downtimes"> {
  readonly wardId: WardId;
  readonly file: VisitFile;
  readonly isDrill: boolean;
}

export interface LetterRequest {
  readonly wardId: WardId;
  readonly ward: Ward;
  readonly downtimes: Downtimes;
  readonly isDrill: boolean;
  readonly file: VisitFile;
  readonly letter: Letter;
  readonly text: LetterText;
}

/** What was made of the request, and what of it is truly in there. */
export interface Parcel {
  /** The one that holds most comes first: a browser may stop at the second. */
  readonly files: ReadonlyArray<OutFile>;
  readonly held: RecordRuns;
  /** Visits that this kind of file does not tell of. */
  readonly leftOut: ReadonlyArray<VisitId>;
}

export type OutKind = Extract<Carrier, "fhir" | "csv">;

export type Outlets = { readonly [K in OutKind]: (request: OutRequest) => Promise<Parcel> } & {
  /** null where the visit gives no document. */
  readonly letter: (request: LetterRequest) => Promise<OutFile | null>;
  /** What of a visit goes back to the journal system, item by item. */
  readonly items: (request: ItemsRequest) => Promise<ReadonlyArray<Item>>;
  /** Gives a file to the browser, which saves it where it saves files, or does not, and does not tell which. */
  readonly handOver: (file: OutFile) => void;
};
