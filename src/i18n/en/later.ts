import type { Words } from "../words.ts";

export const later: Words["later"] = {
  unknown: "There is no such page",
};
