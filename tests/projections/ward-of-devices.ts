/**
 * A ward of up to four devices for property tests: their clocks are wrong, they hear of each other late, in part or never,
 * and each writes what the real core lets it write on what it knows. What comes out is a log that could have happened.
 */
import fc from "fast-check";
import { known, none, unknown } from "#core/answer.ts";
import { levels, scaleIds, scales } from "#core/clinical/scales.ts";
import type { DowntimeId } from "#core/downtime/events.ts";
import type { KnownEvent } from "#core/event.ts";
import { nextStamp, observe } from "#core/log/hlc.ts";
import type { DeviceId, LogRecord, RecordId, Stamp } from "#core/log/record.ts";
import { runsOf } from "#core/log/runs.ts";
import { epochMs, minuteMs, type EpochMs } from "#core/time.ts";
import type { VisitCommand } from "#core/visit/commands.ts";
import { decide } from "#core/visit/decide.ts";
import { dispositions, type VisitFact, type VisitId } from "#core/visit/events.ts";
import { temporaryNumber } from "#core/visit/temporary-number.ts";
import { absorb, emptyState, fileOf, type WardState } from "#projections/ward-state.ts";
import { at, nurse } from "../core/visit/given.ts";

export interface Device {
  readonly id: DeviceId;
  readonly letter: string;
  readonly state: WardState;
  readonly records: ReadonlyArray<LogRecord>;
  readonly last: Stamp | null;
}

/** What a device wrote, and how it sees the ward once it is written. */
export interface Deed {
  readonly command: VisitCommand;
  readonly visit: VisitId;
  readonly written: ReadonlyArray<LogRecord>;
  readonly isLate: boolean;
  readonly after: WardState;
}

export interface Evening {
  readonly devices: ReadonlyArray<Device>;
  readonly records: ReadonlyArray<LogRecord>;
  readonly deeds: ReadonlyArray<Deed>;
}

const letters = ["A", "B", "C", "D"] as const;

