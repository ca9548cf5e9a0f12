// When the drill that lies on this device began: all that the real book's pages may know of it.
import { epochMs, type EpochMs } from "#core/time.ts";

const key = "vaktbok-drill-began";

export const readBegun = (storage: Pick<Storage, "getItem">): EpochMs | null => {
  const startMs = Number(storage.getItem(key) ?? Number.NaN);
  return Number.isSafeInteger(startMs) && startMs > 0 ? epochMs(startMs) : null;
};

export const keepBegun = (storage: Pick<Storage, "setItem">, startMs: EpochMs): void => {
  try {
    storage.setItem(key, String(startMs));
  } catch {
    // Then only the offer to go on with it is missing; the drill's book itself is there.
  }
};
