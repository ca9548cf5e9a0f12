import { describe, expect, it } from "vitest";
import { readNationalNumber } from "#core/identity/national-number.ts";
import { epochMs, minutesBetween } from "#core/time.ts";
import { answerOf, phaseOf, triageOf } from "#core/visit/visit.ts";
import { openDowntime } from "#core/downtime/downtime.ts";
import { boardOf } from "#projections/board.ts";
import { awaitedOf } from "#projections/orders.ts";
import { readDoorForm } from "#forms/door.ts";
import { lightsOut1643 } from "#scenarios/lights-out-1643.ts";
import { playEvening } from "./pretend-log.ts";

const startMs = epochMs(Date.UTC(2026, 0, 20, 15, 43));
const evening = playEvening(lightsOut1643, { startMs });
const state = evening.log.state();
const visits = [...state.visits.values()].map(({ visit }) => visit).filter((visit) => phaseOf(visit).is !== "void");
const minute = (ms: number): number => Math.round((ms - startMs) / 60_000);

it("every line of the evening is taken by the same decisions as a nurse's own", () => {
  expect(evening.refused).toEqual([]);
});

describe("as data", () => {
  const { lines, people, staff, ward } = lightsOut1643;

  it("stands in order, and names only people, staff and places that it has", () => {
    expect(lines.map((line) => line.minute)).toEqual(lines.map((line) => line.minute).toSorted((a, b) => a - b));
    expect(lines.filter((line) => (line.happened ?? line.minute) > line.minute)).toEqual([]);
    expect(lines.filter((line) => staff[line.by] === undefined)).toEqual([]);
    expect(lines.filter((line) => "visit" in line && people[line.visit] === undefined)).toEqual([]);
    expect(lines.filter((line) => line.does === "move" && line.to !== null && !ward.places.includes(line.to))).toEqual([]);
    expect(lines.filter((line) => line.does === "assign" && line.to !== null && !ward.clinicians.includes(line.to))).toEqual([]);
    expect(new Set(lines.flatMap((line) => (line.does === "arrive" || line.does === "takeCall" ? [line.visit] : [])))).toEqual(new Set(Object.keys(people)));
  });

  it("holds only identity numbers made for tests, each of them right", () => {
    const told = [...Object.values(people), ...lines.flatMap((line) => (line.does === "tell" ? [line.answers] : []))];
    const numbers = told.map(({ nationalNumber = "" }) => nationalNumber).filter((number) => /\d/.test(number));
    const readings = numbers.map((number) => readNationalNumber(number, startMs));
    expect(numbers.length).toBeGreaterThan(50);
    expect(readings.filter(({ checked, synthetic }) => checked !== "ok" || synthetic !== "yes")).toEqual([]);
    expect(new Set(readings.map(({ digits }) => digits)).size).toBe(numbers.length);
  });

  it("says the same sex and birth as its numbers", () => {
    const warned = Object.values(people).filter((answers) => readDoorForm(answers, { nowMs: startMs, offsetMinAt: () => 60, isDrill: true }).warnings.length > 0);
    expect(warned).toEqual([]);
    const sexes = Object.values(people).map(({ nationalNumber = "", sex }) => [sex, readNationalNumber(nationalNumber, startMs).sex]);
    expect(sexes.filter(([said, told]) => said !== undefined && told !== null && said !== told)).toEqual([]);
  });
});

