/**
 * Who rang and is not here: those who may be the one at the desk, and those who were told to come.
 *
 * - WRG1 The same national number is the first sign; then a name alike or a part of it, also of who rang where nobody said the
 *   patient's: at the desk many say no more. An age that both told and that differs is somebody else.
 * - WRG2 Whoever rang twice stands there twice, the latest call first; nobody who has come stands there, nor a call that was over a day ago.
 * - WRG3 Those who were told to come stand there before a letter is typed, the most urgent first, and nobody stands there twice.
 */
import { areLikeNames, isPartOfName, nameWords } from "#core/identity/name-likeness.ts";
import { minuteMs, type EpochMs } from "#core/time.ts";
import { untriagedUrgency, urgencyOf } from "#core/clinical/scales.ts";
import { actionOf, type Phone } from "#core/visit/phone.ts";
import { phaseOf, triageOf } from "#core/visit/visit.ts";
import { areOfAge, haveNumberAlike, soughtOfVisit, type Sought } from "./possible-same.ts";
import type { VisitFile, WardState } from "./ward-state.ts";

export interface Caller {
  readonly file: VisitFile;
  readonly phone: Phone;
}

export interface Callers {
  readonly alike: ReadonlyArray<Caller>;
  readonly coming: ReadonlyArray<Caller>;
}

const overForMs = 24 * 60 * minuteMs;

export const callersAt = ({ visits }: Pick<WardState, "visits">, sought: Sought, nowMs: EpochMs): Callers => {
  const away = awayIn(visits);
  const signs = away.flatMap((one) => signOf(one, sought)).filter(({ caller }) => isStillTheirs(caller, nowMs));
  const alike = signs.toSorted((a, b) => a.sign - b.sign || b.caller.phone.atMs - a.caller.phone.atMs).map(({ caller }) => caller);
  const told = away.filter((one) => actionOf(one.phone) === "comeIn" && !alike.includes(one));
  return { alike, coming: told.toSorted((a, b) => urgency(a) - urgency(b) || a.phone.atMs - b.phone.atMs) };
};

const known = new WeakMap<WardState["visits"], ReadonlyArray<Caller>>();

/** Looked through once, whatever is typed. */
const awayIn = (visits: WardState["visits"]): ReadonlyArray<Caller> => {
  const away = known.get(visits) ?? [...visits.values()].flatMap((file) => (file.visit.phone !== null && file.visit.arrivedAtMs === null && phaseOf(file.visit).is !== "left" ? [{ file, phone: file.visit.phone }] : []));
  known.set(visits, away);
  return away;
};

const isStillTheirs = ({ file }: Caller, nowMs: EpochMs): boolean => {
  const phase = phaseOf(file.visit);
  return phase.is !== "callOver" || phase.atMs > nowMs - overForMs;
};

const urgency = ({ file }: Caller): number => {
  const triage = triageOf(file.visit);
  return triage === null ? untriagedUrgency : urgencyOf(triage.value);
};

const signOf = (caller: Caller, sought: Sought): ReadonlyArray<{ readonly caller: Caller; readonly sign: 0 | 1 }> => {
  const card = cardOf(caller);
  if (haveNumberAlike(sought, card)) return [{ caller, sign: 0 }];
  if (areOfAge(sought, card) === "no") return [];
  const isAlike = sought.names.some((name) => card.names.some((other) => areLikeNames(name, other) || isPartOfName(name, other)));
  return isAlike ? [{ caller, sign: 1 }] : [];
};

const cards = new WeakMap<VisitFile, Sought>();

const cardOf = ({ file, phone }: Caller): Sought => {
  const made = cards.get(file);
  if (made !== undefined) return made;
  const told = soughtOfVisit(file.visit, phone.atMs);
  const { callerName } = phone.taken;
  const rang = callerName?.is === "known" ? nameWords(callerName.value) : [];
  const card = told.names.length > 0 || rang.length === 0 ? told : { ...told, names: [rang] };
  cards.set(file, card);
  return card;
};
