import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { itemKinds, type FormItem, type OwnForm } from "#core/ward/own-form.ts";
import { questionnaireOf, questionnaireText, readQuestionnaire, type ReadQuestionnaire } from "#forms/questionnaire.ts";
import { clean, faultsIn } from "../sync/ehr/fhir/checks/faults.ts";

const fall: OwnForm = {
  id: "6f0b", version: 3, title: "Fall hjemme", from: "https://sykehus.example/fhir/Questionnaire/fall|2",
  items: [
    { linkId: "1", text: "Fallhøyde", is: "number", unit: "m" },
    { linkId: "2", text: "Antall fall siste år", is: "number" },
    { linkId: "3", text: "Hvor?", is: "choice", options: ["Trapp", "Bad", "Ute, på is"] },
    { linkId: "4", text: "Løse tepper?", is: "yesNo", group: "Hjemmet" },
    { linkId: "5", text: "Siste synstest", is: "date", group: "Hjemmet" },
    { linkId: "6", text: "Merknad", is: "text" },
  ],
};
const read = (file: unknown): ReadQuestionnaire => {
  const text = JSON.stringify(file);
  const answer = readQuestionnaire(text, text.length);
  if (!answer.ok) throw new Error(answer.error);
  return answer.value;
};
const faultOf = (text: string, bytes = text.length): string => {
  const answer = readQuestionnaire(text, bytes);
  return answer.ok ? "" : answer.error;
};
const asked = (...item: ReadonlyArray<object>): ReadQuestionnaire => read({ resourceType: "Questionnaire", status: "draft", title: "Fall", item });

describe("[QNR1] a form that is written", () => {
  it("passes every validator, and is read as the very same", () => {
    expect(faultsIn(questionnaireOf(fall))).toMatchObject({ medplum: clean.medplum, fhirjs: clean.fhirjs, invariants: clean.invariants });
    expect(read(JSON.parse(questionnaireText(fall)))).toEqual({ title: fall.title, items: fall.items, own: "6f0b", from: fall.from, notes: [] });
  });

  it("is the very same, whatever stands in it", () => {
    const words = fc.string({ minLength: 1, maxLength: 30 }).filter((text) => text.trim() === text && text !== "?");
    const item = fc.record({ text: words, is: fc.constantFrom(...itemKinds), unit: words, options: fc.uniqueArray(words, { minLength: 1, maxLength: 4 }), group: words }, { requiredKeys: ["text", "is", "options"] }).map(
      ({ text, is, unit, options, group }, place = 0): FormItem => ({ linkId: String(place), text, is, ...(is === "number" && unit !== undefined ? { unit } : {}), ...(is === "choice" ? { options } : {}), ...(group === undefined ? {} : { group }) }),
    );
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 6 }), words, fc.uuid(), (items, title, id) => {
        const form: OwnForm = { id, version: 1, title, items: items.map((one, place) => ({ ...one, linkId: `l${String(place)}` })) };
        const again = read(JSON.parse(questionnaireText(form)));
        expect(again).toEqual({ title, items: form.items, own: id, notes: [] });
        expect(faultsIn(questionnaireOf(form)).medplum).toEqual([]);
      }),
    );
  });
});

describe("[QNR2] a file", () => {
  it.each([
    ["tooLarge", "{}", 600_000], ["notJson", "Fall hjemme", 1], ["notJson", "", 0], ["notQuestionnaire", "[]", 1], ["notQuestionnaire", "null", 1], ["notQuestionnaire", '{"resourceType":"Patient"}', 1],
    ["noItems", '{"resourceType":"Questionnaire"}', 1], ["noItems", '{"resourceType":"Questionnaire","item":"x"}', 1], ["noItems", '{"resourceType":"Questionnaire","item":[1,null,{"type":"display","text":"Les dette"}]}', 1],
  ])("is refused as %s: %s", (fault, text, bytes) => {
    expect(faultOf(text, bytes)).toBe(fault);
  });

  it("of too many questions, or too deep, is refused", () => {
    const many = Array.from({ length: 201 }, (_, place) => ({ linkId: String(place), text: "Hva?", type: "string" }));
    expect(faultOf(JSON.stringify({ resourceType: "Questionnaire", item: many }))).toBe("tooMany");
    const deep = Array.from({ length: 40 }).reduce<object>((inner) => ({ linkId: "g", text: "Gruppe", type: "group", item: [inner] }), { linkId: "1", text: "Hva?", type: "string" });
    expect(faultOf(JSON.stringify({ resourceType: "Questionnaire", item: [deep] }))).toBe("tooDeep");
  });

  it("with a byte order mark is read; any text at all gives an answer", () => {
    expect(faultOf(`\uFEFF${questionnaireText(fall)}`)).toBe("");
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(faultOf(text)).toMatch(/^(?:notQuestionnaire|noItems)$/u);
      }),
    );
  });
});

