/**
 * What may happen in a visit. Capture never blocks: what is refused is only what would say nothing or contradict itself.
 *
 * - DEC1 A patient with nothing known can arrive.
 * - DEC2 After the end nothing more happens; what happened before it, and what is known of the patient, may still be written.
 * - DEC3 What is already so is not written again; of several answers only those that are new.
 * - DEC5 Nothing of a visit that was never taken in, or that was struck as a whole, but a strike of that strike.
 * - DEC8 Who rang arrives with the number they were given; nothing is asked anew. Only a telephone contact has an outcome and call-backs.
 * - DEC9 What is ordered, what comes of it, who follows it up and that it is not needed may be written after the end too.
 * - DEC10 Visits are joined, and parted again, only with a second person's name; not with themselves, and not twice.
 * - DEC7 Commands in one go are decided each as if those before it had been written; one refusal refuses all.
 */
import { saysNothingConcluded } from "../clinical/conclusion.ts";
import { saysNothingFound } from "../clinical/found.ts";
import { saysNothingNoted } from "../clinical/note.ts";
import { saysNothingCame, saysNothingOrdered } from "../clinical/order.ts";
import { isPicture } from "../clinical/photo.ts";
import { saysNothingOfCall } from "../clinical/telephone.ts";
import type { DeviceId, RecordId, Stamp } from "../log/record.ts";
import { err, ok, type Result } from "../result.ts";
import { nobodyYet } from "../staff/actor.ts";
import type { EpochMs } from "../time.ts";
import type { VisitCommand, VisitRefusal } from "./commands.ts";
import { detailNames, type DetailAnswers } from "./details.ts";
import type { VisitEvent, VisitId } from "./events.ts";
import { detailsSayNothing } from "./says-nothing.ts";
import { isSame, latest, type Standing } from "./standing.ts";
import type { VisitRecord } from "./strikes.ts";
import { part, strike } from "./take-back.ts";
import { phaseOf, visitOf, type Visit } from "./visit.ts";

export const decide = (
  id: VisitId,
  records: ReadonlyArray<VisitRecord>,
  command: VisitCommand,
): Result<ReadonlyArray<VisitEvent>, VisitRefusal> => {
  const visit = visitOf(id, records);
  if (command.type === "Undo" || command.type === "Correct") return strike(visit, records, command);
  if (command.type === "RegisterArrival") {
    if (visit.arrivedAtMs !== null) return err({ type: "AlreadySo" });
    return ok([{ type: "v1.Arrived", visit: id, number: visit.number ?? command.number, details: command.details }]);
  }
  if (command.type === "TakeCall") {
    if (phaseOf(visit).is !== "void") return err({ type: "AlreadySo" });
    return ok([{ type: "v1.CallTaken", visit: id, number: command.number, details: command.details, call: command.call }]);
  }
  if (command.type === "Part") return part(records, command);
  const phase = phaseOf(visit);
  if (phase.is === "void") return err({ type: "NoSuchVisit" });
  if (isTold(command)) return decideTold(visit, command);
  // The laboratory knows nothing of who has left: what concerns an order is told all the same.
  if (isOfOrder(command)) return decideOrder(visit, command);
  if (phase.is === "left" && command.atMs > phase.atMs) return err({ type: "VisitIsOver", atMs: phase.atMs });
  switch (command.type) {
    case "SetTriage":
      // The same level again is a re-triage: somebody looked. It is always worth a record.
      return ok([{ type: "v1.TriageSet", visit: id, scale: command.scale, scaleVersion: command.scaleVersion, level: command.level, ...(command.because === undefined ? {} : { because: command.because }) }]);
    case "Move":
      if (isSettledAs(visit.place, command.place)) return err({ type: "AlreadySo" });
      return ok([{ type: "v1.Placed", visit: id, place: command.place }]);
    case "AssignClinician":
      if (isSettledAs(visit.clinician, command.clinician)) return err({ type: "AlreadySo" });
      return ok([{ type: "v1.ClinicianSet", visit: id, clinician: command.clinician }]);
    case "CallIn":
      // Who did not come is called again; and that somebody was called before care began may be told afterwards.
      if (phase.is === "inCare" && command.atMs >= phase.atMs) return err({ type: "AlreadySo" });
      return ok([{ type: "v1.CalledIn", visit: id }]);
    case "BeginCare":
      if (visit.seen !== null) return err({ type: "AlreadySo" });
      return ok([{ type: "v1.Seen", visit: id }]);
    case "Observe":
      // The same values again are a new look.
      return saysNothingFound(command.found) ? err({ type: "NothingSaid" }) : ok([{ type: "v1.Observed", visit: id, found: command.found }]);
    case "GiveMedicine":
      // The same again is another dose.
      return command.given.drug.trim() === "" ? err({ type: "NothingSaid" }) : ok([{ type: "v1.MedicineGiven", visit: id, given: command.given }]);
    case "EndCall":
      if (visit.phone === null) return err({ type: "NoSuchVisit" });
      return saysNothingOfCall(command.outcome) ? err({ type: "NothingSaid" }) : ok([{ type: "v1.CallEnded", visit: id, outcome: command.outcome }]);
    case "DoProcedure":
      // The same again is done again.
      return saysNothingOrdered(command.procedure) ? err({ type: "NothingSaid" }) : ok([{ type: "v1.ProcedureDone", visit: id, procedure: command.procedure }]);
    case "Leave":
      if (phase.is === "left") return err({ type: "AlreadySo" });
      return ok([{ type: "v1.Left", visit: id, how: command.how, ...(command.to === undefined ? {} : { to: command.to }) }]);
  }
};

