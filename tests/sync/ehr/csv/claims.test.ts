import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, it } from "vitest";
import { known } from "#core/answer.ts";
import type { OrderResult } from "#core/clinical/order.ts";
import { emptyState, type VisitFile } from "#projections/ward-state.ts";
import { claimsCsv } from "#sync/ehr/csv/claims.ts";
import { measurementTable } from "#sync/ehr/csv/measurements.ts";
import { medicineTable } from "#sync/ehr/csv/medicines.ts";
import { moreCsv } from "#sync/ehr/csv/more.ts";
import { orderTable } from "#sync/ehr/csv/orders.ts";
import type { CsvSource } from "#sync/ehr/csv/visits.ts";
import { anyVisit } from "../any-visit.ts";
import { arrived, fileOf, given, idOf, triaged, visitId, type Told } from "../given-visit.ts";

const source: CsvSource = { ward: emptyState.ward, isDrill: true, date: "2026-01-20", offsetMinAt: () => 60 };

const tableOf = (text = ""): ReadonlyArray<Readonly<Record<string, string>>> => {
  const [names = [], ...rows] = text.slice(1).split("\r\n").slice(0, -1).map((line) => line.slice(1, -1).split('";"'));
  return rows.map((row) => Object.fromEntries(names.map((name, place) => [name, row[place] ?? ""])));
};
const came = (order: number | null, result: Partial<OrderResult>): Told["event"] => ({
  type: "v1.ResultCame", visit: visitId, order: order === null ? null : idOf("device-a", order), result: { text: "", identifiedBy: [], ...result },
});
const full = { respirationPerMin: 22, spo2Pct: 91, systolicMmHg: 112, diastolicMmHg: 70, pulsePerMin: 96, tempC: 38.4 };
const visit = given(
  { event: arrived({ born: known({ is: "date", date: "1972-09-13" }) }) },
  { event: { type: "v1.Observed", visit: visitId, found: { measured: full, breathing: "air", consciousness: "A", spo2Scale: 2, gcs: { eye: 4, verbal: "NT", motor: 6 } } }, minute: 10, lateMin: 15 },
  { event: { type: "v1.Observed", visit: visitId, found: { measured: { weightKg: 80.5, pulsePerMin: 88 }, weightIs: "estimated", by: "ambulance", remark: "=urolig" } }, minute: 5 },
  { event: { type: "v1.Observed", visit: visitId, found: { measured: { pulsePerMin: 300 } } }, minute: 6 },
  { event: { type: "v1.Struck", visit: visitId, target: idOf("device-a", 4), as: "undo", why: "" }, minute: 6 },
  { event: { type: "v1.MedicineGiven", visit: visitId, given: { drug: "Morfin", dose: { value: 2.5, unit: "mg" }, route: "intravenous", checkedBy: "Ikram" } }, minute: 20 },
  { event: { type: "v1.MedicineGiven", visit: visitId, given: { drug: "Paracet", doseText: "2 tabletter" } }, minute: 22 },
  { event: { type: "v1.Ordered", visit: visitId, order: { kind: "lab", what: "Troponin", requisition: "00123", urgent: true } }, minute: 12 },
  { event: { type: "v1.OrderOwned", visit: visitId, order: idOf("device-a", 8), owner: "Amina" }, minute: 13 },
  { event: came(8, { text: "92 ng/l", identifiedBy: ["name", "born"], critical: { calledBy: "Lab", readBack: false }, preliminary: true }), minute: 50 },
  { event: came(null, { text: "HIV neg." }), minute: 51 },
);
const rows = (table: "målinger" | "medisiner" | "prøver") => {
  const made = table === "målinger" ? claimsCsv(measurementTable, [visit], source) : table === "medisiner" ? claimsCsv(medicineTable, [visit], source) : claimsCsv(orderTable, [visit], source);
  return tableOf(made?.text);
};