describe("as an evening", () => {
  const waits = (fromMinute: number, toMinute: number): number => {
    const seen = visits.flatMap((visit) =>
      visit.arrivedAtMs !== null && visit.seen !== null && minute(visit.arrivedAtMs) >= fromMinute && minute(visit.arrivedAtMs) < toMinute
        ? [minutesBetween(visit.arrivedAtMs, visit.seen[0].atMs)]
        : [],
    );
    return seen.reduce((sum, wait) => sum + wait, 0) / seen.length;
  };

  it("brings about 60 contacts, about 50 of them before the systems are back", () => {
    expect(visits).toHaveLength(63);
    expect(visits.filter(({ arrivedAtMs }) => arrivedAtMs === null)).toHaveLength(1);
    expect(visits.filter(({ arrivedAtMs }) => arrivedAtMs !== null && minute(arrivedAtMs) <= 287).length).toBe(49);
    expect(state.downtimes).toMatchObject([{ startedAtMs: startMs, endedAtMs: startMs + 287 * 60_000 }]);
    expect(openDowntime(state.downtimes)).toBe(null);
  });

  it("has the mix of the index: few red, a quarter yellow, the rest green, all triaged", () => {
    const first = visits.map((visit) => triageOf(visit)?.value.level);
    const share = (level: number): number => first.filter((one) => one === level).length / visits.length;
    expect(share(1)).toBeLessThanOrEqual(0.05);
    expect(share(2)).toBeGreaterThanOrEqual(0.2);
    expect(share(2)).toBeLessThanOrEqual(0.3);
    expect(share(3)).toBeGreaterThanOrEqual(0.6);
  });

  it("makes the wait grow while the systems are down, and longer than they are", () => {
    expect(waits(0, 60)).toBeLessThan(15);
    expect(waits(120, 180)).toBeGreaterThan(25);
    expect(waits(180, 287)).toBeGreaterThan(40);
    expect(waits(287, 377)).toBeGreaterThan(30);
    expect(waits(415, 480)).toBeLessThan(15);
  });

  it("ends in every way a visit can end there, and some go unseen", () => {
    const left = visits.map(phaseOf).flatMap((phase) => (phase.is === "left" ? [phase.how] : []));
    const count = (how: string): number => left.filter((one) => one === how).length;
    expect(count("died")).toBe(1);
    expect(count("leftUnseen")).toBe(3);
    expect(count("admitted")).toBeGreaterThanOrEqual(6);
    expect(new Set(left).size).toBeGreaterThanOrEqual(9);
  });

  it("has the strokes of a real evening: unknown people, children, ambulances, second looks, corrections, undo", () => {
    const events = [...state.visits.values()].flatMap(({ records }) => records.map(({ event }) => event));
    const arrivals = events.flatMap((event) => (event.type === "v1.Arrived" ? [event.details] : []));
    expect(arrivals.filter(({ name }) => name?.is === "unknown").length).toBe(2);
    expect(visits.filter((visit) => answerOf(visit, "name")?.is === "unknown")).toEqual([]);
    expect(arrivals.filter(({ arrivedBy }) => arrivedBy?.is === "known" && arrivedBy.value === "ambulance").length).toBeGreaterThanOrEqual(6);
    expect(events.filter((event) => event.type === "v1.TriageSet").length).toBeGreaterThan(visits.length + 5);
    expect(new Set(events.flatMap((event) => (event.type === "v1.Struck" ? [event.as] : [])))).toEqual(new Set(["undo", "correction"]));
  });

  it("stands with people on the board of every hour until midnight", () => {
    for (const minutes of [10, 60, 120, 180, 240, 300, 360, 420]) {
      const { log } = playEvening(lightsOut1643, { startMs, toMinutes: [minutes] });
      const board = boardOf(log.state(), epochMs(startMs + minutes * 60_000));
      expect(board.waiting.length + board.overdue.length + board.inCare.length).toBeGreaterThanOrEqual(3);
    }
  });

  it("has what a ward writes beside the queue: looks, allergies, medicines, results, conclusions and calls", () => {
    const having = (has: (visit: (typeof visits)[number]) => boolean): number => visits.filter(has).length;
    expect(having(({ looks }) => looks.length > 0)).toBe(7);
    expect(having((visit) => answerOf(visit, "allergies") !== undefined)).toBe(6);
    expect(having(({ medicines }) => medicines.length > 0)).toBe(4);
    expect(having(({ orders }) => orders.all.length > 0)).toBe(4);
    expect(having(({ concluded }) => concluded !== null)).toBe(3);
    expect(having(({ phone }) => phone !== null)).toBe(2);
    expect(visits.flatMap(({ orders }) => orders.loose)).toEqual([]);
    expect(visits.flatMap((visit) => awaitedOf(visit, startMs)).map(({ orders: [{ what }] }) => what)).toEqual(["Urinstix", "hCG"]);
  });

  it("keeps for who rang the number they were given then, and gives no number twice", () => {
    const numbers = visits.map(({ number }) => number);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(visits.find(({ id }) => id.endsWith("-syver"))).toMatchObject({ phone: { atMs: startMs + 150 * 60_000 }, arrivedAtMs: startMs + 188 * 60_000 });
  });
});
