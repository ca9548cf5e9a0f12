import { describe, expect, it } from "vitest";
import { known, type Answer } from "#core/answer.ts";
import type { Born } from "#core/identity/born.ts";
import type { DetailAnswers } from "#core/visit/details.ts";
import type { VisitId } from "#core/visit/events.ts";
import { possiblySame, soughtIn, soughtOfVisit } from "#projections/possible-same.ts";
import { absorb, emptyState, type VisitFile, type WardState } from "#projections/ward-state.ts";
import { arrived, at, left, rang, struck, told, type Step } from "../core/visit/given.ts";
import { wardOf } from "./given-ward.ts";

const born = (date: string): Answer<Born> => known({ is: "date", date });
const years = (age: number): Answer<Born> => known({ is: "age", months: age * 12, toldMs: at("18:00") });
const kari: DetailAnswers = { name: known("Kari Nordmann"), born: born("1991-05-17") };
const ward = (visits: { readonly [id: string]: DetailAnswers }, more: { readonly [id: string]: ReadonlyArray<Step> } = {}): WardState =>
  wardOf(Object.fromEntries(Object.entries(visits).map(([id, details]) => [id, [arrived({}, details), ...(more[id] ?? [])]])));
const found = (state: WardState, details: DetailAnswers): ReadonlyArray<string> =>
  possiblySame(state, soughtIn(details, at("18:30")), null).map(({ file, by }) => `${file.visit.id} ${by}`);

describe("who may be the same", () => {
  it.each([
    ["the same number, spaces or none", { nationalNumber: known("130972 48022") }, { nationalNumber: known("13097248022") }, "a number"],
    ["the same number, whatever the name", { ...kari, nationalNumber: known("13097248022") }, { name: known("Per Moe"), nationalNumber: known("13097248022") }, "a number"],
    ["a name alike, born the same day", kari, { name: known("Nordman, Kari"), born: born("1991-05-17") }, "a likeName"],
    ["a name alike and an age within a year", kari, { name: known("Kari Nordmann"), born: years(35) }, "a likeName"],
    ["a name alike and an age told a year wrong", { ...kari, born: born("1991-01-17") }, { name: known("Nordman, Kari"), born: years(34) }, "a likeName"],
    ["the same full name of somebody without an age", { name: known("Kari Nordmann") }, kari, "a sameName"],
  ])("[PSM1] %s", (_, there, here, is) => {
    expect(found(ward({ a: there }), here)).toEqual([is]);
  });

  it.each([
    ["another birth, however alike the name", kari, { name: known("Kari Nordmann"), born: born("1951-05-17") }],
    ["a name only alike, of no age", { name: known("Kari Nordmark") }, { name: known("Kari Nordmann") }],
    ["the same age alone", { born: years(34) }, { born: years(34) }],
    ["half a number", { nationalNumber: known("130972") }, { nationalNumber: known("130972") }],
    ["nothing at all", {}, {}],
  ])("[PSM1] not %s", (_, there, here) => {
    expect(found(ward({ a: there }), here)).toEqual([]);
  });

  it("[PSM2] every name that a device gave is looked at; a struck visit, oneself, and whom one is one with are nobody", () => {
    const twoNames = wardOf({ a: [arrived({}, kari), told({ name: known("Siri Moe") }, { on: "B", knowing: {} })] });
    expect(found(twoNames, kari)).toEqual(["a likeName"]);
    expect(found(twoNames, { ...kari, name: known("Siri Moe") })).toEqual(["a likeName"]);
    expect(found(wardOf({ a: [arrived({}, kari), struck("A1")] }), kari)).toEqual([]);
    const two = ward({ a: kari, b: kari });
    const of = (state: WardState, id: string) => {
      const file = state.visits.get(id as VisitId);
      return file === undefined ? [] : possiblySame(state, soughtOfVisit(file.visit, at("18:30")), file.visit.id).map((one) => one.file.visit.id);
    };
    expect(of(two, "a")).toEqual(["b"]);
    const [record] = two.visits.get("b" as VisitId)?.records ?? [];
    if (record === undefined) throw new Error("b was taken in");
    const joined = absorb(two, [{ ...record, id: "join" as never, seq: 9, event: { type: "v1.Joined", visit: "b" as VisitId, into: "a" as VisitId, confirmedBy: "Berg" } }]);
    expect(of(joined, "a")).toEqual([]);
  });

  it("[PSM3] numbers before names, who is here before who has left, and four at most", () => {
    const state = ward({ a: kari, b: { nationalNumber: known("13097248022") }, c: kari, d: kari, e: kari }, { a: [left("home", { at: "18:20" })], d: [], e: [] });
    const names = found(state, { ...kari, nationalNumber: known("13097248022") });
    expect(names).toHaveLength(4);
    expect(names[0]).toBe("b number");
    expect(names).not.toContain("a likeName");
  });

  it("[PSM3] who rang and is not here comes after them, and neither crowds out the other", () => {
    const rangUp = rang({ at: "17:30" }, {}, kari);
    const state = wardOf({ ...Object.fromEntries(["a", "b", "c", "d", "e"].map((id) => [id, [arrived({}, kari)]])), once: [rangUp], twice: [rangUp] });
    const names = found(state, kari);
    expect([names.length, names.slice(4)]).toEqual([6, ["once likeName", "twice likeName"]]);
  });

  it("[PSM4] ten thousand visits are read once, however many letters follow", () => {
    const [file] = ward({ a: kari }).visits.values();
    if (file === undefined) throw new Error("a was taken in");
    let read = 0;
    const counted = (id: VisitId): VisitFile => {
      const { heard, ...rest } = file.visit;
      const visit = { ...rest, id, get heard() { read += 1; return heard; } };
      return { ...file, visit };
    };
    const ids = Array.from({ length: 10_000 }, (_, place) => `v${place}` as VisitId);
    const state = { ...emptyState, visits: new Map(ids.map((id) => [id, counted(id)])) };
    const look = (name: string): number => possiblySame(state, soughtIn({ ...kari, name: known(name) }, at("18:30")), null).length;
    expect(look("Kari N")).toBe(4);
    const once = read;
    for (const name of ["Kari Nord", "Kari Nordm", "Kari Nordman"]) look(name);
    expect(once).toBeGreaterThanOrEqual(10_000);
    expect(read).toBe(once);
  });
});
