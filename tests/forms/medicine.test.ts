import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { doseUnits, dosePerKg, medicineRoutes, type DoseUnit, type GivenMedicine } from "#core/clinical/medicine.ts";
import { readMedicine, readMedicineLine, typedMedicine } from "#forms/medicine.ts";

const dose = (text: string) => readMedicine({ drug: "x", dose: text });

describe("a medicine that was given", () => {
  it("[MDF1][MED1] its name is all that is needed, and needed", () => {
    expect(readMedicine({ drug: " Paracetamol " })).toEqual({ given: { drug: "Paracetamol" }, isDoseRead: true });
    expect(readMedicine({ dose: "1 g", route: "oral" })).toEqual({ given: null, isDoseRead: true });
  });

  it.each([
    ["0,125 mg", 0.125, "mg"], ["500 mg", 500, "mg"], ["0,5g", 0.5, "g"], ["2.5 ml", 2.5, "ml"], ["100 mcg", 100, "µg"], ["100 μg", 100, "µg"], ["5000 IE", 5000, "IE"], ["10 mmol", 10, "mmol"],
  ])("[MDF2] %j is %d %s", (text, value, unit) => {
    expect(dose(text)).toEqual({ given: { drug: "x", dose: { value, unit } }, isDoseRead: true });
  });

  it.each(["2 tabletter", "500", "mg", "1-2 g", "500 mg/ml", "1.000 IE", "1,000 mg", "5 000 IE"])("[MDF2] %j is kept as it was typed", (text) => {
    expect(dose(text)).toEqual({ given: { drug: "x", doseText: text }, isDoseRead: false });
  });

  it.each([
    ["paracetamol 1 g po", { drug: "paracetamol", dose: "1 g", route: "oral" }],
    ["morfin 2,5mg iv.", { drug: "morfin", dose: "2,5mg", route: "intravenous" }],
    ["po Ibuprofen retard 800 mg", { drug: "Ibuprofen retard", dose: "800 mg", route: "oral" }],
    ["NaCl 9 mg/ml 500 ml iv", { drug: "NaCl 9 mg/ml", dose: "500 ml", route: "intravenous" }],
    ["heparin 5 000 IE sc", { drug: "heparin 5 000 IE", route: "subcutaneous" }],
    ["morfin 2,5 - 5 mg", { drug: "morfin 2,5 - 5 mg" }],
    ["2 x 500 mg paracet", { drug: "2 x 500 mg paracet" }],
    ["morfin 5 mg / ml 2 ml", { drug: "morfin 5 mg / ml 2 ml" }],
    ["fentanyl 50 mcg 100 mcg", { drug: "fentanyl 50 mcg 100 mcg" }],
    ["Ventoline inh", { drug: "Ventoline", route: "inhaled" }],
    ["", {}],
  ])("[MDF3] %j", (line, answers) => {
    expect(readMedicineLine(line)).toEqual(answers);
  });

  it("[MDF3] no word of the line is lost", () => {
    fc.assert(fc.property(fc.array(fc.constantFrom("morfin", "5", "mg", "5mg", "iv", "po", "retard", "10", "x"), { maxLength: 8 }), (pieces) => {
      const { drug = "", dose: read = "", route = "" } = readMedicineLine(pieces.join(" "));
      const told = [...drug.split(" "), ...read.split(" "), ...(route === "" ? [] : [route === "oral" ? "po" : "iv"])].filter((text) => text !== "");
      expect(told.toSorted()).toEqual(pieces.toSorted());
    }));
  });

  // Object.keys knows no more than strings; the list is the very table of units.
  const units = Object.keys(doseUnits) as ReadonlyArray<DoseUnit>;
  const any = fc.record(
    { drug: fc.constantFrom("Paracetamol", "Morfin"), dose: fc.record({ value: fc.integer({ min: 1, max: 99_999 }).map((tenths) => tenths / 10), unit: fc.constantFrom(...units) }), route: fc.constantFrom(...medicineRoutes), batch: fc.constant("A 12"), checkedBy: fc.constant("Berg") },
    { requiredKeys: ["drug"] },
  );

  it("[MDF4] typed anew and read, it is the very same", () => {
    fc.assert(fc.property(any, (given) => {
      expect(readMedicine(typedMedicine(given))).toEqual({ given, isDoseRead: true });
    }));
    const inWords: GivenMedicine = { drug: "Paracet", doseText: "2 tabletter" };
    expect(readMedicine(typedMedicine(inWords)).given).toEqual(inWords);
  });

  it("[MED2] a dose for each kilo has three digits that count, and needs a dose and a weight", () => {
    const given: GivenMedicine = { drug: "Paracetamol", dose: { value: 250, unit: "mg" } };
    expect([dosePerKg(given, 14), dosePerKg(given, null), dosePerKg(given, 0), dosePerKg({ drug: "x" }, 14)]).toEqual([17.9, null, null, null]);
    expect(dosePerKg({ drug: "x", dose: { value: 0.3, unit: "mg" } }, 70)).toBe(0.00429);
  });
});
