/**
 * The true state of the records: what is saved here and what has been carried out of this device.
 *
 * - CAR1 Nothing is called carried before a file held it that somebody saw saved.
 * - CAR2 The age shown is that of the oldest record that no file to the journal held.
 * - CAR3 What lies in a sealed archive is not only here, though nothing was carried out by it.
 */
import { isIn } from "#core/log/runs.ts";
import type { EpochMs } from "#core/time.ts";
import type { Uncarried, WardState } from "./ward-state.ts";

export interface Carriage {
  readonly uncarried: number;
  /** When the oldest uncarried record was written. */
  readonly oldestWroteMs: EpochMs | null;
  readonly lastCarriedAtMs: EpochMs | null;
  readonly lastBackedUpAtMs: EpochMs | null;
  /** In no file of any kind: gone when this device is gone. */
  readonly onlyHere: number;
  readonly oldestOnlyHereMs: EpochMs | null;
}

export const carriageOf = ({ uncarried, ward: { backedUp, lastCarriedAtMs, lastBackedUpAtMs } }: Pick<WardState, "uncarried" | "ward">): Carriage => {
  const onlyHere = uncarried.filter(({ device, seq }) => !isIn(backedUp[device] ?? [], seq));
  return { uncarried: uncarried.length, oldestWroteMs: oldestOf(uncarried), lastCarriedAtMs, lastBackedUpAtMs, onlyHere: onlyHere.length, oldestOnlyHereMs: oldestOf(onlyHere) };
};

const oldestOf = (records: ReadonlyArray<Uncarried>): EpochMs | null =>
  records.reduce<EpochMs | null>((oldest, { wroteMs }) => (oldest === null || wroteMs < oldest ? wroteMs : oldest), null);
