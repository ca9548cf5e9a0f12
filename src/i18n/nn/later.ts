import type { Words } from "../words.ts";

export const later: Words["later"] = {
  unknown: "Sida finst ikkje",
};
