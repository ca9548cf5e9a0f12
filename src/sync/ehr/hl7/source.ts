/**
 * What a target's messages are made of besides the visit: who we are to it, whom it knows, and what it was told before.
 */
import type { FhirSource, Sha256Hex } from "../fhir/plan.ts";
import type { LetterSource } from "../fhir/document.ts";

export interface Hl7Target {
  /** MSH-5 and MSH-6. */
  readonly application: string;
  readonly facility: string;
  /**
   * A name here is one text. "whole": all of it in the family name, the given name is empty; nothing is guessed. "lastWord": the last
   * word is the family name, for targets that refuse a name without both. It is a guess, and wrong for "Maria del Mar".
   */
  readonly names: "whole" | "lastWord";
  /** Who gives the target's own patient ids (PID-3.4), as it writes it itself. */
  readonly patientAuthority: string;
}

/** "unknown": it was sent, and no answer was understood. */
export type Told = "no" | "unknown" | "yes";

/** What this target was told of the visit before now. */
export interface ToldBefore {
  readonly person: Told;
  readonly arrival: Told;
  /** Whether the arrival went out under the temporary number alone: then that patient is made one with the known one. */
  readonly asTemporary: boolean;
}

export interface Hl7Source extends FhirSource {
  readonly target: Hl7Target;
  readonly before: ToldBefore;
  /** The patient's id in the target where somebody chose it; nobody new is made then. */
  readonly patient: string | null;
  readonly letters: ReadonlyArray<LetterSource>;
  /** Local time minus UTC, in minutes, at that moment. */
  readonly offsetMinAt: (atMs: number) => number;
  readonly sha256Hex: Sha256Hex;
}

export const nothingTold: ToldBefore = { person: "no", arrival: "no", asTemporary: false };
