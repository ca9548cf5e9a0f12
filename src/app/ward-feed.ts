/**
 * One ward's log with its folds: what every page reads and the one way it writes.
 *
 * - FED1 What a page asks for is decided against the state as it is, then written; the answer comes when the disk has it.
 * - FED2 Two askings follow each other: the second is decided against what the first wrote.
 * - FED3 The answer holds what one undo of the deed takes back: all of it, and nothing of another patient's.
 * - FED4 Many are taken in in one go: each with a number of its own, all of them or none. No single undo takes them back.
 * - FED5 Who was taken in already, by another tab or before a crash, is not taken in again: the answer is what was written then.
 * - FED6 Numbers for paper are kept back by a record before the paper has them: no patient gets one that is not asked for.
 * - FED7 Who was written on paper is taken in under the paper's number; where it is another patient's already, under the next.
 */
import type { DowntimeEvent } from "#core/downtime/events.ts";
import type { PlacedRecord, SaveFault, WardLog, Writing } from "#core/log/port.ts";
import type { RecordId } from "#core/log/record.ts";
import { err, ok, type Result } from "#core/result.ts";
import type { Actor } from "#core/staff/actor.ts";
import type { EpochMs } from "#core/time.ts";
import type { VisitCommand, VisitRefusal } from "#core/visit/commands.ts";
import { decideAll } from "#core/visit/decide.ts";
import type { VisitId } from "#core/visit/events.ts";
import { numberParts, temporaryNumber, type TemporaryNumber } from "#core/visit/temporary-number.ts";
import type { RecoveryEvent } from "#core/recovery/events.ts";
import type { WardEvent } from "#core/ward/events.ts";
import { fileOf, type WardState } from "#projections/ward-state.ts";
import { hold } from "./holds.ts";
import { keepState, type KeptState, type Later } from "./kept-state.ts";

export type AskFault = VisitRefusal | SaveFault;
export type Asked = Result<ReadonlyArray<Pick<PlacedRecord, "record">>, AskFault>;

/** A deed about one patient, as an undo needs it. */
export interface Undoable {
  readonly visit: VisitId;
  /** All that was written in the one deed, the last first. */
  readonly records: ReadonlyArray<RecordId>;
}

export interface WardFeed extends KeptState {
  readonly ask: (visit: VisitId, commands: ReadonlyArray<VisitCommand>, actor: Actor) => Promise<Asked>;
  readonly readOne: WardLog["readOne"];
  /** The whole log, in batches: for what the state does not hold. */
  readonly read: WardLog["read"];
  /** Takes a patient in: the number is given inside the writer's lock, so that no other tab gives the same. */
  readonly register: (arrival: Arrival, actor: Actor) => Promise<Asked>;
  /** So many numbers in a row, for forms that are filled in by hand. */
  readonly reserve: (count: number, atMs: EpochMs, actor: Actor) => Promise<Result<ReadonlyArray<TemporaryNumber>, AskFault>>;
  readonly registerMany: (arrivals: ReadonlyArray<Arrival>, actor: Actor) => Promise<Asked>;
  /** Facts about the ward, the outage or the giving back, which need no deciding. */
  readonly tell: (facts: ReadonlyArray<{ readonly atMs: EpochMs; readonly event: WardEvent | DowntimeEvent | RecoveryEvent }>, actor: Actor) => Promise<Asked>;
}

export interface Arrival {
  readonly visit: VisitId;
  /** On the paper that they were written on. */
  readonly number?: TemporaryNumber | undefined;
  readonly commands: (number: TemporaryNumber) => ReadonlyArray<VisitCommand>;
}

export const openWardFeed = async (log: WardLog, later: Later): Promise<WardFeed> => {
  const kept = await keepState(log, later);
  const write = async (plan: () => Result<ReadonlyArray<Writing>, VisitRefusal>): Promise<Asked> => {
    let refusal: VisitRefusal | null = null;
    const letUpdate = hold("saving");
    const appending = log.append(() => {
      const planned = plan();
      if (planned.ok) return planned.value;
      refusal = planned.error;
      return [];
    });
    const written = await appending.finally(letUpdate);
    return refusal === null ? written : err(refusal);
  };
  const register = async (arrival: Arrival, actor: Actor): Promise<Asked> => {
    const written = await write(() => (fileOf(kept.state(), arrival.visit) !== undefined ? ok([]) : plannedArrivals(kept.state(), log, [arrival], actor)));
    if (!written.ok || written.value.length > 0) return written;
    return ok((fileOf(kept.state(), arrival.visit)?.records ?? []).filter(({ event }) => event.visit === arrival.visit).map((record) => ({ record })));
  };
  return {
    ...kept,
    readOne: log.readOne,
    read: log.read,
    ask: (visit, commands, actor) => write(() => planned(kept.state(), visit, commands, actor)),
    register,
    reserve: async (count, atMs, actor) => {
      let numbers: ReadonlyArray<TemporaryNumber> = [];
      const written = await write(() => {
        const { wardCode, letter } = log;
        numbers = Array.from({ length: count }, (_, place) => numberAhead(kept.state(), log, place + 1));
        const [first, last] = [numbers[0], numbers.at(-1)];
        if (first === undefined || last === undefined) return ok([]);
        return ok([{ actor, atMs, event: { type: "v1.NumbersReserved", series: `${wardCode}${letter}`, from: numberParts(first).serial, to: numberParts(last).serial } }]);
      });
      return written.ok ? ok(numbers) : written;
    },
    registerMany: (arrivals, actor) => write(() => plannedArrivals(kept.state(), log, arrivals, actor)),
    tell: (facts, actor) => write(() => ok(facts.map((fact) => ({ actor, ...fact })))),
  };
};

const planned = (
  state: WardState,
  visit: VisitId,
  commands: ReadonlyArray<VisitCommand>,
  actor: Actor,
): Result<ReadonlyArray<Writing>, VisitRefusal> => {
  const file = fileOf(state, visit);
  const decided = decideAll(file?.visit.id ?? visit, file?.records ?? [], commands);
  return decided.ok ? ok(decided.value.map((one) => ({ actor, ...one }))) : decided;
};

const plannedArrivals = (state: WardState, log: WardLog, arrivals: ReadonlyArray<Arrival>, actor: Actor): Result<ReadonlyArray<Writing>, VisitRefusal> => {
  const writings: Writing[] = [];
  for (const [place, { visit, commands, number }] of arrivals.entries()) {
    const given = number !== undefined && isFree(state, number) ? number : numberAhead(state, log, place + 1);
    const one = planned(state, visit, commands(given), actor);
    if (!one.ok) return one;
    writings.push(...one.value);
  }
  return ok(writings);
};

const numberAhead = ({ serials }: WardState, { wardCode, letter }: WardLog, ahead: number): TemporaryNumber =>
  temporaryNumber({ wardCode, letter, serial: (serials[`${wardCode}${letter}`] ?? 0) + ahead });

const isFree = ({ visits }: WardState, number: TemporaryNumber): boolean => ![...visits.values()].some(({ visit }) => visit.number === number);

/** Facts of the ward, and deeds about several patients, are not undone in one go: null. */
export const undoableIn = (written: ReadonlyArray<Pick<PlacedRecord, "record">>): Undoable | null => {
  const ofVisit = written.flatMap(({ record }) =>
    record.event.type !== "unknown" && "visit" in record.event ? [{ visit: record.event.visit, id: record.id }] : [],
  );
  const [first] = ofVisit;
  if (first === undefined || ofVisit.some(({ visit }) => visit !== first.visit)) return null;
  return { visit: first.visit, records: ofVisit.map(({ id }) => id).toReversed() };
};
