import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { known } from "#core/answer.ts";
import { readBorn } from "#core/identity/born.ts";
import { epochMs } from "#core/time.ts";
import type { KnownPerson } from "#core/ward/snapshot.ts";
import { inSnapshot, snapshotCards, soughtAtDoor, type InSnapshot } from "#projections/in-snapshot.ts";

const nowMs = epochMs(Date.parse("2026-11-23T16:58:00+01:00"));
const date = (day: string) => ({ is: "date", date: day }) as const;
const kari: KnownPerson = { name: "Kari Marie Nordmann", nationalNumber: "12835700052", born: date("1957-03-12") };
const namesake: KnownPerson = { name: "Kari Nordmann", nationalNumber: "12835700214", born: date("1957-03-12") };
const ola: KnownPerson = { name: "Ola Hansen", born: { is: "year", year: 1960 } };
const nobodyKnowsWhen: KnownPerson = { name: "Per Olsen" };
const house = [kari, ola, nobodyKnowsWhen];

const look = (people: ReadonlyArray<KnownPerson>, name: string, born = "", number = "") => {
  const birth = readBorn(born, nowMs);
  return inSnapshot(snapshotCards(people), soughtAtDoor({ ...(name === "" ? {} : { name: known(name) }), ...(birth === null ? {} : { born: known(birth) }), ...(number === "" ? {} : { nationalNumber: known(number) }) }), nowMs);
};
const who = (...typed: readonly [name: string, born?: string, number?: string]): ReadonlyArray<InSnapshot> => look(house, ...typed).found;

describe("who may be at the desk", () => {
  it.each([
    ["", "", "12835700052", "number"], ["Ola", "", "128357 00052", "number"], ["", "", "128357", "begunNumber"], ["", "", "1283570005", "begunNumber"], ["", "", "12835", null],
    ["", "", "12835700053", null], ["Kari Nordmann", "12.03.1957", "12835700053", "nameAndBirth"], ["Kari Nordmann", "12.03.1957", "12835700214", null],
  ])("[ISN1] %j %j %j is Kari by %s", (name, born, number, by) => {
    expect(who(name, born, number)).toEqual(by === null ? [] : [{ person: kari, by }]);
  });

  it.each([
    ["ka", "12.03.1957", "nameAndBirth"], ["no", "1957", "nameAndBirth"], ["KA NO", "69", "nameAndBirth"], ["nordmann, kari", "12.03.1957", "nameAndBirth"], ["k", "12.03.1957", null], ["ka", "", null], ["kari", "", null],
    ["ka no", "", "name"], ["kari n", "", null], ["Kari Marie Nordmann", "", "name"], ["ola", "1957", null], ["ka ka", "1957", null], ["Kari Nordmon", "12.03.1957", "nameAndBirth"], ["Kari Nordmon", "", null], ["Carri Nordman", "", "name"],
  ])("[ISN2] %j born %j is Kari by %s", (name, born, by) => {
    expect(who(name, born).filter(({ person }) => person === kari)).toEqual(by === null ? [] : [{ person: kari, by }]);
  });

  it.each([
    ["ka", "13.03.1957", false], ["ka", "1958", true], ["ka", "1959", false], ["Kari Nordmann", "13.03.1957", true], ["Kari Nordmann", "12.03.1958", true], ["Kari Nordmann", "12.03.1967", false], ["ka", "40", false],
  ])("[ISN3] %j born %j is Kari: %s", (name, born, isKari) => {
    expect(who(name, born)).toHaveLength(isKari ? 1 : 0);
  });

  it("[ISN2] where the journal does not know when they were born, a name must be two words", () => {
    expect(who("pe", "1960")).toEqual([]);
    expect(who("pe ol", "1960")).toEqual([{ person: nobodyKnowsWhen, by: "name" }]);
  });

  it("[ISN1][ISN4] namesakes are shown both, the number first, three at most, and the rest counted", () => {
    expect(look([namesake, kari], "Kari Nordmann", "12.03.1957").found).toHaveLength(2);
    expect(look([namesake, kari], "Kari Nordmann", "", "12835700052").found).toEqual([{ person: kari, by: "number" }]);
    const many = Array.from({ length: 9 }, (_, place) => ({ name: `Kari Nordmann ${String(place)}`, born: date("1957-03-12") }));
    expect(look([...many, kari], "ka no", "1957", "128357")).toMatchObject({ found: [{ person: kari }, {}, {}], more: 7 });
  });

  it("[ISN1] a number that does not hold rules nobody out, and is nobody's but the same", () => {
    const wrong = { name: "Kari Nordmann", nationalNumber: "12345678901", born: date("1957-03-12") };
    expect(look([wrong], "", "", "12345678901").found).toEqual([{ person: wrong, by: "number" }]);
    expect(look([wrong], "Kari Nordmann", "1957", "12345678902").found).toHaveLength(1);
  });

  it("nothing said is nobody, and whatever is typed, looking never fails", () => {
    expect(who("")).toEqual([]);
    fc.assert(fc.property(fc.string(), fc.string(), fc.string(), (name, born, number) => { expect(who(name, born, number).length).toBeLessThanOrEqual(3); }));
  });
});

it("[ISN5] two thousand people are looked through between two letters", () => {
  const people = Array.from({ length: 2_000 }, (_, place) => ({ ...kari, name: `Kari Marie Nordmann ${String(place)}`, nationalNumber: String(10_000_000_000 + place) }));
  const cards = snapshotCards(people);
  const names = cards.map(({ words }) => words);
  const began = performance.now();
  for (const name of ["no", "nor", "nord", "nordm", "nordma"]) expect(inSnapshot(cards, { numbers: [], names: [name], births: [date("1957-03-12")] }, nowMs).more).toBe(1_997);
  expect((performance.now() - began) / 5).toBeLessThan(250);
  expect(cards.map(({ words }) => words)).toEqual(names);
});
