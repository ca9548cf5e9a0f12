// Files list visits as they came in, so that two exports of the same visits are the same file.
import type { VisitFile } from "#projections/ward-state.ts";

export const inOrderOfArrival = (files: ReadonlyArray<VisitFile>): ReadonlyArray<VisitFile> =>
  files.toSorted((a, b) => (a.visit.arrivedAtMs ?? 0) - (b.visit.arrivedAtMs ?? 0) || (a.visit.id < b.visit.id ? -1 : 1));
