/**
 * The ward's triage sets as they are read: which is in use, what lies in it, and whether its licence still runs.
 *
 * - TRP1 What lies in a set is fetched from the record that loaded it, when somebody wants to read it; what does not open is null.
 * - TRP2 A licence runs to the end of its last day; without a last day it runs.
 */
import { scales, type Level, type ScaleId, type ScaleLevel } from "#core/clinical/scales.ts";
import type { Discriminator, LoadedSet, TriageSetHead, TriageSets, WardTriageSet } from "#core/ward/triage-set.ts";
import type { ReadOne } from "./with-pictures.ts";

export const setInUse = ({ loaded, removed }: TriageSets, scale: ScaleId): LoadedSet | null => {
  const last = loaded.findLast(({ head }) => head.scale === scale);
  return last === undefined || removed.includes(last.by.id) ? null : last;
};

export interface SetInWard extends LoadedSet {
  readonly isInUse: boolean;
}

/** Those in use first, then the others, the last one loaded first. */
export const setsOf = (sets: TriageSets): ReadonlyArray<SetInWard> => {
  const all = sets.loaded.map((one) => ({ ...one, isInUse: setInUse(sets, one.head.scale)?.by.id === one.by.id })).toReversed();
  return [...all.filter(({ isInUse }) => isInUse), ...all.filter(({ isInUse }) => !isInUse)];
};

export const contentOf = async ({ by }: LoadedSet, readOne: ReadOne): Promise<WardTriageSet | null> => {
  const read = await readOne(by);
  return read?.event.type === "v1.TriageSetLoaded" ? read.event.set : null;
};

/** `today` as 2026-11-23. */
export const isExpired = ({ licence: { until } }: TriageSetHead, today: string): boolean => until !== undefined && until < today;

/** How many discriminators each level of the set's scale has, none left out. */
export const countsOf = ({ scale, complaints }: WardTriageSet): ReadonlyArray<readonly [level: Level, count: number]> =>
  scales[scale].levels.map(({ level }) => [level, complaints.reduce((sum, { discriminators }) => sum + discriminators.filter((one) => one.level === level).length, 0)]);

/** The most urgent first; a level that gives nothing is left out, and so is none that does. */
export const byLevel = (discriminators: ReadonlyArray<Discriminator>, scale: ScaleId): ReadonlyArray<readonly [ScaleLevel, ReadonlyArray<Discriminator>]> =>
  scales[scale].levels.map((one) => [one, discriminators.filter(({ level }) => level === one.level)] as const).filter(([, some]) => some.length > 0);
