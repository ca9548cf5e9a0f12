// Alt+J takes the only one of the journal's list who is shown, or leads to the first of several (DSN2). By the key's place: with Alt
// held some keyboards type another sign.
import { useEffect, useEffectEvent, useRef, type RefObject } from "react";
import type { KnownPerson } from "#core/ward/snapshot.ts";
import type { InSnapshot } from "#projections/in-snapshot.ts";

/** `isOfNow`: they were found by what stands in the form, and not by letters that have changed since. */
export const useAltJ = (found: ReadonlyArray<InSnapshot>, isOfNow: boolean, fill: (person: KnownPerson) => void): RefObject<HTMLElement | null> => {
  const list = useRef<HTMLElement>(null);
  const press = useEffectEvent(() => {
    const [first, other] = found;
    if (first !== undefined && other === undefined && isOfNow) fill(first.person);
    else list.current?.querySelector("button")?.focus();
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (event.code !== "KeyJ" || !event.altKey || event.ctrlKey || event.metaKey || event.repeat) return;
      event.preventDefault();
      press();
    };
    document.addEventListener("keydown", hear);
    return () => document.removeEventListener("keydown", hear);
  }, []);
  return list;
};
