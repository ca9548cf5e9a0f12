/** A log in memory with made-up seals: what a scenario writes becomes records, batch by batch, as the real log would have them. */
import type { Writing } from "#core/log/port.ts";
import type { DeviceId, LogRecord, RecordId, Stamp } from "#core/log/record.ts";
import { epochMs, type EpochMs } from "#core/time.ts";
import type { VisitId } from "#core/visit/events.ts";
import type { VisitRecord } from "#core/visit/strikes.ts";
import { absorb, emptyState, type WardState } from "#projections/ward-state.ts";
import type { Scenario } from "#scenarios/scenario.ts";
import { scenarioWritings, type PlayedLines } from "#scenarios/writings.ts";

const device = "device-a" as DeviceId;

export interface PretendLog {
  readonly records: () => ReadonlyArray<LogRecord>;
  readonly state: () => WardState;
  readonly recordsOf: (visit: VisitId) => ReadonlyArray<VisitRecord>;
  /** `lateMs` after it happened. */
  readonly append: (writings: ReadonlyArray<Writing>, lateMs?: number) => void;
}

export const createPretendLog = (): PretendLog => {
  const records: LogRecord[] = [];
  let state = emptyState;
  const append = (writings: ReadonlyArray<Writing>, lateMs = 20_000): void => {
    const added = writings.map((writing, nth): LogRecord => {
      const seq = records.length + nth + 1;
      return {
        ...writing,
        id: seq.toString(16).padStart(64, "0") as RecordId,
        device,
        seq,
        stamp: `${(1_000_000 + seq).toString(16).padStart(12, "0")}-0000` as Stamp,
        wroteMs: epochMs(writing.atMs + lateMs),
        seen: [],
      };
    });
    records.push(...added);
    state = absorb(state, added);
  };
  return { records: () => records, state: () => state, append, recordsOf: (visit) => state.visits.get(visit)?.records ?? [] };
};

export const playEvening = (
  scenario: Scenario,
  options: { readonly startMs: EpochMs; readonly toMinutes?: ReadonlyArray<number>; readonly seed?: string; readonly log?: PretendLog },
): { readonly log: PretendLog; readonly refused: PlayedLines["refused"]; readonly batches: number } => {
  const log = options.log ?? createPretendLog();
  const refused: Array<PlayedLines["refused"][number]> = [];
  let fromLine = 0;
  let batches = 0;
  for (const toMinute of options.toMinutes ?? [Number.POSITIVE_INFINITY]) {
    for (let went = true; went; ) {
      const numbers = { wardCode: "TR", letter: "A", serial: log.state().visits.size + 1 };
      const played = scenarioWritings(scenario, { fromLine, toMinute }, { startMs: options.startMs, seed: options.seed ?? "drill", numbers, recordsOf: log.recordsOf });
      log.append(played.writings);
      refused.push(...played.refused);
      went = played.nextLine > fromLine;
      fromLine = played.nextLine;
      batches += 1;
    }
  }
  return { log, refused, batches };
};
