/**
 * What the door's page must know of the ward before the book is open: its name, its scale, its reasons. Nothing of a patient.
 * A hint only: the book is right, and the form is drawn anew from it.
 */
import type { WardSettings } from "#core/ward/events.ts";
import type { Profile } from "./app-context.tsx";
import { here } from "./place.ts";

export type ShellHint = Pick<WardSettings, "name" | "reasons"> & { readonly scale: string };

const keyOf = (profile: Profile): string => `${profile === "drill" ? "vaktbok-shell-drill" : "vaktbok-shell"}${here.mark}`;

export const readHint = (storage: Pick<Storage, "getItem">, profile: Profile): ShellHint | null => {
  try {
    const raw: unknown = JSON.parse(storage.getItem(keyOf(profile)) ?? "null");
    return isHint(raw) ? raw : null;
  } catch {
    return null;
  }
};

/** True when it is another than before. */
export const keepHint = (storage: Pick<Storage, "getItem" | "setItem">, profile: Profile, { name, scale, reasons }: WardSettings): boolean => {
  const text = JSON.stringify({ name, scale, reasons } satisfies ShellHint);
  try {
    if (storage.getItem(keyOf(profile)) === text) return false;
    storage.setItem(keyOf(profile), text);
    return true;
  } catch {
    // Without the hint the next start draws the form of a ward that has chosen nothing, until the book is open.
    return false;
  }
};

const isHint = (raw: unknown): raw is ShellHint => {
  if (typeof raw !== "object" || raw === null || !("name" in raw) || !("scale" in raw) || !("reasons" in raw)) return false;
  const { name, scale, reasons } = raw;
  return typeof name === "string" && typeof scale === "string" && Array.isArray(reasons) && reasons.every((one) => typeof one === "string");
};
