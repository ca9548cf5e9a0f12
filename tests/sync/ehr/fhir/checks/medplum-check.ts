/** Structure, cardinality, dates and unknown fields, by Medplum's own R4 definitions. It says nothing of invariants. */
import { indexStructureDefinitionBundle, OperationOutcomeError, validateResource } from "@medplum/core";
import type { Resource } from "@medplum/fhirtypes";
import { bundles } from "./definitions.ts";

for (const bundle of bundles) indexStructureDefinitionBundle(bundle);

export const medplumFaults = (resource: unknown): ReadonlyArray<string> => {
  try {
    validateResource(resource as Resource);
    return [];
  } catch (fault) {
    if (!(fault instanceof OperationOutcomeError)) throw fault;
    return fault.outcome.issue.map((issue) => `${issue.details?.text ?? issue.code} at ${issue.expression?.join(", ") ?? "?"}`);
  }
};
