// Det som rammen sier om hvor trygt boka ligger; resten kommer med sidene som sier det.
export const settings = {
  keptNot: "Nettleseren har ikke lovet å beholde boka. Blir disken full, kan den slette alt.",
  keptRefused: "Nettleseren ville ikke love. Boka virker, men kan bli slettet når disken er full: installer Vaktbok, ha god plass på disken, og lagre innførslene på fil oftere.",
  keep: "Be om å beholde boka",
  installOffered: "Vaktbok kan installeres og får eget ikon. Da er det lettere å finne den når alt annet er nede.",
  install: "Installer",
  tipTitle: "Gjør boka tryggere på denne enheten",
  tipLater: "Ikke nå",
} as const;
