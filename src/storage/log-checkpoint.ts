/**
 * The sealed checkpoint: folded state that spares the next start from reading the whole log.
 *
 * - CKP1 What was saved is loaded, part by part, by the fold version that made it, and by no other.
 * - CKP2 One changed byte, or a part of another checkpoint put in, and there is no checkpoint.
 * - CKP3 A checkpoint that holds more than the store does is none.
 * - CKP4 When the disk is full it is let go: it can be made anew, a record cannot.
 */
import { ivLength } from "#core/log/envelope.ts";
import type { Checkpoint, WardLog } from "#core/log/port.ts";
import type { RandomBytes } from "./keys/key-ring.ts";
import type { RecordStore, SealedCheckpoint } from "./record-store.ts";
import { openPart, sealPart, type WardKeys } from "./sealing.ts";

export interface CheckpointDesk {
  readonly store: RecordStore;
  readonly keys: WardKeys;
  readonly random: RandomBytes;
}

export const saveCheckpoint = async ({ store, keys, random }: CheckpointDesk, checkpoint: Checkpoint): Promise<void> => {
  const { upTo, foldVersion } = checkpoint;
  const about = aboutOf(keys, checkpoint);
  const parts = await Promise.all(checkpoint.parts.map((part) => sealPart(part, about, random(ivLength), keyOf(keys))));
  const saved = await store.saveCheckpoint({ upTo, foldVersion, parts });
  if (!saved.ok && saved.error.type !== "DiskFull") throw new Error(`the checkpoint was not saved: ${saved.error.type}`);
};

export const loadCheckpoint = async ({ store, keys }: CheckpointDesk, foldVersion: string): ReturnType<WardLog["loadCheckpoint"]> => {
  const checkpoint = await store.loadCheckpoint();
  if (checkpoint === null || checkpoint.foldVersion !== foldVersion) return null;
  const { lastPlace } = await store.state();
  if (checkpoint.upTo > lastPlace) return null;
  const about = aboutOf(keys, checkpoint);
  const texts = await Promise.all(checkpoint.parts.map(async (part) => [part.name, await openPart(part, about, keyOf(keys))] as const));
  if (texts.some(([, text]) => text === null)) return null;
  const textByName = new Map(texts);
  return {
    upTo: checkpoint.upTo,
    part: async (name) => {
      const text = textByName.get(name) ?? null;
      return text === null ? undefined : (JSON.parse(text) as unknown);
    },
  };
};

/** What every part of one checkpoint is sealed to, its number of parts included: none can be left out or put in. */
const aboutOf = (keys: WardKeys, { upTo, foldVersion, parts }: Pick<SealedCheckpoint, "upTo" | "foldVersion"> & { readonly parts: ReadonlyArray<unknown> }): unknown =>
  [keys.ward, foldVersion, upTo, parts.length];

const keyOf = (keys: WardKeys): CryptoKey => {
  const epoch = keys.epochs.get(keys.epoch);
  if (epoch === undefined) throw new Error("the ring lacks the key of its own epoch");
  return epoch.checkpoints;
};
