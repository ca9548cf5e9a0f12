/**
 * What may happen in a visit. Capture never blocks: what is refused is only what would say nothing or contradict itself.
 *
 * - DEC1 A patient with nothing known can arrive.
 * - DEC2 After the end nothing more happens; what happened before it, and what is known of the patient, may still be written.
 * - DEC3 What is already so is not written again; of several answers only those that are new.
 * - DEC4 A correction strikes the record and, where there is one, writes the right fact instead, in one go.
 * - DEC5 Nothing of a visit that was never taken in, or that was struck as a whole, but a strike of that strike.
 * - DEC6 An undo leaves no half: both records of a correction are struck, and every strike of what is brought back.
 * - DEC8 Who rang arrives with the number they were given; nothing is asked anew. Only a telephone contact has an outcome and call-backs.
 * - DEC9 What is ordered, what comes of it, who follows it up and that it is not needed may be written after the end too.
 * - DEC10 Visits are joined, and parted again, only with a second person's name; not with themselves, and not twice.
 * - DEC11 What is struck is struck in its own visit, and what is corrected stays there, also where several visits are one.
 * - DEC7 Commands in one go are decided each as if those before it had been written; one refusal refuses all.
 */
import { saysNothingConcluded, type Conclusion } from "../clinical/conclusion.ts";
import { saysNothingFound, type Found } from "../clinical/found.ts";
import type { GivenMedicine } from "../clinical/medicine.ts";
import { saysNothingNoted, type Note } from "../clinical/note.ts";
import { saysNothingOfCall, type CallOutcome, type TakenCall } from "../clinical/telephone.ts";
import { saysNothingCame, saysNothingOrdered, type Order, type OrderResult, type Procedure } from "../clinical/order.ts";
import { isPicture, type Photo } from "../clinical/photo.ts";
import type { DeviceId, RecordId, Stamp } from "../log/record.ts";
import { err, ok, type Result } from "../result.ts";
import { nobodyYet } from "../staff/actor.ts";
import type { FilledForm } from "../ward/own-form.ts";
import type { EpochMs } from "../time.ts";
import type { CallBack } from "./call-back.ts";
import { detailNames, type DetailAnswers } from "./details.ts";
import type { Disposition, VisitEvent, VisitFact, VisitId } from "./events.ts";
import { isJoin, standingJoins } from "./joins.ts";
import { isSame, latest, type Standing } from "./standing.ts";
import type { TemporaryNumber } from "./temporary-number.ts";
import { strikesByTarget, struckRecords, type VisitRecord } from "./strikes.ts";
import { phaseOf, visitOf, type TriageLevel, type Visit } from "./visit.ts";

