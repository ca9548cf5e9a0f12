/**
 * The board: who is here, sorted by who needs us next.
 *
 * - BRD1 Who has waited over the limit comes first, in a block of their own, with how many minutes over.
 * - BRD2 Then by level; within a level by who reaches the limit first; then by who came first.
 * - BRD3 Nobody has looked at an untriaged patient: they stand just after level 1, and are overdue when triage is.
 * - BRD4 Who is being seen comes after all who wait; who has left is not on the board.
 * - BRD5 A wait is never negative, and it stops when care begins.
 * - BRD6 The order holds until `validUntilMs`, when the next wait goes over its limit; only the minutes move before that.
 */
import { levelOf, triageLimitMin, type Level, type ScaleLevel } from "#core/clinical/scales.ts";
import { addMinutes, minutesBetween, type EpochMs } from "#core/time.ts";
import type { VisitId } from "#core/visit/events.ts";
import { latest, disagrees, type Claim } from "#core/visit/standing.ts";
import { phaseOf, triageOf, type Phase, type TriageLevel, type Visit } from "#core/visit/visit.ts";
import type { VisitFile, WardState } from "./ward-state.ts";

export interface BoardRow {
  readonly id: VisitId;
  readonly visit: Visit;
  readonly phase: Exclude<Phase, { readonly is: "void" } | { readonly is: "left" }>;
  readonly triage: Claim<TriageLevel> | null;
  /** What the level means; null when untriaged, or when the scale's version is not known here. */
  readonly meaning: ScaleLevel | null;
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
  const rows: BoardRow[] = [];
  for (const file of state.visits.values()) {
    const row = rowOf(file);
    if (row !== null) rows.push(row);
  }
  const waits = rows.filter((row) => row.phase.is !== "inCare");
  const overdue = waits.filter((row) => isOverdue(row, nowMs));
  const waiting = waits.filter((row) => !isOverdue(row, nowMs));
  return {
    overdue: overdue.toSorted(byNeed),
    waiting: waiting.toSorted(byNeed),
    inCare: rows.filter((row) => row.phase.is === "inCare").toSorted(byNeed),
    validUntilMs: waiting.reduce<EpochMs | null>((next, row) => (next === null || row.dueAtMs < next ? row.dueAtMs : next), null),
  };
};

export const waitOf = (row: Pick<BoardRow, "phase" | "arrivedAtMs" | "dueAtMs">, nowMs: EpochMs): Wait => {
  if (row.phase.is === "inCare") return { waitedMin: minutesBetween(row.arrivedAtMs, row.phase.atMs), leftMin: null };
  const overMin = minutesBetween(row.dueAtMs, nowMs);
  const leftMin = nowMs > row.dueAtMs ? -overMin : minutesBetween(nowMs, row.dueAtMs);
  return { waitedMin: minutesBetween(row.arrivedAtMs, nowMs), leftMin };
};

const isOverdue = (row: BoardRow, nowMs: EpochMs): boolean => nowMs >= row.dueAtMs;

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
  if (phase.is === "void" || phase.is === "left" || visit.arrivedAtMs === null) return null;
  const triage = triageOf(visit);
  const meaning = triage === null ? null : levelOf(triage.value.scale, triage.value.level);
  const limitMin = triage === null ? triageLimitMin : (meaning?.limitMin ?? 0);
  return {
    id: visit.id,
    visit,
    phase,
    triage,
    meaning,
    place: visit.place === null ? null : latest(visit.place).value,
    clinician: visit.clinician === null ? null : latest(visit.clinician).value,
    arrivedAtMs: visit.arrivedAtMs,
    dueAtMs: addMinutes(visit.arrivedAtMs, limitMin),
    hasDisagreement: [visit.triage, visit.place, visit.clinician, ...Object.values(visit.heard)].some((standing) => disagrees(standing)),
  };
};

/** Untriaged stands between level 1 and level 2. */
const rankOf = (row: BoardRow): Level | 1.5 => row.triage?.value.level ?? 1.5;

const byNeed = (a: BoardRow, b: BoardRow): number =>
  rankOf(a) - rankOf(b) || a.dueAtMs - b.dueAtMs || a.arrivedAtMs - b.arrivedAtMs || (a.id < b.id ? -1 : 1);
