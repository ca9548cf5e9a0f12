/**
 * What may happen in a visit. Capture never blocks: what is refused is only what would say nothing or contradict itself.
 *
 * - DEC1 A patient with nothing known can arrive.
 * - DEC2 After the end nothing more happens; what happened before it may still be written.
 * - DEC3 What is already so is not written again.
 * - DEC4 A correction strikes the record and, where there is one, writes the right fact instead, in one go.
 * - DEC5 Nothing of a visit that was never taken in, or that was struck as a whole, but a strike of that strike.
 */
import type { DeviceId, RecordId, Stamp } from "../log/record.ts";
import { err, ok, type Result } from "../result.ts";
import { nobodyYet } from "../staff/actor.ts";
import type { EpochMs } from "../time.ts";
import type { DetailAnswers } from "./details.ts";
import type { Disposition, VisitEvent, VisitFact, VisitId } from "./events.ts";
import { latest, type Standing } from "./standing.ts";
import type { TemporaryNumber } from "./temporary-number.ts";
import { struckRecords, type VisitRecord } from "./strikes.ts";
import { phaseOf, visitOf, type TriageLevel } from "./visit.ts";

/** Each happened at `atMs`. */
export type VisitCommand = { readonly atMs: EpochMs } & (
  | { readonly type: "RegisterArrival"; readonly number: TemporaryNumber; readonly details: DetailAnswers }
  | { readonly type: "SetDetails"; readonly details: DetailAnswers }
  | ({ readonly type: "SetTriage" } & TriageLevel)
  | { readonly type: "Move"; readonly place: string | null }
  | { readonly type: "AssignClinician"; readonly clinician: string | null }
  | { readonly type: "CallIn" }
  | { readonly type: "BeginCare" }
  | { readonly type: "Leave"; readonly how: Disposition; readonly to?: string }
  | { readonly type: "Undo"; readonly target: RecordId }
  | { readonly type: "Correct"; readonly target: RecordId; readonly why: string; readonly instead: VisitFact | null }
);

export type VisitRefusal =
  | { readonly type: "NoSuchVisit" }
  | { readonly type: "VisitIsOver"; readonly atMs: EpochMs }
  | { readonly type: "AlreadySo" }
  | { readonly type: "NothingToStrike" }
  | { readonly type: "NothingSaid" };

export const decide = (
  id: VisitId,
  records: ReadonlyArray<VisitRecord>,
  command: VisitCommand,
): Result<ReadonlyArray<VisitEvent>, VisitRefusal> => {
  if (command.type === "Undo") return strike(id, records, command.target, { as: "undo", why: "" }, null);
  if (command.type === "Correct") return strike(id, records, command.target, { as: "correction", why: command.why }, command.instead);
  const visit = visitOf(id, records);
  if (command.type === "RegisterArrival") {
    if (visit.arrivedAtMs !== null) return err({ type: "AlreadySo" });
    return ok([{ type: "v1.Arrived", visit: id, number: command.number, details: command.details }]);
  }
  const phase = phaseOf(visit);
  if (phase.is === "void") return err({ type: "NoSuchVisit" });
  if (phase.is === "left" && command.atMs > phase.atMs) return err({ type: "VisitIsOver", atMs: phase.atMs });
  switch (command.type) {
    case "SetDetails":
      if (Object.values(command.details).every((answer) => answer === undefined)) return err({ type: "NothingSaid" });
      return ok([{ type: "v1.DetailsSet", visit: id, details: command.details }]);
    case "SetTriage":
      // The same level again is a re-triage: somebody looked. It is always worth a record.
      return ok([{ type: "v1.TriageSet", visit: id, scale: command.scale, scaleVersion: command.scaleVersion, level: command.level }]);
    case "Move":
      if (isSettledAs(visit.place, command.place)) return err({ type: "AlreadySo" });
      return ok([{ type: "v1.Placed", visit: id, place: command.place }]);
    case "AssignClinician":
      if (isSettledAs(visit.clinician, command.clinician)) return err({ type: "AlreadySo" });
      return ok([{ type: "v1.ClinicianSet", visit: id, clinician: command.clinician }]);
    case "CallIn":
      if (phase.is === "inCare") return err({ type: "AlreadySo" });
      return ok([{ type: "v1.CalledIn", visit: id }]);
    case "BeginCare":
      if (visit.seen !== null) return err({ type: "AlreadySo" });
      return ok([{ type: "v1.Seen", visit: id }]);
    case "Leave":
      if (phase.is === "left") return err({ type: "AlreadySo" });
      return ok([{ type: "v1.Left", visit: id, how: command.how, ...(command.to === undefined ? {} : { to: command.to }) }]);
  }
};

/** Several commands in one go, each decided as if those before it had been written. */
export const decideAll = (
  id: VisitId,
  records: ReadonlyArray<VisitRecord>,
  commands: ReadonlyArray<VisitCommand>,
): Result<ReadonlyArray<{ readonly atMs: EpochMs; readonly event: VisitEvent }>, VisitRefusal> => {
  const decided: Array<{ readonly atMs: EpochMs; readonly event: VisitEvent }> = [];
  for (const command of commands) {
    const outcome = decide(id, [...records, ...decided.map((one, place) => asIfWritten(records, one, place))], command);
    if (!outcome.ok) return outcome;
    decided.push(...outcome.value.map((event) => ({ atMs: command.atMs, event })));
  }
  return ok(decided);
};

/** A record that is not in the log yet: after, and aware of, all that is. */
const asIfWritten = (records: ReadonlyArray<VisitRecord>, one: { readonly atMs: EpochMs; readonly event: VisitEvent }, place: number): VisitRecord => ({
  id: `about-to-be-written-${place}` as RecordId,
  device: "" as DeviceId,
  seq: place + 1,
  stamp: "ffffffffffff-ffff" as Stamp,
  actor: nobodyYet,
  wroteMs: one.atMs,
  seen: records.map(({ device, seq }) => [device, seq] as const),
  ...one,
});

const strike = (
  id: VisitId,
  records: ReadonlyArray<VisitRecord>,
  target: RecordId,
  how: { readonly as: "undo" | "correction"; readonly why: string },
  instead: VisitFact | null,
): Result<ReadonlyArray<VisitEvent>, VisitRefusal> => {
  const isHere = records.some((record) => record.id === target);
  if (!isHere || struckRecords(records).has(target)) return err({ type: "NothingToStrike" });
  const struck: VisitEvent = { type: "v1.Struck", visit: id, target, ...how };
  return ok(instead === null ? [struck] : [struck, { ...instead, corrects: target }]);
};

const isSettledAs = (standing: Standing<string | null> | null, value: string | null): boolean =>
  standing === null ? value === null : standing.length === 1 && latest(standing).value === value;
