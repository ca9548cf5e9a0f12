// Files list visits as they came in, so that two exports of the same visits are the same file.
import { metAtMs } from "#core/visit/visit.ts";
import type { VisitFile } from "#projections/ward-state.ts";

export const inOrderOfArrival = (files: ReadonlyArray<VisitFile>): ReadonlyArray<VisitFile> =>
  files.toSorted((a, b) => (metAtMs(a.visit) ?? 0) - (metAtMs(b.visit) ?? 0) || (a.visit.id < b.visit.id ? -1 : 1));
