/**
 * Who is here under a national number.
 *
 * - NNB1 Every visit that goes on and of which any device says this number; not who has left, and not what was struck.
 */
import { phaseOf } from "#core/visit/visit.ts";
import type { VisitFile, WardState } from "./ward-state.ts";

export const filesHereByNationalNumber = ({ visits }: Pick<WardState, "visits">, digits: string): ReadonlyArray<VisitFile> =>
  [...visits.values()].filter(({ visit }) => {
    const isHere = !["left", "void"].includes(phaseOf(visit).is);
    return isHere && (visit.heard.nationalNumber ?? []).some(({ value }) => value.is === "known" && value.value.replace(/\D/g, "") === digits);
  });