const step = fc.record({
  on: fc.nat(3),
  other: fc.nat(3),
  visit: fc.constantFrom(0, 0, 0, 1, 2),
  does: fc.constantFrom(
    "arrive", "arrive", "arrive", "triage", "triage", "triage", "triage", "triage", "details", "details", "move", "assign", "callIn", "begin", "leave", "leave",
    "undo", "undo", "correct", "join", "join", "part", "hear", "hear", "hear", "hear", "hear", "hearOwn", "hearOwn", "ward", "outage", "carry", "strange",
  ),
  pick: fc.nat(59),
  lateMin: fc.constantFrom(0, 0, 0, 0, 5, 45),
  passedMin: fc.nat(9),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const aheadMin = fc.constantFrom(0, 0, 0, -70, -3, 3, 70);

export const evening: fc.Arbitrary<Evening> = fc
  .tuple(fc.tuple(aheadMin, aheadMin, aheadMin, aheadMin), fc.integer({ min: 1, max: 4 }), fc.array(step, { minLength: 6, maxLength: 48, size: "max" }))
  .map(([clocks, count, steps]) => play(clocks.slice(0, count), steps));

const play = (clocks: ReadonlyArray<number>, steps: ReadonlyArray<Step>): Evening => {
  const devices: Device[] = clocks.map((_, place) => ({
    id: `device-${letters[place]}` as DeviceId, letter: letters[place] ?? "A", state: emptyState, records: [], last: null,
  }));
  const deeds: Deed[] = [];
  let trueMs = at("16:43");
  for (const one of steps) {
    trueMs = epochMs(trueMs + one.passedMin * minuteMs);
    const place = one.on % devices.length;
    const [device, other] = [devices[place], devices[one.other % devices.length]];
    if (device === undefined || other === undefined) continue;
    const nowMs = epochMs(trueMs + (clocks[place] ?? 0) * minuteMs);
    const atMs = epochMs(nowMs - one.lateMin * minuteMs);
    if (one.does === "hear" || one.does === "hearOwn") {
      devices[place] = heard(device, other.records.filter((record) => one.does === "hear" || record.device === other.id), nowMs);
      continue;
    }
    const command = commandOf(device, one, atMs);
    const visit = visitAt(one.visit);
    const outcome = command === null ? null : decideIn(device.state, visit, command);
    const events = outcome === null ? [wardEvent(device, one)] : outcome.ok ? outcome.value : [];
    const after = events.reduce<Device>((writer, event) => written(writer, event, atMs, nowMs), device);
    devices[place] = after;
    if (command !== null && events.length > 0) {
      deeds.push({ command, visit, written: after.records.slice(device.records.length), isLate: one.lateMin > 0, after: after.state });
    }
  }
  const all = new Map(devices.flatMap((device) => device.records).map((record) => [record.id, record]));
  return { devices, deeds, records: [...all.values()] };
};

const decideIn = (state: WardState, visit: VisitId, command: VisitCommand): ReturnType<typeof decide> => {
  const file = fileOf(state, visit);
  return decide(file?.visit.id ?? visit, file?.records ?? [], command);
};

const visitAt = (place: number): VisitId => `visit-${place}` as VisitId;

const heard = (device: Device, records: ReadonlyArray<LogRecord>, nowMs: EpochMs): Device => {
  const news = records.filter((record) => record.seq > (device.state.held[record.device] ?? 0));
  const last = news.reduce<Stamp | null>((before, record) => observe(before, record.stamp, nowMs).last, device.last);
  return { ...device, last, state: absorb(device.state, news), records: [...device.records, ...news] };
};

const written = (device: Device, event: KnownEvent | { readonly type: "unknown"; readonly was: string; readonly raw: unknown }, atMs: EpochMs, nowMs: EpochMs): Device => {
  const seq = (device.state.held[device.id] ?? 0) + 1;
  const stamp = nextStamp(device.last, nowMs);
  const seen = Object.entries(device.state.held).flatMap(([id, upTo]) => (id === device.id ? [] : [[id as DeviceId, upTo] as const]));
  const record: LogRecord = { id: `${device.letter}${seq}` as RecordId, device: device.id, seq, stamp, actor: nurse, atMs, wroteMs: nowMs, seen, event };
  return { ...device, last: stamp, state: absorb(device.state, [record]), records: [...device.records, record] };
};

const of = <T>(list: ReadonlyArray<T>, pick: number): T => {
  const one = list[pick % list.length];
  if (one === undefined) throw new Error("a list to pick from is never empty");
  return one;
};

const levelAt = (pick: number) => {
  const scale = of([...scaleIds, "no3", "no3"] as const, pick);
  return { scale, scaleVersion: pick % 7 === 6 ? "of another time" : scales[scale].version, level: of(levels, pick) };
};

const detailsAt = (pick: number) => ({
  ...(pick % 2 === 0 ? { name: of([known("Kari Nordmann"), known("Åse Bø"), unknown, none], pick) } : {}),
  ...(pick % 3 === 0 ? { reason: of([known("Feber"), unknown], pick) } : {}),
});

const commandOf = (device: Device, { does, pick, visit }: Step, atMs: EpochMs): VisitCommand | null => {
  const records = fileOf(device.state, visitAt(visit))?.records ?? [];
  const target = (records[pick % Math.max(1, records.length)]?.id ?? "none") as RecordId;
  const number = temporaryNumber({ wardCode: "TR", letter: device.letter, serial: visit + 1 });
  switch (does) {
    case "arrive":
      return { type: "RegisterArrival", number, details: detailsAt(pick), atMs };
    case "triage":
      return { type: "SetTriage", ...levelAt(pick), atMs };
    case "details":
      return { type: "SetDetails", details: detailsAt(pick), atMs };
    case "move":
      return { type: "Move", place: of(["Rom 1", "Rom 2", null], pick), atMs };
    case "assign":
      return { type: "AssignClinician", clinician: of(["Dr. Lie", null], pick), atMs };
    case "callIn":
      return { type: "CallIn", atMs };
    case "begin":
      return { type: "BeginCare", atMs };
    case "leave":
      return { type: "Leave", how: of(dispositions, pick), atMs };
    case "undo":
      return { type: "Undo", target, atMs };
    case "correct": {
      const instead: VisitFact | null = pick % 3 === 0 ? null : { type: "v1.TriageSet", visit: visitAt(visit), ...levelAt(pick) };
      return { type: "Correct", target, why: "wrong row", instead, atMs };
    }
    case "join":
      return { type: "Join", into: visitAt((visit + 1 + pick) % 4), confirmedBy: "Berg", atMs };
    case "part":
      return { type: "Part", who: visitAt((visit + pick) % 3), confirmedBy: "Lie", why: "", atMs };
    case "ward": case "outage": case "carry": case "strange": case "hear": case "hearOwn":
      return null;
  }
};

const wardEvent = (device: Device, { does, pick }: Step): Parameters<typeof written>[1] => {
  const downtime = `outage-${pick % 2}` as DowntimeId;
  if (does === "strange") return { type: "unknown", was: "v9.Weighed", raw: { type: "v9.Weighed", visit: visitAt(0) } };
  if (does === "outage") return { type: pick % 3 === 0 ? "v1.DowntimeEnded" : "v1.DowntimeDeclared", downtime };
  if (does === "carry") return { type: "v1.CarriedOut", as: pick % 2 === 0 ? "fhir" : "archive", file: "f", held: runsOf(device.records.slice(pick % 3)) };
  return of(
    [
      { type: "v1.WardSettingsSet", settings: { name: of(["Aker", "Kalfaret"], pick) } },
      { type: "v1.DeviceJoined", device: of([device.id, "device-A" as DeviceId], pick), wardCode: "TR", letter: device.letter, signKey: String(pick) },
      { type: "v1.DeviceNamed", device: device.id, name: of(["Skranken", "Triage"], pick) },
    ] as const,
    pick,
  );
};

/** The same records, turned, doubled in part and cut into batches, as the dice say. */
export const anyRoad = (records: ReadonlyArray<LogRecord>, dice: ReadonlyArray<number>): ReadonlyArray<ReadonlyArray<LogRecord>> => {
  const diceAt = (place: number): number => dice[place % Math.max(1, dice.length)] ?? 0;
  const doubled = [...records, ...records.filter((_, place) => diceAt(place) % 3 === 0)];
  const turned = doubled.map((record, place) => ({ record, key: (diceAt(place) * 7919 + place * 104_729) % 10_007 })).toSorted((a, b) => a.key - b.key);
  const batches: LogRecord[][] = [[]];
  turned.forEach(({ record }, place) => {
    if (diceAt(place + 1) % 4 === 0) batches.push([]);
    batches.at(-1)?.push(record);
  });
  return batches;
};

export const dice = fc.array(fc.nat(10_000), { minLength: 5, maxLength: 60 });

export const stateOf = (batches: ReadonlyArray<ReadonlyArray<LogRecord>>): WardState => batches.reduce(absorb, emptyState);
