// The state of the backups by themselves, for pages.
import { useSyncExternalStore } from "react";
import { useApp } from "../app-context.tsx";
import type { Backups, BackupState } from "./backups.ts";

const never = (): (() => void) => () => undefined;
const cannot: BackupState = { is: "cannot" };

export const useBackups = (): { readonly backups: Backups | null; readonly state: BackupState } => {
  const { book } = useApp();
  const backups = book.is === "open" ? (book.backups ?? null) : null;
  const state = useSyncExternalStore(backups?.subscribe ?? never, backups?.state ?? (() => cannot));
  return { backups, state };
};
