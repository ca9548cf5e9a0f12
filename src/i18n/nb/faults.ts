// Når noe ikke gikk: hva som er lagret, hva som ikke er det, og hva man gjør.
export const faults = {
  diskFull: "Disken er full. Det siste er IKKE lagret. Alt som var lagret før, er her. Frigjør plass, eller før det på papir nå.",
  storeLost: "Enheten fikk ikke skrevet. Det siste er IKKE lagret. Last siden på nytt og prøv igjen; før det på papir så lenge.",
  newerData: "Boka er skrevet av en nyere utgave, og denne skriver ikke i den. Lukk andre faner og last siden på nytt.",
  noStore: "Nettleseren gir ikke plass til boka. Prøv et annet vindu (ikke privat), eller bruk en annen enhet.",
  keysLost: (records: number) => `${records} innførsler ligger her, men nøkkelen som åpner dem er borte. Ingenting er slettet. Bruk en annen enhet og si fra til beredskapsansvarlig.`,
  former: "Det lå en bok på denne enheten før, og den er borte fra nettleseren. Denne boka begynte på nytt. Si fra til beredskapsansvarlig; se etter lagrede filer.",
  stumbled: "Noe i denne fanen gikk galt. Det som sto som lagret, er trygt. Last siden på nytt for å være sikker på at tavla er riktig.",
  damaged: (records: number) => (records === 1 ? "1 innførsel er skadet og vises ikke." : `${records} innførsler er skadet og vises ikke.`),
  visitIsOver: (time: string) => `Kontakten ble avsluttet ${time}. Det som skjedde før det, kan fortsatt føres.`,
  alreadySo: "Det står slik allerede.",
  noSuchVisit: "Kontakten finnes ikke her.",
  nothingToStrike: "Det er allerede strøket.",
  nothingSaid: "Det var ingenting å føre.",
  brokenTitle: "Siden gikk i stykker",
  brokenText: "Alt som var lagret, er trygt på denne enheten. Last siden på nytt. Skjer det igjen: gå til Tilbakeføring og lagre innførslene på fil.",
  reload: "Last siden på nytt",
} as const;
