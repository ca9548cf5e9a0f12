/**
 * What an undo, a correction and a parting strike.
 *
 * - DEC4 A correction strikes the record and, where there is one, writes the right fact instead, in one go.
 * - DEC6 An undo leaves no half: both records of a correction are struck, and every strike of what is brought back.
 * - DEC11 What is struck is struck in its own visit, and what is corrected stays there, also where several visits are one.
 */
import type { RecordId } from "../log/record.ts";
import { err, ok, type Result } from "../result.ts";
import type { VisitCommand, VisitRefusal } from "./commands.ts";
import type { VisitEvent, VisitId } from "./events.ts";
import { isJoin, standingJoins } from "./joins.ts";
import { factSaysNothing } from "./says-nothing.ts";
import { strikesByTarget, struckRecords, type VisitRecord } from "./strikes.ts";
import { phaseOf, type Visit } from "./visit.ts";

/** From all the others: whoever of them was joined with another stays so. */
export const part = (records: ReadonlyArray<VisitRecord>, { who, why, confirmedBy }: Extract<VisitCommand, { readonly type: "Part" }>): Result<ReadonlyArray<VisitEvent>, VisitRefusal> => {
  if (confirmedBy.trim() === "") return err({ type: "NothingSaid" });
  const joins = standingJoins(records).filter(({ event }) => event.visit === who || event.into === who);
  if (joins.length === 0) return err({ type: "NothingToStrike" });
  return ok(joins.map(({ id, event: { visit } }) => ({ type: "v1.Struck", visit, target: id, as: "correction", why, confirmedBy: confirmedBy.trim() })));
};

export const strike = (
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
  if (isJoin(target) || (instead !== null && factSaysNothing(instead))) return err({ type: "NothingSaid" });
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
