/**
 * Which row the hand is on: chosen by key or tap, open in place, or one of its choices shown. And what a tap then does.
 *
 * - RHD1 Taps on one row that follow a deed, and each other, within 700 ms are one tap: a glove taps twice, and the button it
 *   finds the second time means something else. Letter keys are each their own.
 * - RHD2 An open row that a deed or a choice was done from stays open until the hand has left the board: what stands below it
 *   must not move under the finger. Escape closes it at once.
 */
import { startTransition, useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from "react";
import type { VisitId } from "#core/visit/events.ts";
import type { BoardRow } from "#projections/board.ts";
import { useNavigate } from "../../router/way.ts";
import { oneTapMs } from "../../ui/taps.ts";
import type { Act, RowAct } from "./board-line.tsx";
import type { BoardTableHandle } from "./board-table.tsx";
import type { Editing } from "./edit-dialog.tsx";
import type { Line } from "./lines.ts";
import type { Hold } from "./use-hold.ts";
import type { RowDeeds } from "./use-row-deeds.ts";

export interface Selection {
  readonly chosen: VisitId | null;
  readonly open: VisitId | null;
  readonly editing: { readonly id: VisitId; readonly what: Editing } | null;
  /** What is open is done with, and closes when the hand has left. */
  readonly isDone: boolean;
}

const nothingSelected: Selection = { chosen: null, open: null, editing: null, isDone: false };

/** Done at once, with nothing to choose. */
export type Order = Extract<RowAct, "callIn" | "beginCare" | "seeAgain">;

interface Hand {
  readonly lines: ReadonlyArray<Line>;
  readonly selection: Selection;
  readonly select: (change: Partial<Selection>) => void;
  readonly table: RefObject<BoardTableHandle | null>;
  readonly hold: Hold;
  readonly deeds: RowDeeds;
}

export interface RowHand {
  /** What a tap does. */
  readonly act: Act;
  /** What a letter key does: each is a deed of its own. */
  readonly order: (row: BoardRow, what: Order) => void;
  readonly choose: (id: VisitId) => void;
  /** Ahead of `selection` while the keys are quicker than the drawing. */
  readonly chosenNow: () => VisitId | null;
  /** Closes a choice; the row that it was for closes when the hand has left. */
  readonly settle: () => void;
  readonly close: () => void;
}

export const useRowHand = ({ lines, selection, select, table, hold, deeds }: Hand): RowHand => {
  const navigate = useNavigate();
  const chosen = useRef(selection.chosen);
  // The keyboard's own ring moves at once; that the row is drawn as chosen may come a frame later.
  const choose = (id: VisitId): void => {
    chosen.current = id;
    table.current?.focusRow(id);
    startTransition(() => select({ chosen: id }));
  };
  const settle = (): void => {
    select({ editing: null, isDone: true });
    hold.touch();
  };
  const close = (): void => {
    select({ open: null, editing: null, isDone: false });
    hold.touch();
  };
  if (selection.isDone && !hold.isHeld) select({ open: null, isDone: false });
  const openChart = (line: Line): void => {
    const { number } = line.is === "here" ? line.row.visit : line.file.visit;
    if (number !== null) navigate(`/visit/${number}`);
  };
  const show = (shown: Partial<Selection>): void => {
    hold.keep();
    select({ ...shown, isDone: false });
  };
  const order = (row: BoardRow, what: Order): void => {
    choose(row.id);
    deeds[what](row);
    settle();
  };
  const oneTap = useOneTap();
  const act = useLatest((id: VisitId, what: RowAct): void => {
    const line = lines.find((one) => one.id === id);
    if (line === undefined || oneTap.isSame(id)) return undefined;
    choose(id);
    if (line.is === "left" || what === "chart") return openChart(line);
    if (what === "tap") return selection.open === id ? openChart(line) : show({ open: id });
    if (what !== "callIn" && what !== "beginCare" && what !== "seeAgain") return show({ editing: { id, what } });
    oneTap.begin(id);
    return order(line.row, what);
  });
  useFocusAfter(selection.editing?.id ?? null, table);
  return { act, order, choose, chosenNow: () => chosen.current, settle, close };
};

export const useSelection = (): readonly [Selection, (change: Partial<Selection>) => void] => {
  const [selection, setSelection] = useState(nothingSelected);
  const select = useCallback((change: Partial<Selection>) => setSelection((before) => ({ ...before, ...change })), []);
  return [selection, select];
};

/** By the browser's own steady counter: a drill's clock may run faster than the hand. */
const useOneTap = (): { readonly begin: (id: VisitId) => void; readonly isSame: (id: VisitId) => boolean } => {
  const last = useRef<{ readonly id: VisitId; readonly atMs: number } | null>(null);
  const begin = (id: VisitId): void => {
    last.current = { id, atMs: performance.now() };
  };
  return {
    begin,
    isSame: (id) => {
      if (last.current?.id !== id || performance.now() - last.current.atMs >= oneTapMs) return false;
      begin(id);
      return true;
    },
  };
};

/** One function for the life of the page, so that rows need not be drawn anew; it does what the latest drawing would. */
const useLatest = <A extends ReadonlyArray<unknown>>(doing: (...args: A) => void): ((...args: A) => void) => {
  const latest = useRef(doing);
  useLayoutEffect(() => {
    latest.current = doing;
  });
  return useCallback((...args: A) => latest.current(...args), []);
};

/** When a choice is closed the keyboard is back on the row that it was about. */
const useFocusAfter = (editing: VisitId | null, table: RefObject<BoardTableHandle | null>): void => {
  const before = useRef<VisitId | null>(null);
  useEffect(() => {
    if (editing === null && before.current !== null) table.current?.focusRow(before.current);
    before.current = editing;
  }, [editing, table]);
};
