/**
 * The board: who is here, sorted by who needs us next.
 *
 * - BRD1 Who has waited over the limit comes first, in a block of their own, with how many minutes over.
 * - BRD2 Then by level, across scales by how long the level may wait; within a level by who reaches the limit first; then by who came first.
 * - BRD3 Nobody has looked at an untriaged patient: they stand just after those who may not wait at all, and are overdue when triage is.
 * - BRD4 Who is being seen comes after all who wait; who has left is not on the board.
 * - BRD5 A wait is never negative, and it stops when care begins.
 * - BRD6 The order holds until `validUntilMs`, when the next wait goes over its limit or a time that lay ahead has come; only the minutes move before that.
 * - BRD7 Where devices that had not heard of each other say different things, even that the patient has left, the row says so.
 * - BRD9 Who came in the future by our clock stands first within their level: they were here before some clock was set right, and
 *   nobody knows for how long. No more is left of their wait than the whole limit.
 * - BRD8 Who may not wait at all is overdue from the moment they are on the board, even if their arrival lies ahead of our clock.
 */
import { limitMinOf, meaningOf, triageLimitMin, untriagedUrgency, urgencyOf, type ScaleLevel } from "#core/clinical/scales.ts";
import { addMinutes, epochMs, minuteMs, minutesBetween, type EpochMs } from "#core/time.ts";
import type { VisitId } from "#core/visit/events.ts";
import { latest, disagrees, type Claim, type Standing } from "#core/visit/standing.ts";
import { phaseOf, triageOf, type Phase, type TriageLevel, type Visit } from "#core/visit/visit.ts";
import type { VisitFile, WardState } from "./ward-state.ts";

export interface BoardRow {
  readonly id: VisitId;
  readonly visit: Visit;
  readonly phase: Extract<Phase, { readonly is: "waiting" | "calledIn" | "inCare" }>;
  readonly triage: Claim<TriageLevel> | null;
  /** What the level means; null when untriaged, or when the scale's version is not known here. */
  readonly meaning: ScaleLevel | null;
  /** The smaller the sooner; see `urgencyOf`. */
  readonly urgency: number;
  readonly place: string | null;
  readonly clinician: string | null;
  readonly arrivedAtMs: EpochMs;
  /** When the wait goes over its limit. */
  readonly dueAtMs: EpochMs;
  /** Devices that had not heard of each other say different things about this visit. */
  readonly hasDisagreement: boolean;
}

export interface Board {
  readonly overdue: ReadonlyArray<BoardRow>;
  readonly waiting: ReadonlyArray<BoardRow>;
  readonly inCare: ReadonlyArray<BoardRow>;
  readonly validUntilMs: EpochMs | null;
}

export interface Wait {
  readonly waitedMin: number;
  /** Minutes left before the limit; negative when over; null once care has begun. */
  readonly leftMin: number | null;
}

export const boardOf = (state: WardState, nowMs: EpochMs): Board => {
  const rows = rowsInOrder(state);
  const waits = aheadFirst(rows.filter((row) => row.phase.is !== "inCare"), nowMs);
  const waiting = waits.filter((row) => !isOverdue(row, nowMs));
  return {
    overdue: waits.filter((row) => isOverdue(row, nowMs)),
    waiting,
    inCare: rows.filter((row) => row.phase.is === "inCare"),
    validUntilMs: earliest([...waiting.map(({ dueAtMs }) => dueAtMs), ...waits.filter((row) => isAhead(row, nowMs)).map(({ arrivedAtMs }) => epochMs(arrivedAtMs - aheadToleratedMs))]),
  };
};

export const waitOf = (row: Pick<BoardRow, "phase" | "arrivedAtMs" | "dueAtMs">, nowMs: EpochMs): Wait => {
  if (row.phase.is === "inCare") return { waitedMin: minutesBetween(row.arrivedAtMs, row.phase.atMs), leftMin: null };
  const mostMs = row.arrivedAtMs > nowMs ? row.arrivedAtMs : nowMs;
  const leftMin = (mayWait(row) ? minutesBetween(mostMs, row.dueAtMs) : 0) - minutesBetween(row.dueAtMs, nowMs);
  return { waitedMin: minutesBetween(row.arrivedAtMs, nowMs), leftMin };
};

