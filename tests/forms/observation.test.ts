import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { consciousnessLevels, foundBy, gcsMost, measureNames, measures, type Found, type MeasureName } from "#core/clinical/found.ts";
import { observationFields, readObservation, typedObservation, type ObservationAnswers } from "#forms/observation.ts";
import { readObservationLine } from "#forms/observation-line.ts";

const found = (answers: ObservationAnswers): Found => readObservation(answers).found;

describe("the form of a look", () => {
  it("[OBF1] an empty form found nothing", () => {
    expect(readObservation({})).toEqual({ found: { measured: {} }, warnings: [] });
  });

  it("[OBF3] a number with another measure's unit is not read", () => {
    expect(readObservation({ oxygenLPerMin: "28 %", pulsePerMin: "37,2 °C" }).found).toEqual({ measured: {}, remark: "O₂ 28 % · P 37,2 °C" });
  });

  it("[OBF2] what cannot be read is kept in the remark, and said", () => {
    expect(readObservation({ pulsePerMin: "ujevn", pressure: "høyt", gcs: "4 9 6", remark: "blek" })).toEqual({
      found: { measured: {}, remark: "blek · P ujevn · BT høyt · GCS 4 9 6" },
      warnings: [{ field: "pulsePerMin", type: "NotRead" }, { field: "pressure", type: "NotRead" }, { field: "gcs", type: "NotRead" }],
    });
  });

  it.each([
    ["tempC", "37,25 °C", 37.3], ["tempC", "37.2", 37.2], ["tempC", "38c", 38], ["spo2Pct", "97 %", 97], ["pulsePerMin", "72/min", 72], ["painOf10", "6/10", 6],
    ["glucoseMmolL", "6,4 mmol/l", 6.4], ["weightKg", "71,5kg", 71.5], ["respirationPerMin", "18,4", 18], ["oxygenLPerMin", "2 l/min", 2], ["oxygenLPerMin", "15 l", 15],
  ] as const)("[OBF3] %s: %j is %d", (field, typed, value) => {
    expect(found({ [field]: typed }).measured[field]).toBe(value);
  });

  it.each([
    ["120/80", { systolicMmHg: 120, diastolicMmHg: 80 }], ["120 80", { systolicMmHg: 120, diastolicMmHg: 80 }], ["95", { systolicMmHg: 95 }], ["95/", { systolicMmHg: 95 }],
    ["-/60", { diastolicMmHg: 60 }], ["180 / 110 mmHg", { systolicMmHg: 180, diastolicMmHg: 110 }],
  ])("[OBF3] a pressure of %j", (typed, measured) => {
    expect(found({ pressure: typed }).measured).toEqual(measured);
  });

  it.each(["4 5 6", "456", "E4V5M6", "Ø4 V5 M6", "4/5/6"])("[OBF3] a coma scale of %j", (typed) => {
    expect(found({ gcs: typed }).gcs).toEqual({ eye: 4, verbal: 5, motor: 6 });
  });

  it("[OBF3] a part of the coma scale that cannot be tested is no number", () => {
    expect(found({ gcs: "4 NT 6" }).gcs).toEqual({ eye: 4, verbal: "NT", motor: 6 });
    expect(found({ gcs: "0 5 6" }).gcs).toBeUndefined();
  });

  it("[OBF4] warns of what is not usual, keeps it, and says nothing of the edge", () => {
    expect(readObservation({ tempC: "372", pressure: "300/80", spo2Pct: "100" })).toEqual({
      found: { measured: { tempC: 372, systolicMmHg: 300, diastolicMmHg: 80, spo2Pct: 100 } },
      warnings: [{ field: "pressure", type: "Unusual" }, { field: "tempC", type: "Unusual" }],
    });
  });

  it("[OBF5] a flow is oxygen, whatever else was chosen; a weight that was guessed says so, and no weight says nothing", () => {
    expect(found({ oxygenLPerMin: "4", breathing: "air" }).breathing).toBe("oxygen");
    expect(found({ oxygenLPerMin: "0", breathing: "oxygen" }).breathing).toBe("air");
    expect(found({ weightKg: "70", weightIs: "estimated" }).weightIs).toBe("estimated");
    expect(found({ weightIs: "estimated" }).weightIs).toBeUndefined();
  });

  const anyNumber = (name: MeasureName): fc.Arbitrary<number> => {
    const { usual: [least, most], decimals } = measures[name];
    return decimals === 0 ? fc.integer({ min: least, max: most }) : fc.integer({ min: Math.ceil(least * 10), max: most * 10 }).map((tenths) => tenths / 10);
  };
  const anyPart = (most: number) => fc.oneof(fc.integer({ min: 1, max: most }), fc.constant("NT" as const));
  const anyMeasured = fc.record(Object.fromEntries(measureNames.map((name) => [name, anyNumber(name)])), { requiredKeys: [] });
  const anyFound = fc.record({
    measured: anyMeasured,
    breathing: fc.constantFrom("air", "oxygen"), spo2Scale: fc.constant(2), consciousness: fc.constantFrom(...consciousnessLevels),
    gcs: fc.record({ eye: anyPart(gcsMost.eye), verbal: anyPart(gcsMost.verbal), motor: anyPart(gcsMost.motor) }),
    by: fc.constantFrom(...foundBy.filter((one) => one !== "measured")), remark: fc.constantFrom("blek", "kald og klam · 12"),
  }, { requiredKeys: ["measured"] });

  it("[OBF6] what was found, typed anew, is read as the very same", () => {
    fc.assert(fc.property(anyFound, fc.boolean(), (any, isEstimated) => {
      const before = {
        ...any,
        ...(any.measured["oxygenLPerMin"] === undefined ? {} : { breathing: any.measured["oxygenLPerMin"] > 0 ? "oxygen" : "air" }),
        ...(isEstimated && any.measured["weightKg"] !== undefined ? { weightIs: "estimated" } : {}),
      } as Found;
      const typed = typedObservation(before);
      expect(Object.keys(typed).every((field) => observationFields.some((one) => one === field))).toBe(true);
      expect(readObservation(typed)).toEqual({ found: before, warnings: [] });
    }));
  });
});