describe("[QNR3][QNR4] what cannot be followed here is named with its question", () => {
  it.each([
    [{ enableWhen: [{ question: "1", operator: "exists", answerBoolean: true }] }, "string", "noteEnableWhen", "text"],
    [{ required: true }, "boolean", "noteRequired", "yesNo"],
    [{ repeats: true }, "string", "noteRepeats", "text"],
    [{}, "attachment", "noteKind", "text"],
    [{}, "dateTime", "noteKind", "text"],
    [{}, "reference", "noteKind", "text"],
    [{}, "open-choice", "noteKind", "text"],
    [{ answerValueSet: "http://x" }, "choice", "noteOptions", "text"],
    [{ answerOption: Array.from({ length: 61 }, (_, place) => ({ valueInteger: place })) }, "choice", "noteOptions", "text"],
    [{ maxLength: 5 }, "string", "noteCodes", "text"],
    [{ initial: [{ valueBoolean: true }] }, "boolean", "noteCodes", "yesNo"],
    [{ extension: [{ url: "http://hidden", valueBoolean: true }] }, "string", "noteCodes", "text"],
    [{ item: [{ linkId: "1.1", text: "Hvorfor?", type: "string" }] }, "boolean", "noteDeeper", "yesNo"],
  ])("%j of the type %s: %s", (more, type, note, is) => {
    const { items, notes } = asked({ linkId: "1", text: "Falt?", type, ...more });
    expect(notes).toContainEqual([note, "Falt?"]);
    expect(items[0]).toMatchObject({ linkId: "1", text: "Falt?", is });
  });

  it("groups inside groups stand under both headings, and what is only read is named", () => {
    const { items, notes } = asked({ linkId: "g", text: "Hjem", type: "group", item: [{ linkId: "h", text: "Bad", type: "group", item: [{ linkId: "1", text: "Matte?", type: "boolean" }] }, { linkId: "d", text: "Takk", type: "display" }] });
    expect(items).toEqual([{ linkId: "1", text: "Matte?", is: "yesNo", group: "Hjem: Bad" }]);
    expect(notes).toEqual([["noteDeeper", "Bad"], ["noteDisplay", "Takk"]]);
  });

  it("coded choices are told in their words, and two questions never share a field", () => {
    const choice = { linkId: "1", text: "Hvor?", type: "choice", answerOption: [{ valueCoding: { code: "a", display: "Ute" } }, { valueCoding: { code: "inne" } }, {}, { valueInteger: 3 }] };
    expect(asked(choice, { ...choice, text: "Når?" }).items).toEqual([{ linkId: "1", text: "Hvor?", is: "choice", options: ["Ute", "inne", "3"] }, { linkId: "1-2", text: "Når?", is: "choice", options: ["Ute", "inne", "3"] }]);
  });

  it("a text that is too long is cut, and that is said", () => {
    const { items, notes } = asked({ linkId: "1", text: "x".repeat(900), type: "string" });
    expect(items[0]?.text).toHaveLength(500);
    expect(notes[0]?.[0]).toBe("noteLength");
  });

  it("its own address is kept, so that it becomes a new version the next time", () => {
    expect(read({ resourceType: "Questionnaire", url: "https://sykehus.example/q", version: "2", item: [{ linkId: "1", type: "string" }] })).toMatchObject({ title: "Questionnaire", own: null, from: "https://sykehus.example/q|2", items: [{ text: "1" }] });
  });
});
