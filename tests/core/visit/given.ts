/**
 * Given these records, when this is asked for, it gives these events or is refused. Times are of one evening, in UTC.
 *
 * A record's name is its device and number there: the second on device B is "B2". Unless a step says otherwise it is
 * written on device A the minute it happened, by somebody who knew everything written before it in the list.
 */
import { expect } from "vitest";
import type { Found } from "#core/clinical/found.ts";
import { levels, scales, type Level, type LevelColour, type ScaleId } from "#core/clinical/scales.ts";
import type { CallOutcome, TakenCall } from "#core/clinical/telephone.ts";
import type { DeviceId, RecordId, SeenVector, Stamp } from "#core/log/record.ts";
import type { Actor } from "#core/staff/actor.ts";
import { epochMs, type EpochMs } from "#core/time.ts";
import type { VisitCommand, VisitRefusal } from "#core/visit/commands.ts";
import { decide } from "#core/visit/decide.ts";
import type { DetailAnswers } from "#core/visit/details.ts";
import type { Disposition, VisitEvent, VisitFact, VisitId } from "#core/visit/events.ts";
import type { TemporaryNumber } from "#core/visit/temporary-number.ts";
import type { VisitRecord } from "#core/visit/strikes.ts";
import { visitOf, type TriageLevel, type Visit } from "#core/visit/visit.ts";

export const theVisit = "visit-1" as VisitId;
export const theNumber = "TRA-017-K" as TemporaryNumber;
export const nurse: Actor = { name: "Nurse Vik", role: "nurse" };
export const device = (name: string): DeviceId => name as DeviceId;
export const recordId = (name: string): RecordId => name as RecordId;

/** "18:50", or "18:50:30". */
export const at = (clock: string): EpochMs => epochMs(Date.parse(`2026-03-03T${clock.length === 5 ? `${clock}:00` : clock}Z`));

export const stampAt = (ms: EpochMs, counter: number): Stamp =>
  `${ms.toString(16).padStart(12, "0")}-${counter.toString(16).padStart(4, "0")}` as Stamp;

export interface Circumstances {
  readonly at?: string;
  /** By the writer's own clock; else the minute it happened. */
  readonly wrote?: string;
  /** What the log's own clock said; else as written. */
  readonly stamped?: string;
  readonly on?: string;
  /** How far the writer held each device; else everything before it. */
  readonly knowing?: { readonly [device: string]: number };
}

export interface Step {
  readonly event: VisitEvent;
  readonly how: Circumstances;
}

const unaware = {} as const;
/** On this device, having heard of nothing that other devices wrote. */
export const alone = (on: string): Circumstances => ({ on, knowing: unaware });

/** The level of this colour in the scale. */
export const inColour = (colour: LevelColour, scale: ScaleId = "mts"): TriageLevel => ({
  scale,
  scaleVersion: scales[scale].version,
  level: scales[scale].levels.find((one) => one.colour === colour)?.level ?? levels[0],
});
export const atLevel = (level: Level, scale: ScaleId = "mts"): TriageLevel => ({ scale, scaleVersion: scales[scale].version, level });

export const arrived = (how: Circumstances = {}, details: DetailAnswers = {}): Step => ({
  event: { type: "v1.Arrived", visit: theVisit, number: theNumber, details }, how: { at: "18:00", ...how },
});
export const rang = (how: Circumstances = {}, call: TakenCall = {}, details: DetailAnswers = {}): Step => ({
  event: { type: "v1.CallTaken", visit: theVisit, number: theNumber, details, call }, how: { at: "17:30", ...how },
});
export const ended = (outcome: CallOutcome, how: Circumstances = {}): Step => ({ event: { type: "v1.CallEnded", visit: theVisit, outcome }, how });
export const calledBack = (isReached = true, how: Circumstances = {}): Step => ({ event: { type: "v1.CalledBack", visit: theVisit, call: { outcome: isReached ? "reached" : "notReached" } }, how });
export const told = (details: DetailAnswers, how: Circumstances = {}): Step => ({ event: { type: "v1.DetailsSet", visit: theVisit, details }, how });
export const triaged = (colour: LevelColour, how: Circumstances = {}): Step => leveled(inColour(colour), how);
export const leveled = (level: TriageLevel, how: Circumstances = {}): Step => ({ event: { type: "v1.TriageSet", visit: theVisit, ...level }, how });
export const placed = (place: string | null, how: Circumstances = {}): Step => ({ event: { type: "v1.Placed", visit: theVisit, place }, how });
export const taken = (clinician: string | null, how: Circumstances = {}): Step => ({ event: { type: "v1.ClinicianSet", visit: theVisit, clinician }, how });
export const calledIn = (how: Circumstances = {}): Step => ({ event: { type: "v1.CalledIn", visit: theVisit }, how });
export const seen = (how: Circumstances = {}): Step => ({ event: { type: "v1.Seen", visit: theVisit }, how });
export const observed = (found: Found, how: Circumstances = {}): Step => ({ event: { type: "v1.Observed", visit: theVisit, found }, how });
export const left = (disposition: Disposition = "home", how: Circumstances = {}): Step => ({
  event: { type: "v1.Left", visit: theVisit, how: disposition }, how,
});
export const struck = (target: string, how: Circumstances = {}, as: "undo" | "correction" = "undo", why = ""): Step => ({
  event: { type: "v1.Struck", visit: theVisit, target: recordId(target), as, why }, how,
});
export const instead = (step: Step, target: string): Step => {
  // A step of the kit that is not a strike holds a fact.
  const fact = step.event as VisitFact;
  return { ...step, event: { ...fact, corrects: recordId(target) } };
};

/** Each step without a time of its own happens a minute after the one before it. */
export const recordsOf = (...steps: ReadonlyArray<Step>): ReadonlyArray<VisitRecord> => {
  const heads = new Map<string, number>();
  let clockMs = at("18:00");
  return steps.map(({ event, how }, index) => {
    const on = how.on ?? "A";
    const seq = (heads.get(on) ?? 0) + 1;
    clockMs = how.at === undefined ? epochMs(clockMs + 60_000) : at(how.at);
    const wroteMs = how.wrote === undefined ? clockMs : at(how.wrote);
    const stampMs = how.stamped === undefined ? wroteMs : at(how.stamped);
    const knowing = how.knowing ?? Object.fromEntries(heads);
    const seenVector: SeenVector = Object.entries(knowing).flatMap(([other, upTo]) => (other === on ? [] : [[device(other), upTo] as const]));
    heads.set(on, seq);
    return {
      id: recordId(`${on}${seq}`), device: device(on), seq, stamp: stampAt(stampMs, index), actor: nurse,
      atMs: clockMs, wroteMs, seen: seenVector, event,
    };
  });
};

export interface Outcome {
  readonly gives: (...events: ReadonlyArray<VisitEvent>) => void;
  readonly refuses: (type: VisitRefusal["type"]) => void;
}
export interface Given {
  readonly records: ReadonlyArray<VisitRecord>;
  readonly visit: Visit;
  readonly when: (command: VisitCommand) => Outcome;
}

export const given = (...steps: ReadonlyArray<Step>): Given => {
  const records = recordsOf(...steps);
  return {
    records,
    visit: visitOf(theVisit, records),
    when: (command) => {
      const decided = decide(theVisit, records, command);
      return {
        gives: (...events) => expect(decided).toEqual({ ok: true, value: events }),
        refuses: (type) => expect(decided.ok ? decided.value : decided.error.type).toBe(type),
      };
    },
  };
};
