/** A ward with these visits, each told in steps of its own; record names carry the visit's, so that none collide. */
import type { LogRecord, RecordId } from "#core/log/record.ts";
import type { VisitId } from "#core/visit/events.ts";
import { absorb, emptyState, type WardState } from "#projections/ward-state.ts";
import { device, recordsOf, type Step } from "../core/visit/given.ts";

const recordsOfVisits = (visits: { readonly [id: string]: ReadonlyArray<Step> }): ReadonlyArray<LogRecord> =>
  Object.entries(visits).flatMap(([id, steps]) =>
    recordsOf(...steps).map((record) => {
      const named = (name: string): RecordId => `${id} ${name}` as RecordId;
      const event = record.event.type === "v1.Struck" ? { ...record.event, target: named(record.event.target) } : record.event;
      const seen = record.seen.map(([other, upTo]) => [device(`${id} ${other}`), upTo] as const);
      return { ...record, id: named(record.id), device: device(`${id} ${record.device}`), seen, event: { ...event, visit: id as VisitId } };
    }),
  );

export const wardOf = (visits: { readonly [id: string]: ReadonlyArray<Step> }): WardState => absorb(emptyState, recordsOfVisits(visits));
