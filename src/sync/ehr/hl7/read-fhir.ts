/** Reading what the FHIR builders made: the same fact goes out in both, so it is made once. */
import type { FhirObject, FhirValue } from "../fhir/json.ts";

const isObject = (value: FhirValue): value is FhirObject => typeof value === "object" && !Array.isArray(value);

export const objectIn = (object: FhirObject | undefined, name: string): FhirObject | undefined => {
  const value = object?.[name];
  return isObject(value) ? value : undefined;
};

export const listIn = (object: FhirObject | undefined, name: string): ReadonlyArray<FhirObject> => {
  const value = object?.[name];
  return Array.isArray(value) ? value.filter((one: FhirValue) => isObject(one)) : [];
};

export const textIn = (object: FhirObject | undefined, name: string): string | undefined => {
  const value = object?.[name];
  return typeof value === "string" ? value : undefined;
};

export const numberIn = (object: FhirObject | undefined, name: string): number | undefined => {
  const value = object?.[name];
  return typeof value === "number" ? value : undefined;
};
