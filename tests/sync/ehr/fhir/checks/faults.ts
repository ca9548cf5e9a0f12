/** All checks together, and who found what. */
import { fhirjsFaults } from "./fhirjs-check.ts";
import { invariantFaults } from "./invariant-check.ts";
import { medplumFaults } from "./medplum-check.ts";
import { ownFaults } from "./own-rules.ts";

export const faultsIn = (bundle: object): { readonly [by in "medplum" | "fhirjs" | "invariants" | "own"]: ReadonlyArray<string> } => ({
  medplum: medplumFaults(bundle),
  fhirjs: fhirjsFaults(bundle),
  invariants: invariantFaults(bundle),
  own: ownFaults(bundle),
});

export const clean = { medplum: [], fhirjs: [], invariants: [], own: [] };
