import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { identifiers, identifiersWanted } from "#core/clinical/order.ts";
import type { DeviceId } from "#core/log/record.ts";
import { visitOf } from "#core/visit/visit.ts";
import { orderEvent } from "../../sync/ehr/any-visit.ts";
import { arrived as arrivedThere, recordsOf as recordsToldOf, visitId, type Told } from "../../sync/ehr/given-visit.ts";
import { alone, arrived, at, given, instead, left, recordId, struck, theVisit, type Step } from "./given.ts";
import { came, dropped, ordered, owned } from "./given-orders.ts";

const ordersOf = (...steps: ReadonlyArray<Step>) => given(arrived(), ...steps).visit.orders;
const stateOf = (...steps: ReadonlyArray<Step>) => ordersOf(...steps).all.map(({ state }) => state);
const corrected = (step: Step, target: string): ReadonlyArray<Step> => [struck(target, step.how, "correction"), instead(step, target)];

const told: fc.Arbitrary<Told> = fc.record(
  {
    event: fc.oneof({ weight: 5, arbitrary: orderEvent }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 9 }).map((seq) => ({ type: "v1.Struck" as const, visit: visitId, target: recordsToldOf(Array.from({ length: seq }, () => ({ event: arrivedThere() })))[seq - 1]!.id, as: "undo" as const, why: "" })) }),
    minute: fc.integer({ min: -20, max: 90 }),
    device: fc.constantFrom("device-a" as const, "device-b" as const),
    seen: fc.array(fc.tuple(fc.constantFrom("device-a" as DeviceId, "device-b" as DeviceId), fc.nat(9)), { maxLength: 2 }),
  },
  { requiredKeys: ["event"] },
);
const anyRecords = fc.array(told, { minLength: 1, maxLength: 14 }).map((rest) => recordsToldOf([{ event: arrivedThere() }, ...rest]));

describe("whatever was ordered", () => {
  it("[AWT1] the same records in any order and repeated give the same orders", () => {
    fc.assert(
      fc.property(anyRecords.chain((records) => fc.tuple(fc.constant(records), fc.shuffledSubarray([...records, ...records], { minLength: records.length * 2, maxLength: records.length * 2 }))), ([records, mixed]) => {
        expect(visitOf(visitId, mixed).orders).toEqual(visitOf(visitId, records).orders);
      }),
    );
  });

  it("[AWT4] no result that counts is lost: each is of an order or stands by itself, once", () => {
    fc.assert(
      fc.property(anyRecords, (records) => {
        const { orders } = visitOf(visitId, records);
        const struckIds = new Set(records.flatMap(({ event }) => (event.type === "v1.Struck" ? [event.target] : [])));
        const want = records.filter(({ event, id }) => event.type === "v1.ResultCame" && !struckIds.has(id)).map(({ id }) => id);
        const have = [...orders.all.flatMap(({ results }) => results), ...orders.loose].map(({ by }) => by);
        expect(new Set(have).size).toBe(have.length);
        expect(have).toEqual(expect.arrayContaining(want));
      }),
    );
  });
});

describe("a corrected order", () => {
  it("[AWT2] is the same order: the result that came for the wrong words is its own", () => {
    const [one, ...others] = ordersOf(ordered("CPR"), came("A2", "84"), ...corrected(ordered("CRP"), "A2")).all;
    expect(others).toEqual([]);
    expect(one).toMatchObject({ id: "A2", state: "came", order: [{ value: { what: "CRP" } }], results: [{ value: { text: "84" } }] });
  });

  it("[AWT2] corrected twice, its result may name any of the three", () => {
    const thrice = [ordered("CPR"), ...corrected(ordered("CRPP"), "A2"), ...corrected(ordered("CRP"), "A4")] as const;
    for (const name of ["A2", "A4", "A6"]) expect(stateOf(...thrice, came(name, "84"))).toEqual(["came"]);
    expect(ordersOf(...thrice, owned("A4", "Berg")).all[0]?.owner).toMatchObject([{ value: "Berg" }]);
  });

  it("[AWT2] corrected by two devices unaware of each other both stand, as one order", () => {
    const { all } = ordersOf(ordered("CPR"), ...corrected(ordered("CRP", { on: "B", knowing: { A: 2 } }), "A2"), ...corrected(ordered("Hb", { on: "C", knowing: { A: 2 } }), "A2"));
    expect(all.map(({ order }) => order.map(({ value }) => value.what).toSorted())).toEqual([["CRP", "Hb"]]);
  });
});

