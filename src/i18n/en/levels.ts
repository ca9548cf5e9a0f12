import type { Words } from "../words.ts";

export const levels: Words["levels"] = {
  untriaged: "Not triaged",
  levelWord: (level) => `Level ${level}`,
  limit: (min) => (min === 0 ? "at once" : `within ${min} min`),
  red: "red",
  orange: "orange",
  yellow: "yellow",
  green: "green",
  blue: "blue",
  white: "white",
};
