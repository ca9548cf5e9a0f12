/**
 * The true state of the records: what is saved here and what has been carried out of this device.
 *
 * - CAR1 Nothing is called carried before a file held it that somebody saw saved.
 * - CAR2 The age shown is that of the oldest record that exists nowhere else.
 */
import type { EpochMs } from "#core/time.ts";
import type { WardState } from "./ward-state.ts";

export interface Carriage {
  readonly uncarried: number;
  /** When the oldest uncarried record was written. */
  readonly oldestWroteMs: EpochMs | null;
  readonly lastCarriedAtMs: EpochMs | null;
}

export const carriageOf = (state: WardState): Carriage => ({
  uncarried: state.uncarried.length,
  oldestWroteMs: state.uncarried.reduce<EpochMs | null>((oldest, one) => (oldest === null || one.wroteMs < oldest ? one.wroteMs : oldest), null),
  lastCarriedAtMs: state.ward.lastCarriedAtMs,
});
