/** Structure and required codes, by the `fhir` package. It lets wrong dates and invariants pass. */
import { Fhir } from "fhir/fhir.js";

const fhir = new Fhir();

export const fhirjsFaults = (resource: object): ReadonlyArray<string> =>
  fhir
    .validate(resource, { errorOnUnexpected: true })
    .messages.filter(({ severity }) => severity === "error" || severity === "fatal")
    .map(({ location, message }) => `${message ?? "?"} at ${location ?? "?"}`);
