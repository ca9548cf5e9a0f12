/**
 * Tells listeners what came in, by whatever road: this tab's own writing, another tab, another device.
 *
 * - DLV1 A listener hears each record once, in order of place, whoever wrote it.
 * - DLV2 What this tab wrote is told without reading it back, when nothing else came between.
 */
import type { PlacedRecord } from "#core/log/port.ts";
import { readBatches, type LogReader } from "./log-reader.ts";

type Listener = (records: ReadonlyArray<PlacedRecord>) => void;

export interface Delivery {
  readonly subscribe: (listener: Listener) => () => void;
  /** Reads and tells what lies after the last place told. Answers when nothing is left. */
  readonly catchUp: () => Promise<void>;
  /** The last place told. */
  readonly told: () => number;
  readonly tellOwn: (placed: ReadonlyArray<PlacedRecord>) => Promise<void>;
  readonly stop: () => void;
}

export const startDelivery = (reader: LogReader, after: number): Delivery => {
  const listeners = new Set<Listener>();
  let told = after;
  let running: Promise<void> | null = null;
  let isStopped = false;

  const tell = (upTo: number, records: ReadonlyArray<PlacedRecord>): void => {
    told = upTo;
    if (records.length > 0) for (const listener of listeners) listener(records);
  };
  const run = async (): Promise<void> => {
    try {
      for await (const { upTo, records } of readBatches(reader, told)) {
        if (isStopped) return;
        tell(upTo, records);
      }
    } catch (fault) {
      // A store closed under a reading that nobody waits for any more is no fault.
      if (!isStopped) throw fault;
    }
  };
  // A call during a run waits for it and reads once more: its news may have come after that run's last look.
  const catchUp = async (): Promise<void> => {
    while (running !== null) await running;
    if (isStopped) return;
    running = run().finally(() => { running = null; });
    await running;
  };

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },
    catchUp,
    told: () => told,
    tellOwn: async (placed) => {
      const last = placed.at(-1)?.place ?? told;
      const isNext = placed[0]?.place === told + 1 && last === told + placed.length;
      if (running === null && isNext) tell(last, placed);
      else await catchUp();
    },
    stop: () => { isStopped = true; },
  };
};
