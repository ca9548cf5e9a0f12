/**
 * From the code on paper to an age key pair, always the same: the private half is drawn from the code with HKDF-SHA256 and
 * lives as long as the call; the public half is what archives are sealed to.
 *
 * - RKY1 The same code gives the same key for ever, and another code another key.
 * - RKY2 The key is an ordinary age identity: stock `age` opens with it what was sealed here.
 */
import { identityToRecipient } from "age-encryption";
import { bech32 } from "./bech32.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** `secret`: the 16 bytes of the code. Answers `AGE-SECRET-KEY-1…`. */
export const recoveryIdentity = async (secret: Bytes): Promise<string> => {
  const root = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveBits"]);
  const info = new TextEncoder().encode("vaktbok/recovery/v1");
  const bits = await crypto.subtle.deriveBits({ name: "HKDF", hash: "SHA-256", salt: new Uint8Array(0), info }, root, 256);
  return bech32("age-secret-key-", new Uint8Array(bits)).toUpperCase();
};

export const recoveryRecipient = async (secret: Bytes): Promise<string> => identityToRecipient(await recoveryIdentity(secret));
