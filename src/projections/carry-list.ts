/**
 * Visits as they are carried out: which there are, and what of each exists nowhere else.
 *
 * - CRL1 Every visit is in the list in order of arrival, those that were struck too: their records are records.
 * - CRL2 A visit's uncarried records are those that no file held.
 */
import { isIn } from "#core/log/runs.ts";
import { metAtMs, phaseOf } from "#core/visit/visit.ts";
import type { VisitFile, WardState } from "./ward-state.ts";

export interface CarryRow {
  readonly file: VisitFile;
  readonly is: "here" | "left" | "phone" | "struck";
  readonly uncarried: number;
}

export type CarryFilter = "all" | "here" | "left";

export const carryListOf = ({ visits, ward }: Pick<WardState, "visits" | "ward">): ReadonlyArray<CarryRow> =>
  [...visits.values()]
    .map((file) => ({ file, is: standingOf(file), uncarried: file.records.filter(({ device, seq }) => !isIn(ward.carried[device] ?? [], seq)).length }))
    .toSorted((a, b) => cameMs(a) - cameMs(b) || (a.file.visit.id < b.file.visit.id ? -1 : 1));

/** Who was struck, or only rang, is neither here nor left: they are with all. */
export const filtered = (rows: ReadonlyArray<CarryRow>, filter: CarryFilter): ReadonlyArray<CarryRow> =>
  filter === "all" ? rows : rows.filter((row) => row.is === filter);

const standingOf = ({ visit }: VisitFile): CarryRow["is"] => {
  const phase = phaseOf(visit).is;
  if (phase === "onPhone" || phase === "callOver") return "phone";
  return phase === "void" ? "struck" : phase === "left" ? "left" : "here";
};

/** A struck visit has no arrival that counts; it stands where its first record happened. */
const cameMs = ({ file: { visit, records } }: CarryRow): number => metAtMs(visit) ?? Math.min(...records.map(({ atMs }) => atMs));
