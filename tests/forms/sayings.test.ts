import { expect, it } from "vitest";
import { known, none, unknown, type Answer } from "#core/answer.ts";
import type { DetailAnswers } from "#core/visit/details.ts";
import { isUnsure, saidAnew, withSayings } from "#forms/sayings.ts";

const nothing = (): ReadonlyArray<Answer<unknown>> => [];
const latex: Answer<ReadonlyArray<string>> = { ...known(["Latex"]), source: "patient" };
const added = (details: DetailAnswers, ...stood: ReadonlyArray<Answer<unknown>>) => withSayings(details, () => ({ source: "relative", unsure: true }), () => stood).allergies;

it("[SYG1] who said it and how sure goes with each answer that was changed", () => {
  expect(withSayings({ phone: known("1"), allergies: none }, () => ({ source: "relative", unsure: true }), nothing)).toEqual({
    phone: { ...known("1"), source: "relative", unsure: true }, allergies: { ...none, source: "relative", unsure: true },
  });
  expect(withSayings({ phone: known("1") }, () => ({}), nothing)).toEqual({ phone: known("1") });
});

it("[SYG1] an entry that stood keeps what was said of it when another is added", () => {
  expect(added({ allergies: known(["latex", "Nøtter"]) }, latex)).toEqual({ ...known(["latex", "Nøtter"]), source: "relative", unsure: true, otherwise: [{ source: "patient", entries: ["latex"] }] });
});

it("[SYG1] an entry that two had said keeps both, and one that was said alike needs no mention", () => {
  const jod: Answer<ReadonlyArray<string>> = { ...known(["Jod", "Latex"]), source: "relative", unsure: true };
  expect(added({ allergies: known(["Latex", "Jod", "Egg"]) }, latex, jod)).toEqual({
    ...known(["Latex", "Jod", "Egg"]), source: "relative", unsure: true, otherwise: [{ source: "patient", entries: ["Latex"] }, { source: "relative", unsure: true, entries: ["Latex"] }],
  });
});

it("[SYG4] what is not known is never unsure", () => {
  expect(added({ allergies: unknown })).toEqual({ ...unknown, source: "relative" });
});

const anew = (before: DetailAnswers["name"], saying: Parameters<typeof saidAnew>[0]["saying"], now = before) => saidAnew({ name: "name", before, now, answers: now === undefined ? [] : [now], wasUnsure: before?.is !== "unknown" && before?.unsure === true, saying });

it("[SYG2] a doubt that is set or lifted, or a source that is named, is news though the answer is the same", () => {
  const kari: DetailAnswers["name"] = { ...known("Kari"), source: "patient" };
  expect(anew(kari, { unsure: true })).toEqual({ name: { ...kari, unsure: true } });
  expect(anew({ ...kari, unsure: true }, {})).toEqual({ name: kari });
  expect(anew(kari, { source: "document" })).toEqual({ name: { ...kari, source: "document" } });
  expect(anew(kari, {})).toEqual({});
  expect(anew({ ...kari, unsure: true }, { unsure: true })).toEqual({});
  expect(anew(unknown, { unsure: true })).toEqual({});
  expect(anew(undefined, { unsure: true })).toEqual({});
});

// Saved unchanged after a colleague had doubted the name, the form lifted a doubt that whoever saved had never seen.
it("[SYG2] a doubt that came meanwhile is not lifted by a form that was opened before it", () => {
  const kari: DetailAnswers["name"] = known("Kari");
  const doubted: DetailAnswers["name"] = { ...kari, unsure: true };
  expect(saidAnew({ name: "name", before: kari, now: doubted, answers: [doubted], wasUnsure: false, saying: {} })).toEqual({});
  expect(saidAnew({ name: "name", before: doubted, now: doubted, answers: [doubted], wasUnsure: true, saying: {} })).toEqual({ name: kari });
});

it("[SYG3] it is no news where something else came to stand meanwhile", () => {
  expect(anew(known("Kari"), { unsure: true }, known("Karin"))).toEqual({});
  expect(saidAnew({ name: "allergies", before: latex, now: known(["Latex", "Jod"]), answers: [known(["Latex", "Jod"])], wasUnsure: false, saying: { unsure: true } })).toEqual({});
});

it("[SYG2] of a list the doubt is of all of it, and each entry keeps its source", () => {
  const both = [latex, { ...known(["Jod"]), source: "ambulance" } as const];
  const now = known(["Latex", "Jod"]);
  const doubted = saidAnew({ name: "allergies", before: now, now, answers: both, wasUnsure: false, saying: { unsure: true } }).allergies;
  expect(doubted).toEqual({ ...now, unsure: true, otherwise: [{ source: "patient", unsure: true, entries: ["Latex"] }, { source: "ambulance", unsure: true, entries: ["Jod"] }] });
  expect(isUnsure("allergies", doubted, doubted === undefined ? [] : [doubted])).toBe(true);
  expect(isUnsure("allergies", now, both)).toBe(false);
  expect(saidAnew({ name: "allergies", before: latex, now: latex, answers: [latex], wasUnsure: false, saying: { unsure: true } }).allergies).toEqual({ ...latex, unsure: true });
});
