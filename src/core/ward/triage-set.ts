/**
 * The ward's own triage set: complaints and what each level is given for, from a file that the ward has the right to use. It is
 * a text to read from; no level is ever reckoned from it.
 *
 * - TRS1 Every set that was ever loaded stays, whatever order the records come in; its complaints lie in the log alone, and the
 *   state holds what is said of it.
 * - TRS2 Of a scale's sets the last one loaded, in causal order, is the one in use, until it is said of that very one that it is not.
 *   Then none is: an older one never comes back by itself.
 * - TRS3 What was chosen stands in the record of the level: words, level and edition as they were, whatever becomes of the set.
 */
import type { Level, ScaleId } from "../clinical/scales.ts";
import { inCausalOrderBy, placeInLog, type PlaceInLog } from "../log/order.ts";
import type { LogRecord, RecordId } from "../log/record.ts";

export interface Discriminator {
  readonly text: string;
  readonly level: Level;
}
export interface Complaint {
  readonly name: string;
  /** Other words that it is looked for by. */
  readonly also?: ReadonlyArray<string>;
  readonly discriminators: ReadonlyArray<Discriminator>;
}
export interface TriageSetHead {
  readonly name: string;
  readonly version: string;
  readonly scale: ScaleId;
  readonly language: string;
  readonly source: string;
  /** `until` is the last day, 2026-12-31. */
  readonly licence: { readonly holder: string; readonly terms?: string; readonly until?: string };
  readonly approvedBy: { readonly name: string; readonly role: string; readonly date: string };
}
export interface WardTriageSet extends TriageSetHead {
  readonly complaints: ReadonlyArray<Complaint>;
}

/** The discriminator that somebody chose before they said the level; `level` is the one the set gives it. */
export interface Because {
  readonly complaint: string;
  readonly text: string;
  readonly level: Level;
  readonly set: Pick<TriageSetHead, "name" | "version">;
}

export interface TriageSetLoaded {
  readonly type: "v1.TriageSetLoaded";
  readonly set: WardTriageSet;
}
/** No longer in use; `set` is the record that loaded it. */
export interface TriageSetRemoved {
  readonly type: "v1.TriageSetRemoved";
  readonly set: RecordId;
}

export interface LoadedSet {
  readonly head: TriageSetHead;
  readonly by: PlaceInLog & Pick<LogRecord, "atMs">;
}
export interface TriageSets {
  /** In causal order. */
  readonly loaded: ReadonlyArray<LoadedSet>;
  readonly removed: ReadonlyArray<RecordId>;
}

export const withTriageSet = ({ loaded, removed }: TriageSets, record: LogRecord, event: TriageSetLoaded | TriageSetRemoved): TriageSets => {
  if (event.type === "v1.TriageSetRemoved") return { loaded, removed: [...new Set([...removed, event.set])].toSorted() };
  const { complaints: _inTheLog, ...head } = event.set;
  const others = loaded.filter(({ by }) => by.id !== record.id);
  return { removed, loaded: inCausalOrderBy([...others, { head, by: { ...placeInLog(record), atMs: record.atMs } }], ({ by }) => by) };
};
