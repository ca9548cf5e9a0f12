/**
 * What whoever meets the patient is warned of: the flags that were set, and what other answers say as plainly.
 *
 * - FLG1 An isolation or a sign of infection warns as its flag does; of devices that disagree the one that warns is shown.
 * - FLG2 Each stands once, in the order of the list of flags.
 */
import { flags, type Flag } from "#core/visit/details.ts";
import { answerOf, type Visit } from "#core/visit/visit.ts";
import { valueOf } from "#core/answer.ts";

export const flagsOf = (visit: Visit): ReadonlyArray<Flag> => {
  const set = valueOf(answerOf(visit, "flags")) ?? [];
  const isSaid = (flag: Flag): boolean =>
    set.includes(flag) ||
    (flag === "isolation" && valueOf(answerOf(visit, "isolation")) !== null) ||
    (flag === "infection" && (valueOf(answerOf(visit, "infectionSigns")) ?? []).length > 0);
  return flags.filter(isSaid);
};
