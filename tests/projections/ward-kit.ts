/** A ward's state of several visits, each given as its own steps (see tests/core/visit/given.ts), by name. */
import type { VisitId } from "#core/visit/events.ts";
import type { VisitRecord } from "#core/visit/strikes.ts";
import { boardOf, type BoardRow } from "#projections/board.ts";
import type { Seen } from "#projections/held-board.ts";
import { absorb, emptyState, type WardState } from "#projections/ward-state.ts";
import { at, recordId, recordsOf, type Step } from "#tests/core/visit/given.ts";

export type Steps = { readonly [visit: string]: ReadonlyArray<Step> };

export const visitId = (name: string): VisitId => name as VisitId;

export const stateOf = (steps: Steps): WardState => absorb(emptyState, recordsOfWard(steps));

/** Rows and files of visits whose steps stayed the same stay the same objects. */
export const stateAfter = (before: WardState, steps: Steps): WardState =>
  absorb(before, recordsOfWard(steps).filter((record) => !isIn(before, record)));

export const seenAt = (state: WardState, clock: string): Seen => ({ state, board: boardOf(state, at(clock)) });

export const rowOf = (steps: ReadonlyArray<Step>, clock = "18:00"): BoardRow => {
  const { overdue, waiting, inCare } = boardOf(stateOf({ ann: steps }), at(clock));
  const [row] = [...overdue, ...waiting, ...inCare];
  if (row === undefined) throw new Error("nobody is on the board");
  return row;
};

const recordsOfWard = (steps: Steps): ReadonlyArray<VisitRecord> =>
  Object.entries(steps).flatMap(([name, ofVisit]) =>
    recordsOf(...ofVisit).map((record) => ({ ...record, id: recordId(`${name} ${record.id}`), event: { ...record.event, visit: visitId(name) } })),
  );

const isIn = (state: WardState, record: VisitRecord): boolean =>
  state.visits.get(record.event.visit)?.records.some(({ id }) => id === record.id) ?? false;
