/**
 * The board: who is here, sorted by who needs us next, and changed where it stands.
 *
 * - BPG1 A deed by key, tap or choice is one command; the row that it was done to keeps the keyboard.
 * - BPG2 A search shows who matches, those who have left too and marked so; it leaves the order as it is.
 * - BPG3 Enter and Escape in the search go by what is typed now, though the rows may still be drawn for what was typed before.
 */
import { startTransition, useDeferredValue, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { matchingVisits } from "#projections/find.ts";
import type { WardState } from "#projections/ward-state.ts";
import type { EpochMs } from "#core/time.ts";
import { settingsOf } from "#core/ward/ward.ts";
import { usePageWords } from "../../page-words.ts";
import { useApp, useNow, useWardState } from "../../app-context.tsx";
import { clockTime, longDate } from "../../formats.ts";
import { Link } from "../../router/link.tsx";
import { ScanButton } from "../../scan/scan-later.tsx";
import { BoardTable, type BoardTableHandle } from "./board-table.tsx";
import { CallBackDoor, CallBackList } from "./call-back.tsx";
import { EditDialog } from "./edit-dialog.tsx";
import { EmptyBoard } from "./empty-board.tsx";
import { Figures } from "./figures.tsx";
import { FindField } from "./find-field.tsx";
import { linesOf, type Line } from "./lines.ts";
import { useBoardKeys } from "./use-board-keys.ts";
import { useHold } from "./use-hold.ts";
import { useReadyToFind } from "./use-ready-to-find.ts";
import { useRowDeeds } from "./use-row-deeds.ts";
import { useRowHand, useSelection } from "./use-row-hand.ts";
import { useSteadyBoard } from "./use-steady-board.ts";
import "./board.css";

export const BoardPage = () => {
  const words = usePageWords();
  const { book } = useApp();
  const nowMs = useNow();
  const deeds = useRowDeeds();
  const [selection, select] = useSelection();
  const { chosen, open, editing, isDone } = selection;
  const [isCalling, setCalling] = useState(false);
  const [typed, setTyped] = useState("");
  const findRef = useRef<HTMLInputElement>(null);
  const table = useRef<BoardTableHandle>(null);
  const hold = useHold((open !== null && !isDone) || editing !== null);
  const steady = useSteadyBoard(nowMs, hold.isHeld);
  const { lines, found, firstOf } = useLines(steady, typed);
  // Rows first: on a long board the counting may come a frame later.
  const figuresOf = useDeferredValue(steady.board);
  const { act, order, choose, chosenNow, settle, close } = useRowHand({ lines, selection, select, table, hold, deeds });
  useBoardKeys({ lines, chosen, open, chosenNow, choose, order, deeds, touch: hold.touch, close, find: () => findRef.current?.focus() });

  const goTo = (text: string, id = firstOf(text)?.id): void => {
    // The row must stand there before it can take the keyboard.
    flushSync(() => setTyped(text));
    if (id !== undefined) choose(id);
    else if (text === "") findRef.current?.blur();
  };
  const standing = steady.board.overdue.length + steady.board.waiting.length + steady.board.inCare.length;
  const edited = lines.find(({ id }) => id === editing?.id);
  return (
    <div className="board">
      <div className="board-head">
        <h1>{words.board.title}</h1>
        <PrintedHead nowMs={nowMs} />
        <FindField
          ref={findRef}
          found={found}
          onType={(text) => startTransition(() => setTyped(text))}
          onEnter={goTo}
          onLeave={() => goTo("", chosen ?? undefined)}
        />
        <ScanButton />
        <CallBackDoor isOpen={isCalling} onToggle={() => setCalling(!isCalling)} />
        <Link to="/wall" className="button no-print">
          {words.board.wall}
        </Link>
      </div>
      <Figures board={figuresOf} nowMs={nowMs} />
      <div className="board-main">
        {isCalling && <CallBackList onClose={() => setCalling(false)} />}
        {steady.waitingChanges > 0 && (
          <button type="button" className="board-waits" onClick={hold.letGo}>
            {words.board.changesWait(steady.waitingChanges)}
          </button>
        )}
        <BoardTable ref={table} lines={lines} nowMs={nowMs} chosen={chosen} open={open} fresh={steady.fresh} standing={standing} act={act} />
        {lines.length === 0 && typed === "" && book.is === "open" && <EmptyBoard />}
      </div>
      {editing !== null && edited?.is === "here" && <EditDialog what={editing.what} row={edited.row} deeds={deeds} onClose={settle} />}
    </div>
  );
};

/** Only paper needs to be told whose board it is and of when. */
const PrintedHead = ({ nowMs }: { readonly nowMs: EpochMs }) => {
  const { prefs } = useApp();
  const { ward } = useWardState();
  return (
    <p className="board-printed">
      {settingsOf(ward).name}, {longDate(nowMs, prefs.language)} {clockTime(nowMs)}
    </p>
  );
};

interface ShownLines {
  readonly lines: ReadonlyArray<Line>;
  readonly found: string;
  readonly firstOf: (text: string) => Line | undefined;
}

const useLines = ({ board, gone }: ReturnType<typeof useSteadyBoard>, typed: string): ShownLines => {
  const words = usePageWords();
  const state = useWardState();
  useReadyToFind(state);
  const searched = typed.trim();
  const hits = useMemo(() => hitsOf(state, searched), [state, searched]);
  const lines = useMemo(() => linesOf({ board, gone }, hits), [board, gone, hits]);
  const firstOf = (text: string): Line | undefined => linesOf({ board, gone }, hitsOf(state, text.trim()))[0];
  const count = (is: Line["is"]): number => lines.filter((line) => line.is === is).length;
  return { lines, found: hits === null ? "" : words.board.hits(count("here"), count("left")), firstOf };
};

/** Null when nobody searches. */
const hitsOf = (state: WardState, text: string): ReturnType<typeof matchingVisits> | null => (text === "" ? null : matchingVisits(state, text));
