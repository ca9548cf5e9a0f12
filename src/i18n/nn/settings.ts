// Det som ramma seier om kor trygt boka ligg; resten kjem med sidene som seier det.
import type { Words } from "../words.ts";

export const settings: Words["settings"] = {
  keptNot: "Nettlesaren har ikkje lova å behalde boka. Blir disken full, kan han slette alt.",
  keptRefused: "Nettlesaren ville ikkje love. Boka verkar, men kan bli sletta når disken er full: installer Vaktbok, ha god plass på disken, og lagre innførslane på fil oftare.",
  keep: "Be om å behalde boka",
  installOffered: "Vaktbok kan installerast og får eige ikon. Då er ho lettare å finne når alt anna er nede.",
  install: "Installer",
  tipTitle: "Gjer boka tryggare på denne eininga",
  tipLater: "Ikkje no",
};