it("[CSV14][CSV15] each value is a line with both times, its code, a decimal comma, and who told it; a struck look has none", () => {
  const told = rows("målinger");
  expect(told.map(({ måling, verdi }) => [måling, verdi])).toEqual([
    ["puls", "88"], ["vekt", "80,5"], ["merknad", ""], ["NEWS2", ""],
    ["respirasjonsfrekvens", "22"], ["SpO2", "91"], ["systolisk blodtrykk", "112"], ["diastolisk blodtrykk", "70"], ["puls", "96"], ["temperatur", "38,4"],
    ["puster", ""], ["bevissthet", ""], ["GCS", ""], ["NEWS2", "4"],
  ]);
  expect(told[1]).toMatchObject({ skjedde: "2026-01-20T16:48:00+01:00", tekst: "anslått", kilde: "ambulansen", enhet: "kg", loinc: "29463-7" });
  expect(told[5]).toMatchObject({ midlertidig_nummer: "TRA-017-K", skjedde: "2026-01-20T16:53:00+01:00", skrevet: "2026-01-20T17:08:00+01:00", av: "Marit Snøfonn", tekst: "mål 88–92 %", kilde: "målt her", øvelse: "ja", innførsel_id: idOf("device-a", 2) });
});

it("[CSV16] NEWS2 says that it is reckoned, and has no number while a part is missing", () => {
  const scores = rows("målinger").filter(({ beregnet }) => beregnet === "ja");
  expect(scores.map(({ måling, verdi, tekst, loinc }) => [måling, verdi, tekst, loinc])).toEqual([["NEWS2", "", "minst 0, ufullstendig", ""], ["NEWS2", "4", "", ""]]);
});

it("[CSV2] a remark is not run as a formula", () => {
  expect(rows("målinger")[2]?.["tekst"]).toBe("'=urolig");
});

it("[CSV14] each medicine is a line; what is no dose in numbers stands as typed", () => {
  expect(rows("medisiner")).toMatchObject([
    { legemiddel: "Morfin", dose: "2,5", enhet: "mg", dose_tekst: "", gitt: "intravenøst", kontrollert_av: "Ikram" },
    { legemiddel: "Paracet", dose: "", dose_tekst: "2 tabletter" },
  ]);
});

it("[CSV17] a result stands beside its order; one that nobody ordered stands alone", () => {
  const id = idOf("device-a", 8);
  expect(rows("prøver")).toMatchObject([
    { rad: "bestilling", hva: "Troponin", rekvisisjon: "00123", haster: "ja", tilstand: "delvis svar", følges_opp_av: "Amina", bestilling_id: id },
    { rad: "svar", hva: "Troponin", svar: "92 ng/l", foreløpig: "ja", sammenlignet: "navn, født", kritisk: "ja", ringt_av: "Lab", lest_tilbake: "nei", bestilling_id: id },
    { rad: "svar", hva: "", svar: "HIV neg.", kritisk: "", lest_tilbake: "", bestilling_id: "" },
  ]);
});

it("[CSV14] without anything to tell there is no file, and of a void visit nothing is told", () => {
  const wrong = [{ event: arrived() }, { event: triaged(2) }, { event: { type: "v1.Observed", visit: visitId, found: { measured: { pulsePerMin: 90 } } } }] as const satisfies ReadonlyArray<Told>;
  const files = (...told: ReadonlyArray<Told>): ReadonlyArray<string> => moreCsv([given(...told)], source).map(({ name }) => name);
  expect(files({ event: arrived() })).toEqual([]);
  expect(files(...wrong)).toEqual(["vaktbok-legevakt-2026-01-20-malinger.csv"]);
  expect(files(...wrong, { event: { type: "v1.Struck", visit: visitId, target: idOf("device-a", 1), as: "undo", why: "" } })).toEqual([]);
});

it("[CSV5] whatever was written, the same bytes come in any order, and every line is whole", () => {
  const widths = (text: string): number => new Set(text.slice(1).split("\r\n").slice(0, -1).map((line) => line.match(/"(?:[^"]|"")*"(?:;|$)/g)?.length)).size;
  const texts = (file: VisitFile): ReadonlyArray<string> => moreCsv([file], source).map(({ text }) => text);
  fc.assert(
    fc.property(anyVisit.chain((file) => fc.tuple(fc.constant(file), fc.shuffledSubarray([...file.records], { minLength: file.records.length }))), ([file, records]) => {
      expect(texts(fileOf(records))).toEqual(texts(file));
      for (const text of texts(file)) expect(widths(text)).toBe(1);
    }),
  );
});

it("the files are the frozen ones, byte for byte", () => {
  const made = moreCsv([visit], source);
  expect(made.map(({ text }) => text)).toEqual(["malinger", "medisiner", "prover"].map((name) => readFileSync(`tests/golden/export-v1/${name}.csv`, "utf8")));
});
