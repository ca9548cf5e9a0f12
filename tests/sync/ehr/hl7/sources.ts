/** What the HL7 messages are made of besides the visit. */
import { offsetMinAt } from "#app/formats.ts";
import { epochMs } from "#core/time.ts";
import { emptyState, type WardState } from "#projections/ward-state.ts";
import { nothingTold, type Hl7Source } from "#sync/ehr/hl7/source.ts";
import { sha256Hex, sourceOf } from "../fhir/sources.ts";

export const hl7Source = (more: Partial<Hl7Source> = {}, state: Pick<WardState, "ward" | "downtimes"> = emptyState): Hl7Source => ({
  ...sourceOf(state),
  target: { application: "EPJ", facility: "TRH", names: "whole", patientAuthority: "EPJ" },
  before: nothingTold,
  patient: null,
  letters: [],
  offsetMinAt: (atMs) => offsetMinAt(epochMs(atMs)),
  sha256Hex,
  ...more,
});
