// How well what is saved is kept on this device, as it is now.
import { useSyncExternalStore } from "react";
import type { Care } from "#core/log/port.ts";
import { useApp } from "./app-context.tsx";

const noCare = (): null => null;
const never = (): (() => void) => () => undefined;

/** null while the book is not open. It can change with every save, and when both copies were looked through. */
export const useCare = (): Care | null => {
  const { book } = useApp();
  const open = book.is === "open" ? book : null;
  return useSyncExternalStore(open?.feed.subscribe ?? never, open?.care ?? noCare);
};
