import type { Words } from "../words.ts";

export const care: Words["care"] = {
  both: "Kvar innførsel ligg to stader på denne eininga: i databasen og i ei eiga fil.",
  one: "Kvar innførsel ligg éin stad på denne eininga, fordi nettlesaren ikkje har filer til slikt. Lagre boka på fil oftare.",
  behind: "Den andre staden på eininga tek ikkje imot no. Det som blir lagra, ligg éin stad. Lagre boka på fil, og last sida på nytt.",
  readOnly: "Boka på denne eininga kan ikkje gjerast heil no. Det som var lagra, blir vist, men ingenting nytt kan lagrast her. Frigjer plass og last sida på nytt. Hjelper ikkje det: lagre boka på fil, og gå over til ei anna eining eller papir.",
  reserve: "Disken er full. Plassen som var spart til dette, er i bruk. Frigjer plass no.",
  restored: (records) => (records === 1 ? "1 innførsel var skadd eller borte i den eine kopien og er henta frå den andre. Ingenting er tapt." : `${records} innførslar var skadde eller borte i den eine kopien og er henta frå den andre. Ingenting er tapt.`),
  lost: (records, runs) => (records === 1 ? `1 innførsel som var lagra, er borte frå begge kopiane: ${runs}. Sei frå til beredskapsansvarleg, og sjå etter han på papir og i lagra filer.` : `${records} innførslar som var lagra, er borte frå begge kopiane: ${runs}. Sei frå til beredskapsansvarleg, og sjå etter dei på papir og i lagra filer.`),
  run: (from, to, device) => (from === to ? `nr. ${from} frå eining ${device}` : `nr. ${from}–${to} frå eining ${device}`),
};
