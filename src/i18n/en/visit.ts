// What the board says of a visit; the rest comes with the pages that say it.
import type { Words } from "../words.ts";

export const visit: Words["visit"] = {
  pageTitle: "Visit",
  unknownName: "Unknown",
  details: "Details",
  noNumber: "no number",
  home: "Home",
  homeWithControl: "Home, with follow-up",
  admitted: "Admitted",
  municipalBed: "Municipal acute bed",
  transferred: "Transferred",
  leftUnseen: "Left without being seen",
  leftAgainstAdvice: "Left against advice",
  toGeneralPractitioner: "To their GP",
  police: "To the police",
  died: "Died",
  otherLeaving: "Other",
};
