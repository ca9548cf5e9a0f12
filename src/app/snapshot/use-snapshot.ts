/**
 * The newest list of who was in the house, fetched from the log when somebody is looked for, and once for all who look.
 *
 * - USN2 A list that does not open is said not to, and is asked for again by the next page that looks.
 * - USN1 Nothing is fetched before a page asks; a newer list takes its place as soon as it is here, and no other does.
 */
import { useEffect, useState } from "react";
import type { RecordId } from "#core/log/record.ts";
import type { EpochMs } from "#core/time.ts";
import { readPeople } from "#core/ward/snapshot.ts";
import type { Ward } from "#core/ward/ward.ts";
import { snapshotCards, type SnapshotCard } from "#projections/in-snapshot.ts";
import { useApp, useWardState } from "../app-context.tsx";
import type { WardFeed } from "../ward-feed.ts";

export interface OpenSnapshot {
  readonly asOfMs: EpochMs;
  readonly cards: ReadonlyArray<SnapshotCard>;
}

type Lies = NonNullable<Ward["snapshot"]>;

export const useSnapshot = (isWanted: boolean): OpenSnapshot | "unread" | null => {
  const { book } = useApp();
  const { snapshot } = useWardState().ward;
  const feed = book.is === "open" ? book.feed : null;
  const [read, setRead] = useState<{ readonly id: RecordId; readonly cards: ReadonlyArray<SnapshotCard> | null } | null>(null);
  useEffect(() => {
    if (!isWanted || feed === null || snapshot === null || snapshot.value.count === 0) return;
    let isHere = true;
    void cardsOf(feed, snapshot).then((cards) => {
      if (isHere) setRead({ id: snapshot.by.id, cards });
    });
    return () => { isHere = false; };
  }, [feed, snapshot, isWanted]);
  if (snapshot === null || read?.id !== snapshot.by.id) return null;
  return read.cards === null ? "unread" : { asOfMs: snapshot.value.asOfMs, cards: read.cards };
};

interface Kept {
  readonly id: RecordId;
  readonly cards: Promise<ReadonlyArray<SnapshotCard> | null>;
}

/** The newest of each book, and none before it. */
const kept = new WeakMap<WardFeed, Kept>();

const cardsOf = (feed: WardFeed, { by }: Lies): Kept["cards"] => {
  const known = kept.get(feed);
  if (known?.id === by.id) return known.cards;
  const cards = feed.readOne(by).then(
    (record) => (record?.event.type === "v1.SnapshotTaken" ? snapshotCards(readPeople(record.event.people)) : null),
    () => null,
  );
  kept.set(feed, { id: by.id, cards });
  void cards.then((read) => {
    if (read === null && kept.get(feed)?.cards === cards) kept.delete(feed);
  });
  return cards;
};
