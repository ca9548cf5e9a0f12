/**
 * A device's records hang on one another: each names the one before it. Here that is checked, and how far it holds.
 *
 * - CHN1 A number that is missing below a held one is a gap: something was withheld or lost.
 * - CHN2 Two records with one number are a fork: a cloned or restored device. Both are named.
 * - CHN3 A record whose `prev` is none of the held records before it hangs on something never seen.
 * - CHN4 A device's records, whole, have no fault, in whatever order and however often they are given.
 * - CHN5 The head is as far as the chain holds from the first record on, whatever lies beyond a gap,
 *        and comes out the same number in whatever order the records came in.
 */
import type { DeviceId, Head, RecordHeader, RecordId } from "./record.ts";

export type ChainLink = { readonly id: RecordId } & Pick<RecordHeader, "seq" | "prev">;

export type ChainFault =
  | { readonly type: "Gap"; readonly fromSeq: number; readonly toSeq: number }
  | { readonly type: "Fork"; readonly seq: number; readonly ids: ReadonlyArray<RecordId> }
  | { readonly type: "WrongPrev"; readonly seq: number; readonly id: RecordId };

/** Faults of one device's records, by number. */
export const chainFaults = (links: ReadonlyArray<ChainLink>): ReadonlyArray<ChainFault> => {
  const bySeq = linksBySeq(links);
  const faults: Array<ChainFault> = [];
  let before = 0;
  for (const [seq, held] of [...bySeq].sort(([a], [b]) => a - b)) {
    if (seq > before + 1) faults.push({ type: "Gap", fromSeq: before + 1, toSeq: seq - 1 });
    if (held.length > 1) faults.push({ type: "Fork", seq, ids: held.map((link) => link.id).sort() });
    const above = bySeq.get(seq - 1);
    // Where the record before is missing, nothing can be said yet.
    const loose = held.filter((link) => (seq === 1 || above !== undefined) && !hangsOn(link, above ?? []));
    faults.push(...loose.map(({ id }) => ({ type: "WrongPrev", seq, id }) as const));
    before = seq;
  }
  return faults;
};

/**
 * The head after some records came in. `links` are all held records of the device from the old head's number on, the
 * new ones among them. Of a fork, the record given first is the head.
 */
export const followChain = (device: DeviceId, head: Head | null, links: ReadonlyArray<ChainLink>): Head | null => {
  const bySeq = linksBySeq(links);
  let reached = head;
  for (let seq = (head?.seq ?? 0) + 1; ; seq += 1) {
    const next = bySeq.get(seq)?.find((link) => hangsOn(link, bySeq.get(seq - 1) ?? []));
    if (next === undefined) return reached;
    reached = { device, seq, id: next.id };
  }
};

const hangsOn = (link: ChainLink, before: ReadonlyArray<ChainLink>): boolean =>
  link.seq === 1 ? link.prev === null : before.some((held) => held.id === link.prev);

const linksBySeq = (links: ReadonlyArray<ChainLink>): ReadonlyMap<number, ReadonlyArray<ChainLink>> => {
  const bySeq = new Map<number, Array<ChainLink>>();
  for (const link of new Map(links.map((each) => [each.id, each])).values()) {
    const held = bySeq.get(link.seq);
    if (held === undefined) bySeq.set(link.seq, [link]);
    else held.push(link);
  }
  return bySeq;
};
