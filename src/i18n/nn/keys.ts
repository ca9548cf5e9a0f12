import type { Words } from "../words.ts";

export const keys: Words["keys"] = {
  title: "Tastatur",
  rows: [
    ["N", "Ny pasient"],
    ["K", "Tavla"],
    ["R", "Tilbakeføring"],
    ["/", "Finn på tavla"],
    ["J / L", "Neste og førre rad"],
    ["1–5", "Set hastegrad på rada, i skjemaet hastegrad"],
    ["Enter", "Opne rada, ein gong til opnar kontakten"],
    ["C", "Kall inn rada"],
    ["S", "Set rada som under behandling"],
    ["Z", "Angre det siste"],
    ["Ctrl + Enter", "Registrer"],
    ["Esc", "Lukk"],
    ["?", "Denne oversikta"],
  ],
};
