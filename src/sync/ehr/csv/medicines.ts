// Every medicine that was given, one a line.
import type { MedicineRoute, GivenMedicine } from "#core/clinical/medicine.ts";
import { decimal, type ClaimTable } from "./claims.ts";

const routeWords: { readonly [R in MedicineRoute]: string } = {
  oral: "i munnen", intravenous: "intravenøst", intramuscular: "intramuskulært", subcutaneous: "subkutant", inhaled: "inhalert",
  sublingual: "under tunga", rectal: "rektalt", nasal: "i nesen", topical: "på huden", other: "annet",
};

export const medicineTable: ClaimTable<GivenMedicine> = {
  rest: "-medisiner.csv",
  columns: [
    ["legemiddel", ({ drug }) => drug],
    ["dose", ({ dose }) => decimal(dose?.value)],
    ["enhet", ({ dose }) => dose?.unit],
    ["dose_tekst", ({ doseText }) => doseText],
    ["gitt", ({ route }) => (route === undefined ? "" : routeWords[route])],
    ["batch", ({ batch }) => batch],
    ["kontrollert_av", ({ checkedBy }) => checkedBy],
  ],
  linesOf: ({ medicines }) => medicines.map((claim) => ({ claim, said: claim.value })),
};
