// Which row the hand is on: chosen by key or tap, open in place, or one of its choices shown. And what a tap then does.
import { startTransition, useCallback, useEffect, useRef, useState, type RefObject } from "react";
import { useNavigate } from "react-router";
import type { VisitId } from "#core/visit/events.ts";
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
}

const nothingSelected: Selection = { chosen: null, open: null, editing: null };

interface Hand {
  readonly lines: ReadonlyArray<Line>;
  readonly selection: Selection;
  readonly select: (change: Partial<Selection>) => void;
  readonly table: RefObject<BoardTableHandle | null>;
  readonly hold: Hold;
  readonly deeds: RowDeeds;
}

export interface RowHand {
  readonly act: Act;
  readonly choose: (id: VisitId) => void;
  /** Ahead of `selection` while the keys are quicker than the drawing. */
  readonly chosenNow: () => VisitId | null;
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
  const close = (): void => {
    select({ open: null, editing: null });
    hold.touch();
  };
  const openChart = (line: Line): void => {
    const { number } = line.is === "here" ? line.row.visit : line.file.visit;
    if (number !== null) void navigate(`/visit/${number}`);
  };
  const show = (shown: Partial<Selection>): void => {
    hold.keep();
    select(shown);
  };
  const act = useLatest((id: VisitId, what: RowAct): void => {
    const line = lines.find((one) => one.id === id);
    if (line === undefined) return undefined;
    choose(id);
    if (line.is === "left" || what === "chart") return openChart(line);
    if (what === "tap") return selection.open === id ? openChart(line) : show({ open: id });
    if (what !== "callIn" && what !== "beginCare") return show({ editing: { id, what } });
    deeds[what](line.row);
    return close();
  });
  useFocusAfter(selection.editing?.id ?? null, table);
  return { act, choose, chosenNow: () => chosen.current, close };
};

export const useSelection = (): readonly [Selection, (change: Partial<Selection>) => void] => {
  const [selection, setSelection] = useState(nothingSelected);
  const select = useCallback((change: Partial<Selection>) => setSelection((before) => ({ ...before, ...change })), []);
  return [selection, select];
};

/** One function for the life of the page, so that rows need not be drawn anew; it does what the latest drawing would. */
const useLatest = <A extends ReadonlyArray<unknown>>(doing: (...args: A) => void): ((...args: A) => void) => {
  const latest = useRef(doing);
  useEffect(() => {
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
