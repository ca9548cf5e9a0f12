/**
 * The key ring on disk: one file, sealed under the unlock key with AES-256-GCM.
 * Bytes: "VBR", version 1, iv (12), sealed JSON; the first four bytes are vouched for by the seal.
 *
 * - RNG1 A ring is saved and loaded unchanged.
 * - RNG2 Without its unlock key, or with one byte changed, it does not open: "Damaged", never half a ring.
 * - RNG3 A ring file of a newer program is "Newer", and is left alone.
 */
import { ivLength, type Bytes } from "#core/log/envelope.ts";
import { err, ok, type Result } from "#core/result.ts";
import type { KeyRing, RandomBytes } from "./key-ring.ts";
import { readRing, ringText } from "./ring-text.ts";
import type { SecretFault, SecretFiles } from "./secret-files.ts";
import { unlockKeyLength, type UnlockDoor } from "./unlock-door.ts";

export type RingFault = SecretFault | { readonly type: "Damaged" } | { readonly type: "Newer" };

export const ringFileName = "ring.key";
const mark = [0x56, 0x42, 0x52];
const version = 1;
const headLength = mark.length + 1;

/** null: there has never been one, or it was shredded. */
export const loadKeyRing = async (files: SecretFiles, door: UnlockDoor): Promise<Result<KeyRing | null, RingFault>> => {
  const file = await files.read(ringFileName);
  if (!file.ok) return file;
  if (file.value === null) return ok(null);
  const head = file.value.slice(0, headLength);
  if (file.value.length < headLength + ivLength || !mark.every((byte, at) => head[at] === byte)) return err({ type: "Damaged" });
  if (Number(head[mark.length]) > version) return err({ type: "Newer" });
  const unlockKey = await door.open();
  if (!unlockKey.ok) return unlockKey;
  if (unlockKey.value === null) return err({ type: "Damaged" });
  const ring = await openRing(file.value, unlockKey.value);
  return ring === null ? err({ type: "Damaged" }) : ok(ring);
};

/** The door first: a ring without its door is lost, a door without a ring is nothing. */
export const saveKeyRing = async (files: SecretFiles, door: UnlockDoor, ring: KeyRing, random: RandomBytes): Promise<Result<null, SecretFault>> => {
  const known = await door.open();
  const unlockKey = known.ok && known.value !== null ? known.value : random(unlockKeyLength);
  const put = await door.put(unlockKey);
  if (!put.ok) return put;
  const head = new Uint8Array([...mark, version]);
  const iv = random(ivLength);
  const plain = new TextEncoder().encode(ringText(ring));
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: head }, await importUnlockKey(unlockKey, "encrypt"), plain);
  plain.fill(0);
  return files.write(ringFileName, new Uint8Array([...head, ...iv, ...new Uint8Array(sealed)]));
};

const openRing = async (file: Bytes, unlockKey: Bytes): Promise<KeyRing | null> => {
  const head = file.slice(0, headLength);
  const iv = file.slice(headLength, headLength + ivLength);
  try {
    const key = await importUnlockKey(unlockKey, "decrypt");
    const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData: head }, key, file.slice(headLength + ivLength));
    return readRing(JSON.parse(new TextDecoder().decode(plain)));
  } catch {
    // WebCrypto says "it does not open" by throwing. The caller is told, and keeps the file.
    return null;
  }
};

const importUnlockKey = (key: Bytes, use: "encrypt" | "decrypt"): Promise<CryptoKey> =>
  crypto.subtle.importKey("raw", key, "AES-GCM", false, [use]);
