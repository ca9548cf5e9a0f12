// Det som tavla seier om ein kontakt; resten kjem med sidene som seier det.
import type { Words } from "../words.ts";

export const visit: Words["visit"] = {
  pageTitle: "Kontakt",
  unknownName: "Ukjend",
  details: "Opplysningar",
  noNumber: "utan nummer",
  home: "Heim",
  homeWithControl: "Heim med kontroll",
  admitted: "Innlagd",
  municipalBed: "Kommunal akuttplass",
  transferred: "Overført",
  leftUnseen: "Gjekk usett",
  leftAgainstAdvice: "Gjekk mot råd",
  toGeneralPractitioner: "Til fastlegen",
  police: "Til politiet",
  died: "Død",
  otherLeaving: "Anna",
};
