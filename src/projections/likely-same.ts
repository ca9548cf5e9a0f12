/**
 * Whether somebody in a list of arrivals may be here already: shown before they are taken in, never decided.
 *
 * - LIK1 The same national number, or the same name in the same minute, may be the same; a struck visit is nobody.
 */
import { valueOf } from "#core/answer.ts";
import { minuteMs, type EpochMs } from "#core/time.ts";
import type { DetailAnswers } from "#core/visit/details.ts";
import { answerOf, type Visit } from "#core/visit/visit.ts";
import type { WardState } from "./ward-state.ts";

interface Comer {
  readonly atMs: EpochMs;
  readonly details: DetailAnswers;
}

/** Made once for many comers. */
export const likelySameIn = ({ visits }: Pick<WardState, "visits">): ((comer: Comer) => Visit | null) => {
  const byNumber = new Map<string, Visit>();
  const byName = new Map<string, Visit>();
  for (const { visit } of visits.values()) {
    if (visit.arrivedAtMs === null) continue;
    const number = valueOf(answerOf(visit, "nationalNumber"));
    const name = valueOf(answerOf(visit, "name"));
    if (number !== null) byNumber.set(number, visit);
    if (name !== null) byName.set(nameKey(name, visit.arrivedAtMs), visit);
  }
  return ({ atMs, details }) => {
    const number = valueOf(details.nationalNumber);
    const name = valueOf(details.name);
    return (number === null ? undefined : byNumber.get(number)) ?? (name === null ? undefined : byName.get(nameKey(name, atMs))) ?? null;
  };
};

const nameKey = (name: string, atMs: EpochMs): string => `${Math.floor(atMs / minuteMs)} ${name.trim().toLowerCase()}`;