/** Each happened at `atMs`; of a correction that is when the right fact happened. */
export type VisitCommand = { readonly atMs: EpochMs } & (
  | { readonly type: "RegisterArrival"; readonly number: TemporaryNumber; readonly details: DetailAnswers }
  | { readonly type: "SetDetails"; readonly details: DetailAnswers }
  | ({ readonly type: "SetTriage" } & TriageLevel)
  | { readonly type: "Move"; readonly place: string | null }
  | { readonly type: "AssignClinician"; readonly clinician: string | null }
  | { readonly type: "CallIn" }
  | { readonly type: "BeginCare" }
  | { readonly type: "Observe"; readonly found: Found }
  | { readonly type: "GiveMedicine"; readonly given: GivenMedicine }
  | { readonly type: "WriteNote"; readonly note: Note }
  | { readonly type: "Conclude"; readonly conclusion: Conclusion }
  | { readonly type: "CallBack"; readonly call: CallBack }
  | { readonly type: "TakeCall"; readonly number: TemporaryNumber; readonly details: DetailAnswers; readonly call: TakenCall }
  | { readonly type: "EndCall"; readonly outcome: CallOutcome }
  | { readonly type: "PlaceOrder"; readonly order: Order }
  | { readonly type: "TakeResult"; readonly order: RecordId | null; readonly result: OrderResult }
  | { readonly type: "OwnOrder"; readonly order: RecordId; readonly owner: string }
  | { readonly type: "DropOrder"; readonly order: RecordId; readonly why: string }
  | { readonly type: "DoProcedure"; readonly procedure: Procedure }
  | { readonly type: "FillForm"; readonly filled: FilledForm }
  | { readonly type: "TakePhoto"; readonly photo: Photo; readonly jpeg: string }
  | { readonly type: "Leave"; readonly how: Disposition; readonly to?: string }
  | { readonly type: "Join"; readonly into: VisitId; readonly number?: TemporaryNumber; readonly confirmedBy: string }
  | { readonly type: "Part"; readonly who: VisitId; readonly confirmedBy: string; readonly why: string }
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
      return ok([{ type: "v1.TriageSet", visit: id, scale: command.scale, scaleVersion: command.scaleVersion, level: command.level }]);
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
      if (saysNothing(command.details)) return err({ type: "NothingSaid" });
      const details = whatIsNew(visit, command.details);
      return saysNothing(details) ? err({ type: "AlreadySo" }) : ok([{ type: "v1.DetailsSet", visit: id, details }]);
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

/** From all the others: whoever of them was joined with another stays so. */
const part = (records: ReadonlyArray<VisitRecord>, { who, why, confirmedBy }: Extract<VisitCommand, { readonly type: "Part" }>): Result<ReadonlyArray<VisitEvent>, VisitRefusal> => {
  if (confirmedBy.trim() === "") return err({ type: "NothingSaid" });
  const joins = standingJoins(records).filter(({ event }) => event.visit === who || event.into === who);
  if (joins.length === 0) return err({ type: "NothingToStrike" });
  return ok(joins.map(({ id, event: { visit } }) => ({ type: "v1.Struck", visit, target: id, as: "correction", why, confirmedBy: confirmedBy.trim() })));
};

const strike = (
  visit: Visit,
  records: ReadonlyArray<VisitRecord>,
  command: Extract<VisitCommand, { readonly type: "Undo" | "Correct" }>,
): Result<ReadonlyArray<VisitEvent>, VisitRefusal> => {
  const struck = struckRecords(records);
  const target = records.find((record) => record.id === command.target);
  if (target === undefined || struck.has(target.id)) return err({ type: "NothingToStrike" });
  if (phaseOf(visit).is === "void" && target.event.type !== "v1.Struck") return err({ type: "NoSuchVisit" });
  if (command.type === "Undo") {
    const targets = [...new Set(undoneWith(records, target))].filter((one) => one === target.id || !struck.has(one));
    const homeOf = (one: RecordId): VisitId => records.find(({ id }) => id === one)?.event.visit ?? visit.id;
    return ok(targets.map((one) => ({ type: "v1.Struck", visit: homeOf(one), target: one, as: "undo", why: "" })));
  }
  const { instead, why } = command;
  if (isJoin(target) || (instead !== null && isEmpty(instead))) return err({ type: "NothingSaid" });
  const home = target.event.visit;
  const event: VisitEvent = { type: "v1.Struck", visit: home, target: target.id, as: "correction", why };
  return ok(instead === null ? [event] : [event, { ...instead, visit: home, corrects: target.id }]);
};

/** What one undo takes back: the record, the other half of a correction, and of a strike all that struck the same. */
const undoneWith = (records: ReadonlyArray<VisitRecord>, target: VisitRecord): ReadonlyArray<RecordId> => {
  const strikes = target.event.type === "v1.Struck" ? (strikesByTarget(records).get(target.event.target) ?? []) : [];
  const struckAlike = [target, ...strikes];
  const halves = records.filter((record) => struckAlike.some((one) => areOneCorrection(one, record) || areOneCorrection(record, one)));
  return [...struckAlike, ...halves].map(({ id }) => id);
};

/** A correction is written in one go: its strike, then at once what stands instead. */
const areOneCorrection = (strikeRecord: VisitRecord, instead: VisitRecord): boolean =>
  strikeRecord.event.type === "v1.Struck" &&
  instead.event.type !== "v1.Struck" &&
  instead.event.corrects === strikeRecord.event.target &&
  instead.device === strikeRecord.device &&
  instead.seq === strikeRecord.seq + 1;

const isEmpty = (fact: VisitFact): boolean =>
  (fact.type === "v1.DetailsSet" && saysNothing(fact.details)) || (fact.type === "v1.Observed" && saysNothingFound(fact.found)) ||
  (fact.type === "v1.MedicineGiven" && fact.given.drug.trim() === "") ||
  (fact.type === "v1.Concluded" && saysNothingConcluded(fact.conclusion)) ||
  (fact.type === "v1.CallEnded" && saysNothingOfCall(fact.outcome)) ||
  (fact.type === "v1.Ordered" && saysNothingOrdered(fact.order)) ||
  (fact.type === "v1.ResultCame" && saysNothingCame(fact.order, fact.result)) ||
  (fact.type === "v1.OrderOwned" && fact.owner.trim() === "") ||
  (fact.type === "v1.FormFilled" && fact.filled.answers.length === 0) ||
  (fact.type === "v1.ProcedureDone" && saysNothingOrdered(fact.procedure)) ||
  (fact.type === "v1.Noted" && saysNothingNoted(fact.note));

const saysNothing = (details: DetailAnswers): boolean => detailNames.every((name) => details[name] === undefined);

const whatIsNew = (visit: Visit, details: DetailAnswers): DetailAnswers =>
  // Only names are left out; every answer that stays is its own name's.
  Object.fromEntries(detailNames.filter((name) => isNew(visit.heard[name], details[name])).map((name) => [name, details[name]])) as DetailAnswers;

const isNew = (standing: Standing<unknown> | undefined, answer: unknown): boolean =>
  answer !== undefined && (standing === undefined || standing.length > 1 || !isSame(latest(standing).value, answer));

const isSettledAs = (standing: Standing<string | null> | null, value: string | null): boolean =>
  standing === null ? value === null : standing.length === 1 && latest(standing).value === value;
