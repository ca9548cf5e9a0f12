// What time the log of a drill writes by: the drill's own clock, or an earlier minute of the evening that is put in afterwards.
import type { EpochMs } from "#core/time.ts";
import type { Clock } from "../../clock.ts";

export interface WriteClock {
  readonly nowMs: () => EpochMs;
  readonly set: (atMs: EpochMs | null) => void;
}

export const createWriteClock = (clock: Pick<Clock, "nowMs">): WriteClock => {
  let setMs: EpochMs | null = null;
  return { nowMs: () => setMs ?? clock.nowMs(), set: (atMs) => { setMs = atMs; } };
};
