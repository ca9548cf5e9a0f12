/**
 * The board while somebody's hand is on it. Rows must not jump under a finger; what others do waits.
 *
 * - HLD1 While it is held no row moves, comes or goes.
 * - HLD2 What was done on this device shows at once, in the row's own place; what others did waits until it is let go.
 * - HLD3 Who left, by a deed done here, stands in their place as gone until it is let go.
 * - HLD4 How many changes wait is told; when it is let go, the rows that others changed are named, to be shown as new.
 */
import type { DeviceId } from "#core/log/record.ts";
import type { VisitId } from "#core/visit/events.ts";
import type { Board, BoardRow } from "./board.ts";
import type { WardState } from "./ward-state.ts";

/** A board and the state that it was made of. */
export interface Seen {
  readonly state: WardState;
  readonly board: Board;
}

export interface HeldBoard {
  readonly board: Board;
  readonly gone: ReadonlySet<VisitId>;
  /** Rows that would come, go or read otherwise if it were let go. */
  readonly waitingChanges: number;
}

const nobody: ReadonlySet<VisitId> = new Set();

export const lettingGo = (board: Board): HeldBoard => ({ board, gone: nobody, waitingChanges: 0 });

export const heldBoard = (shown: Seen, now: Seen, device: DeviceId): HeldBoard => {
  if (shown.state.visits === now.state.visits) return lettingGo(shown.board);
  const current = rowsById(now.board);
  const gone = new Set<VisitId>();
  let waitingChanges = newcomers(shown.board, current);
  const held = (rows: ReadonlyArray<BoardRow>): ReadonlyArray<BoardRow> =>
    rows.map((row) => {
      const next = current.get(row.id);
      if (next === row) return row;
      if (!isTouchedBy(device, row.id, shown.state, now.state)) {
        waitingChanges += 1;
        return row;
      }
      if (next === undefined) gone.add(row.id);
      return next ?? row;
    });
  const { overdue, waiting, inCare, validUntilMs } = shown.board;
  return { board: { overdue: held(overdue), waiting: held(waiting), inCare: held(inCare), validUntilMs }, gone, waitingChanges };
};

/** Who on the new board reads otherwise, or came, by another device's hand. */
export const changedByOthers = (shown: Seen, now: Seen, device: DeviceId): ReadonlySet<VisitId> => {
  if (shown.state.visits === now.state.visits) return nobody;
  const isNew = ({ id }: BoardRow): boolean => shown.state.visits.get(id) !== now.state.visits.get(id);
  const changed = allRows(now.board).filter((row) => isNew(row) && isTouchedByOthers(device, row.id, shown.state, now.state));
  return changed.length === 0 ? nobody : new Set(changed.map((row) => row.id));
};

export const allRows = ({ overdue, waiting, inCare }: Board): ReadonlyArray<BoardRow> => [...overdue, ...waiting, ...inCare];

const rowsById = (board: Board): ReadonlyMap<VisitId, BoardRow> => new Map(allRows(board).map((row) => [row.id, row]));

const newcomers = (shown: Board, current: ReadonlyMap<VisitId, BoardRow>): number => {
  const known = rowsById(shown);
  let count = 0;
  for (const id of current.keys()) if (!known.has(id)) count += 1;
  return count;
};

const writersSince = (id: VisitId, before: WardState, after: WardState): ReadonlyArray<DeviceId> => {
  const known = new Set(before.visits.get(id)?.records.map((record) => record.id));
  return (after.visits.get(id)?.records ?? []).filter((record) => !known.has(record.id)).map((record) => record.device);
};

const isTouchedBy = (device: DeviceId, id: VisitId, before: WardState, after: WardState): boolean =>
  writersSince(id, before, after).includes(device);

const isTouchedByOthers = (device: DeviceId, id: VisitId, before: WardState, after: WardState): boolean =>
  writersSince(id, before, after).some((writer) => writer !== device);
