import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { identifiers, orderKinds } from "#core/clinical/order.ts";
import { kindOf, readOrder, readOrders, readProcedure, readResult, splitLine, typedOrder, typedResult } from "#forms/order.ts";

const lines: ReadonlyArray<readonly [line: string, orders: ReadonlyArray<string>]> = [
  ["", []],
  [" , ,; \n", []],
  ["crp", ["crp"]],
  ["crp, hb, rtg thorax", ["crp", "hb", "rtg thorax"]],
  ["crp,hb", ["crp", "hb"]],
  ["crp;hb\nlpk", ["crp", "hb", "lpk"]],
  [",crp,", ["crp"]],
  ["NaCl 0,9 % 500 ml", ["NaCl 0,9 % 500 ml"]],
  ["ringer 0,9, crp", ["ringer 0,9", "crp"]],
  ["hba1c,crp", ["hba1c", "crp"]],
  ["crp 1,hb", ["crp 1", "hb"]],
  ["kontroll 18,30", ["kontroll 18,30"]],
  ["b12, folat", ["b12", "folat"]],
  ["b12,folat", ["b12", "folat"]],
  ["crp og hb", ["crp og hb"]],
  ["  Rtg  thorax ", ["Rtg  thorax"]],
  ["crp\r\nhb", ["crp", "hb"]],
  ["crp，hb", ["crp，hb"]],
  ["=1+1, 🫀", ["=1+1", "🫀"]],
];

it.each(lines)("[RQF1] %j is read as %j", (line, orders) => {
  expect(splitLine(line)).toEqual(orders);
});

const kinds: ReadonlyArray<readonly [what: string, kind: string]> = [
  ["crp", "lab"], ["CRP", "lab"], ["Hb", "lab"], ["Hb kontroll kl 20", "lab"], ["d-dimer", "lab"], ["Urin stix", "lab"], ["blodkultur x2", "lab"], ["strep A", "lab"], ["INR", "lab"],
  ["rtg thorax", "imaging"], ["Rtg. håndledd ve", "imaging"], ["CT caput", "imaging"], ["MR columna", "imaging"], ["ultralyd abdomen", "imaging"], ["x-ray chest", "imaging"], ["UL", "imaging"],
  ["EKG", "other"], ["ekg, crp", "other"], ["crp?", "other"], ["ikke crp", "other"], ["ny crp", "other"], ["mr. Hansen", "other"], ["ctg", "other"], ["k", "other"], ["na", "other"], ["us", "other"],
  ["crpp", "other"], ["urin rtg", "other"], ["CT hb", "other"], ["hbsag", "other"], ["", "other"], ["constructor", "other"], ["__proto__", "other"], ["røntgenlege", "other"], ["tilsyn kirurg", "other"], ["crp/hb", "other"], ["🫀 crp", "other"],
];

it.each(kinds)("[RQF2] %j is %s", (what, kind) => {
  expect(kindOf(what)).toBe(kind);
});

it("[RQF2] a kind that somebody chose is the kind of all; requisition and haste go with each", () => {
  expect(readOrders({ what: "crp, tilsyn", kind: "lab", requisition: " 4471 ", urgent: "yes" })).toEqual([
    { kind: "lab", what: "crp", requisition: "4471", urgent: true }, { kind: "lab", what: "tilsyn", requisition: "4471", urgent: true },
  ]);
  expect(readOrders({ what: "crp, tilsyn", kind: "" }).map(({ kind }) => kind)).toEqual(["lab", "other"]);
});

it("[RQF1] nothing that was typed is lost but what parts it", () => {
  fc.assert(fc.property(fc.string({ maxLength: 80 }), (line) => {
    expect(splitLine(line).join("").replaceAll(/[\s,;]/gu, "")).toBe(line.replaceAll(/[\s,;]/gu, ""));
  }));
});

describe("typed anew and read", () => {
  const words = fc.string({ minLength: 1, maxLength: 30 }).map((text) => text.trim()).filter((text) => text !== "");

  it("[RQF3] an order is the very same, commas and all", () => {
    fc.assert(fc.property(fc.record({ kind: fc.constantFrom(...orderKinds), what: words, requisition: words, urgent: fc.constant(true as const) }, { requiredKeys: ["kind", "what"] }), (order) => {
      expect(readOrder(typedOrder(order))).toEqual(order);
    }));
  });

  it("[RQF3][RQF4] a result is the very same", () => {
    const call = fc.record({ calledBy: words, readBack: fc.boolean() }, { requiredKeys: ["readBack"] });
    fc.assert(fc.property(fc.record({ text: words, identifiedBy: fc.subarray([...identifiers]), critical: call, preliminary: fc.constant(true as const) }, { requiredKeys: ["text", "identifiedBy"] }), (result) => {
      expect(readResult(typedResult(result))).toEqual(result);
    }));
  });

  it("[RQF3] a procedure is the very same, and none without what it was", () => {
    fc.assert(fc.property(fc.record({ what: words, where: words, by: words, remark: words }, { requiredKeys: ["what"] }), (procedure) => {
      expect(readProcedure(procedure)).toEqual(procedure);
    }));
    expect(readProcedure({ where: "arm" })).toBeNull();
  });
});

it("[RQF4] a name and a tick of a call that was unmarked again are not told", () => {
  expect(readResult({ text: "K 6,9", calledBy: "Lab", readBack: "yes" })).toEqual({ text: "K 6,9", identifiedBy: [] });
  expect(readResult({ text: "K 6,9", critical: "yes", calledBy: " ", "id-name": "yes" })).toEqual({ text: "K 6,9", identifiedBy: ["name"], critical: { readBack: false } });
});
