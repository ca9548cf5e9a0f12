/**
 * A scenario's lines become writings for the log, through the same decisions as a nurse's own.
 *
 * - SCN1 The same scenario, start, seed and log give the same writings.
 * - SCN2 A line that strikes or answers something waits until that record is in the log: the batch ends before it.
 * - SCN3 What the log refuses, because somebody in the drill was there first, is left out and named; the evening goes on.
 * - SCN4 Playing on from where a batch ended writes every line once, however the minutes are cut.
 * - SCN5 In a drill only numbers made for tests are written.
 */
import type { DowntimeId } from "#core/downtime/events.ts";
import type { Writing } from "#core/log/port.ts";
import type { DeviceId, Stamp, RecordId } from "#core/log/record.ts";
import { scales } from "#core/clinical/scales.ts";
import { nobodyYet, type Actor } from "#core/staff/actor.ts";
import { addMinutes, type EpochMs } from "#core/time.ts";
import type { VisitCommand, VisitRefusal } from "#core/visit/commands.ts";
import { decide } from "#core/visit/decide.ts";
import type { DetailAnswers } from "#core/visit/details.ts";
import type { VisitEvent, VisitFact, VisitId } from "#core/visit/events.ts";
import { temporaryNumber, type NumberParts } from "#core/visit/temporary-number.ts";
import { struckRecords, type VisitRecord } from "#core/visit/strikes.ts";
import { readDoorForm, type DoorAnswers } from "#forms/door.ts";
import type { Care, Doing, Scenario, VisitLine } from "./scenario.ts";

export interface Playing {
  /** When minute 0 is. */
  readonly startMs: EpochMs;
  /** Makes the ids of visits and of the downtime; another seed is another evening. */
  readonly seed: string;
  /** The serial is the next free one of this device, read anew for each batch. */
  readonly numbers: NumberParts;
  readonly recordsOf: (visit: VisitId) => ReadonlyArray<VisitRecord>;
}

export interface PlayedLines {
  readonly writings: ReadonlyArray<Writing>;
  /** Where to go on once these are in the log. */
  readonly nextLine: number;
  readonly refused: ReadonlyArray<{ readonly line: number; readonly refusal: VisitRefusal }>;
}

export const visitIdOf = (seed: string, alias: string): VisitId => `${seed}-${alias}` as VisitId;

/** The lines from `fromLine` up to and with `toMinute`, as far as one batch can go. The first line also gives the ward its settings. */
export const scenarioWritings = (scenario: Scenario, span: { readonly fromLine: number; readonly toMinute: number }, playing: Playing): PlayedLines => {
  const first: Writing = { actor: nobodyYet, atMs: playing.startMs, event: { type: "v1.WardSettingsSet", settings: scenario.ward } };
  const writings: Writing[] = [];
  const refused: Array<PlayedLines["refused"][number]> = [];
  const pending = new Map<VisitId, ReadonlyArray<VisitRecord>>();
  let { serial } = playing.numbers;
  for (let place = span.fromLine; place < scenario.lines.length; place += 1) {
    const line = scenario.lines[place];
    if (line === undefined || line.minute > span.toMinute) return { writings, nextLine: place, refused };
    if (place === 0) writings.push(first);
    const said = { actor: scenario.staff[line.by] ?? nobodyYet, atMs: addMinutes(playing.startMs, line.happened ?? line.minute) };
    if (!("visit" in line)) {
      const downtime = `${playing.seed}-downtime` as DowntimeId;
      writings.push({ ...said, event: { type: line.does === "declareDowntime" ? "v1.DowntimeDeclared" : "v1.DowntimeEnded", downtime } });
      continue;
    }
    const id = visitIdOf(playing.seed, line.visit);
    const about = pending.get(id) ?? [];
    if (waitsFor(line, about)) return { writings, nextLine: place, refused };
    const records = [...playing.recordsOf(id), ...about];
    const decided = decide(id, records, commandOf(line, { id, records, atMs: said.atMs, scenario, number: { ...playing.numbers, serial } }));
    if (!decided.ok) {
      refused.push({ line: place, refusal: decided.error });
      continue;
    }
    // Who rang before they came keeps the number they were given then.
    if (line.does === "takeCall" || (line.does === "arrive" && !records.some(({ event }) => event.type === "v1.CallTaken"))) serial += 1;
    writings.push(...decided.value.map((event) => ({ ...said, event })));
    pending.set(id, [...about, ...decided.value.map((event, nth) => asIfWritten(records, { ...said, event }, place * 10 + nth))]);
  }
  return { writings, nextLine: scenario.lines.length, refused };
};

interface Around {
  readonly id: VisitId;
  readonly records: ReadonlyArray<VisitRecord>;
  readonly atMs: EpochMs;
  readonly scenario: Scenario;
  readonly number: NumberParts;
}

/** It strikes or answers what is not in the log yet. */
const waitsFor = (line: VisitLine, about: ReadonlyArray<VisitRecord>): boolean =>
  ("what" in line && lastOf(about, line.what) !== null) || (line.does === "result" && orderOf(about, line.to) !== null);

