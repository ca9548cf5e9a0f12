import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { advices, codeSystems, conclusionTexts, type Conclusion } from "#core/clinical/conclusion.ts";
import { readConclusion, typedConclusion, type ConclusionAnswers } from "#forms/conclusion.ts";

const codesIn = (icpc2: string, icd10 = "") => readConclusion({ icpc2, icd10 });

it("[CNF1] what is empty is not there, and line breaks stay", () => {
  expect(readConclusion({ assessment: " Forstuet.\nIngen brudd. ", control: "  ", adviceText: "" }).conclusion).toEqual({ assessment: "Forstuet.\nIngen brudd." });
});

it("[CNF1] ticked advices stand in the order of the list", () => {
  expect(readConclusion({ "advice-rest": "yes", "advice-comeBackIfWorse": "yes", "advice-head": "" }).conclusion).toEqual({ advices: ["comeBackIfWorse", "rest"] });
});

describe("[CNF2] codes", () => {
  it.each([
    ["L77", ["L77"], ""], ["l77", ["L77"], ""], ["L77, R74", ["L77", "R74"], ""], ["L77;R74", ["L77", "R74"], ""], [" A97\nZ01 ", ["A97", "Z01"], ""],
    ["L7", [], "L7"], ["L777", [], "L777"], ["77L", [], "77L"], ["L 77", [], "L 77"], ["LO7", [], "LO7"], ["L-77", [], "L-77"], ["L77.1", [], "L77.1"],
    ["I20", [], "I20"], ["C01", [], "C01"], ["E11", [], "E11"], ["G01", [], "G01"], ["J45", [], "J45"], ["M54", [], "M54"], ["O80", [], "O80"], ["Q90", [], "Q90"], ["V01", [], "V01"],
    ["-45", [], "-45"], ["*45", [], "*45"], ["ICPC L77", ["L77"], "ICPC"], ["Å77", [], "Å77"], ["L７７", [], "L７７"], ["L77?", [], "L77?"], ["(L77)", [], "(L77)"],
    ["L77 ankel", ["L77"], "ankel"], ["L77/R74", [], "L77/R74"], ["R74L77", [], "R74L77"], ["\u0000L77", [], "\u0000L77"], ["", [], ""], [",;,", [], ""], ["<b>", [], "<b>"],
  ] as const)("ICPC-2 %j", (typed, codes, unread) => {
    const reading = codesIn(typed);
    expect([reading.conclusion.codes?.map(({ code }) => code) ?? [], reading.unread, reading.conclusion.codeText ?? ""]).toEqual([codes, unread, unread]);
  });

  it.each([
    ["S93.4", ["S93.4"], ""], ["s934", ["S934"], ""], ["R07", ["R07"], ""], ["M19.91", ["M19.91"], ""], ["I20 R07.4", ["I20", "R07.4"], ""],
    ["S93.", [], "S93."], ["S93.444", [], "S93.444"], ["S93,4", ["S93"], "4"], ["G01*", [], "G01*"], ["A17†", [], "A17†"], ["93.4", [], "93.4"], ["U07.1!", [], "U07.1!"],
  ] as const)("ICD-10 %j", (typed, codes, unread) => {
    const reading = codesIn("", typed);
    expect([reading.conclusion.codes?.map(({ code }) => code) ?? [], reading.unread]).toEqual([codes, unread]);
  });

  it("the same three signs are of the system whose field they stand in, and of no other", () => {
    expect(codesIn("R07", "R07").conclusion.codes).toEqual([{ system: "icpc2", code: "R07" }, { system: "icd10", code: "R07" }]);
  });
});

const word = fc.stringMatching(/^[a-zæøå0-9.!?<> ]{1,20}$/).map((text) => text.trim()).filter((text) => text !== "");
const anyAnswers: fc.Arbitrary<ConclusionAnswers> = fc.record(
  {
    ...Object.fromEntries(conclusionTexts.filter((name) => name !== "codeText").map((name) => [name, word])),
    icpc2: fc.array(fc.oneof(fc.constantFrom("L77", "r74", "I20", "x"), word), { maxLength: 4 }).map((all) => all.join(" ")),
    icd10: fc.array(fc.oneof(fc.constantFrom("S93.4", "R07", "K35.8"), word), { maxLength: 4 }).map((all) => all.join(", ")),
    ...Object.fromEntries(advices.map((advice) => [`advice-${advice}`, fc.constantFrom("yes", "")])),
  },
  { requiredKeys: [] },
);

it("[CNF3] what was concluded, typed anew and read, is the very same", () => {
  fc.assert(
    fc.property(anyAnswers, (answers) => {
      const { conclusion } = readConclusion(answers);
      expect(readConclusion(typedConclusion(conclusion)).conclusion).toEqual(conclusion);
    }),
  );
});

it("[CNF3] codes of both systems stay in their own", () => {
  const conclusion: Conclusion = { codes: codeSystems.map((system) => ({ system, code: "R07" })), codeText: "ankel?" };
  expect(readConclusion(typedConclusion(conclusion)).conclusion).toEqual(conclusion);
});
