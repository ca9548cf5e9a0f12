/**
 * A medicine that was given, as it is typed: field by field, or on one line that fills the fields.
 *
 * - MDF1 What it was is all that is needed; without it nothing is written.
 * - MDF2 A dose is a number with its unit; anything else is kept as it was typed, and said.
 * - MDF3 On the line, a number with its unit is the dose and an abbreviation of a route is the route, wherever they stand; all else
 *   is the medicine.
 * - MDF4 What was given, typed anew and read, is the very same.
 */
import { doseUnits, medicineRoutes, type DoseUnit, type GivenMedicine, type MedicineDose, type MedicineRoute } from "#core/clinical/medicine.ts";

export const medicineFields = ["drug", "dose", "route", "checkedBy", "batch"] as const;
export type MedicineField = (typeof medicineFields)[number];

/** What stands in the form, as typed; a field that is absent is empty. */
export type MedicineAnswers = { readonly [F in MedicineField]?: string };

export interface MedicineReading {
  /** Null while nobody has said what it was. */
  readonly given: GivenMedicine | null;
  readonly isDoseRead: boolean;
}

export const readMedicine = (answers: MedicineAnswers): MedicineReading => {
  const typed = (field: MedicineField): string => (answers[field] ?? "").trim();
  const dose = readDose(typed("dose"));
  const isDoseRead = typed("dose") === "" || dose !== null;
  const route = medicineRoutes.find((one) => one === typed("route"));
  if (typed("drug") === "") return { given: null, isDoseRead };
  return {
    isDoseRead,
    given: {
      drug: typed("drug"),
      ...(dose === null ? {} : { dose }),
      ...(isDoseRead ? {} : { doseText: typed("dose") }),
      ...(route === undefined ? {} : { route }),
      ...(typed("batch") === "" ? {} : { batch: typed("batch") }),
      ...(typed("checkedBy") === "" ? {} : { checkedBy: typed("checkedBy") }),
    },
  };
};

export const typedMedicine = ({ drug, dose, doseText, route, batch, checkedBy }: GivenMedicine): MedicineAnswers =>
  Object.fromEntries(Object.entries({ drug, dose: dose === undefined ? doseText : doseTextOf(dose), route, checkedBy, batch }).filter(([, text]) => text !== undefined));

/** "500 mg", with a comma as numbers are written by hand here. */
const doseTextOf = ({ value, unit }: MedicineDose): string => `${String(value).replace(".", ",")} ${unit}`;

const unitNames: { readonly [name: string]: DoseUnit } = {
  g: "g", gram: "g", mg: "mg", milligram: "mg", "µg": "µg", "μg": "µg", ug: "µg", mcg: "µg", mikrogram: "µg", mikg: "µg", ml: "ml", l: "l", liter: "l", ie: "IE", iu: "IE", mmol: "mmol",
};

const dosePattern = /^(\d{1,6}(?:[.,]\d{1,4})?)\s*(\p{L}{1,10})\.?$/u;

const readDose = (text: string): MedicineDose | null => {
  const [, number = "", name = ""] = dosePattern.exec(text.toLowerCase()) ?? [];
  const unit = unitNames[name];
  return unit === undefined || !(unit in doseUnits) ? null : { value: Number(number.replace(",", ".")), unit };
};

const routeNames: { readonly [name: string]: MedicineRoute } = {
  po: "oral", iv: "intravenous", im: "intramuscular", sc: "subcutaneous", inh: "inhaled", sl: "sublingual", pr: "rectal", rektalt: "rectal", nasalt: "nasal", intranasalt: "nasal",
};

/** What the line fills; the medicine is what is neither dose nor route. */
export const readMedicineLine = (line: string): MedicineAnswers => {
  const drug: string[] = [];
  const answers: { dose?: string; route?: string } = {};
  const typed = line.split(/\s+/u).filter((text) => text !== "");
  for (let at = 0; at < typed.length; at += 1) {
    const [text = "", next = ""] = typed.slice(at, at + 2);
    const route = routeNames[text.toLowerCase().replaceAll(".", "")];
    if (answers.dose === undefined && readDose(text) !== null) answers.dose = text;
    else if (answers.dose === undefined && /^\d/u.test(text) && readDose(`${text} ${next}`) !== null) {
      answers.dose = `${text} ${next}`;
      at += 1;
    } else if (answers.route === undefined && route !== undefined) answers.route = route;
    else drug.push(text);
  }
  return { ...answers, ...(drug.length === 0 ? {} : { drug: drug.join(" ") }) };
};
