/**
 * The state of one ward, kept as its log grows, and put away now and then so that the next start is short.
 *
 * - KEEP1 The state holds every record that was given out, and listeners hear of it after it does.
 * - KEEP2 Who is here is there first; those who left long ago follow when the page has nothing better to do.
 */
import type { PlacedRecord, WardLog } from "#core/log/port.ts";
import { foldVersion, herePart, partsOf, pastPart, stateFrom, wardPart, withPast } from "#projections/checkpoint.ts";
import { absorb, emptyState, type WardState } from "#projections/ward-state.ts";

type Listener = (records: ReadonlyArray<PlacedRecord>) => void;

/** Runs its work when the page has nothing better to do. */
export type Later = (work: () => void) => void;

export interface KeptState {
  readonly state: () => WardState;
  readonly subscribe: (listener: Listener) => () => void;
  /** Resolves when those who left long ago are in the state too; what is exported or searched waits for it. */
  readonly whole: Promise<void>;
}

/** So many new records make it worth putting the folds away anew. */
const recordsACheckpoint = 250;

export const keepState = async (log: WardLog, later: Later): Promise<KeptState> => {
  const start = await startFrom(log);
  let { state, upTo } = start;
  let sinceCheckpoint = 0;
  const listeners = new Set<Listener>();
  const show = (next: WardState, records: ReadonlyArray<PlacedRecord>): void => {
    state = next;
    for (const listener of listeners) listener(records);
  };
  const take = (records: ReadonlyArray<PlacedRecord>): void => {
    upTo = records.reduce((last, { place }) => Math.max(last, place), upTo);
    sinceCheckpoint += records.length;
    show(absorb(state, records.map(({ record }) => record)), records);
  };
  const putAway = async (): Promise<void> => {
    if (sinceCheckpoint < recordsACheckpoint) return;
    sinceCheckpoint = 0;
    await log.saveCheckpoint({ upTo, foldVersion, parts: partsOf(state) });
  };
  const takeUpPast = async (): Promise<void> => {
    for (let part = 0; part < start.pastParts; part += 1) {
      await new Promise<void>((resolve) => later(resolve));
      const next = withPast(state, await start.past(part));
      if (next === null) return takeAll(log, 0, take);
      show(next, []);
    }
  };
  log.subscribe((records) => {
    take(records);
    if (sinceCheckpoint >= recordsACheckpoint) later(() => void whole.then(putAway));
  });
  await takeAll(log, start.upTo, take);
  const whole = takeUpPast();
  later(() => void whole.then(putAway));
  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    whole,
  };
};

const takeAll = async (log: WardLog, after: number, take: Listener): Promise<void> => {
  for await (const batch of log.read(after)) take(batch);
};

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
