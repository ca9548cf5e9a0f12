import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { known, none, unknown } from "#core/answer.ts";
import { atcIn } from "#core/clinical/atc.ts";
import { readEntries, typedEntries } from "#forms/entries.ts";
import { splitEntries, withEntries, withPending } from "#forms/typed-entries.ts";

it.each([
  ["Penicillin, lateks", ["Penicillin", "lateks"]],
  ["Penicillin,lateks", ["Penicillin", "lateks"]],
  ["Metoprolol 47,5 mg", ["Metoprolol 47,5 mg"]],
  ["Metoprolol 47,5 mg x 1, Albyl-E 75 mg", ["Metoprolol 47,5 mg x 1", "Albyl-E 75 mg"]],
  ["Levaxin 50,Albyl-E 75", ["Levaxin 50", "Albyl-E 75"]],
  ["Marevan; Digoxin 0,25", ["Marevan", "Digoxin 0,25"]],
  ["Marevan\nDigoxin\r\nFurix", ["Marevan", "Digoxin", "Furix"]],
  [" , ; ,", []],
  ["", []],
  ["nøtter  (alle   slag)", ["nøtter (alle slag)"]],
  ["Latex, latex, LATEX ", ["Latex"]],
  ["jod,", ["jod"]],
  [",jod", ["jod"]],
  ["1,5-dimetyl", ["1,5-dimetyl"]],
  ["penicillin?", ["penicillin?"]],
  ["Penicillin/cefalosporiner", ["Penicillin/cefalosporiner"]],
  ["bie. veps", ["bie. veps"]],
  ["Ibux 400 mg ved behov, maks 3", ["Ibux 400 mg ved behov", "maks 3"]],
])("[ENT1] %j is %j", (typed, entries) => {
  expect(splitEntries(typed)).toEqual(entries);
});

describe("[ENT3] the plain words", () => {
  it.each(["ingen", "Ingen kjente", "ingen kjente.", "nei", "NKDA", "none", "-", "No known allergies"])("%j alone is none", (typed) => {
    expect(readEntries(withEntries("", typed))).toEqual(none);
  });
  it.each(["?", "vet ikke", "Ukjent", "veit ikkje", "unknown"])("%j alone is asked and unknown", (typed) => {
    expect(readEntries(withEntries("", typed))).toEqual(unknown);
  });
  it.each(["ingen, latex", "ingen unntatt latex", "kanskje ingen", "nei takk til penicillin", "ukjent tablett", "ingen på papiret", "ikke penicillin"])("%j is kept as it was typed", (typed) => {
    expect(readEntries(withEntries("", typed))).toEqual(known(splitEntries(typed)));
  });
  it("beside an entry they are kept as typed: they take nothing away", () => {
    expect(withEntries("Latex", "ingen")).toBe("Latex\ningen");
  });
});

it("[ENT3] what is known makes an end of none and not known, and nothing typed changes nothing", () => {
  expect(withEntries("-", "Latex")).toBe("Latex");
  expect(withEntries("?", "Latex, Jod")).toBe("Latex\nJod");
  expect(withEntries("-", "  ")).toBe("-");
  expect(withEntries("Latex", "latex")).toBe("Latex");
});

it("[ENT2] a list stands in its field and is read the very same", () => {
  const entry = fc.string({ minLength: 1 }).map((text) => splitEntries(text)[0] ?? "").filter((text) => text !== "" && text !== "?" && text !== "-");
  fc.assert(
    fc.property(fc.uniqueArray(entry, { minLength: 1, selector: (one) => one.trim().toLowerCase().replace(/\s+/gu, " ") }), (entries) => {
      expect(readEntries(typedEntries(entries))).toEqual(known(entries));
    }),
  );
});

it("[ENT2] a field that is empty says nothing", () => {
  expect(readEntries("")).toBe(undefined);
  expect(readEntries("\n \n")).toBe(undefined);
});

it("[LSF1] what is typed and not added goes with the form", () => {
  expect(withPending({ allergies: "Latex", "allergies-adding": "Jod", name: "Kari" })).toMatchObject({ allergies: "Latex\nJod", name: "Kari" });
  expect(withPending({ allergies: "Latex", "allergies-adding": " " })).toMatchObject({ allergies: "Latex" });
});

it.each([
  ["Penicillin J01C", "J01C"], ["Metoprolol 47,5 mg C07AB02", "C07AB02"], ["Marevan (B01AA03)", "B01AA03"], ["J01CE", "J01CE"],
  ["Vitamin B12", null], ["type A01", null], ["c07ab02", null], ["C07AB02 Metoprolol", null], ["K01AB02", null], ["Metoprolol C07AB2", null], ["XC07AB02", null], ["", null], ["C07AB023", null], ["Omega-3 H12", null], ["D3", null],
])("[ATC1] in %j the code is %j", (entry, code) => {
  expect(atcIn(entry)).toBe(code);
});
