// Hvor godt det lagrede ligger på denne enheten, og hva som er rettet.
export const care = {
  both: "Hver innførsel ligger to steder på denne enheten: i databasen og i en egen fil.",
  one: "Hver innførsel ligger ett sted på denne enheten, fordi nettleseren ikke har filer til slikt. Lagre boka på fil oftere.",
  behind: "Det andre stedet på enheten tar ikke imot nå. Det som lagres, ligger ett sted. Lagre boka på fil, og last siden på nytt.",
  readOnly: "Boka på denne enheten kan ikke gjøres hel nå. Det som var lagret, vises, men ingenting nytt kan lagres her. Frigjør plass og last siden på nytt. Hjelper ikke det: lagre boka på fil, og gå over til en annen enhet eller papir.",
  reserve: "Disken er full. Plassen som var spart til dette, er i bruk. Frigjør plass nå.",
  restored: (records: number) => (records === 1 ? "1 innførsel var skadet eller borte i den ene kopien og er hentet fra den andre. Ingenting er tapt." : `${records} innførsler var skadet eller borte i den ene kopien og er hentet fra den andre. Ingenting er tapt.`),
  lost: (records: number, runs: string) => (records === 1 ? `1 innførsel som var lagret, er borte fra begge kopiene: ${runs}. Si fra til beredskapsansvarlig, og se etter den på papir og i lagrede filer.` : `${records} innførsler som var lagret, er borte fra begge kopiene: ${runs}. Si fra til beredskapsansvarlig, og se etter dem på papir og i lagrede filer.`),
  run: (from: number, to: number, device: string) => (from === to ? `nr. ${from} fra enhet ${device}` : `nr. ${from}–${to} fra enhet ${device}`),
} as const;
