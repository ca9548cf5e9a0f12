import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { known, none, unknown } from "#core/answer.ts";
import { itemKinds, type FilledForm, type FormItem } from "#core/ward/own-form.ts";
import { correctedFilled, fieldOf, isKeptAsText, optionTyped, readFilled, readItem, typedItem, type FormAnswers } from "#forms/own-form.ts";
import { anyFilled } from "../sync/ehr/any-visit.ts";

const item = (is: FormItem["is"], more: Partial<FormItem> = {}): FormItem => ({ linkId: "1", text: "Hvor?", is, ...more });
const text = (words: string) => known({ is: "text" as const, text: words });

describe("[OWF1] a question", () => {
  const form = { id: "f", version: 3, title: "Fall", items: [item("text"), item("number", { linkId: "2", unit: "m", group: "Høyde" }), item("yesNo", { linkId: "3" })] };

  it("that was left empty was not asked; the others are written with their words", () => {
    expect(readFilled(form, { "q-f/2": " 2,5 m " })).toEqual({ form: "f", version: 3, title: "Fall", answers: [{ linkId: "2", text: "Hvor?", is: "number", unit: "m", group: "Høyde", answer: known({ is: "number", number: 2.5 }) }] });
    expect(readFilled(form, { "q-f/1": "  ", "q-g/1": "noe" }).answers).toEqual([]);
  });

  it.each(itemKinds)("of the kind %s may be asked and unknown, or none", (is) => {
    expect(readItem(item(is), "?")).toEqual(unknown);
    expect(readItem(item(is), " - ")).toEqual(none);
  });
});

describe("[OWF2] a number", () => {
  it.each([
    ["2", 2], ["2,5", 2.5], ["2.5", 2.5], ["-3", -3], ["−3,5", -3.5], ["+4", 4], ["0,125", 0.125], ["0.005", 0.005], ["12 cm", 12], ["12cm", 12], ["12 CM", 12], ["007", 7], ["1234", 1234], ["-0", 0], ["1,2500", 1.25],
    ["1234,567", 1234.567], ["999999999999", 999_999_999_999],
  ])("%s is read", (typed, number) => {
    expect(readItem(item("number", { unit: "cm" }), typed)).toEqual(known({ is: "number", number }));
  });

  it.each([
    "1.000", "1,000", "12.500", "<5", ">5", "ca 5", "5-6", "5–6", "1 000", "1e3", "5 mm", "5 cm cm", "cm", ",5", "5,", "1,2,3", "1.2.3", "fem", "5?", "--5", "+ 5", "½", "٣", "1/2", "5 %", "0x10", "NaN", "Infinity", "1234567890123", "2,12345678", "5 c m",
    "120/80", "5 cm og 3 mm",
  ])("%s is kept as it was typed, and that is said", (typed) => {
    expect(readItem(item("number", { unit: "cm" }), typed)).toEqual(text(typed));
    expect(isKeptAsText(item("number", { unit: "cm" }), typed)).toBe(true);
  });
});

describe("[OWF3] a date", () => {
  it.each([["23.11.2026", "2026-11-23"], ["1.2.2026", "2026-02-01"], ["1/2/2026", "2026-02-01"], ["2026-11-23", "2026-11-23"], ["2026-1-3", "2026-01-03"], ["23112026", "2026-11-23"], ["29.02.2024", "2024-02-29"]])("%s is read", (typed, date) => {
    expect(readItem(item("date"), typed)).toEqual(known({ is: "date", date }));
  });

  it.each(["23.11.26", "231126", "29.02.2026", "31.04.2026", "00.01.2026", "2026", "i går", "23. november", "11.23.2026", "32.1.2026", "2026-13-01", "1.2", "23.11.2026 kl 12", "1.1.02026", "20261123x", "??"])("%s is kept as it was typed", (typed) => {
    expect(readItem(item("date"), typed)).toEqual(text(typed));
  });
});

it("[OWF2] a choice is one of its own, also where its words are ? or -; what is none of them is kept", () => {
  const choice = item("choice", { options: ["Ute", "?", "-", " spor "] });
  for (const option of ["Ute", "?", "-", " spor "]) expect(readItem(choice, optionTyped(option))).toEqual(known({ is: "choice", option }));
  expect(readItem(choice, "=Tak")).toEqual(text("=Tak"));
  expect(readItem(item("yesNo"), "ja")).toEqual(text("ja"));
  expect(readItem(item("yesNo"), "no")).toEqual(known({ is: "yesNo", yes: false }));
  expect(isKeptAsText(item("text"), "ja")).toBe(false);
});

const typedAll = (filled: FilledForm): FormAnswers => Object.fromEntries(filled.answers.map((one) => [fieldOf(filled.form, one), typedItem(one)]));
/** One field holds one question. */
const distinct = (filled: FilledForm): FilledForm => ({ ...filled, answers: filled.answers.map((one, place) => ({ ...one, linkId: String(place) })) });

describe("[OWF4] an answer", () => {
  it("that is left alone in a correction stays as it was, whatever it is", () => {
    fc.assert(
      fc.property(anyFilled.map(distinct), (filled) => {
        expect(correctedFilled(filled, typedAll(filled))).toEqual(filled);
      }),
    );
  });

  it("that was read is the very same when it is typed anew", () => {
    const typed = fc.oneof(fc.string({ maxLength: 12 }), fc.integer({ min: -1e6, max: 1e6 }).map((n) => String(n / 1000).replace(".", ",")), fc.constantFrom("?", "-", "yes", "no", "=A", "=B", "1.2.2026", "1,2500"));
    fc.assert(
      fc.property(fc.constantFrom(...itemKinds), typed, (is, words) => {
        const one = item(is, { options: ["A", "B"], unit: "cm" });
        const answer = readItem(one, words);
        const again = answer === undefined ? undefined : readItem(one, typedItem({ ...one, answer }));
        expect(again).toEqual(answer);
      }),
    );
  });

  it("that was emptied is not asked; the others stay", () => {
    const filled: FilledForm = { form: "f", version: 1, title: "Fall", answers: [{ ...item("text"), answer: text("a\r\nb") }, { ...item("yesNo", { linkId: "2" }), answer: known({ is: "yesNo", yes: true }) }] };
    expect(correctedFilled(filled, { "q-f/1": "a\nb" }).answers).toEqual(filled.answers.slice(0, 1));
  });
});
