/**
 * The board on a wall: five columns, readable at four metres, for everybody who passes.
 *
 * - WALL1 No name, no reason and no age stands on a wall: number, level, place, wait and status only.
 * - WALL2 It says when what it shows may be out of date, and when it shows nothing because the book is not open.
 * - WALL3 It shows as many as there is room for, who needs us next first, and how many more there are.
 * - WALL4 The time, this device's name, the state of the records and how long the outage has lasted are always in sight; a drill says so.
 */
import { useRef } from "react";
import { openDowntime } from "#core/downtime/downtime.ts";
import { settingsOf } from "#core/ward/ward.ts";
import { currentBoard } from "#projections/current-board.ts";
import { countsOf } from "#projections/counts.ts";
import { isStale, lastWroteMs } from "#projections/freshness.ts";
import { allRows } from "#projections/held-board.ts";
import { usePageWords } from "../../page-words.ts";
import { useApp, useNow, useWardState } from "../../app-context.tsx";
import { clockTime, duration, timeOf } from "../../formats.ts";
import { useClockDoubt } from "../../frame/clock-doubt.tsx";
import { usePageTitle } from "../../frame/page-title.ts";
import { useKeys } from "../../keys.ts";
import { Link } from "../../router/link.tsx";
import { useNavigate } from "../../router/way.ts";
import { useRoom } from "./use-room.ts";
import { useWakeLock } from "./use-wake-lock.ts";
import { WallRow } from "./wall-row.tsx";
import { WallDevice, WallRecords } from "./wall-state.tsx";
import "./wall.css";

export const WallPage = () => {
  const words = usePageWords();
  const { book, profile } = useApp();
  const state = useWardState();
  const nowMs = useNow();
  const navigate = useNavigate();
  const bodyRef = useRef<HTMLDivElement>(null);
  const board = currentBoard(state, nowMs);
  const rows = allRows(board);
  const room = useRoom(bodyRef, rows.length);
  useWakeLock();
  usePageTitle();
  useKeys({ Escape: () => navigate("/"), k: () => navigate("/"), f: () => void document.documentElement.requestFullscreen?.() });
  const downtime = openDowntime(state.downtimes);
  const shown = rows.slice(0, room);
  return (
    <main className="wall" data-profile={profile}>
      <header className="wall-head">
        {profile === "drill" && <strong className="drill-mark">{words.frame.drillMark}</strong>}
        <div className="wall-who">
          <h1>{settingsOf(state.ward).name}</h1>
          <WallDevice />
        </div>
        {downtime !== null && (
          <p className="wall-down">
            {words.frame.downtimeMark} <span className="number">{duration(Math.max(0, nowMs - downtime.startedAtMs), words)}</span>
          </p>
        )}
        <WallClock />
      </header>
      <WallWarning waiting={board.overdue.length + board.waiting.length} />
      <div role="table" className="wall-table" aria-label={words.board.wallTitle} aria-rowcount={rows.length + 1}>
        <div role="rowgroup">
          <div role="row" className="wall-row wall-cols">
            {columns.map((column) => (
              <div key={column} role="columnheader">
                {words.board[column]}
              </div>
            ))}
          </div>
        </div>
        <div role="rowgroup" className="wall-body" ref={bodyRef}>
          {shown.map((row) => (
            <WallRow key={row.id} row={row} nowMs={nowMs} />
          ))}
        </div>
      </div>
      {rows.length === 0 && book.is === "open" && <p className="wall-empty">{words.board.wallEmpty}</p>}
      <WallFoot more={rows.length - shown.length} overdue={board.overdue.length} longestMin={countsOf(board, nowMs).longestWaitMin} />
    </main>
  );
};

const columns = ["level", "number", "place", "waited", "status"] as const;

const WallClock = () => {
  const nowMs = useNow(1000);
  const doubt = useClockDoubt();
  return (
    <time className="wall-clock number" data-doubt={doubt !== null || undefined}>
      {clockTime(nowMs)}
    </time>
  );
};

const WallWarning = ({ waiting }: { readonly waiting: number }) => {
  const words = usePageWords();
  const { book, prefs } = useApp();
  const doubt = useClockDoubt();
  const state = useWardState();
  const nowMs = useNow();
  const wroteMs = lastWroteMs(state);
  if (book.is === "closed") return <Warning text={words.board.wallClosed} />;
  if (doubt !== null && doubt.is !== "slept") return <Warning text={doubt.text(words)} />;
  if (wroteMs === null || !isStale(wroteMs, waiting, nowMs)) return null;
  return <Warning text={words.board.wallStale(timeOf(wroteMs, nowMs, prefs.language), Math.floor((nowMs - wroteMs) / 60_000))} />;
};

const Warning = ({ text }: { readonly text: string }) => (
  <p className="wall-warning" role="alert">
    {text}
  </p>
);

const WallFoot = ({ more, overdue, longestMin }: { readonly more: number; readonly overdue: number; readonly longestMin: number | null }) => {
  const words = usePageWords();
  const { prefs } = useApp();
  const nowMs = useNow();
  const wroteMs = lastWroteMs(useWardState());
  return (
    <footer className="wall-foot">
      <strong>{more > 0 && words.board.wallMore(more)}</strong>
      {overdue > 0 && (
        <span className="wall-late">
          {words.board.overdue} <b className="number">{overdue}</b>
        </span>
      )}
      {longestMin !== null && (
        <span>
          {words.board.longestWait} <b className="number">{words.board.min(longestMin)}</b>
        </span>
      )}
      <WallRecords />
      <span className="wall-last">{wroteMs !== null && words.board.wallLast(timeOf(wroteMs, nowMs, prefs.language))}</span>
      <button type="button" className="button" onClick={() => void document.documentElement.requestFullscreen?.()}>
        {words.board.wallFull} <kbd>F</kbd>
      </button>
      <Link className="button" to="/">
        {words.board.wallBack} <kbd>Esc</kbd>
      </Link>
    </footer>
  );
};
