import type { Words } from "../words.ts";

export const levels: Words["levels"] = {
  untriaged: "Ikkje vurdert",
  levelWord: (level) => `Grad ${level}`,
  limit: (min) => (min === 0 ? "straks" : `innan ${min} min`),
  red: "raud",
  orange: "oransje",
  yellow: "gul",
  green: "grøn",
  blue: "blå",
  white: "kvit",
};
