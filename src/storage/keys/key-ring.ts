/**
 * Everything secret that this device holds: who it is, what it signs with, what its ward seals with.
 *
 * - RING1 Two rings never share a ward, a device or a key, unless one was invited to the other's ward.
 * - RING2 A ring made after a store was emptied keeps the former ward's keys: copies of its records may lie elsewhere.
 * - RING3 A drill's temporary numbers start with XX, so that nobody takes them for a patient's.
 */
import { hexOf } from "#core/hex.ts";
import type { Bytes } from "#core/log/envelope.ts";
import type { DeviceId, WardId } from "#core/log/record.ts";
import { deviceLetterFrom, drillCode, wardCodeFrom } from "#core/visit/temporary-number.ts";
import { fromBase64Url } from "../base64url.ts";

export type Profile = "real" | "drill";
export type RandomBytes = (count: number) => Bytes;

/** A ward's key of one epoch. */
interface EpochKey {
  readonly epoch: number;
  readonly key: Bytes;
}

export interface KeyRing {
  readonly ward: WardId;
  readonly device: DeviceId;
  readonly wardCode: string;
  readonly letter: string;
  /** Ed25519, PKCS#8. */
  readonly signKey: Bytes;
  /** Ed25519, raw. */
  readonly verifyKey: Bytes;
  /** The last one is used for writing. At least one. */
  readonly epochs: readonly [EpochKey, ...ReadonlyArray<EpochKey>];
  readonly former: ReadonlyArray<FormerWard>;
}

interface FormerWard {
  readonly ward: WardId;
  readonly device: DeviceId;
  readonly epochs: ReadonlyArray<EpochKey>;
}

/** What a device is told when it joins a ward that is there already. */
export interface Invitation {
  readonly ward: WardId;
  readonly wardCode: string;
  readonly letter: string;
  readonly epochs: KeyRing["epochs"];
}

export const makeKeyRing = async (profile: Profile, random: RandomBytes, invitation: Invitation | null, old: KeyRing | null): Promise<KeyRing> => {
  const signKey = new Uint8Array([...pkcs8Head, ...random(32)]);
  const { ward, wardCode, letter, epochs } = invitation ?? newWard(profile, random);
  return {
    ward,
    wardCode,
    letter,
    epochs,
    device: hexOf(random(16)) as DeviceId, // Made here and nowhere else.
    signKey,
    verifyKey: await publicKey(signKey),
    former: formerOf(old, ward),
  };
};

/** A device that goes on in its own ward leaves no former book behind. */
const formerOf = (old: KeyRing | null, ward: WardId): KeyRing["former"] => {
  if (old === null) return [];
  return old.ward === ward ? old.former : [...old.former, { ward: old.ward, device: old.device, epochs: old.epochs }];
};

const newWard = (profile: Profile, random: RandomBytes): Invitation => {
  const [high = 0, low = 0, letter = 0] = random(3);
  return {
    ward: hexOf(random(16)) as WardId, // Made here and nowhere else.
    wardCode: profile === "drill" ? drillCode : wardCodeFrom(high * 256 + low),
    letter: deviceLetterFrom(letter),
    epochs: [{ epoch: 1, key: random(32) }],
  };
};

/** What stands before the 32 secret bytes of an Ed25519 key in PKCS#8 (RFC 8410 §7). */
const pkcs8Head = [0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20];

/** WebCrypto gives a public key from a private one only by way of JWK. */
const publicKey = async (signKey: Bytes): Promise<Bytes> => {
  const key = await crypto.subtle.importKey("pkcs8", signKey, "Ed25519", true, ["sign"]);
  const { x = "" } = await crypto.subtle.exportKey("jwk", key);
  const bytes = fromBase64Url(x);
  if (bytes === null) throw new Error("the platform gave a public key that is not base64url");
  return bytes;
};

