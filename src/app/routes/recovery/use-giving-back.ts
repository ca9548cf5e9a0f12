/**
 * What was said of giving back, read from the log when somebody gives back, and followed from then on.
 *
 * - UGB1 It is read once for a book; every record that comes afterwards, from here or another device, is in it too.
 * - UGB3 What could not be counted is said, and nothing of it is called back.
 * - UGB2 The items of a visit are made again only when the visit has changed.
 */
import { useEffect, useState, useSyncExternalStore } from "react";
import { isRecovery, noneGivenBack, takenIn, type GivingBack, type RecoveryRecord } from "#core/recovery/giving-back.ts";
import type { Item } from "#core/recovery/item.ts";
import type { VisitFile, WardState } from "#projections/ward-state.ts";
import { useApp, useWardState } from "../../app-context.tsx";
import type { WardFeed } from "../../ward-feed.ts";

interface Followed {
  readonly now: () => GivingBack | null;
  readonly subscribe: (listener: () => void) => () => void;
}

const followed = new WeakMap<WardFeed, Followed>();

const follow = (feed: WardFeed): Followed => {
  const known = followed.get(feed);
  if (known !== undefined) return known;
  const listeners = new Set<() => void>();
  let now: GivingBack | null = null;
  const take = (some: ReadonlyArray<RecoveryRecord>): void => {
    now = takenIn(now ?? noneGivenBack, some);
    for (const listener of listeners) listener();
  };
  // Before the reading: what is written meanwhile comes both ways, and counts once.
  const early: RecoveryRecord[] = [];
  feed.subscribe((placed) => {
    const some = placed.map(({ record }) => record).filter(isRecovery);
    if (some.length === 0) return;
    if (now === null) early.push(...some);
    else take(some);
  });
  void (async () => {
    const read: RecoveryRecord[] = [];
    for await (const batch of feed.read(0)) read.push(...batch.map(({ record }) => record).filter(isRecovery));
    take([...read, ...early]);
  })();
  const made: Followed = { now: () => now, subscribe: (listener) => (listeners.add(listener), () => void listeners.delete(listener)) };
  followed.set(feed, made);
  return made;
};

const noBook: Followed = { now: () => null, subscribe: () => () => undefined };

/** null while it is being read. */
export const useGivingBack = (): GivingBack | null => {
  const { book } = useApp();
  const { subscribe, now } = book.is === "open" ? follow(book.feed) : noBook;
  return useSyncExternalStore(subscribe, now);
};

interface Counted {
  readonly ward: WardState["ward"];
  readonly items: ReadonlyArray<Item>;
}
const counted = new WeakMap<VisitFile, Counted>();

/** By file; a file whose items are not counted yet is not in it. */
export const useItems = (files: ReadonlyArray<VisitFile>): { readonly items: ReadonlyMap<VisitFile, ReadonlyArray<Item>>; readonly hasFailed: boolean } => {
  const { book, outlets, profile } = useApp();
  const { ward, downtimes } = useWardState();
  const [known, setKnown] = useState<ReadonlyMap<VisitFile, ReadonlyArray<Item>>>(new Map());
  const [hasFailed, setHasFailed] = useState(false);
  useEffect(() => {
    if (book.is !== "open") return undefined;
    let isOver = false;
    const count = async (file: VisitFile): Promise<ReadonlyArray<Item>> => {
      const before = counted.get(file);
      if (before?.ward === ward) return before.items;
      const items = await outlets.items({ file, wardId: book.ward, ward, downtimes, isDrill: profile === "drill" });
      counted.set(file, { ward, items });
      return items;
    };
    void (async () => {
      const made = new Map<VisitFile, ReadonlyArray<Item>>();
      for (const file of files) {
        made.set(file, await count(file));
        if (isOver) return;
        if (made.size % filesAtOnce === 0) setKnown(new Map(made));
      }
      setKnown(made);
    })().catch(() => setHasFailed(true));
    return () => {
      isOver = true;
    };
  }, [book, downtimes, files, outlets, profile, ward]);
  return { items: known, hasFailed };
};

/** So many are shown together: a list that is drawn anew for each takes longer to draw than to count. */
const filesAtOnce = 50;
