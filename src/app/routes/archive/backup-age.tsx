/**
 * How old the last backup is, and what is on this device only. Never a green lie: what is unknown is not said.
 *
 * - BAG1 Before the first backup it says that there has been none; after it, when the last one was made and what has come since.
 */
import { carriageOf } from "#projections/carriage.ts";
import { useApp, useNow, useWardState } from "../../app-context.tsx";
import { usePageWords } from "../../page-words.ts";
import { duration, timeOf } from "../../formats.ts";

export const BackupAge = () => {
  const words = usePageWords();
  const { archive } = words;
  const { prefs } = useApp();
  const state = useWardState();
  const nowMs = useNow();
  const { onlyHere, oldestOnlyHereMs, lastBackedUpAtMs } = carriageOf(state);
  const age = (atMs: number): string => duration(Math.max(0, nowMs - atMs), words);
  return (
    <div className="archive-age">
      <p>{lastBackedUpAtMs === null ? archive.neverBackedUp : archive.lastBackup(timeOf(lastBackedUpAtMs, nowMs, prefs.language), age(lastBackedUpAtMs))}</p>
      {oldestOnlyHereMs !== null && <p className="archive-warn">{archive.onlyHere(onlyHere, age(oldestOnlyHereMs))}</p>}
      {oldestOnlyHereMs === null && lastBackedUpAtMs !== null && <p>{archive.nothingOnlyHere}</p>}
    </div>
  );
};
