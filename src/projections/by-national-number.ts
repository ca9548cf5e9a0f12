/**
 * Who is, or was, here under a national number.
 *
 * - NNB1 Every visit that goes on and of which any device says this number; not who has left, and not what was struck.
 * - NNB2 The name under a number is that of every visit in the book that is not struck; where they say different names there is none.
 */
import { phaseOf, type Visit } from "#core/visit/visit.ts";
import type { VisitFile, WardState } from "./ward-state.ts";

type Visits = Pick<WardState, "visits">;

export const filesHereByNationalNumber = ({ visits }: Visits, digits: string): ReadonlyArray<VisitFile> =>
  [...visits.values()].filter(({ visit }) => !["left", "void"].includes(phaseOf(visit).is) && isUnder(visit, digits));

/** null: nobody was here under it, or not everybody says the same. */
export const nameUnderNationalNumber = ({ visits }: Visits, digits: string): string | null => {
  const names = [...visits.values()].flatMap(({ visit }) => (phaseOf(visit).is !== "void" && isUnder(visit, digits) ? (visit.heard.name ?? []) : []));
  const said = new Set(names.flatMap(({ value }) => (value.is === "known" ? [value.value.trim()] : [])));
  const [only = null] = said;
  return said.size === 1 ? only : null;
};

const isUnder = ({ heard }: Visit, digits: string): boolean =>
  (heard.nationalNumber ?? []).some(({ value }) => value.is === "known" && value.value.replace(/\D/g, "") === digits);