describe("what is awaited", () => {
  it("[AWT3] until a result came", () => {
    expect(stateOf(ordered("CRP"))).toEqual(["awaited"]);
    expect(stateOf(ordered("CRP"), came("A2", "84"))).toEqual(["came"]);
  });

  it("[AWT3] still, when what came is preliminary", () => {
    expect(stateOf(ordered("Blodkultur"), came("A2", "vekst", {}, { preliminary: true }))).toEqual(["partly"]);
    expect(stateOf(ordered("Blodkultur"), came("A2", "vekst", {}, { preliminary: true }), came("A2", "E. coli"))).toEqual(["came"]);
  });

  it("[AWT3] again, when the result is struck: it was another patient's", () => {
    expect(stateOf(ordered("CRP"), came("A2", "84"), struck("A3"))).toEqual(["awaited"]);
    expect(stateOf(ordered("CRP"), came("A2", "84"), struck("A3"), struck("A4"))).toEqual(["came"]);
  });

  it("[AWT3] no more, when it is not needed, unless a result came all the same", () => {
    expect(stateOf(ordered("CRP"), dropped("A2", "tatt før"))).toEqual(["notNeeded"]);
    expect(stateOf(ordered("CRP"), dropped("A2", "tatt før"), struck("A3"))).toEqual(["awaited"]);
    expect(stateOf(ordered("CRP"), dropped("A2", "tatt før"), came("A2", "84", alone("B")))).toEqual(["came"]);
  });

  it("[AWT4] two devices that write the same result unaware of each other both stand, in the order they happened", () => {
    const [one] = ordersOf(ordered("K"), came("A2", "6,9", { at: "18:30" }), came("A2", "6,8", { at: "18:20", on: "B", knowing: { A: 2 } })).all;
    expect(one?.results.map(({ value }) => value.text)).toEqual(["6,8", "6,9"]);
  });

  it("[AWT5] a result of an order that was struck, is not here or never was stands by itself", () => {
    expect(ordersOf(ordered("CRP"), came("A2", "84"), struck("A2"))).toMatchObject({ all: [], loose: [{ value: { text: "84" } }] });
    expect(ordersOf(came("B7", "84"), came(null, "INR 9"))).toMatchObject({ all: [], loose: [{ value: { text: "84" } }, { value: { text: "INR 9" } }] });
  });

  it("[AWT5] when the order comes here late, its result is its own again", () => {
    const { records } = given(arrived(), ordered("CRP", alone("B")), came("B1", "84"));
    const late = records.filter(({ event }) => event.type !== "v1.Ordered");
    expect(visitOf(theVisit, late).orders.loose).toHaveLength(1);
    expect(visitOf(theVisit, records).orders).toMatchObject({ loose: [], all: [{ state: "came" }] });
  });
});

describe("asked for", () => {
  const order = { kind: "lab", what: "CRP" } as const;
  const result = { text: "84", identifiedBy: [] } as const;

  it("[AWO1] an order or a procedure of nothing is refused, and a result of nothing; that a result of an order came is enough", () => {
    const ward = given(arrived(), ordered("CRP"));
    ward.when({ type: "PlaceOrder", order: { kind: "lab", what: " " }, atMs: at("18:10") }).refuses("NothingSaid");
    ward.when({ type: "DoProcedure", procedure: { what: "" }, atMs: at("18:10") }).refuses("NothingSaid");
    ward.when({ type: "TakeResult", order: null, result: { ...result, text: "" }, atMs: at("18:10") }).refuses("NothingSaid");
    ward.when({ type: "TakeResult", order: recordId("A2"), result: { ...result, text: "" }, atMs: at("18:10") }).gives({ type: "v1.ResultCame", visit: theVisit, order: recordId("A2"), result: { ...result, text: "" } });
    ward.when({ type: "OwnOrder", order: recordId("A2"), owner: " ", atMs: at("18:10") }).refuses("NothingSaid");
  });

  it("[AWO2] a result that was compared by nothing is written all the same", () => {
    expect(identifiers.length).toBeGreaterThan(identifiersWanted);
    given(arrived(), ordered("CRP")).when({ type: "TakeResult", order: recordId("A2"), result, atMs: at("18:10") }).gives({ type: "v1.ResultCame", visit: theVisit, order: recordId("A2"), result });
  });

  it("[DEC3] the same order again is another sample; what is not needed is said once", () => {
    given(arrived(), ordered("CRP")).when({ type: "PlaceOrder", order, atMs: at("18:10") }).gives({ type: "v1.Ordered", visit: theVisit, order });
    given(arrived(), ordered("CRP"), dropped("A2", "")).when({ type: "DropOrder", order: recordId("A2"), why: "tatt før", atMs: at("18:10") }).refuses("AlreadySo");
  });

  it("[DEC9] what concerns an order is told after the end too; a procedure is not", () => {
    const ward = given(arrived(), ordered("CRP"), left("home", { at: "18:20" }));
    ward.when({ type: "TakeResult", order: recordId("A2"), result, atMs: at("19:00") }).gives({ type: "v1.ResultCame", visit: theVisit, order: recordId("A2"), result });
    ward.when({ type: "OwnOrder", order: recordId("A2"), owner: "Berg", atMs: at("19:00") }).gives({ type: "v1.OrderOwned", visit: theVisit, order: recordId("A2"), owner: "Berg" });
    ward.when({ type: "PlaceOrder", order, atMs: at("19:00") }).gives({ type: "v1.Ordered", visit: theVisit, order });
    ward.when({ type: "DoProcedure", procedure: { what: "Gips" }, atMs: at("19:00") }).refuses("VisitIsOver");
  });

  it("[VIS6] a procedure by somebody who did not know that the patient had left keeps them here; a result does not", () => {
    const gips: Step = { event: { type: "v1.ProcedureDone", visit: theVisit, procedure: { what: "Gips" } }, how: { at: "18:30", ...alone("B") } };
    expect(given(arrived(), left("home", { at: "18:20" }), gips).visit.procedures).toHaveLength(1);
    expect(given(arrived(), ordered("CRP"), left("home", { at: "18:20" }), came("A2", "84", { at: "18:30", ...alone("B") })).visit.left).not.toBeNull();
  });
});
