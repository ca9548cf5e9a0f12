/**
 * The folds as pieces that can be put away and taken up again, so that a start need not read the whole log.
 *
 * - CPT1 Taken up again, all pieces together give the very state that was put away; without them the log gives the same.
 * - CPT2 Who is here comes first and alone: the board does not wait for those who left long ago.
 * - CPT3 A piece that cannot be understood makes the whole checkpoint void; nothing is half taken.
 * - CPT4 A program that knows an event more, or more of an event, than the one that put it away reads the log anew: what was
 *   unknown is known now.
 *
 * A visit is kept as its records, not as its fold: a late record about somebody who left finds the others of that visit.
 */
import { knownTypes } from "#core/log/event-shapes.ts";
import { readEvent } from "#core/log/read-event.ts";
import { phaseOf } from "#core/visit/visit.ts";
import type { VisitRecord } from "#core/visit/strikes.ts";
import { absorb, emptyState, type VisitFile, type WardState } from "./ward-state.ts";

/**
 * Changes whenever another event is known; its first number goes up by hand when what is put away, or what an event may hold,
 * changes shape. An older checkpoint is then thrown away.
 */
export const foldVersion = `6.${knownTypes.length}`;

export interface CheckpointPart {
  readonly name: string;
  readonly value: unknown;
}

export const wardPart = "ward";
export const herePart = "here";
export const pastPart = (place: number): string => `past-${place}`;

const visitsAPart = 100;

export const partsOf = (state: WardState): ReadonlyArray<CheckpointPart> => {
  const { visits, joined: _joined, ...rest } = state;
  const here: VisitRecord[] = [];
  const past: VisitFile[] = [];
  for (const file of visits.values()) {
    if (isPast(file)) past.push(file);
    else here.push(...file.records);
  }
  const blocks = Array.from({ length: Math.ceil(past.length / visitsAPart) }, (_, place) =>
    past.slice(place * visitsAPart, (place + 1) * visitsAPart).flatMap((file) => file.records),
  );
  return [
    { name: wardPart, value: { ...rest, pastParts: blocks.length } },
    { name: herePart, value: here },
    ...blocks.map((value, place) => ({ name: pastPart(place), value })),
  ];
};

const isPast = ({ visit }: VisitFile): boolean => ["left", "callOver"].includes(phaseOf(visit).is);

/** What stands before the past is taken up; null when the pieces are not understood. */
export const stateFrom = (ward: unknown, here: unknown): { readonly state: WardState; readonly pastParts: number } | null => {
  if (!isObject(ward) || typeof ward["pastParts"] !== "number" || ["downtimes", "uncarried", "unknown"].some((name) => !Array.isArray(ward[name]))) return null;
  const records = recordsFrom(here);
  if (records === null || !isObject(ward["held"]) || !isObject(ward["ward"])) return null;
  const { pastParts, ...rest } = ward;
  // Sealed by this very fold version: the seal, not a schema, vouches for the rest of its shape.
  const state = { ...emptyState, ...rest } as WardState;
  return { state: { ...absorb(state, records), uncarried: state.uncarried }, pastParts };
};

export const withPast = (state: WardState, past: unknown): WardState | null => {
  const records = recordsFrom(past);
  return records === null ? null : { ...absorb(state, records), uncarried: state.uncarried };
};

const recordsFrom = (value: unknown): ReadonlyArray<VisitRecord> | null =>
  Array.isArray(value) && value.every(isVisitRecord) ? value : null;

const isVisitRecord = (value: unknown): value is VisitRecord => {
  if (!isObject(value) || !isObject(value["event"]) || !Array.isArray(value["seen"])) return false;
  const event = readEvent(value["event"]);
  return event.type !== "unknown" && "visit" in event;
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null && !Array.isArray(value);
