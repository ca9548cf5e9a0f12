/**
 * A medicine that was given, as it is written on a downtime chart.
 *
 * - MED1 Only what it was is needed; dose, route, batch and who checked it may be absent.
 * - MED2 A dose a kilo is reckoned from the last weight, to three digits that count, and is information: nothing is judged by it.
 */
export const medicineRoutes = ["oral", "intravenous", "intramuscular", "subcutaneous", "inhaled", "sublingual", "rectal", "nasal", "topical", "other"] as const;
export type MedicineRoute = (typeof medicineRoutes)[number];

/** By what is written; the value is its UCUM code. */
export const doseUnits = { g: "g", mg: "mg", "µg": "ug", ml: "mL", l: "L", IE: "[IU]", mmol: "mmol" } as const;
export type DoseUnit = keyof typeof doseUnits;

export interface MedicineDose {
  readonly value: number;
  readonly unit: DoseUnit;
}

export interface GivenMedicine {
  readonly drug: string;
  readonly dose?: MedicineDose;
  /** As it was typed, where it could not be read as a number with its unit: "2 tabletter". */
  readonly doseText?: string;
  readonly route?: MedicineRoute;
  readonly batch?: string;
  /** The second person, who looked at drug, dose and patient. */
  readonly checkedBy?: string;
}

/** In the dose's own unit for each kilo; null without a dose or a weight. */
export const dosePerKg = ({ dose }: GivenMedicine, weightKg: number | null): number | null =>
  dose === undefined || weightKg === null || weightKg <= 0 ? null : Number((dose.value / weightKg).toPrecision(3));
