// Ord om hastegrad som gjelder alle skalaer. Gradenes egne navn står i skalaen selv.
export const levels = {
  untriaged: "Ikke vurdert",
  levelWord: (level: number) => `Grad ${level}`,
  limit: (min: number) => (min === 0 ? "straks" : `innen ${min} min`),
  red: "rød",
  orange: "oransje",
  yellow: "gul",
  green: "grønn",
  blue: "blå",
  white: "hvit",
} as const;
