/**
 * One ward's log with its folds: what every page reads and the one way it writes.
 *
 * - FED1 What a page asks for is decided against the state as it is, then written; the answer comes when the disk has it.
 * - FED2 Two askings follow each other: the second is decided against what the first wrote.
 * - FED3 What was written can be undone by whoever wrote it here, the latest first.
 */
import type { DowntimeEvent } from "#core/downtime/events.ts";
import type { PlacedRecord, SaveFault, WardLog, Writing } from "#core/log/port.ts";
import type { RecordId } from "#core/log/record.ts";
import { err, ok, type Result } from "#core/result.ts";
import type { Actor } from "#core/staff/actor.ts";
import type { EpochMs } from "#core/time.ts";
import { decideAll, type VisitCommand, type VisitRefusal } from "#core/visit/decide.ts";
import type { VisitId } from "#core/visit/events.ts";
import { temporaryNumber, type TemporaryNumber } from "#core/visit/temporary-number.ts";
import type { WardEvent } from "#core/ward/events.ts";
import { foldVersion, herePart, partsOf, pastPart, stateFrom, wardPart, withPast } from "#projections/checkpoint.ts";
import { absorb, emptyState, type WardState } from "#projections/ward-state.ts";

export type AskFault = VisitRefusal | SaveFault;
export type Asked = Result<ReadonlyArray<PlacedRecord>, AskFault>;

/** The latest thing done from this page that can still be undone. */
export interface Undoable {
  readonly visit: VisitId;
  /** All that was written in the one deed, the last first. */
  readonly records: ReadonlyArray<RecordId>;
}

export interface WardFeed {
  readonly state: () => WardState;
  /** Called after every change of state, with what came in. */
  readonly subscribe: (listener: (records: ReadonlyArray<PlacedRecord>) => void) => () => void;
  readonly ask: (visit: VisitId, commands: ReadonlyArray<VisitCommand>, actor: Actor) => Promise<Asked>;
  /** Takes a patient in: the number is given inside the writer's lock, so that no other tab gives the same. */
  readonly register: (arrival: Arrival, actor: Actor) => Promise<Asked>;
  /** Facts about the ward or the outage, which need no deciding. */
  readonly tell: (facts: ReadonlyArray<{ readonly atMs: EpochMs; readonly event: WardEvent | DowntimeEvent }>, actor: Actor) => Promise<Asked>;
  /** Resolves when those who left long ago are in the state too; what is exported or searched waits for it. */
  readonly whole: Promise<void>;
  readonly undoable: () => Undoable | null;
  readonly forgetUndoable: () => void;
}

export interface Arrival {
  readonly visit: VisitId;
  readonly commands: (number: TemporaryNumber) => ReadonlyArray<VisitCommand>;
}

export const openWardFeed = async (log: WardLog, later: Later): Promise<WardFeed> => {
  const start = await startFrom(log);
  let { state } = start;
  let undoable: Undoable | null = null;
  let place = start.upTo;
  let sinceCheckpoint = 0;
  const listeners = new Set<(records: ReadonlyArray<PlacedRecord>) => void>();
  const show = (next: WardState, records: ReadonlyArray<PlacedRecord>): void => {
    state = next;
    for (const listener of listeners) listener(records);
  };
  const take = (records: ReadonlyArray<PlacedRecord>): void => {
    show(absorb(state, records.map(({ record }) => record)), records);
    place = records.reduce((last, one) => Math.max(last, one.place), place);
    sinceCheckpoint += records.length;
  };
  const putAway = async (): Promise<void> => {
    if (sinceCheckpoint < recordsACheckpoint) return;
    sinceCheckpoint = 0;
    await log.saveCheckpoint({ upTo: place, foldVersion, parts: partsOf(state) });
  };
  log.subscribe((records) => {
    take(records);
    if (sinceCheckpoint >= recordsACheckpoint) later(() => void whole.then(putAway));
  });
  for await (const batch of log.read(start.upTo)) take(batch);
  const foldAnew = async (): Promise<void> => {
    for await (const batch of log.read(0)) take(batch);
  };
  const takeUpPast = async (): Promise<void> => {
    for (let part = 0; part < start.pastParts; part += 1) {
      await new Promise<void>((resolve) => later(resolve));
      const next = withPast(state, await start.past(part));
      if (next === null) return foldAnew();
      show(next, []);
    }
  };
  const whole = takeUpPast();
  later(() => void whole.then(putAway));

  const write = async (plan: () => Result<ReadonlyArray<Writing>, VisitRefusal>): Promise<Asked> => {
    let refusal: VisitRefusal | null = null;
    const written = await log.append(() => {
      const planned = plan();
      if (planned.ok) return planned.value;
      refusal = planned.error;
      return [];
    });
    if (refusal !== null) return err(refusal);
    if (written.ok) undoable = lastUndoable(written.value) ?? undoable;
    return written;
  };
  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ask: (visit, commands, actor) => write(() => planned(state, visit, commands, actor)),
    register: ({ visit, commands }, actor) => write(() => planned(state, visit, commands(nextNumber(state, log)), actor)),
    tell: (facts, actor) => write(() => ok(facts.map((fact) => ({ actor, ...fact })))),
    whole,
    undoable: () => undoable,
    forgetUndoable: () => {
      undoable = null;
    },
  };
};

/** Runs its work when the page has nothing better to do. */
export type Later = (work: () => void) => void;

/** So many new records make it worth putting the folds away anew. */
const recordsACheckpoint = 250;

interface Start {
  readonly state: WardState;
  readonly upTo: number;
  readonly pastParts: number;
  readonly past: (part: number) => Promise<unknown>;
}

const startFrom = async (log: WardLog): Promise<Start> => {
  const checkpoint = await log.loadCheckpoint(foldVersion);
  const pieces = checkpoint === null ? null : stateFrom(await checkpoint.part(wardPart), await checkpoint.part(herePart));
  if (checkpoint === null || pieces === null) return { state: emptyState, upTo: 0, pastParts: 0, past: () => Promise.resolve([]) };
  return { ...pieces, upTo: checkpoint.upTo, past: (part) => checkpoint.part(pastPart(part)) };
};

const planned = (
  state: WardState,
  visit: VisitId,
  commands: ReadonlyArray<VisitCommand>,
  actor: Actor,
): Result<ReadonlyArray<Writing>, VisitRefusal> => {
  const decided = decideAll(visit, state.visits.get(visit)?.records ?? [], commands);
  return decided.ok ? ok(decided.value.map((one) => ({ actor, ...one }))) : decided;
};

const nextNumber = ({ serials }: WardState, { wardCode, letter }: WardLog): TemporaryNumber =>
  temporaryNumber({ wardCode, letter, serial: (serials[`${wardCode}${letter}`] ?? 0) + 1 });

/** What was just written about one visit; an undo takes the whole deed back. */
const lastUndoable = (written: ReadonlyArray<PlacedRecord>): Undoable | null => {
  const ofVisit = written.flatMap(({ record }) =>
    record.event.type !== "unknown" && "visit" in record.event ? [{ visit: record.event.visit, id: record.id }] : [],
  );
  const [first] = ofVisit;
  return first === undefined ? null : { visit: first.visit, records: ofVisit.map(({ id }) => id).toReversed() };
};
