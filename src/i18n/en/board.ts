import type { Words } from "../words.ts";

export const board: Words["board"] = {
  disagreement: "Devices disagree",
  wallTitle: "Wall screen",
};
