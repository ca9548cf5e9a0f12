/** Records of one visit written by hand: who, when, what, and on which device. */
import { createHash } from "node:crypto";
import type { DeviceId, LogRecord, RecordId, SeenVector, Stamp } from "#core/log/record.ts";
import type { Actor } from "#core/staff/actor.ts";
import { epochMs } from "#core/time.ts";
import type { VisitEvent, VisitId } from "#core/visit/events.ts";
import type { VisitRecord } from "#core/visit/strikes.ts";
import { visitOf } from "#core/visit/visit.ts";
import type { TemporaryNumber } from "#core/visit/temporary-number.ts";
import type { VisitFile } from "#projections/ward-state.ts";

export const visitId = "5f6c1b1e-visit" as VisitId;
const number = "TRA-017-K" as TemporaryNumber;
export const startMs = Date.UTC(2026, 0, 20, 15, 43);
export const marit: Actor = { name: "Marit Snøfonn", role: "nurse" };

export interface Told {
  readonly event: VisitEvent;
  /** Minutes after the start. */
  readonly minute?: number;
  readonly lateMin?: number;
  readonly by?: Actor;
  readonly device?: "device-a" | "device-b";
  readonly seen?: SeenVector;
}

/** In order of writing; a device knows its own records and what `seen` says. */
export const recordsOf = (told: ReadonlyArray<Told>): ReadonlyArray<VisitRecord> => {
  const counts: { [device: string]: number } = {};
  return told.map(({ event, minute = 0, lateMin = 0, by = marit, device = "device-a", seen = [] }, place): VisitRecord => {
    const seq = (counts[device] ?? 0) + 1;
    counts[device] = seq;
    return {
      id: idOf(device, seq),
      device: device as DeviceId,
      seq,
      stamp: `${(startMs + place).toString(16).padStart(12, "0")}-0000` as Stamp,
      actor: by,
      atMs: epochMs(startMs + minute * 60_000),
      wroteMs: epochMs(startMs + (minute + lateMin) * 60_000),
      seen,
      event,
    } satisfies LogRecord;
  });
};

export const idOf = (device: string, seq: number): RecordId => createHash("sha256").update(`${device} ${seq}`).digest("hex") as RecordId;

export const fileOf = (records: ReadonlyArray<VisitRecord>): VisitFile => ({ visit: visitOf(visitId, records), records });

export const given = (...told: ReadonlyArray<Told>): VisitFile => fileOf(recordsOf(told));

export const arrived = (details: Extract<VisitEvent, { readonly type: "v1.Arrived" }>["details"] = {}): VisitEvent => ({ type: "v1.Arrived", visit: visitId, number, details });

export const triaged = (level: 1 | 2 | 3): VisitEvent => ({ type: "v1.TriageSet", visit: visitId, scale: "no3", scaleVersion: "2026-1", level });
