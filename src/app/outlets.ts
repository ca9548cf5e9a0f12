// The roads out of this device that a page may ask for. wiring.ts lays them; a page only names what shall go.
import type { Carrier } from "#core/ward/events.ts";
import type { VisitFile, WardState } from "#projections/ward-state.ts";

export interface OutFile {
  readonly name: string;
  readonly mime: string;
  readonly text: string;
}

export interface OutRequest {
  readonly state: WardState;
  readonly visits: ReadonlyArray<VisitFile>;
  readonly isDrill: boolean;
  /** The ward's local date, 2026-11-23: part of the file's name. */
  readonly date: string;
}

export type Outlets = {
  readonly [K in Extract<Carrier, "fhir" | "csv">]: (request: OutRequest) => Promise<ReadonlyArray<OutFile>>;
};
