// FHIR as plain JSON. Builders leave out by `undefined`; what is empty is taken away at the end, since FHIR allows no empties.

export type FhirValue = string | number | boolean | undefined | FhirObject | ReadonlyArray<FhirValue>;
export interface FhirObject {
  readonly [name: string]: FhirValue;
}

/** Without what is undefined, empty or only empty things; the order of the names stays. */
export const lean = (object: FhirObject): FhirObject =>
  Object.fromEntries(Object.entries(object).map(([name, value]) => [name, leanValue(value)] as const).filter(([, value]) => !isEmpty(value)));

const leanValue = (value: FhirValue): FhirValue => {
  if (Array.isArray(value)) return value.map((item: FhirValue) => leanValue(item)).filter((item) => !isEmpty(item));
  return isObject(value) ? lean(value) : value;
};

const isObject = (value: FhirValue): value is FhirObject => typeof value === "object" && !Array.isArray(value);

const isEmpty = (value: FhirValue): boolean =>
  value === undefined || value === "" || (Array.isArray(value) ? value.length === 0 : isObject(value) && Object.keys(value).length === 0);

/** As FHIR's `string` allows it: no control characters, no halves of a character, not only spaces. */
export const fhirText = (text: string | null | undefined): string | undefined => {
  // oxlint-disable-next-line no-control-regex -- control characters are what is taken away here
  const clean = (text ?? "").toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, "").trim();
  return clean === "" ? undefined : clean;
};

/** FHIR knows the years 1 to 9999; a clock beyond them is wrong anyway, and must not stop an export. */
export const instant = (ms: number): string => new Date(Math.min(Math.max(ms, firstMs), lastMs)).toISOString();

const firstMs = Date.parse("0001-01-01T00:00:00Z");
const lastMs = Date.parse("9999-12-31T23:59:59Z");

/** A calendar day, or nothing when there is no such day. */
export const fhirDate = (date: string): string | undefined => {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(date) && !date.startsWith("0000") ? Date.parse(date) : Number.NaN;
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(date) ? date : undefined;
};

export const coding = (system: string, code: string, display?: string): FhirObject => ({ system, code, display });

/** Why there is no value: the person was not asked, was asked and did not know, or has none. */
export const absent = (why: "not-asked" | "asked-unknown" | "not-applicable" | "unknown" | "error"): FhirObject => ({
  extension: [{ url: "http://hl7.org/fhir/StructureDefinition/data-absent-reason", valueCode: why }],
});

/** The same of an observation, which has a field of its own for it. */
export const absentReason = (why: "asked-unknown" | "unknown"): FhirObject => ({ dataAbsentReason: { coding: [coding("http://terminology.hl7.org/CodeSystem/data-absent-reason", why)] } });
