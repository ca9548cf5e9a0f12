import type { Words } from "../words.ts";

export const faults: Words["faults"] = {
  diskFull: "Disken er full. Det siste er IKKJE lagra. Alt som var lagra før, er her. Frigjer plass, eller før det på papir no.",
  storeLost: "Eininga fekk ikkje skrive. Det siste er IKKJE lagra. Last sida på nytt og prøv igjen; før det på papir så lenge.",
  newerData: "Boka er skriven av ei nyare utgåve, og denne skriv ikkje i ho. Lukk andre faner og last sida på nytt.",
  noStore: "Nettlesaren gir ikkje plass til boka. Prøv eit anna vindauge (ikkje privat), eller bruk ei anna eining.",
  keysLost: (records) => `${records} innførslar ligg her, men nøkkelen som opnar dei er borte. Ingenting er sletta. Bruk ei anna eining og sei frå til beredskapsansvarleg.`,
  former: "Det låg ei bok på denne eininga før, og ho er borte frå nettlesaren. Denne boka byrja på nytt. Sei frå til beredskapsansvarleg; sjå etter lagra filer.",
  stumbled: "Noko i denne fana gjekk gale. Det som stod som lagra, er trygt. Last sida på nytt for å vere sikker på at tavla er rett.",
  damaged: (records) => (records === 1 ? "1 innførsel er skadd og blir ikkje vist." : `${records} innførslar er skadde og blir ikkje viste.`),
  visitIsOver: (time) => `Kontakten vart avslutta ${time}. Det som skjedde før det, kan framleis førast.`,
  alreadySo: "Det står slik allereie.",
  noSuchVisit: "Kontakten finst ikkje her.",
  nothingToStrike: "Det er allereie stroke.",
  nothingSaid: "Det var ingenting å føre.",
  brokenTitle: "Sida gjekk i stykke",
  brokenText: "Alt som var lagra, er trygt på denne eininga. Last sida på nytt. Skjer det igjen: gå til Tilbakeføring og lagre innførslane på fil.",
  reload: "Last sida på nytt",
};
