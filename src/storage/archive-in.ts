/**
 * An archive's lines, gathered, and proved in a store of memory before anything of them may come near the real one.
 *
 * - ARI1 Only a whole archive is given out: manifest, keys, records, and an end whose counts and hash fit them.
 * - ARI2 What is said to be proved was: seal, id and signature of each record, and the heads that come of it beside those of the manifest.
 * - ARI3 A record that cannot be proved is counted and lies aside; it does not take the others with it.
 * - ARI4 A stamp far ahead of our clock is named with its device, and not followed.
 */
import { observe } from "#core/log/hlc.ts";
import { readEvent } from "#core/log/read-event.ts";
import type { DeviceId, Head, SealedRecord } from "#core/log/record.ts";
import { err, ok, type Result } from "#core/result.ts";
import type { EpochMs } from "#core/time.ts";
import { sortArrivals } from "./admission.ts";
import { readFirstLine, readLine, type ArchiveEnd, type ArchiveKeys, type ArchiveManifest } from "./archive-lines.ts";
import { idsHash } from "./archive-out.ts";
import { everyFlaw } from "./archive-source.ts";
import { openMemoryRecordStore } from "./memory-record-store.ts";
import { epochKeys, openBody, type WardKeys } from "./sealing.ts";

export type ContentFault = { readonly type: "NotOurs" } | { readonly type: "Newer" } | { readonly type: "Damaged" };

export interface ArchiveContents {
  readonly manifest: ArchiveManifest;
  readonly keys: ArchiveKeys;
  readonly records: ReadonlyArray<SealedRecord>;
  /** Lay aside where the archive was made. */
  readonly aside: ReadonlyArray<SealedRecord>;
  readonly unreadable: number;
}

export interface ArchiveGathering {
  /** Takes one line; a fault ends the reading. */
  readonly take: (line: string) => ContentFault | null;
  readonly finish: () => Promise<Result<ArchiveContents, ContentFault>>;
}

const damaged: ContentFault = { type: "Damaged" };

export const gatherArchive = (): ArchiveGathering => {
  let manifest: ArchiveManifest | null = null;
  let keys: ArchiveKeys | null = null;
  let end: ArchiveEnd | null = null;
  const records: SealedRecord[] = [];
  const aside: SealedRecord[] = [];
  return {
    take: (text) => {
      if (end !== null) return damaged;
      const line = manifest === null ? readFirstLine(text) : readLine(text);
      switch (line.is) {
        case "manifest":
          manifest = line.manifest;
          return null;
        case "keys":
          if (keys !== null) return damaged;
          keys = line.keys;
          return null;
        case "record":
          records.push(line.record);
          return null;
        case "aside":
          aside.push(line.record);
          return null;
        case "end":
          end = line.end;
          return null;
        case "other":
          return null;
        case "notOurs":
          return { type: "NotOurs" };
        case "newer":
          return { type: "Newer" };
        case "damaged":
          return damaged;
      }
    },
    finish: async () => {
      if (manifest === null || keys === null || end === null) return err(damaged);
      const isWhole = end.records === records.length && end.aside === aside.length && end.ids === (await idsHash(records.map(({ id }) => id)));
      return isWhole ? ok({ manifest, keys, records, aside, unreadable: end.unreadable }) : err(damaged);
    },
  };
};

export interface Proof {
  readonly proved: number;
  readonly of: number;
  /** Every head of the manifest was reached. */
  readonly isWhole: boolean;
  readonly drifts: ReadonlyArray<{ readonly device: DeviceId; readonly aheadMs: number }>;
  /** Letters that devices of this ward give their numbers with. */
  readonly letters: ReadonlySet<string>;
}

const batch = 500;

export const wardKeysOf = async ({ manifest: { ward }, keys: { epochs } }: ArchiveContents): Promise<WardKeys> => ({
  ward,
  epochs: new Map(await Promise.all(epochs.map(async ({ epoch, key }) => [epoch, await epochKeys(key, epoch)] as const))),
  epoch: epochs.at(-1)?.epoch ?? epochs[0].epoch,
});

/** `onProved` is told how far it has come. */
export const proveArchive = async (contents: ArchiveContents, keys: WardKeys, nowMs: EpochMs, onProved: (records: number) => void): Promise<Proof> => {
  const { manifest, records } = contents;
  const store = openMemoryRecordStore();
  await store.own({ ward: manifest.ward, device: manifest.device });
  const gate = { store, keys, deviceKeys: new Map<DeviceId, CryptoKey>() };
  for (let at = 0; at < records.length; at += batch) {
    const sorted = await sortArrivals(gate, records.slice(at, at + batch));
    await store.admit({ ...sorted, clock: null });
    onProved(Math.min(at + batch, records.length));
  }
  const { holds } = await store.state();
  const isReached = ({ device, seq, id }: Head): boolean => holds.some(({ head }) => head?.device === device && head.seq === seq && head.id === id);
  return {
    proved: holds.reduce((sum, { held }) => sum + held, 0),
    of: records.length,
    isWhole: manifest.heads.every(isReached) && (await store.countAside(everyFlaw)) === 0,
    drifts: holds.flatMap(({ device, hlc }) => {
      const { drift } = observe(null, hlc, nowMs);
      return drift === null ? [] : [{ device, aheadMs: drift.aheadMs }];
    }),
    letters: await lettersIn(records, keys),
  };
};

const lettersIn = async (records: ReadonlyArray<SealedRecord>, keys: WardKeys): Promise<ReadonlySet<string>> => {
  const firsts = await Promise.all(records.filter(({ header }) => header.seq === 1).map((record) => openBody(record, keys)));
  return new Set(firsts.flatMap((body) => {
    const event = body.ok ? readEvent(body.value.event) : null;
    return event?.type === "v1.DeviceJoined" ? [event.letter] : [];
  }));
};
