/**
 * Who left without being seen, or against advice, while it was urgent: somebody must ring them.
 *
 * - CBL1 Of those who left unseen or against advice, who stood at the two most urgent levels of their scale, and who had no level:
 *   nobody looked, and unknown is not low.
 * - CBL2 They stay on the list until somebody who rang says that they were reached, or that it was settled otherwise; tries are counted.
 * - CBL3 Only calls after the leaving that stands count: who came back and left again is called again.
 * - CBL4 The most urgent first, then who left first. Who is back, and whose arrival or leaving was struck, is not on it.
 */
import { valueOf, type Answer } from "#core/answer.ts";
import { untriagedUrgency, urgencyOf } from "#core/clinical/scales.ts";
import type { EpochMs } from "#core/time.ts";
import type { Disposition, VisitId } from "#core/visit/events.ts";
import type { Claim, Standing } from "#core/visit/standing.ts";
import { phaseOf, triageOf, type TriageLevel, type Visit } from "#core/visit/visit.ts";
import type { VisitFile, WardState } from "./ward-state.ts";

export interface ToCallBack {
  readonly id: VisitId;
  readonly visit: Visit;
  readonly how: Disposition;
  readonly leftAtMs: EpochMs;
  readonly triage: Claim<TriageLevel> | null;
  /** Null while no number is known. */
  readonly phone: string | null;
  readonly tries: number;
  readonly lastTryMs: EpochMs | null;
}

const mostUrgentLevels = 2;

export const toCallBack = ({ visits }: Pick<WardState, "visits">): ReadonlyArray<ToCallBack> =>
  [...visits.values()]
    .flatMap((file) => callOf(file) ?? [])
    .toSorted((a, b) => urgency(a) - urgency(b) || a.leftAtMs - b.leftAtMs || (a.id < b.id ? -1 : 1));

const urgency = ({ triage }: ToCallBack): number => (triage === null ? untriagedUrgency : urgencyOf(triage.value));

const callsByFile = new WeakMap<VisitFile, ToCallBack | null>();

/** The same file gives the same answer: of a long evening only what changed is looked at. */
const callOf = (file: VisitFile): ToCallBack | null => {
  const known = callsByFile.get(file);
  if (known !== undefined) return known;
  const made = makeCall(file.visit);
  callsByFile.set(file, made);
  return made;
};

const makeCall = (visit: Visit): ToCallBack | null => {
  const phase = phaseOf(visit);
  if (phase.is !== "left" || (phase.how !== "leftUnseen" && phase.how !== "leftAgainstAdvice")) return null;
  const triage = triageOf(visit);
  if (triage !== null && triage.value.level > mostUrgentLevels) return null;
  const calls = visit.callBacks.filter(({ atMs }) => atMs >= phase.atMs);
  if (calls.some(({ value }) => value.outcome !== "notReached")) return null;
  return { id: visit.id, visit, how: phase.how, leftAtMs: phase.atMs, triage, phone: phoneOf(visit), tries: calls.length, lastTryMs: calls.at(-1)?.atMs ?? null };
};

/** Of the details that a ward asks for, the telephone is one as soon as anybody asks. */
const phoneOf = ({ heard }: Visit): string | null => {
  const answers: { readonly [name: string]: Standing<Answer<unknown>> | undefined } = heard;
  const phone = valueOf(answers["phone"]?.findLast(({ value }) => value.is === "known")?.value);
  return typeof phone === "string" && phone.trim() !== "" ? phone : null;
};
