// The outage itself: declared, ended. Start and end are the record's `atMs`: both may be told afterwards.
import type { Brand } from "../brand.ts";

export type DowntimeId = Brand<string, "DowntimeId">;

export interface DowntimeDeclared {
  readonly type: "v1.DowntimeDeclared";
  readonly downtime: DowntimeId;
}
export interface DowntimeEnded {
  readonly type: "v1.DowntimeEnded";
  readonly downtime: DowntimeId;
}

export type DowntimeEvent = DowntimeDeclared | DowntimeEnded;
