import { expect, it } from "vitest";
import { known, unknown } from "#core/answer.ts";
import type { Found } from "#core/clinical/found.ts";
import { emptyState } from "#projections/ward-state.ts";
import { visitToBundles } from "#sync/ehr/fhir/bundle.ts";
import { visitToMessages } from "#sync/ehr/hl7/messages.ts";
import { arrived, given, idOf, visitId, type Told } from "../given-visit.ts";
import { resourcesOf, sha256Hex, sourceOf } from "../fhir/sources.ts";
import { hl7Source } from "./sources.ts";

const whole: Found = {
  measured: { respirationPerMin: 22, spo2Pct: 94, oxygenLPerMin: 4, systolicMmHg: 112, diastolicMmHg: 70, pulsePerMin: 96, tempC: 38.4, painOf10: 6, glucoseMmolL: 6.1, weightKg: 71.5 },
  breathing: "oxygen", consciousness: "A", gcs: { eye: 4, verbal: "NT", motor: 6 }, by: "ambulance", remark: "Blek|kald",
};
const look = (found: Found): Told => ({ event: { type: "v1.Observed", visit: visitId, found }, minute: 5, lateMin: 20 });
const linesOf = async (...told: ReadonlyArray<Told>): Promise<ReadonlyArray<ReadonlyArray<string>>> =>
  (await visitToMessages(given({ event: arrived({ born: known({ is: "year", year: 1960 }) }) }, ...told), hl7Source())).filter(({ event }) => event === "R01").flatMap(({ text }) => text.split("\r").map((line) => line.split("|")));
const obxOf = async (...told: ReadonlyArray<Told>) => (await linesOf(...told)).filter(([name]) => name === "OBX");

it("[HLO1] every number of the FHIR file is there, under the same LOINC and unit", async () => {
  const obx = await obxOf(look(whole));
  const told = given({ event: arrived({ born: known({ is: "year", year: 1960 }) }) }, look(whole));
  const observations = resourcesOf(await visitToBundles(told, sourceOf(emptyState), sha256Hex), "Observation") as unknown as ReadonlyArray<Readable>;
  const numbers = observations.flatMap((one) => [one, ...(one.component ?? [])]).filter(({ valueQuantity }) => valueQuantity !== undefined);
  expect(numbers.length).toBeGreaterThan(10);
  for (const { code, valueQuantity } of numbers) {
    const [first] = code.coding;
    expect(obx).toContainEqual(expect.arrayContaining(["NM", expect.stringMatching(new RegExp(`^${first?.code}\\^.*\\^LN`)), String(valueQuantity?.value)]));
    expect(obx.map((fields) => fields[6])).toContain(`${valueQuantity?.code}^${valueQuantity?.unit}^UCUM`);
  }
});

interface Readable {
  readonly code: { readonly coding: ReadonlyArray<{ readonly code: string }> };
  readonly valueQuantity?: { readonly value: number; readonly unit: string; readonly code: string };
  readonly component?: ReadonlyArray<Readable>;
}

it("[HLO2] what was not tested, or asked in vain, is X and has no value", async () => {
  const obx = await obxOf(look({ measured: { systolicMmHg: 95 } }));
  expect(obx.map((fields) => [fields[2], fields[5], fields[11]])).toEqual([["NM", "95", "F"], ["", "", "X"]]);
  const [asked] = await obxOf({ event: { type: "v1.DetailsSet", visit: visitId, details: { pregnant: unknown } }, minute: 1 });
  expect([asked?.[2], asked?.[5], asked?.[11]]).toEqual(["", "", "X"]);
});

it("[HLO2] a choice is CE, several are several values of it", async () => {
  const [level] = await obxOf({ event: { type: "v1.DetailsSet", visit: visitId, details: { infectionSigns: known(["fever", "rash"] as never) } }, minute: 1 });
  expect([level?.[2], level?.[5]]).toEqual(["CE", "fever^fever^99VAKTBOK~rash^rash^99VAKTBOK"]);
});

