import { describe, expect, it } from "vitest";
import { known, none, unknown, type Answer } from "#core/answer.ts";
import type { Born } from "#core/identity/born.ts";
import { decideAll } from "#core/visit/decide.ts";
import type { DetailAnswers } from "#core/visit/details.ts";
import { answerOf, visitOf } from "#core/visit/visit.ts";
import { callerArrives, type AtTheDoor } from "#forms/caller-arrives.ts";
import { alone, at, ended, rang, recordsOf, theNumber, theVisit, told, triaged, type Step } from "../core/visit/given.ts";

const age = (years: number): Answer<Born> => known({ is: "age", months: years * 12, toldMs: at("17:00") });
const ola = { name: known("Ola Nordmann"), born: known<Born>({ is: "date", date: "1962-01-04" }), reason: known("Brystsmerter") } satisfies DetailAnswers;
const door = (details: DetailAnswers, more: Partial<AtTheDoor> = {}): AtTheDoor => ({ reading: { details, level: null, arrivedAtMs: at("18:00") }, scale: "mts", paper: null, saidNone: (name) => `none: ${name}`, nowMs: at("18:05"), ...more });
const comes = (steps: ReadonlyArray<Step>, at_: AtTheDoor) => {
  const records = recordsOf(...steps);
  const commands = callerArrives(visitOf(theVisit, records), theNumber, at_);
  const decided = decideAll(theVisit, records, commands);
  if (!decided.ok) throw new Error(decided.error.type);
  return decided.value;
};
const along = (called: DetailAnswers, typed: DetailAnswers): DetailAnswers => {
  const [first] = comes([rang({}, {}, called)], door(typed));
  if (first?.event.type !== "v1.Arrived") throw new Error("they arrive first");
  return first.event.details;
};

describe("who rang, at the door", () => {
  it("[CLA1] arrives with their number at the time that stands there; a level that was chosen is set", () => {
    const steps = [rang({}, {}, ola), triaged("green", { at: "17:31" }), ended({ action: "comeIn" }, { at: "17:32" })];
    expect(comes(steps, door({}))).toEqual([{ atMs: at("18:00"), event: { type: "v1.Arrived", visit: theVisit, number: theNumber, details: {} } }]);
    const { details } = { details: {} };
    expect(comes(steps, door({}, { reading: { details, level: 2, arrivedAtMs: at("18:00") } }))[1]).toMatchObject({ atMs: at("18:05"), event: { type: "v1.TriageSet", level: 2 } });
  });

  it.each<readonly [string, DetailAnswers, DetailAnswers]>([
    ["the same again", ola, {}],
    ["a part of the name", { name: known("nordmann") }, {}],
    ["more of the name", { name: known("Ola Lid Nordmann") }, { name: known("Ola Lid Nordmann") }],
    ["another spelling", { name: known("Ola Normann") }, { name: known("Ola Normann") }],
    ["an age that fits the birth", { born: age(64) }, {}],
    ["an age that does not", { born: age(51) }, { born: age(51) }],
    ["not known, where it is", { name: unknown, born: unknown }, {}],
    ["none, which is said of something", { reason: none }, { reason: none }],
    ["what nobody asked by telephone", { arrivedBy: known("car"), sex: unknown }, { arrivedBy: known("car"), sex: unknown }],
  ])("[CLA2] %s", (_, typed, is) => {
    expect(along(ola, typed)).toEqual(is);
  });

  it("[CLA2] a birth takes the place of a bare age, and of two answers that differ what is typed settles it", () => {
    expect(along({ born: age(64) }, { born: ola.born })).toEqual({ born: ola.born });
    const [first] = comes([rang({}, {}, ola), told({ name: known("Olav Nordmann") }, alone("B"))], door({ name: known("Olav Nordmann") }));
    expect(first?.event).toMatchObject({ details: { name: known("Olav Nordmann") } });
  });

  it("[CLA3] the reason told by telephone stands beside the one told at the desk", () => {
    expect(along(ola, { reason: known("Kvalme") })).toEqual({ reason: known("Brystsmerter · Kvalme") });
    expect(along(ola, { reason: known("brystsmerter") })).toEqual({});
    expect(along(ola, { reason: known("Brystsmerter, kvalme") })).toEqual({ reason: known("Brystsmerter, kvalme") });
    expect(along({}, { reason: known("Kvalme") })).toEqual({ reason: known("Kvalme") });
  });

  // "Penicillin" told by telephone was gone when the journal's list, which knew of none, was filled in at the door and Alt+Enter pressed.
  it("[CLA5] none at the desk takes nothing of a list told by telephone away, and stands in a note", () => {
    for (const said of [none, { ...none, source: "document" } as const]) {
      const written = comes([rang({}, {}, { allergies: known(["Penicillin"]) })], door({ allergies: said }));
      expect(written.map(({ event }) => event)).toMatchObject([{ type: "v1.Arrived", details: {} }, { type: "v1.Noted", note: { text: "none: allergies" } }]);
    }
    expect(along({ allergies: known(["Penicillin"]) }, { allergies: unknown })).toEqual({});
    expect(along({ allergies: none }, { allergies: known(["Latex"]) })).toEqual({ allergies: known(["Latex"]) });
  });

  it("[CLA5] what is told at the desk is added to the list, each entry with whoever said it", () => {
    const called = { allergies: { ...known(["Penicillin"]), source: "relative", unsure: true } as const };
    const whole = along(called, { allergies: { ...known(["penicillin", "Nøtter"]), source: "document" } });
    expect(whole).toEqual({ allergies: { is: "known", value: ["Penicillin", "Nøtter"], source: "document", otherwise: [{ source: "relative", unsure: true, entries: ["Penicillin"] }] } });
    expect(along(called, { allergies: known(["PENICILLIN"]) })).toEqual({});
  });

  it("[CLA5] of a list and none, told unaware of each other, the list stands at the desk too", () => {
    const steps = [rang({}, {}, { allergies: known(["Penicillin"]) }), told({ allergies: none }, alone("B"))];
    expect(comes(steps, door({ allergies: none }))[0]?.event).toMatchObject({ details: {} });
    expect(comes(steps, door({ allergies: known(["Latex"]) }))[0]?.event).toMatchObject({ details: { allergies: { value: ["Penicillin", "Latex"] } } });
  });

  it("[CLA4] the paper's number is kept in a note", () => {
    expect(comes([rang()], door({}, { paper: "Skrevet på papir med nummer TRA-020-A" })).map(({ event }) => event)).toMatchObject([{ type: "v1.Arrived" }, { type: "v1.Noted", note: { text: "Skrevet på papir med nummer TRA-020-A" } }]);
  });

  it("[CLA1] what was told by telephone stands as before", () => {
    const records = recordsOf(rang({}, {}, ola));
    const written = comes([rang({}, {}, ola)], door({ reason: known("Kvalme"), name: known("Ola") }));
    const visit = visitOf(theVisit, [...records, ...recordsOf(rang({}, {}, ola), ...written.map(({ event, atMs }) => ({ event, how: { at: new Date(atMs).toISOString().slice(11, 16) } }))).slice(1)]);
    expect([answerOf(visit, "name"), answerOf(visit, "born"), answerOf(visit, "reason"), visit.number]).toEqual([ola.name, ola.born, known("Brystsmerter · Kvalme"), theNumber]);
  });
});
