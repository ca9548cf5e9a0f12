/**
 * Which visits go on paper, and in what order.
 *
 * - PRL1 Every visit that was taken in and not struck, the earliest arrival first; on request only those who are here.
 */
import { phaseOf } from "#core/visit/visit.ts";
import type { VisitFile, WardState } from "./ward-state.ts";

export const printList = ({ visits }: Pick<WardState, "visits">, whose: "all" | "here"): ReadonlyArray<VisitFile> =>
  [...visits.values()]
    .filter(({ visit }) => {
      const phase = phaseOf(visit).is;
      return phase !== "void" && (whose === "all" || phase !== "left");
    })
    .toSorted((a, b) => (a.visit.arrivedAtMs ?? 0) - (b.visit.arrivedAtMs ?? 0) || (a.visit.id < b.visit.id ? -1 : 1));
