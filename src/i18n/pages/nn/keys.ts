import type { OwnPageWords } from "../../words.ts";

export const keys: OwnPageWords["keys"] = {
  title: "Tastatur",
  rows: [
    ["N", "Ny pasient"],
    ["K", "Tavla"],
    ["R", "Tilbakeføring"],
    ["Q", "Telefon"],
    ["/", "Finn på tavla"],
    ["J / L", "Neste og førre rad"],
    ["1–5", "Set hastegrad på rada"],
    ["Enter", "Opne rada, ein gong til opnar kontakten"],
    ["C", "Kall inn rada"],
    ["S", "Set rada som under behandling"],
    ["U", "Sett igjen, uendra"],
    ["Alt + 1–5", "Hastegrad i skjemaet, også medan du skriv"],
    ["O G B F P W I T U M D E A V X L J Y", "I kontakten: mål, gi medisin, bestill, svar, prosedyre, foto, notat, hastegrad, sett igjen, flytt, ansvarleg, endre, å passe på, vurdering, avslutt, epikrise, slå saman, skjema"],
    ["P", "Skriv ut, på utskriftssida"],
    ["F", "Fyll skjermen, på veggskjermen"],
    ["Z", "Angre det siste"],
    ["Ctrl + Enter", "Registrer"],
    ["Esc", "Lukk"],
    ["?", "Denne oversikta"],
  ],
};
