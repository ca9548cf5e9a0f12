// What a letter says of allergies, the telephone, results and procedures, in words.
import { expect, it } from "vitest";
import { known, none, unknown } from "#core/answer.ts";
import type { OrderResult } from "#core/clinical/order.ts";
import type { DetailAnswers } from "#core/visit/details.ts";
import { visitOf } from "#core/visit/visit.ts";
import { letterText } from "#app/routes/visit/letter-text.ts";
import { wordsIn } from "#i18n/all-words.ts";
import { pageWordsOf } from "#i18n/pages/page-words.ts";
import { letterOf, type LetterPart } from "#projections/letter.ts";
import { alone, arrived, calledBack, ended, placed, rang, recordId, recordsOf, struck, theVisit, told, type Step } from "../core/visit/given.ts";

const textOf = (...steps: ReadonlyArray<Step>) => {
  const records = recordsOf(...steps);
  return letterText(letterOf({ visit: visitOf(theVisit, records), records }, { downtimes: [], isDrill: false }), "discharge", pageWordsOf(wordsIn.nb, "nb"), "nb");
};
const linesOf = (part: LetterPart, ...steps: ReadonlyArray<Step>): ReadonlyArray<string> =>
  (textOf(...steps).sections.find((one) => one.part === part)?.lines ?? []).map(({ label, text }) => [...(label === null ? [] : [label]), text].join(": "));
const ordered = (what: string, how: Step["how"] = {}): Step => ({ event: { type: "v1.Ordered", visit: theVisit, order: { kind: "lab", what } }, how });
const came = (order: string | null, result: Partial<OrderResult>, how: Step["how"] = {}): Step => ({
  event: { type: "v1.ResultCame", visit: theVisit, order: order === null ? null : recordId(order), result: { text: "", identifiedBy: [], ...result } }, how,
});

it.each<readonly [DetailAnswers["allergies"], ReadonlyArray<string>]>([
  [undefined, ["Ikke spurt om"]],
  [unknown, ["Spurt, vet ikke"]],
  [none, ["Ingen kjente"]],
  [known(["Penicillin", "Nøtter"]), ["Penicillin", "Nøtter"]],
  [{ ...known(["Penicillin"]), source: "relative" }, ["Penicillin (ifølge pårørende)"]],
])("[LTX3] of allergies %j stands as %j", (allergies, lines) => {
  expect(linesOf("allergies", arrived({}, allergies === undefined ? {} : { allergies })).map((one) => one.toLowerCase())).toEqual(lines.map((one) => one.toLowerCase()));
});

it("[LTX3] allergies stand before the reason, and medicines in use after those that were given", () => {
  expect(textOf(arrived()).sections.map(({ part }) => part)).toEqual(["identity", "allergies", "reason", "assessment", "inUse", "advice"]);
  expect(linesOf("inUse", arrived({}, { currentMedicines: known(["Metoprolol 47,5 mg x 1", "Albyl-E 75 mg"]) }))).toEqual(["Metoprolol 47,5 mg x 1", "Albyl-E 75 mg"]);
});

it("[LTX3] a list beside \"none known\" stands, and both are told", () => {
  const lines = linesOf("allergies", arrived(), told({ allergies: known(["Penicillin"]) }), told({ allergies: none }, alone("B")));
  expect(lines).toEqual(["Penicillin", "Sagt ulikt på enhetene: Penicillin / Ingen kjente"]);
});

it("what was asked of blood thinners and infection stands; what the house is warned of does not", () => {
  expect(linesOf("alerts", arrived({}, { anticoagulant: known("yes"), isolation: known("droplet"), flags: known(["violence", "childConcern"]) }))).toEqual(["Blodfortynnende: Ja", "Isolering: Dråpesmitte"]);
  expect(JSON.stringify(textOf(arrived({}, { flags: known(["violence"]) })))).not.toMatch(/vold/i);
});

it("[LTX4] of the telephone: who rang and what was advised, but neither number nor caller's name", () => {
  const steps = [
    rang({}, { caller: "relative", callerName: known("Turid Myrdal"), callbackNumber: known("90011222"), rangFor: { sec: 130 }, remark: "Har falt i trapp" }),
    ended({ action: "comeIn", advice: "Ikke gå på foten", toldToRingAgain: "yes" }), calledBack(false), calledBack(true), arrived({ at: "18:30" }), placed("Rom 1"),
  ];
  const lines = linesOf("telephone", ...steps);
  expect(lines).toHaveLength(4);
  expect(lines[0]).toMatch(/Ringer: Pårørende, Merknad om samtalen: Har falt i trapp$/);
  expect(lines[1]).toMatch(/Kommer hit, Råd som ble gitt: Ikke gå på foten, Sagt: ring igjen hvis verre: Ja$/);
  expect(JSON.stringify(textOf(...steps))).not.toMatch(/90011222|Turid|130 s|2 min/);
  expect(linesOf("telephone", arrived())).toEqual([]);
});

it("[LTX5] a result has its order's name and time, and what is critical, preliminary or on paper says so", () => {
  const lines = linesOf(
    "findings", arrived(), ordered("CRP", { at: "18:05" }), ordered("Troponin", { at: "18:06" }),
    came("A2", { text: "48" }, { at: "18:20" }), came("A3", { text: "92 ng/l", critical: { readBack: true }, preliminary: true }, { at: "18:10" }), came(null, {}, { at: "18:30" }),
  );
  expect(lines.map((one) => one.replace(/\d+\. \S+ \d{4} /, ""))).toEqual(["Svar, Troponin, 19:10: 92 ng/l (‼ kritisk svar, foreløpig, mer kommer)", "Svar, CRP, 19:20: 48", "Svar 19:30: på papir"]);
});

it("[LTR3][LTX5] a struck result is in no letter, and its order is awaited again", () => {
  const steps = [arrived(), ordered("CRP"), came("A2", { text: "480" }), struck("A3")];
  expect([linesOf("findings", ...steps), linesOf("awaited", ...steps)]).toEqual([[], ["CRP: ingen er satt opp til å følge opp"]]);
});

it("what was done stands under treatment, below what was written of it", () => {
  const done: Step = { event: { type: "v1.ProcedureDone", visit: theVisit, procedure: { what: "Sutur", where: "Venstre tommel" } }, how: {} };
  const concluded: Step = { event: { type: "v1.Concluded", visit: theVisit, conclusion: { treatment: "Sydd i lokalbedøvelse" } }, how: {} };
  const [written, sutured] = linesOf("treatment", arrived(), done, concluded);
  expect([written, sutured]).toEqual(["Sydd i lokalbedøvelse", expect.stringMatching(/Sutur, Hvor på kroppen: Venstre tommel$/)]);
});
