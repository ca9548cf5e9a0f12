/**
 * Whether the browser has promised to keep the book when the disk runs short.
 *
 * - PRM1 Nothing is promised until the browser says so; a browser that cannot promise is told as such.
 */
import { useCallback, useEffect, useState } from "react";

export type Kept = "unknown" | "promised" | "notPromised" | "refused" | "cannot";

export type KeepingStorage = Partial<Pick<StorageManager, "persisted" | "persist">>;

export const readKept = async (storage: KeepingStorage | undefined): Promise<Kept> => {
  if (storage?.persisted === undefined) return "cannot";
  return (await storage.persisted()) ? "promised" : "notPromised";
};

export const askToKeep = async (storage: KeepingStorage | undefined): Promise<Kept> => {
  if (storage?.persist === undefined) return "cannot";
  return (await storage.persist()) ? "promised" : "refused";
};

/** An insecure address has no storage manager at all, whatever TypeScript's DOM says. */
const platformStorage = (): KeepingStorage | undefined => ("storage" in navigator ? navigator.storage : undefined);

export const useKept = (): { readonly kept: Kept; readonly ask: () => Promise<void> } => {
  const [kept, setKept] = useState<Kept>("unknown");
  useEffect(() => {
    void readKept(platformStorage()).then(setKept);
  }, []);
  const ask = useCallback(async () => setKept(await askToKeep(platformStorage())), []);
  return { kept, ask };
};
