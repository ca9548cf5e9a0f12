/**
 * What holds an update back, in any tab of this browser: each reason is a shared lock while it lasts, and an update is
 * taken only by who gets all of them alone (held.ts). A tab that is gone holds nothing.
 *
 * - UHD2 A reason that is held twice is held until both are over.
 */
import { useEffect } from "react";

/** In the order in which they are told. */
export const holdKinds = ["draft", "import", "saving", "downtime"] as const;
export type HoldKind = (typeof holdKinds)[number];

type HoldLocks = Pick<LockManager, "request" | "query">;

export const locksHere = (): HoldLocks | null => (typeof navigator === "object" && "locks" in navigator ? navigator.locks : null);

const counts = new Map<HoldKind, number>();
const releases = new Map<HoldKind, () => void>();
const listeners = new Set<() => void>();
export const lockOf = (kind: HoldKind): string => `vaktbok-holds-${kind}`;

const changed = (kind: HoldKind, by: 1 | -1): void => {
  const before = counts.get(kind) ?? 0;
  counts.set(kind, before + by);
  if (before === 0) share(kind);
  else if (before + by === 0) {
    releases.get(kind)?.();
    releases.delete(kind);
  }
  if (before === 0 || before + by === 0) for (const listener of listeners) listener();
};

const share = (kind: HoldKind): void => {
  const over = new Promise<void>((release) => releases.set(kind, release));
  void locksHere()?.request(lockOf(kind), { mode: "shared" }, () => over);
};

/** The answer ends it, once. */
export const hold = (kind: HoldKind): (() => void) => {
  let isOver = false;
  changed(kind, 1);
  return () => {
    if (isOver) return;
    isOver = true;
    changed(kind, -1);
  };
};

export const useHold = (kind: HoldKind, isHeld: boolean): void => useEffect(() => (isHeld ? hold(kind) : undefined), [kind, isHeld]);

export const heldHere = (): HoldKind | null => holdKinds.find((kind) => (counts.get(kind) ?? 0) > 0) ?? null;

/** This tab holds it now. */
export const isHeldHere = (kind: HoldKind): boolean => releases.has(kind);

export const onHoldsChanged = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
