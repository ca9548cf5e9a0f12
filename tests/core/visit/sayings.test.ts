import fc from "fast-check";
import { expect, it } from "vitest";
import { known, none, sources, type Answer, type Saying } from "#core/answer.ts";
import { entryKey } from "#core/visit/heard.ts";
import { answersTo, entriesTold, sayingsOf } from "#core/visit/sayings.ts";
import { disagrees } from "#core/visit/standing.ts";
import { alone, arrived, given, told } from "./given.ts";

const by = <T>(answer: Answer<T>, saying: Saying): Answer<T> => ({ ...answer, ...saying });

it("[SAY1] an entry that two wrote unaware of each other stands once, with both their sayings; the others keep their own", () => {
  const { visit } = given(
    arrived(),
    told({ allergies: by(known(["Penicillin", "Latex"]), { source: "patient" }) }, alone("A")),
    told({ allergies: by(known(["penicillin ", "Jod"]), { source: "relative", unsure: true }) }, alone("B")),
  );
  expect(entriesTold(answersTo(visit, "allergies"))).toEqual([
    { value: "Penicillin", sayings: [{ source: "patient" }, { source: "relative", unsure: true }] },
    { value: "Latex", sayings: [{ source: "patient" }] },
    { value: "Jod", sayings: [{ source: "relative", unsure: true }] },
  ]);
});

it("[SAY2] an entry said otherwise than its list was said so alone", () => {
  const list = by({ is: "known", value: ["Latex", "Jod", "Nøtter"], otherwise: [{ source: "patient", entries: ["latex"] }, { unsure: true, entries: ["Nøtter", "Egg"] }] } as const, { source: "paper" });
  expect(entriesTold([list]).map(({ sayings }) => sayings)).toEqual([[{ source: "patient" }], [{ source: "paper" }], [{ unsure: true }]]);
  expect(entriesTold([none, { ...known(["Latex"]) }])).toEqual([{ value: "Latex", sayings: [{}] }]);
});

it("[SAY3] [ANS1] sure and unsure of the same is the same answer, and both sayings stand; of another answer neither does", () => {
  const { visit } = given(arrived(), told({ name: by(known("Kari"), { unsure: true }) }, alone("A")), told({ name: by(known("Kari"), { source: "document" }) }, alone("B")));
  expect(disagrees(visit.heard.name ?? null)).toBe(false);
  expect(sayingsOf(known("Kari"), answersTo(visit, "name"))).toEqual([{ unsure: true }, { source: "document" }]);
  expect(sayingsOf(known("Karin"), answersTo(visit, "name"))).toEqual([]);
});

const saying = fc.record({ source: fc.constantFrom(...sources), unsure: fc.constant(true as const) }, { requiredKeys: [] });
const entries = fc.array(fc.constantFrom("Latex", "latex ", "Jod", "Egg", "__proto__", "constructor"), { maxLength: 4 });
const list = fc.tuple(entries, saying, fc.array(fc.tuple(entries, saying).map(([of, how]) => ({ ...how, entries: of })), { maxLength: 2 })).map(([of, how, otherwise]) => ({ is: "known" as const, value: of, ...how, otherwise }));

it("[SAY1] whatever several wrote, each entry stands once and none is without a saying", () => {
  fc.assert(
    fc.property(fc.array(list, { maxLength: 4 }), (lists) => {
      const told = entriesTold(lists);
      expect(told.map(({ value }) => entryKey(value)).toSorted()).toEqual([...new Set(lists.flatMap(({ value }) => value.map(entryKey)))].toSorted());
      expect(told.every(({ sayings }) => sayings.length > 0)).toBe(true);
    }),
  );
});
