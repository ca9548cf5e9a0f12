// What was copied last, and what to do where the browser does not let a page copy.
import { useState } from "react";

export interface Copying {
  /** The name it was copied under; null when nothing was. */
  readonly copied: string | null;
  readonly failed: boolean;
  readonly copy: (what: string, value: string) => Promise<void>;
}

export const useCopy = (): Copying => {
  const [last, setLast] = useState<{ readonly what: string; readonly isThere: boolean } | null>(null);
  const copy = async (what: string, value: string): Promise<void> => setLast({ what, isThere: await write(value) });
  return { copied: last?.isThere === true ? last.what : null, failed: last?.isThere === false, copy };
};

/** An insecure address has no clipboard, whatever TypeScript's DOM says. */
const write = async (value: string): Promise<boolean> => {
  if (!("clipboard" in navigator)) return false;
  return navigator.clipboard.writeText(value).then(() => true, () => false);
};
