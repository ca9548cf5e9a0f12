// Tastene.
export const keys = {
  title: "Tastatur",
  rows: [
    ["N", "Ny pasient"],
    ["K", "Tavla"],
    ["R", "Tilbakeføring"],
    ["/", "Finn på tavla"],
    ["J / L", "Neste og forrige rad"],
    ["1–5", "Sett hastegrad på raden"],
    ["Enter", "Åpne raden, en gang til åpner kontakten"],
    ["C", "Kall inn raden"],
    ["S", "Sett raden som under behandling"],
    ["U", "Sett igjen, uendret"],
    ["Alt + 1–5", "Hastegrad i skjemaet, også mens du skriver"],
    ["O G I T U M D E A X", "I kontakten: mål, gi medisin, notat, hastegrad, sett igjen, flytt, ansvarlig, endre, å passe på, avslutt"],
    ["P", "Skriv ut, på utskriftssiden"],
    ["F", "Fyll skjermen, på veggskjermen"],
    ["Z", "Angre det siste"],
    ["Ctrl + Enter", "Registrer"],
    ["Esc", "Lukk"],
    ["?", "Denne oversikten"],
  ] as ReadonlyArray<readonly [key: string, what: string]>,
};