/** What may be told of somebody whether or not they are here any more. */
type ToldCommand = Extract<VisitCommand, { readonly type: "SetDetails" | "WriteNote" | "FillForm" | "TakePhoto" | "Join" | "Conclude" | "CallBack" }>;

const isTold = (command: VisitCommand): command is ToldCommand =>
  command.type === "SetDetails" || command.type === "WriteNote" || command.type === "FillForm" || command.type === "TakePhoto" || command.type === "Join" || command.type === "Conclude" || command.type === "CallBack";

const decideTold = (visit: Visit, command: ToldCommand): Result<ReadonlyArray<VisitEvent>, VisitRefusal> => {
  const { id } = visit;
  switch (command.type) {
    case "SetDetails": {
      if (detailsSayNothing(command.details)) return err({ type: "NothingSaid" });
      const details = whatIsNew(visit, command.details);
      return detailsSayNothing(details) ? err({ type: "AlreadySo" }) : ok([{ type: "v1.DetailsSet", visit: id, details }]);
    }
    case "WriteNote":
      return saysNothingNoted(command.note) ? err({ type: "NothingSaid" }) : ok([{ type: "v1.Noted", visit: id, note: command.note }]);
    case "FillForm":
      return command.filled.answers.length === 0 ? err({ type: "NothingSaid" }) : ok([{ type: "v1.FormFilled", visit: id, filled: command.filled }]);
    case "TakePhoto":
      // The same again is another photo.
      return isPicture(command.jpeg) ? ok([{ type: "v1.PhotoTaken", visit: id, photo: command.photo, jpeg: command.jpeg }]) : err({ type: "NothingSaid" });
    case "Join":
      if (command.confirmedBy.trim() === "") return err({ type: "NothingSaid" });
      if (command.into === id || visit.joined?.ones.some((one) => one.id === command.into) === true) return err({ type: "AlreadySo" });
      return ok([{ type: "v1.Joined", visit: id, into: command.into, ...(command.number === undefined ? {} : { number: command.number }), confirmedBy: command.confirmedBy.trim() }]);
    case "Conclude": {
      if (saysNothingConcluded(command.conclusion)) return err({ type: "NothingSaid" });
      const isSaid = visit.concluded?.length === 1 && isSame(latest(visit.concluded).value, command.conclusion);
      return isSaid ? err({ type: "AlreadySo" }) : ok([{ type: "v1.Concluded", visit: id, conclusion: command.conclusion }]);
    }
    case "CallBack":
      // A second try is another call.
      return ok([{ type: "v1.CalledBack", visit: id, call: command.call }]);
  }
};

type OrderCommand = Extract<VisitCommand, { readonly type: "PlaceOrder" | "TakeResult" | "OwnOrder" | "DropOrder" }>;

const isOfOrder = (command: VisitCommand): command is OrderCommand =>
  command.type === "PlaceOrder" || command.type === "TakeResult" || command.type === "OwnOrder" || command.type === "DropOrder";

const decideOrder = ({ id, orders }: Visit, command: OrderCommand): Result<ReadonlyArray<VisitEvent>, VisitRefusal> => {
  switch (command.type) {
    case "PlaceOrder":
      // The same again is another sample.
      return saysNothingOrdered(command.order) ? err({ type: "NothingSaid" }) : ok([{ type: "v1.Ordered", visit: id, order: command.order }]);
    case "TakeResult":
      return saysNothingCame(command.order, command.result) ? err({ type: "NothingSaid" }) : ok([{ type: "v1.ResultCame", visit: id, order: command.order, result: command.result }]);
    case "OwnOrder":
      // The same owner again hinders nothing: a leaving that is asked for in the same go must not be refused for it.
      return command.owner.trim() === "" ? err({ type: "NothingSaid" }) : ok([{ type: "v1.OrderOwned", visit: id, order: command.order, owner: command.owner }]);
    case "DropOrder":
      return orders.all.some((one) => one.id === command.order && one.state === "notNeeded") ? err({ type: "AlreadySo" }) : ok([{ type: "v1.OrderDropped", visit: id, order: command.order, why: command.why }]);
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
    if (command.type === "Undo" && decided.some(({ event }) => event.type === "v1.Struck" && event.target === command.target)) continue;
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

const whatIsNew = (visit: Visit, details: DetailAnswers): DetailAnswers =>
  // Only names are left out; every answer that stays is its own name's.
  Object.fromEntries(detailNames.filter((name) => isNew(visit.heard[name], details[name])).map((name) => [name, details[name]])) as DetailAnswers;

const isNew = (standing: Standing<unknown> | undefined, answer: unknown): boolean =>
  answer !== undefined && (standing === undefined || standing.length > 1 || !isSame(latest(standing).value, answer));

const isSettledAs = (standing: Standing<string | null> | null, value: string | null): boolean =>
  standing === null ? value === null : standing.length === 1 && latest(standing).value === value;
