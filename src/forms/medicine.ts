/**
 * A medicine that was given, as it is typed: field by field, or on one line that fills the fields.
 *
 * - MDF1 What it was is all that is needed; without it nothing is written.
 * - MDF2 A dose is a number with its unit; anything else is kept as it was typed, and said. "1.000 IE" may be one or a thousand:
 *   it is no number.
 * - MDF3 On the line, the one number with its unit is the dose and an abbreviation of a route is the route, wherever they stand;
 *   all else is the medicine. Where there are two, a range, a strength, a product or a number parted by a space, none is the dose.
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
  if (/^[1-9]\d*[.,]\d{3}$/u.test(number)) return null;
  return unit === undefined || !(unit in doseUnits) ? null : { value: Number(number.replace(",", ".")), unit };
};

const routeNames: { readonly [name: string]: MedicineRoute } = {
  po: "oral", iv: "intravenous", im: "intramuscular", sc: "subcutaneous", inh: "inhaled", sl: "sublingual", pr: "rectal", rektalt: "rectal", nasalt: "nasal", intranasalt: "nasal",
};

/** What the line fills; the medicine is what is neither dose nor route. */
export const readMedicineLine = (line: string): MedicineAnswers => {
  const typed = line.split(/\s+/u).filter((text) => text !== "");
  const doses = dosesIn(typed);
  const [dose] = doses.length === 1 ? doses : [];
  const route = typed.findIndex((text) => routeOf(text) !== undefined);
  const drug = typed.filter((_, at) => at !== route && (dose === undefined || at < dose.from || at >= dose.from + dose.count));
  return {
    ...(dose === undefined ? {} : { dose: typed.slice(dose.from, dose.from + dose.count).join(" ") }),
    ...(route === -1 ? {} : { route: routeOf(typed[route] ?? "") ?? "" }),
    ...(drug.length === 0 ? {} : { drug: drug.join(" ") }),
  };
};

const routeOf = (text: string): MedicineRoute | undefined => routeNames[text.toLowerCase().replaceAll(".", "")];

interface Span {
  readonly from: number;
  readonly count: number;
}

const dosesIn = (typed: ReadonlyArray<string>): ReadonlyArray<Span> => {
  const spans: Span[] = [];
  for (let from = 0; from < typed.length; from += 1) {
    const [one = "", two = ""] = typed.slice(from, from + 2);
    const count = readDose(one) !== null ? 1 : /^\d/u.test(one) && readDose(`${one} ${two}`) !== null ? 2 : 0;
    const isPart = /^[\d+\-–x×*/]/iu.test(typed[from + count] ?? "") || /[\d+\-–×*/]$|^x$/iu.test(typed[from - 1] ?? "");
    // What only seems to be a dose makes every other one doubtful too.
    if (count > 0) spans.push(...(isPart ? [{ from, count }, { from, count }] : [{ from, count }]));
    from += Math.max(0, count - 1);
  }
  return spans;
};
