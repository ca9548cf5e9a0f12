// Every page of the public surface: where it is, what it is called, and which key leads there.
import type { Words } from "#i18n/words.ts";

export interface Place {
  readonly path: string;
  readonly word: Extract<keyof Words["frame"], "board" | "newPatient" | "calls" | "lead" | "recovery" | "downtime" | "devices" | "ready" | "drill" | "arrivalsFile" | "print" | "display" | "notice" | "settings">;
}

export const mainPlaces = [
  { path: "/", word: "board" },
  { path: "/intake", word: "newPatient" },
  { path: "/lead", word: "lead" },
  { path: "/recovery", word: "recovery" },
] as const satisfies ReadonlyArray<Place>;

export const morePlaces = [
  { path: "/calls", word: "calls" },
  { path: "/downtime", word: "downtime" },
  { path: "/drill", word: "drill" },
  { path: "/import", word: "arrivalsFile" },
  { path: "/print", word: "print" },
  { path: "/display", word: "display" },
  { path: "/notice", word: "notice" },
  { path: "/devices", word: "devices" },
  { path: "/ready", word: "ready" },
  { path: "/settings", word: "settings" },
] as const satisfies ReadonlyArray<Place>;
