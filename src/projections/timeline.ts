/**
 * The lines of the chart, with what this version does not understand among them.
 *
 * - TML1 A record of the visit of an unknown type stands at its own time, kept and not guessed at; another visit's does not.
 * - TML2 A line says on which device it was written, and which line it stands instead of.
 * - TML3 A strike that does not count was either taken back or waits for somebody to look, and says which.
 */
import { inLogOrder } from "#core/log/order.ts";
import type { DeviceId, LogRecord } from "#core/log/record.ts";
import type { VisitId } from "#core/visit/events.ts";
import { struckRecords } from "#core/visit/strikes.ts";
import { chartOf, type ChartLine, type Strike } from "./chart.ts";
import type { VisitFile } from "./ward-state.ts";

export interface IdleStrike {
  readonly strike: Strike;
  readonly is: "takenBack" | "waiting";
}

export type TimelineEntry =
  | { readonly is: "line"; readonly line: ChartLine; readonly device: DeviceId; readonly insteadOf: ChartLine | null; readonly idle: ReadonlyArray<IdleStrike> }
  | { readonly is: "unknown"; readonly record: LogRecord };

export const timelineOf = (file: VisitFile, unknown: ReadonlyArray<LogRecord>): ReadonlyArray<TimelineEntry> => {
  const ones: ReadonlyArray<VisitId | null> = file.visit.joined?.ones.map(({ id }) => id) ?? [file.visit.id];
  const strange = unknown.filter((record) => ones.includes(visitNamedIn(record))).toSorted((a, b) => b.atMs - a.atMs || inLogOrder(b, a));
  if (strange.length === 0) return linesOf(file);
  return [...linesOf(file), ...strange.map((record) => ({ is: "unknown", record }) as const)].toSorted((a, b) => atMsOf(b) - atMsOf(a));
};

const linesOf = ({ records }: VisitFile): ReadonlyArray<TimelineEntry> => {
  const lines = chartOf(records);
  const lineById = new Map(lines.map((line) => [line.id, line]));
  const deviceById = new Map(records.map(({ id, device }) => [id, device]));
  const struck = struckRecords(records);
  return lines.flatMap((line) => {
    const device = deviceById.get(line.id);
    const insteadOf = line.corrects === null ? null : (lineById.get(line.corrects) ?? null);
    const idle = line.idleStrikes.map((strike) => ({ strike, is: struck.has(strike.id) ? "takenBack" : "waiting" }) as const);
    return device === undefined ? [] : [{ is: "line", line, device, insteadOf, idle } as const];
  });
};

const atMsOf = (entry: TimelineEntry): number => (entry.is === "line" ? entry.line.atMs : entry.record.atMs);

const visitNamedIn = ({ event }: LogRecord): VisitId | null => {
  if (event.type !== "unknown" || typeof event.raw !== "object" || event.raw === null || !("visit" in event.raw)) return null;
  // Only compared with ids that are known here.
  return typeof event.raw.visit === "string" ? (event.raw.visit as VisitId) : null;
};
