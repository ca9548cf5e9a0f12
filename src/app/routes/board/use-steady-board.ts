// The board as it is shown: the current one, or, under a hand, the one that was there when the hand came.
import { useEffect, useMemo, useState } from "react";
import type { VisitId } from "#core/visit/events.ts";
import { currentBoard } from "#projections/current-board.ts";
import { changedByOthers, heldBoard, lettingGo, type HeldBoard, type Seen } from "#projections/held-board.ts";
import { emptyState } from "#projections/ward-state.ts";
import type { EpochMs } from "#core/time.ts";
import { useApp, useWardState } from "../../app-context.tsx";

export interface SteadyBoard extends HeldBoard {
  /** What others changed just now. */
  readonly fresh: ReadonlySet<VisitId>;
}

/** As long as the fade lasts in board.css. */
const fadeMs = 600;
const nobody: ReadonlySet<VisitId> = new Set();

export const useSteadyBoard = (nowMs: EpochMs, isHeld: boolean): SteadyBoard => {
  const { book } = useApp();
  const state = useWardState();
  const board = currentBoard(state, nowMs);
  const [shown, setShown] = useState<Seen>({ state, board });
  const [fresh, setFresh] = useState(nobody);
  const device = book.is === "open" ? book.device : null;
  if (!isHeld && shown.board !== board) {
    const now: Seen = { state, board };
    setShown(now);
    // Everybody is new to a book that has just been opened: nothing fades in.
    if (device !== null && shown.state !== emptyState) setFresh(changedByOthers(shown, now, device));
  }
  useEffect(() => {
    if (fresh.size === 0) return undefined;
    const timer = setTimeout(() => setFresh(nobody), fadeMs);
    return () => clearTimeout(timer);
  }, [fresh]);
  const held = useMemo(
    () => (isHeld && device !== null ? heldBoard(shown, { state, board }, device) : lettingGo(board)),
    [isHeld, device, shown, state, board],
  );
  return { ...held, fresh };
};