it("[HLO3] each value has when it was found and who found it; parts of one share their place", async () => {
  const obx = await obxOf(look(whole));
  expect(new Set(obx.map((fields) => `${fields[14] ?? ""} ${fields[16] ?? ""}`))).toEqual(new Set(["20260120164800+0100 ^Marit Snøfonn"]));
  const gcs = obx.filter((fields) => /^(9269-2|9267-6|9268-4|9270-0)/.test(fields[3] ?? ""));
  expect(gcs).toHaveLength(4);
  expect(new Set(gcs.map((fields) => fields[4])).size).toBe(1);
  expect(obx.map((fields) => fields[1])).toEqual(obx.map((_, at) => String(at + 1)));
});

it("[HLO4] a remark follows its value, and who told it is the method", async () => {
  const lines = await linesOf(look({ measured: { pulsePerMin: 72 }, by: "ambulance", remark: "Blek|kald" }));
  const at = lines.findIndex(([name]) => name === "OBX");
  expect(lines[at + 1]).toEqual(["NTE", "1", "", "Blek\\F\\kald"]);
  expect(lines[at]?.[17]).toBe("^source: ambulance");
});

it("[HLF1] a look is one message and one order, of the vital signs panel", async () => {
  const lines = await linesOf(look(whole), look({ measured: { pulsePerMin: 80 } }));
  const orders = lines.filter(([name]) => name === "OBR");
  expect(orders.map((fields) => fields[4])).toEqual(["85353-1^Vital signs^LN", "85353-1^Vital signs^LN"]);
  expect(new Set(orders.map((fields) => fields[3])).size).toBe(2);
});

it("[HLF2] OBR-3 is the key of the first value; when it happened and when it was written are two fields", async () => {
  const [order] = (await linesOf(look({ measured: { pulsePerMin: 80 } }))).filter(([name]) => name === "OBR");
  expect(order?.[3]).toBe(`${idOf("device-a", 2)}.found-pulsePerMin^VAKTBOK^https://vaktbok.no/fhir/record-id^URI`);
  expect([order?.[7], order?.[22]]).toEqual(["20260120164800+0100", "20260120170800+0100"]);
});

it("[HLF3] a result has its words, its requisition, and how the patient was checked; one that may change is preliminary", async () => {
  const lines = await linesOf(
    { event: { type: "v1.Ordered", visit: visitId, order: { kind: "lab", what: "CRP", requisition: "R-77" } }, minute: 1 },
    { event: { type: "v1.ResultCame", visit: visitId, order: idOf("device-a", 2), result: { text: "CRP\n12", identifiedBy: ["name"], preliminary: true, critical: { readBack: false } } }, minute: 30 },
  );
  const [order, value] = [lines.find(([name]) => name === "OBR"), lines.find(([name]) => name === "OBX")];
  expect([order?.[2], order?.[4], order?.[25]]).toEqual(["R-77", "^CRP", "P"]);
  expect([value?.[2], value?.[5], value?.[11]]).toEqual(["TX", "CRP\\.br\\12", "P"]);
  expect(lines.filter(([name]) => name === "NTE").map((fields) => fields[3])).toEqual(["checked by: name", "critical result, not read back"]);
});

it("[HLW1] a handover is one text, with its parts named", async () => {
  const [, note] = await visitToMessages(given({ event: arrived() }, { event: { type: "v1.Noted", visit: visitId, note: { situation: "Fall", text: "Slutt" } }, minute: 2, lateMin: 9 }), hl7Source());
  const lines = note?.text.split("\r").map((line) => line.split("|")) ?? [];
  expect(lines.find(([name]) => name === "OBX")?.[5]?.split("\\.br\\").filter((line) => line !== "")).toEqual(expect.arrayContaining(["Situasjon: Fall", "Slutt"]));
  const txa = lines.find(([name]) => name === "TXA");
  expect([txa?.[4], txa?.[6], txa?.[12]?.split("^")[0]]).toEqual(["20260120164500+0100", "20260120165400+0100", `${idOf("device-a", 2)}.note`]);
});
