/**
 * Which visits go on paper, and in what order.
 *
 * - PRL1 Every visit that was taken in and not struck, the earliest first, telephone contacts too; on request only those who are here.
 * - PRL2 Of chosen numbers those visits and no others, a struck one too: somebody asked for it.
 */
import { metAtMs, phaseOf } from "#core/visit/visit.ts";
import type { TemporaryNumber } from "#core/visit/temporary-number.ts";
import { numbersOf } from "./by-number.ts";
import type { VisitFile, WardState } from "./ward-state.ts";

/** Everybody, those who are here, or just these. */
export type Whose = "all" | "here" | ReadonlyArray<TemporaryNumber>;

export const printList = ({ visits }: Pick<WardState, "visits">, whose: Whose): ReadonlyArray<VisitFile> =>
  [...visits.values()]
    .filter(asks(whose))
    .toSorted((a, b) => (metAtMs(a.visit) ?? 0) - (metAtMs(b.visit) ?? 0) || (a.visit.id < b.visit.id ? -1 : 1));

const asks = (whose: Whose): ((file: VisitFile) => boolean) => {
  if (whose !== "all" && whose !== "here") {
    const chosen = new Set(whose);
    return ({ visit }) => numbersOf(visit).some((number) => chosen.has(number));
  }
  return ({ visit }) => {
    const phase = phaseOf(visit).is;
    return phase !== "void" && (whose === "all" || (phase !== "left" && phase !== "onPhone" && phase !== "callOver"));
  };
};
