/**
 * Telephone contacts as the ward must see them: who is owed a call, which calls nothing came of yet, who is on the way.
 *
 * - CLS1 Whoever is owed a call comes first, the one that is most overdue at the top; an attempt that nobody answered takes none away.
 * - CLS2 Every contact that has not come stands in one list and only one; a struck one in none. Who came stands with those that are over.
 * - CLS3 Of who is on the way the most urgent come first; of the rest, those that are over newest first, the open ones oldest first.
 * - CLS4 "Answered within two minutes" is a share of the calls of which the wait is known, and says how many those are.
 * - CLS5 Calls an hour are counted by when they were answered; a struck call is none, one from a clock that is ahead is of now.
 */
import { isAnsweredInTime } from "#core/clinical/telephone.ts";
import { untriagedUrgency, urgencyOf } from "#core/clinical/scales.ts";
import { hourMs, minutesBetween, type EpochMs } from "#core/time.ts";
import { actionOf, callBacksOf, type Phone } from "#core/visit/phone.ts";
import { phaseOf, triageOf, type Visit } from "#core/visit/visit.ts";
import type { VisitFile, WardState } from "./ward-state.ts";

export interface CallRow {
  readonly file: VisitFile;
  readonly phone: Phone;
  /** When they are to be rung up, if anybody promised it. */
  readonly dueAtMs: EpochMs | null;
  readonly hasCome: boolean;
}

export interface Calls {
  readonly callBacks: ReadonlyArray<CallRow>;
  readonly open: ReadonlyArray<CallRow>;
  readonly coming: ReadonlyArray<CallRow>;
  readonly over: ReadonlyArray<CallRow>;
}

export interface CallFigures {
  readonly lastHour: number;
  readonly all: number;
  readonly inTime: number;
  /** Of how many the wait is known. */
  readonly told: number;
  readonly overdue: number;
}

const known = new WeakMap<WardState["visits"], Calls>();

export const callsOf = ({ visits }: Pick<WardState, "visits">): Calls => {
  const made = known.get(visits) ?? makeCalls([...visits.values()].flatMap(rowOf));
  known.set(visits, made);
  return made;
};

/** Minutes over the promised time; null while it has not come. */
export const overdueMin = ({ dueAtMs }: CallRow, nowMs: EpochMs): number | null => (dueAtMs === null || dueAtMs > nowMs ? null : minutesBetween(dueAtMs, nowMs));

export const callFiguresOf = (state: Pick<WardState, "visits">, nowMs: EpochMs): CallFigures => {
  const { callBacks, open, coming, over } = callsOf(state);
  const rows = [callBacks, open, coming, over].flat();
  const inTime = rows.map(({ phone }) => isAnsweredInTime(phone.taken.rangFor)).filter((one) => one !== null);
  return {
    lastHour: rows.filter(({ phone }) => phone.atMs > nowMs - hourMs).length,
    all: rows.length,
    inTime: inTime.filter((one) => one).length,
    told: inTime.length,
    overdue: callBacks.filter((row) => overdueMin(row, nowMs) !== null).length,
  };
};

const rowOf = (file: VisitFile): ReadonlyArray<CallRow> => {
  const { phone } = file.visit;
  const is = phaseOf(file.visit).is;
  if (phone === null || is === "void") return [];
  return [{ file, phone, hasCome: file.visit.arrivedAtMs !== null, dueAtMs: is === "onPhone" ? (callBacksOf(phone)[0] ?? null) : null }];
};

const makeCalls = (rows: ReadonlyArray<CallRow>): Calls => {
  const away = rows.filter(({ dueAtMs, file }) => dueAtMs === null && phaseOf(file.visit).is === "onPhone");
  const isComing = ({ phone }: CallRow): boolean => actionOf(phone) === "comeIn";
  return {
    callBacks: rows.filter(({ dueAtMs }) => dueAtMs !== null).toSorted((a, b) => (a.dueAtMs ?? 0) - (b.dueAtMs ?? 0) || byAnswer(a, b)),
    open: away.filter((row) => !isComing(row)).toSorted(byAnswer),
    coming: away.filter(isComing).toSorted((a, b) => urgency(a.file.visit) - urgency(b.file.visit) || byAnswer(a, b)),
    over: rows.filter(({ file }) => phaseOf(file.visit).is !== "onPhone").toSorted((a, b) => byAnswer(b, a)),
  };
};

const byAnswer = (a: CallRow, b: CallRow): number => a.phone.atMs - b.phone.atMs || (a.file.visit.id < b.file.visit.id ? -1 : 1);

const urgency = (visit: Visit): number => {
  const triage = triageOf(visit);
  return triage === null ? untriagedUrgency : urgencyOf(triage.value);
};
