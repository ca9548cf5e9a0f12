/**
 * Whether anything in any tab of this browser holds an update back, and the update when nothing does. No start needs it.
 *
 * - UHD1 While one tab holds a reason, no tab takes an update; the first reason found is told, and whether it is here.
 * - UHD3 Where tabs cannot ask each other, this tab's own reasons hold all the same.
 */
import { useEffect, useState, useSyncExternalStore } from "react";
import { heldHere, holdKinds, isHeldHere, locksHere, lockOf, onHoldsChanged, type HoldKind } from "./holds.ts";

export interface Held {
  readonly by: HoldKind;
  readonly where: "here" | "elsewhere";
}

/** Does the work when nothing holds it back, and answers what held it back, or null. A reload touches this tab alone: "here". */
export const whenNothingHolds = async (where: "here" | "anywhere", work: () => Promise<void>): Promise<Held | null> => {
  const by = heldHere();
  if (by !== null) return { by, where: "here" };
  const locks = where === "here" ? null : locksHere();
  const alone = async ([kind, ...rest]: ReadonlyArray<HoldKind>): Promise<Held | null> => {
    if (kind === undefined || locks === null) {
      await work();
      return null;
    }
    return locks.request(lockOf(kind), { ifAvailable: true }, async (lock): Promise<Held | null> => (lock === null ? { by: kind, where: "elsewhere" } : alone(rest)));
  };
  return alone(holdKinds);
};

const elsewhere = async (): Promise<HoldKind | null> => {
  const { held = [] } = (await locksHere()?.query()) ?? {};
  return holdKinds.find((kind) => held.filter(({ name }) => name === lockOf(kind)).length > (isHeldHere(kind) ? 1 : 0)) ?? null;
};

/** Locks tell nobody when they change. */
const lookEveryMs = 1_000;

/** What holds an update back now; other tabs are looked at only while somebody wants to know. */
export const useHeld = (isAsked: boolean): Held | null => {
  const here = useSyncExternalStore(onHoldsChanged, heldHere);
  const [other, setOther] = useState<HoldKind | null>(null);
  useEffect(() => {
    if (!isAsked) return undefined;
    const look = (): void => void elsewhere().then(setOther);
    look();
    const timer = setInterval(look, lookEveryMs);
    return () => clearInterval(timer);
  }, [isAsked]);
  if (here !== null) return { by: here, where: "here" };
  return other === null ? null : { by: other, where: "elsewhere" };
};
