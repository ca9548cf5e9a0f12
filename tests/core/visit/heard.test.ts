import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { known, none, unknown, type Answer } from "#core/answer.ts";
import type { DetailAnswers } from "#core/visit/details.ts";
import { entryKey } from "#core/visit/heard.ts";
import { disagrees } from "#core/visit/standing.ts";
import { answerOf, visitOf } from "#core/visit/visit.ts";
import { alone, arrived, given, instead, recordsOf, struck, theVisit, told, type Step } from "./given.ts";

const allergic = (...entries: ReadonlyArray<string>): DetailAnswers => ({ allergies: known(entries) });
const allergies = (...steps: ReadonlyArray<Step>): Answer<ReadonlyArray<string>> | undefined => answerOf(given(arrived(), ...steps).visit, "allergies");
const disagree = (...steps: ReadonlyArray<Step>): boolean => disagrees(given(arrived(), ...steps).visit.heard.allergies ?? null);

describe("lists", () => {
  it("[ANS2] lists that unite are no disagreement; a list and none are", () => {
    expect(disagree(told(allergic("Latex"), alone("A")), told(allergic("Jod"), alone("B")))).toBe(false);
    expect(disagree(told(allergic("Latex"), alone("A")), told({ allergies: none }, alone("B")))).toBe(true);
  });

  it("[HRD1] set unaware of each other unite, and are no disagreement", () => {
    const steps = [told(allergic("Penicillin"), alone("A")), told(allergic("Latex", "penicillin "), alone("B"))];
    expect(allergies(...steps)).toEqual(known(["Penicillin", "Latex"]));
    expect(disagree(...steps)).toBe(false);
  });

  it("[HRD2] none set unaware of a list takes nothing away, and is shown as a disagreement", () => {
    for (const steps of [[told(allergic("Latex"), alone("A")), told({ allergies: none }, alone("B"))], [told({ allergies: none }, alone("A")), told(allergic("Latex"), alone("B"))]]) {
      expect(allergies(...steps)).toEqual(known(["Latex"]));
      expect(disagree(...steps)).toBe(true);
    }
  });

  it("[HRD2] not known beside a list leaves the list, of three claims too", () => {
    expect(allergies(told({ allergies: unknown }, alone("A")), told(allergic("Latex"), alone("B")), told(allergic("Jod"), alone("C")))).toEqual(known(["Latex", "Jod"]));
  });

  it("[HRD3] who knew the list takes an entry away, or says that there is none after all", () => {
    expect(allergies(told(allergic("Latex", "Jod")), told(allergic("Jod"), { on: "B" }))).toEqual(known(["Jod"]));
    expect(allergies(told(allergic("Latex")), told({ allergies: none }, { on: "B" }))).toEqual(none);
  });

  it("[HRD3] an entry taken away on one device stays where another, unaware, still held it", () => {
    const removed = [told(allergic("Latex", "Jod"), alone("A")), told(allergic("Jod"), { on: "A" }), told(allergic("Latex", "Jod", "Nøtter"), { on: "B", knowing: { A: 2 } })];
    expect(allergies(...removed)).toEqual(known(["Jod", "Latex", "Nøtter"]));
  });

  it("[HRD3] an undo of the removal brings the entry back", () => {
    expect(allergies(told(allergic("Latex", "Jod")), told(allergic("Jod")), struck("A3"))).toEqual(known(["Latex", "Jod"]));
  });
});

describe("[HRD4] a corrected line stands where the struck one stood", () => {
  it("what was added later by somebody who knew of it stays", () => {
    const steps = [told(allergic("Penicilin")), told(allergic("Penicilin", "Latex"), { on: "B" }), struck("A2", {}, "correction"), instead(told(allergic("Penicillin")), "A2")];
    expect(allergies(...steps)).toEqual(known(["Penicilin", "Latex"]));
  });

  it("a correction of the arrival takes back nothing that was said since", () => {
    const { visit } = given(arrived({}, { name: known("Kari"), reason: known("Feber") }), told({ reason: known("Brystsmerter") }), struck("A1", {}, "correction"), instead(arrived({}, { name: known("Karin"), reason: known("Feber") }), "A1"));
    expect(answerOf(visit, "name")).toEqual(known("Karin"));
    expect(answerOf(visit, "reason")).toEqual(known("Brystsmerter"));
  });

  it("the last line corrected, and corrected again, is what the last correction says", () => {
    const steps = [told(allergic("Latex")), told(allergic("Latex", "Jd")), struck("A3", {}, "correction"), instead(told(allergic("Latex", "Jod")), "A3"), struck("A5", {}, "correction"), instead(told(allergic("Jod")), "A5")];
    expect(allergies(...steps)).toEqual(known(["Jod"]));
  });
});

it("[ANS1] who said it makes no other answer of it", () => {
  const { visit } = given(arrived(), told({ phone: { ...known("90000000"), source: "patient" } }, alone("A")), told({ phone: known("90000000") }, alone("B")));
  expect(disagrees(visit.heard.phone ?? null)).toBe(false);
  expect(disagrees(given(arrived(), told({ phone: known("1") }, alone("A")), told({ phone: known("2") }, alone("B"))).visit.heard.phone ?? null)).toBe(true);
});

const entries = fc.array(fc.constantFrom("Latex", "latex", "Jod", "Penicillin", " jod"), { minLength: 1, maxLength: 4 });

it("[HRD1] whatever devices set unaware of each other: nothing is lost, each stands once, in any order and however often they come", () => {
  fc.assert(
    fc.property(fc.array(entries, { minLength: 2, maxLength: 5 }), fc.integer(), (lists, seed) => {
      const records = recordsOf(arrived(), ...lists.map((list, place) => told(allergic(...list), alone(`D${place}`))));
      const shuffled = [...records, ...records].toSorted((a, b) => ((a.seq * 7919 + a.device.length + a.atMs + seed) % 13) - ((b.seq * 7919 + b.atMs + seed) % 13));
      const answer = answerOf(visitOf(theVisit, records), "allergies");
      const stands = answer?.is === "known" ? answer.value.map(entryKey) : [];
      expect(stands.toSorted()).toEqual([...new Set(lists.flat().map(entryKey))].toSorted());
      expect(answerOf(visitOf(theVisit, shuffled), "allergies")).toEqual(answer);
    }),
  );
});
