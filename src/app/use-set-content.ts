// What lies in a triage set, fetched from the log when a page wants to show it.
import { useEffect, useState } from "react";
import type { LoadedSet, WardTriageSet } from "#core/ward/triage-set.ts";
import { contentOf } from "#projections/triage-set.ts";
import { useApp } from "./app-context.tsx";

export type SetContent = { readonly is: "coming" } | { readonly is: "gone" } | { readonly is: "here"; readonly set: WardTriageSet };

/** Null for none: nothing is fetched, and it stays coming. */
export const useSetContent = (loaded: LoadedSet | null): SetContent => {
  const { book } = useApp();
  const readOne = book.is === "open" ? book.feed.readOne : null;
  const [found, setFound] = useState<{ readonly of: string; readonly set: WardTriageSet | null } | null>(null);
  useEffect(() => {
    if (loaded === null || readOne === null) return undefined;
    let isHere = true;
    void contentOf(loaded, readOne).then((set) => {
      if (isHere) setFound({ of: loaded.by.id, set });
    });
    return () => { isHere = false; };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- a record never changes: its name says which set it is
  }, [loaded?.by.id, readOne]);
  if (found === null || found.of !== loaded?.by.id) return { is: "coming" };
  return found.set === null ? { is: "gone" } : { is: "here", set: found.set };
};