/** So much a neighbour's clock may be ahead without anybody being told. */
const aheadToleratedMs = 2 * minuteMs;

/** Came in the future, by our clock: one of the two clocks is wrong. */
export const isAhead = ({ arrivedAtMs }: Pick<BoardRow, "arrivedAtMs">, nowMs: EpochMs): boolean => arrivedAtMs - aheadToleratedMs > nowMs;

const aheadFirst = (rows: ReadonlyArray<BoardRow>, nowMs: EpochMs): ReadonlyArray<BoardRow> =>
  rows.some((row) => isAhead(row, nowMs)) ? rows.toSorted((a, b) => a.urgency - b.urgency || Number(isAhead(b, nowMs)) - Number(isAhead(a, nowMs))) : rows;

const earliest = (times: ReadonlyArray<EpochMs>): EpochMs | null => times.reduce<EpochMs | null>((first, atMs) => (first === null || atMs < first ? atMs : first), null);

const isOverdue = (row: BoardRow, nowMs: EpochMs): boolean => nowMs >= row.dueAtMs || !mayWait(row);

const mayWait = ({ arrivedAtMs, dueAtMs }: Pick<BoardRow, "arrivedAtMs" | "dueAtMs">): boolean => dueAtMs > arrivedAtMs;

let last: { readonly files: ReadonlyArray<VisitFile>; readonly rows: ReadonlyArray<BoardRow> } = { files: [], rows: [] };

/**
 * In order of need, which does not hang on the time. What changed since the last call is sorted in among what did not: a map
 * keeps its order, so files are compared place by place, and any other state is simply all new.
 */
const rowsInOrder = ({ visits }: WardState): ReadonlyArray<BoardRow> => {
  const files = [...visits.values()];
  const gone = new Set(last.files.filter((file, place) => file !== files[place]).map(rowOf));
  const come = files.filter((file, place) => file !== last.files[place]).flatMap((file) => rowOf(file) ?? []);
  const rows = last.rows.filter((row) => !gone.has(row)).concat(come).toSorted(byNeed);
  last = { files, rows };
  return rows;
};

const rowsByFile = new WeakMap<VisitFile, BoardRow | null>();

/** The same file gives the same row object, so that a page repaints only what changed. */
const rowOf = (file: VisitFile): BoardRow | null => {
  const known = rowsByFile.get(file);
  if (known !== undefined) return known;
  const row = makeRow(file.visit);
  rowsByFile.set(file, row);
  return row;
};

const makeRow = (visit: Visit): BoardRow | null => {
  const phase = phaseOf(visit);
  if (phase.is === "void" || phase.is === "left" || phase.is === "onPhone" || phase.is === "callOver" || visit.arrivedAtMs === null) return null;
  const triage = triageOf(visit);
  return {
    id: visit.id,
    visit,
    phase,
    triage,
    meaning: triage === null ? null : meaningOf(triage.value),
    urgency: triage === null ? untriagedUrgency : urgencyOf(triage.value),
    place: visit.place === null ? null : latest(visit.place).value,
    clinician: visit.clinician === null ? null : latest(visit.clinician).value,
    arrivedAtMs: visit.arrivedAtMs,
    dueAtMs: addMinutes(visit.arrivedAtMs, triage === null ? triageLimitMin : limitMinOf(triage.value)),
    hasDisagreement: visit.left !== null || claimsOf(visit).some((standing) => disagrees(standing)),
  };
};

const claimsOf = ({ triage, place, clinician, heard }: Visit): ReadonlyArray<Standing<unknown> | null> => [triage, place, clinician, ...Object.values(heard)];

const byNeed = (a: BoardRow, b: BoardRow): number =>
  a.urgency - b.urgency || a.dueAtMs - b.dueAtMs || a.arrivedAtMs - b.arrivedAtMs || (a.id < b.id ? -1 : 1);
