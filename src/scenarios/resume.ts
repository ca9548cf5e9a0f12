/**
 * A scenario that was begun is found again in the log itself: when it began, and which line comes next. Nothing is kept beside it.
 *
 * - RSM1 The start is told by the name of everything the scenario wrote; a log without any of it has no scenario under way.
 * - RSM2 Playing goes on after the last line that is in the log, whatever people in the drill wrote between.
 */
import type { DowntimeId } from "#core/downtime/events.ts";
import { nobodyYet, type Actor } from "#core/staff/actor.ts";
import { addMinutes, epochMs, type EpochMs } from "#core/time.ts";
import type { VisitEvent, VisitId } from "#core/visit/events.ts";
import type { VisitRecord } from "#core/visit/strikes.ts";
import type { Line, Scenario, VisitLine } from "./scenario.ts";
import { visitIdOf } from "./writings.ts";

export const seedOf = (scenario: Scenario, startMs: EpochMs): string => `${scenario.id}-${startMs}`;

/** Given any names of visits and outages in the log; the latest start, should there be several. */
export const startIn = (scenario: Scenario, names: Iterable<VisitId | DowntimeId>): EpochMs | null => {
  let startMs: EpochMs | null = null;
  for (const name of names) {
    const found = name.startsWith(`${scenario.id}-`) ? /^(\d+)-/.exec(name.slice(scenario.id.length + 1)) : null;
    if (found !== null && (startMs === null || Number(found[1]) > startMs)) startMs = epochMs(Number(found[1]));
  }
  return startMs;
};

export const nextLineIn = (scenario: Scenario, startMs: EpochMs, recordsOf: (visit: VisitId) => ReadonlyArray<VisitRecord>): number => {
  const seed = seedOf(scenario, startMs);
  return scenario.lines.findLastIndex((line) => "visit" in line && isWritten(line, recordsOf(visitIdOf(seed, line.visit)), scenario, startMs)) + 1;
};

const isWritten = (line: VisitLine, records: ReadonlyArray<VisitRecord>, scenario: Scenario, startMs: EpochMs): boolean => {
  const by = scenario.staff[line.by] ?? nobodyYet;
  const atMs = addMinutes(startMs, line.happened ?? line.minute);
  return records.some((record) => record.event.type === eventOf[line.does] && record.atMs === atMs && isSameActor(record.actor, by));
};

const isSameActor = (a: Actor, b: Actor): boolean => a.name === b.name && a.role === b.role;

const eventOf: { readonly [D in Exclude<Line["does"], "declareDowntime" | "endDowntime">]: VisitEvent["type"] } = {
  arrive: "v1.Arrived",
  tell: "v1.DetailsSet",
  triage: "v1.TriageSet",
  move: "v1.Placed",
  assign: "v1.ClinicianSet",
  callIn: "v1.CalledIn",
  see: "v1.Seen",
  leave: "v1.Left",
  know: "v1.DetailsSet",
  observe: "v1.Observed",
  give: "v1.MedicineGiven",
  note: "v1.Noted",
  order: "v1.Ordered",
  result: "v1.ResultCame",
  procedure: "v1.ProcedureDone",
  conclude: "v1.Concluded",
  takeCall: "v1.CallTaken",
  endCall: "v1.CallEnded",
  undo: "v1.Struck",
  correct: "v1.Struck",
};
