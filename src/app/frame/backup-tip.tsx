/**
 * A quiet reminder that something is on this device only, where no folder takes the backups by itself.
 *
 * - BTP1 It comes when a record has been only here for an hour, or when a chosen folder waits for a tap; never in a drill.
 * - BTP2 It stands below the page and moves nothing. Put off, it is away for an hour, and then comes again as long as it is true.
 */
import { useState } from "react";
import { hourMs } from "#core/time.ts";
import { carriageOf } from "#projections/carriage.ts";
import { usePageWords } from "../page-words.ts";
import { useApp, useNow, useWardState } from "../app-context.tsx";
import { useBackups } from "../archive/use-backups.ts";
import { duration } from "../formats.ts";
import { Link } from "../router/link.tsx";
import { useLocation } from "../router/way.ts";

export const BackupTip = () => {
  const words = usePageWords();
  const { archive } = words;
  const { profile, book } = useApp();
  const { pathname } = useLocation();
  const { onlyHere, oldestOnlyHereMs } = carriageOf(useWardState());
  const { backups, state } = useBackups();
  const nowMs = useNow();
  const [offUntilMs, setOffUntilMs] = useState(0);
  const canSave = book.is === "open" && book.archive !== undefined;
  if (!canSave || profile === "drill" || pathname === "/recovery" || oldestOnlyHereMs === null || nowMs < offUntilMs) return null;
  const ageMs = Math.max(0, nowMs - oldestOnlyHereMs);
  const waits = state.is === "paused" && state.needs === "permission" ? state : null;
  if (waits === null && ageMs < hourMs) return null;
  return (
    <div className="frame-tip no-print" role="status">
      <span>{waits === null ? archive.onlyHere(onlyHere, duration(ageMs, words)) : archive.folderPaused(waits.folder)}</span>
      {waits !== null && (
        <button type="button" className="button" onClick={() => void backups?.allow()}>
          {archive.allowFolder}
        </button>
      )}
      {waits === null && (
        <Link className="button" to="/recovery#archive">
          {archive.tipSave}
        </Link>
      )}
      <button type="button" className="button button-plain" onClick={() => setOffUntilMs(nowMs + hourMs)}>
        {archive.tipLater}
      </button>
    </div>
  );
};