describe("the one line", () => {
  const read = (line: string) => readObservationLine(line);

  it.each([
    ["18 97 120/80 72 37,2", { respirationPerMin: "18", spo2Pct: "97", pressure: "120/80", pulsePerMin: "72", tempC: "37,2" }],
    ["18 97% 120 / 80 72 37.2 A", { respirationPerMin: "18", spo2Pct: "97", pressure: "120/80", pulsePerMin: "72", tempC: "37.2", consciousness: "A" }],
    ["18 - 120/80", { respirationPerMin: "18", pressure: "120/80" }],
    ["120/80 72", { pressure: "120/80", pulsePerMin: "72" }],
  ])("[OBL1][OBL3] %j", (line, answers) => {
    expect(read(line)).toEqual({ answers, unread: [] });
  });

  it.each([
    ["p 72 t37,2", { pulsePerMin: "72", tempC: "37,2" }],
    ["RR: 22 sat 91% O2 4l luft", { respirationPerMin: "22", spo2Pct: "91", oxygenLPerMin: "4", breathing: "air" }],
    ["bt 95/60 bs 6,4 vekt 71,5kg vas 8", { pressure: "95/60", glucoseMmolL: "6,4", weightKg: "71,5", painOf10: "8" }],
    ["gcs 4 5 6 p88", { gcs: "4 5 6", pulsePerMin: "88" }],
    ["gcs456 18", { gcs: "4 5 6", respirationPerMin: "18" }],
    ["GCS 4 nt 6", { gcs: "4 NT 6" }],
    ["gcs 15 18 97 120/80", { gcs: "15", respirationPerMin: "18", spo2Pct: "97", pressure: "120/80" }],
    ["gcs E4V5M6 p 88", { gcs: "4 5 6", pulsePerMin: "88" }],
    ["65 kg 18 97 120/80", { weightKg: "65", respirationPerMin: "18", spo2Pct: "97", pressure: "120/80" }],
    ["18 97 120/80mmHg 72 37,2", { respirationPerMin: "18", spo2Pct: "97", pressure: "120/80", pulsePerMin: "72", tempC: "37,2" }],
    ["22 91% 4l 120/80", { respirationPerMin: "22", spo2Pct: "91", oxygenLPerMin: "4", pressure: "120/80" }],
    ["rr = 18 sat: 97, t 37,2 ºC", { respirationPerMin: "18", spo2Pct: "97", tempC: "37,2" }],
    ["o2 sat 97 18", { spo2Pct: "97", respirationPerMin: "18" }],
    ["18 o2-metning 97 120/80", { respirationPerMin: "18", spo2Pct: "97", pressure: "120/80" }],
    ["nrs 10/10", { painOf10: "10" }],
    ["22 91 % 4 l 120/80 mmHg 18", { respirationPerMin: "22", spo2Pct: "91", oxygenLPerMin: "4", pressure: "120/80", pulsePerMin: "18" }],
    ["temperatur 38,2", { tempC: "38,2" }],
    ["temp. 38,2 blodsukker 6,4 mmol/l oksygen 4", { tempC: "38,2", glucoseMmolL: "6,4", oxygenLPerMin: "4" }],
    ["18/min 97 37,2°C", { respirationPerMin: "18", spo2Pct: "97", tempC: "37,2" }],
    ["p 72 18 97 120/80 37,2", { pulsePerMin: "72", respirationPerMin: "18", spo2Pct: "97", pressure: "120/80", tempC: "37,2" }],
    ["spo2 97 o2", { spo2Pct: "97", breathing: "oxygen" }],
  ])("[OBL2] %j", (line, answers) => {
    expect(read(line)).toEqual({ answers, unread: [] });
  });

  it.each([
    ["18 97 120/", { respirationPerMin: "18", spo2Pct: "97", pressure: "120/" }],
    ["18 97 120/80 37,2", { respirationPerMin: "18", spo2Pct: "97", pressure: "120/80", tempC: "37,2" }],
    ["18 97 120/80 p - 37,2", { respirationPerMin: "18", spo2Pct: "97", pressure: "120/80", tempC: "37,2" }],
    ["o2 - 18", { respirationPerMin: "18" }],
    ["22 94 P 120/80 96 38,4", { respirationPerMin: "22", spo2Pct: "94", consciousness: "P", pressure: "120/80", pulsePerMin: "96", tempC: "38,4" }],
  ])("[OBL1][OBL3] %j, which was once read as somebody else's numbers", (line, answers) => {
    expect(read(line)).toEqual({ answers, unread: [] });
  });

  // Each of these once put a number into a measure that nobody meant.
  it.each([
    ["hjerte 98 97 120/80", { pressure: "120/80" }, ["hjerte 98", "97"]],
    ["7x2 97", {}, ["7x2", "97"]],
    ["18 97 120 80", { respirationPerMin: "18", spo2Pct: "97" }, ["120", "80"]],
    ["bt 110 20", {}, ["bt 110 20"]],
    ["18 97 120/ 80 72", { respirationPerMin: "18", spo2Pct: "97" }, ["120/ 80", "72"]],
    ["puls 72 37,2", { pulsePerMin: "72" }, ["37,2"]],
    ["18 97 120/80 (93) 72 37,2", { respirationPerMin: "18", spo2Pct: "97", pressure: "120/80" }, ["(93)", "72", "37,2"]],
    ["18 97 fio2 40 120/80", { respirationPerMin: "18", spo2Pct: "97", pressure: "120/80" }, ["fio2", "40"]],
    ["18 97 på 2 l 120/80", { respirationPerMin: "18", spo2Pct: "97", pressure: "120/80" }, ["på 2", "l"]],
    ["c-temp 37", {}, ["c-temp", "37"]],
    ["o2 28%", {}, ["o2 28%"]],
    ["gcs 14/15 18 97", {}, ["gcs 14/15", "18", "97"]],
    ["18 97 A 37,2 C", { respirationPerMin: "18", spo2Pct: "97", consciousness: "A" }, ["37,2", "C"]],
    ["t 37,2 c", { tempC: "37,2" }, ["c"]],
    ["p reg 72", {}, ["p", "reg 72"]],
    ["uten o2", {}, ["uten", "o2"]],
  ] as const)("[OBL4][OBL5] %j: what is not clear is given back", (line, answers, back) => {
    expect(read(line)).toEqual({ answers, unread: back });
  });

  it("[OBL3] a lone P is how awake somebody is; before a number it is the pulse", () => {
    expect(read("P").answers).toEqual({ consciousness: "P" });
    expect(read("P 44").answers).toEqual({ pulsePerMin: "44" });
  });

  it("[OBL4] gives back what it cannot read, and reads the rest", () => {
    expect(read("18 97 120/80 72 37,2 blek 99 gcs 4 bs 6,4")).toEqual({
      answers: { respirationPerMin: "18", spo2Pct: "97", pressure: "120/80", pulsePerMin: "72", tempC: "37,2", glucoseMmolL: "6,4" }, unread: ["blek 99", "gcs 4"],
    });
  });

  it("[OBL4] a second value of a measure takes nothing from the first, and is given back", () => {
    expect(read("120/80 130/85 p 72 p 80 p90")).toEqual({ answers: { pressure: "120/80", pulsePerMin: "72" }, unread: ["130/85", "p 80", "p90"] });
  });

  it("[OBL4] no letter is lost, whatever is typed: each piece is read or given back", () => {
    const anyLine = fc.array(fc.constantFrom("18", "97", "120/80", "-", "blek", "p", "p72", "gcs", "456", "o2", "4l", "x1y", "37,2", "A", "luft", "!"), { maxLength: 12 });
    const isKept = (pieces: ReadonlyArray<string>): boolean => {
      const { answers, unread } = read(pieces.join(" "));
      const told = [...Object.values(answers), ...unread].join(" ").toLowerCase();
      return pieces.every((piece) => !["blek", "x1y", "!"].includes(piece) || told.includes(piece));
    };
    expect(fc.check(fc.property(anyLine, isKept)).failed).toBe(false);
  });
});
