import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { known, unknown } from "#core/answer.ts";
import type { WardEvent } from "#core/ward/events.ts";
import { formsOf, inGroups, ownFormUrl, type FilledForm, type OwnForm } from "#core/ward/own-form.ts";
import { emptyWard, evolveWard, type Ward, type WardRecord } from "#core/ward/ward.ts";
import { arrived, at, device, given, instead, left, nurse, recordId, stampAt, struck, theVisit, type Step } from "../visit/given.ts";

const said = (event: WardEvent, minute: number, on: string, name: string): WardRecord => {
  const atMs = at(`16:${String(minute).padStart(2, "0")}`);
  return { id: recordId(name), device: device(on), seq: 1, stamp: stampAt(atMs, 0), actor: nurse, atMs, wroteMs: atMs, seen: [], event };
};
const form = (version: number, title = "Fall", id = "f"): OwnForm => ({ id, version, title, items: [{ linkId: "1", text: "Hvor?", is: "text" }] });
const set = (one: OwnForm, minute: number, on = "A"): WardRecord => said({ type: "v1.OwnFormSet", form: one }, minute, on, `${on} ${String(minute)}`);
const retired = (minute: number, on = "A"): WardRecord => said({ type: "v1.OwnFormRetired", form: "f" }, minute, on, `${on} ${String(minute)}`);
const wardOf = (records: ReadonlyArray<WardRecord>): Ward => records.reduce(evolveWard, emptyWard);
const formsIn = (...records: ReadonlyArray<WardRecord>) => formsOf(wardOf(records).ownForms);

describe("[OWN1] of a form's editions", () => {
  it("the highest version stands, though a lower one was set later", () => {
    expect(formsIn(set(form(3), 1), set(form(2), 9, "B"))).toEqual([{ form: form(3), isInUse: true, beside: [] }]);
  });

  it("of one version set by two unaware of each other the last stands, and the other is kept beside it", () => {
    const [a, b] = [set(form(2, "Fall ute"), 4), set(form(2, "Fall inne"), 5, "B")];
    for (const records of [[a, b], [b, a], [b, a, b, a]]) expect(formsIn(...records)).toEqual([{ form: form(2, "Fall inne"), isInUse: true, beside: [form(2, "Fall ute")] }]);
  });

  it("nothing that was set is lost, in whatever order and however often the records come", () => {
    const record = fc.tuple(fc.constantFrom("A", "B"), fc.integer({ min: 0, max: 59 }), fc.integer({ min: 1, max: 4 }), fc.boolean(), fc.constantFrom("f", "g")).map(([on, minute, version, isSet, id]) =>
      isSet ? set(form(version, `${on}${String(minute)}`, id), minute, on) : retired(minute, on),
    );
    fc.assert(
      fc.property(fc.uniqueArray(record, { selector: ({ id }) => id, maxLength: 8 }).chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2, maxLength: all.length * 2 }))), ([all, mixed]) => {
        const forms = wardOf(mixed).ownForms;
        expect(forms).toEqual(wardOf(all).ownForms);
        expect(Object.values(forms).flat()).toHaveLength(all.length);
      }),
    );
  });
});

describe("[OWN2] a form", () => {
  it("is out of use from when that was said last, and in use again when it is set again", () => {
    expect(formsIn(set(form(1), 1), retired(2))[0]?.isInUse).toBe(false);
    expect(formsIn(retired(2), set(form(1), 1), set(form(2), 3, "B"))[0]?.isInUse).toBe(true);
    expect(formsIn(retired(2))).toEqual([]);
  });
});

const filled: FilledForm = { form: "f", version: 1, title: "Fall", answers: [{ linkId: "1", text: "Hvor?", is: "text", answer: known({ is: "text", text: "i trappa" }) }, { linkId: "2", text: "Vitne?", is: "yesNo", answer: unknown }] };
const filledIn = (one: FilledForm): Step => ({ event: { type: "v1.FormFilled", visit: theVisit, filled: one }, how: {} });

describe("[OWN3] what was answered", () => {
  it("is written with its questions, also after the end, and not when it says nothing", () => {
    const fact = { type: "v1.FormFilled", visit: theVisit, filled } as const;
    given(arrived()).when({ type: "FillForm", filled, atMs: at("18:30") }).gives(fact);
    given(arrived(), left("home", { at: "19:00" })).when({ type: "FillForm", filled, atMs: at("19:30") }).gives(fact);
    given(arrived()).when({ type: "FillForm", filled: { ...filled, answers: [] }, atMs: at("18:30") }).refuses("NothingSaid");
    given(arrived(), struck("A1")).when({ type: "FillForm", filled, atMs: at("18:30") }).refuses("NoSuchVisit");
  });

  it("is corrected by another, and never by one that says nothing", () => {
    const corrected: FilledForm = { ...filled, answers: filled.answers.slice(0, 1) };
    const written = given(arrived(), filledIn(filled));
    const event = { type: "v1.FormFilled", visit: theVisit, filled: corrected } as const;
    const strike = { type: "v1.Struck", visit: theVisit, target: recordId("A2"), as: "correction", why: "feil" } as const;
    written.when({ type: "Correct", target: recordId("A2"), why: "feil", instead: event, atMs: at("18:30") }).gives(strike, { ...event, corrects: recordId("A2") });
    written.when({ type: "Correct", target: recordId("A2"), why: "", instead: { ...event, filled: { ...filled, answers: [] } }, atMs: at("18:30") }).refuses("NothingSaid");
    expect(given(arrived(), filledIn(filled), struck("A2", {}, "correction"), instead(filledIn(corrected), "A2")).visit.number).toBe(written.visit.number);
  });
});

it("[OWN1] its address is one, whatever its id holds; headings part it", () => {
  expect(ownFormUrl("a b/\ud800")).toBe("https://vaktbok.no/fhir/own-form/a%20b%2F%EF%BF%BD");
  expect(inGroups([{ group: "A" }, { group: "A" }, {}, { group: "A" }]).map(([heading, items]) => [heading, items.length])).toEqual([["A", 2], [undefined, 1], ["A", 1]]);
});
