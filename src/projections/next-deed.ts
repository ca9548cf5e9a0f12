/**
 * What is usually done next with a patient. It only says which button stands out; every deed can be done at any time.
 *
 * - NXT1 Untriaged: triage. Then called in, then seen, then out. Nothing once they have left.
 */
import { phaseOf, triageOf, type Visit } from "#core/visit/visit.ts";

export type NextDeed = "triage" | "callIn" | "beginCare" | "leave";

export const nextDeedOf = (visit: Visit): NextDeed | null => {
  switch (phaseOf(visit).is) {
    case "void":
    case "left":
    case "onPhone":
    case "callOver":
      return null;
    case "inCare":
      return "leave";
    case "calledIn":
      return "beginCare";
    case "waiting":
      return triageOf(visit) === null ? "triage" : "callIn";
  }
};
