// What is held of one device after some of its records came in. Both stores count alike because both count here.
import { followChain, type ChainLink } from "#core/log/chain.ts";
import type { DeviceId, SealedRecord, Stamp } from "#core/log/record.ts";
import type { DeviceHold } from "./record-store.ts";

export interface Incoming {
  readonly device: DeviceId;
  readonly before: DeviceHold | null;
  /** Held records of the device from the head's number on. */
  readonly held: ReadonlyArray<ChainLink>;
  /** New ones: none of these ids is held yet, none stands here twice. */
  readonly news: ReadonlyArray<SealedRecord>;
}

export const holdAfter = ({ device, before, held, news }: Incoming): DeviceHold => {
  const head = before?.head ?? null;
  const taken = new Set(held.map(({ seq }) => seq));
  let forks = before?.forks ?? 0;
  let hlc = before?.hlc ?? ("" as Stamp); // Less than every stamp, and never left standing: there is at least one new one.
  for (const { header } of news) {
    // Below the head the chain is whole, so every number there is taken.
    if (taken.has(header.seq) || header.seq <= (head?.seq ?? 0)) forks += 1;
    taken.add(header.seq);
    if (header.hlc > hlc) hlc = header.hlc;
  }
  const links = [...held, ...news.map(toLink)];
  return { device, head: followChain(device, head, links), hlc, held: (before?.held ?? 0) + news.length, forks };
};

export const byDevice = (records: ReadonlyArray<SealedRecord>): ReadonlyMap<DeviceId, ReadonlyArray<SealedRecord>> => {
  const found = new Map<DeviceId, Array<SealedRecord>>();
  for (const record of records) {
    const before = found.get(record.header.device);
    if (before === undefined) found.set(record.header.device, [record]);
    else before.push(record);
  }
  return found;
};

export const toLink = ({ id, header }: Pick<SealedRecord, "id" | "header">): ChainLink => ({ id, seq: header.seq, prev: header.prev });

export const laterStamp = (a: Stamp | null, b: Stamp | null): Stamp | null => {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
};
