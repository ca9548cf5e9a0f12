import { describe, expect, it } from "vitest";
import type { OwnForm } from "#core/ward/own-form.ts";
import { blankForm, blankItem, editedOf, readEdited, readOptions } from "#forms/own-form-edit.ts";

const fall: Pick<OwnForm, "title" | "items"> = {
  title: "Fall",
  items: [{ linkId: "q2", text: "Høyde", is: "number", unit: "m", group: "Fallet" }, { linkId: "7", text: "Hvor?", is: "choice", options: ["Ute, på is", "Inne"] }, { linkId: "8", text: "Hvem?", is: "choice", options: ["Mor", "Far"] }, { linkId: "9", text: "Merknad", is: "text" }],
};

describe("[OFE1] a form", () => {
  it("that is opened and saved unchanged is the very same, commas in a choice too", () => {
    expect(readEdited(editedOf(fall))).toEqual({ ok: true, value: fall });
  });

  it("gives a new question a linkId that no other has, under the heading of the one before", () => {
    const edited = editedOf(fall);
    expect(blankItem(edited.items).linkId).toBe("q5");
    expect(blankItem([{ ...blankItem([]), linkId: "q2", group: "Fallet" }])).toMatchObject({ linkId: "q3", group: "Fallet" });
  });

  it.each([["Ja, Nei", ["Ja", "Nei"]], ["Ja,,Ja , Nei,", ["Ja", "Nei"]], ["Ute, på is\nInne\n", ["Ute, på is", "Inne"]], ["Ute, på is\r\n", ["Ute, på is"]], ["", []]])("%j are choices", (typed, options) => {
    expect(readOptions(typed)).toEqual(options);
  });
});

describe("[OFE2] what is missing", () => {
  it("is said, and rows without a question are left out", () => {
    const [row] = blankForm.items;
    const ask = { ...row!, text: " Hvor? " };
    expect(readEdited({ title: " ", items: [ask] })).toEqual({ ok: false, error: "noTitle" });
    expect(readEdited({ ...blankForm, title: "Fall" })).toEqual({ ok: false, error: "noQuestions" });
    expect(readEdited({ title: "Fall", items: [{ ...ask, is: "choice", options: "Ja" }] })).toEqual({ ok: false, error: "noOptions" });
    expect(readEdited({ title: " Fall ", items: [ask, row!] })).toEqual({ ok: true, value: { title: "Fall", items: [{ linkId: "q1", text: "Hvor?", is: "text" }] } });
  });
});
