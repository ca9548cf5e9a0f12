/**
 * What holds an update back, in any tab of this browser: each reason is a shared lock while it lasts, and an update is
 * taken only by who gets all of them alone. A tab that is gone holds nothing.
 *
 * - UHD1 While one tab holds a reason, no tab takes an update; the first reason found is told, and whether it is here.
 * - UHD2 A reason that is held twice is held until both are over.
 * - UHD3 Where tabs cannot ask each other, this tab's own reasons hold all the same.
 */
import { useEffect, useState, useSyncExternalStore } from "react";

/** In the order in which they are told. */
export const holdKinds = ["draft", "import", "saving", "downtime"] as const;
export type HoldKind = (typeof holdKinds)[number];

export interface Held {
  readonly by: HoldKind;
  readonly where: "here" | "elsewhere";
}

type HoldLocks = Pick<LockManager, "request" | "query">;

const locksHere = (): HoldLocks | null => (typeof navigator === "object" && "locks" in navigator ? navigator.locks : null);

const counts = new Map<HoldKind, number>();
const releases = new Map<HoldKind, () => void>();
const listeners = new Set<() => void>();
const lockOf = (kind: HoldKind): string => `vaktbok-holds-${kind}`;

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

const heldHere = (): HoldKind | null => holdKinds.find((kind) => (counts.get(kind) ?? 0) > 0) ?? null;

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
  return holdKinds.find((kind) => held.filter(({ name }) => name === lockOf(kind)).length > (releases.has(kind) ? 1 : 0)) ?? null;
};

/** Locks tell nobody when they change. */
const lookEveryMs = 1_000;

/** What holds an update back now; other tabs are looked at only while somebody wants to know. */
export const useHeld = (isAsked: boolean): Held | null => {
  const here = useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, heldHere);
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
