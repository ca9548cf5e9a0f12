// Det som tavla sier om en kontakt; resten kommer med sidene som sier det.
export const visit = {
  pageTitle: "Kontakt",
  unknownName: "Ukjent",
  details: "Opplysninger",
  noNumber: "uten nummer",
  home: "Hjem",
  homeWithControl: "Hjem med kontroll",
  admitted: "Innlagt",
  municipalBed: "Kommunal akuttplass",
  transferred: "Overført",
  leftUnseen: "Gikk usett",
  leftAgainstAdvice: "Gikk mot råd",
  toGeneralPractitioner: "Til fastlegen",
  police: "Til politiet",
  died: "Død",
  otherLeaving: "Annet",
} as const;