const isCare = (line: VisitLine): line is Extract<VisitLine, Care> =>
  line.does === "know" || line.does === "observe" || line.does === "give" || line.does === "note" || line.does === "order" || line.does === "result" ||
  line.does === "procedure" || line.does === "conclude" || line.does === "takeCall" || line.does === "endCall";

const commandOf = (line: VisitLine, around: Around): VisitCommand => {
  if (isCare(line)) return careCommand(line, around);
  const { id, records, atMs, scenario, number } = around;
  switch (line.does) {
    case "arrive":
      return { type: "RegisterArrival", atMs, number: temporaryNumber(number), details: detailsFrom(scenario.people[line.visit] ?? {}, atMs) };
    case "undo":
      return { type: "Undo", atMs, target: lastOf(records, line.what) ?? nothing };
    case "correct":
      return { type: "Correct", atMs, target: lastOf(records, line.what) ?? nothing, why: line.why, instead: line.instead === null ? null : factOf(line.instead, id, atMs, scenario) };
    case "triage":
      return { type: "SetTriage", atMs, ...levelIn(scenario, line) };
    case "tell":
      return { type: "SetDetails", atMs, details: detailsFrom(line.answers, atMs) };
    case "move":
      return { type: "Move", atMs, place: line.to };
    case "assign":
      return { type: "AssignClinician", atMs, clinician: line.to };
    case "callIn":
      return { type: "CallIn", atMs };
    case "see":
      return { type: "BeginCare", atMs };
    case "leave":
      return { type: "Leave", atMs, how: line.how, ...(line.to === undefined ? {} : { to: line.to }) };
  }
};

const careCommand = (line: Extract<VisitLine, Care>, { records, atMs, scenario, number }: Around): VisitCommand => {
  switch (line.does) {
    case "know":
      return { type: "SetDetails", atMs, details: line.details };
    case "observe":
      return { type: "Observe", atMs, found: line.found };
    case "give":
      return { type: "GiveMedicine", atMs, given: line.given };
    case "note":
      return { type: "WriteNote", atMs, note: line.note };
    case "order":
      return { type: "PlaceOrder", atMs, order: line.order };
    case "result":
      return { type: "TakeResult", atMs, order: orderOf(records, line.to), result: line.result };
    case "procedure":
      return { type: "DoProcedure", atMs, procedure: line.procedure };
    case "conclude":
      return { type: "Conclude", atMs, conclusion: line.conclusion };
    case "takeCall":
      return { type: "TakeCall", atMs, number: temporaryNumber(number), details: detailsFrom(scenario.people[line.visit] ?? {}, atMs), call: line.call };
    case "endCall":
      return { type: "EndCall", atMs, outcome: { ...line.outcome, ...(line.callBackInMin === undefined ? {} : { callBackAtMs: addMinutes(atMs, line.callBackInMin) }) } };
  }
};

const factOf = (doing: Doing, visit: VisitId, atMs: EpochMs, scenario: Scenario): VisitFact => {
  switch (doing.does) {
    case "triage":
      return { type: "v1.TriageSet", visit, ...levelIn(scenario, doing) };
    case "tell":
      return { type: "v1.DetailsSet", visit, details: detailsFrom(doing.answers, atMs) };
    case "move":
      return { type: "v1.Placed", visit, place: doing.to };
    case "assign":
      return { type: "v1.ClinicianSet", visit, clinician: doing.to };
    case "callIn":
      return { type: "v1.CalledIn", visit };
    case "see":
      return { type: "v1.Seen", visit };
    case "leave":
      return { type: "v1.Left", visit, how: doing.how, ...(doing.to === undefined ? {} : { to: doing.to }) };
  }
};

const levelIn = ({ ward: { scale } }: Scenario, { level }: Extract<Doing, { readonly does: "triage" }>) => ({ scale, scaleVersion: scales[scale].version, level });

const detailsFrom = (answers: DoorAnswers, atMs: EpochMs): DetailAnswers => readDoorForm(answers, { nowMs: atMs, offsetMinAt: () => 0, isDrill: true }).details;

/** An id that no record has: the decision itself then says that there is nothing to strike. */
const nothing = "" as RecordId;

const lastOf = (records: ReadonlyArray<VisitRecord>, type: VisitFact["type"]): RecordId | null => {
  const struck = struckRecords(records);
  return records.findLast((record) => record.event.type === type && !struck.has(record.id))?.id ?? null;
};

const orderOf = (records: ReadonlyArray<VisitRecord>, what: string): RecordId | null => {
  const struck = struckRecords(records);
  return records.findLast(({ id, event }) => event.type === "v1.Ordered" && event.order.what === what && !struck.has(id))?.id ?? null;
};

/** A record that is not in the log yet: after, and aware of, all that is. */
const asIfWritten = (records: ReadonlyArray<VisitRecord>, one: { readonly actor: Actor; readonly atMs: EpochMs; readonly event: VisitEvent }, place: number): VisitRecord => ({
  id: `about-to-be-written-${place}` as RecordId,
  device: "" as DeviceId,
  seq: place,
  stamp: "ffffffffffff-ffff" as Stamp,
  wroteMs: one.atMs,
  seen: records.filter(({ device }) => device !== "").map(({ device, seq }) => [device, seq] as const),
  ...one,
});
