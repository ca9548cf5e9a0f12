/**
 * Seals and opens one record with WebCrypto: AES-256-GCM, HKDF, Ed25519, SHA-256. The same in Node and in browsers.
 *
 * - SEAL1 What was sealed opens, to the same body.
 * - SEAL2 One changed byte, in header, iv, sealed body or id, and it does not open; in the signature, and it is not true.
 * - SEAL3 The same record, key and iv give the same bytes for ever (the golden files of format v1).
 * - SEAL4 Records and checkpoints are sealed with keys of their own, drawn from the ward's key of that epoch.
 */
import { bodyText, readBody } from "#core/log/body.ts";
import { canonicalJson } from "#core/log/canonical-json.ts";
import { headerBytes, idPreimage, seenPreimage, signaturePreimage, type Bytes } from "#core/log/envelope.ts";
import type { Head, RecordBody, RecordHeader, RecordId, SealedRecord, WardId } from "#core/log/record.ts";
import { err, ok, type Result } from "#core/result.ts";
import type { Flaw, SealedPart } from "./record-store.ts";
import { sha256Hex } from "./sha256.ts";

export interface EpochKeys {
  readonly records: CryptoKey;
  readonly checkpoints: CryptoKey;
}
export interface WardKeys {
  readonly ward: WardId;
  readonly epochs: ReadonlyMap<number, EpochKeys>;
  /** The epoch that new records are sealed with. */
  readonly epoch: number;
}

const utf8 = new TextEncoder();
const readsUtf8 = new TextDecoder();
const aes = "AES-GCM";

/** `key` is the ward's 32 random bytes of this epoch. */
export const epochKeys = async (key: Bytes, epoch: number): Promise<EpochKeys> => {
  const root = await crypto.subtle.importKey("raw", key, "HKDF", false, ["deriveKey"]);
  const draw = (info: string): Promise<CryptoKey> =>
    crypto.subtle.deriveKey(
      { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(0), info: utf8.encode(info) },
      root,
      { name: aes, length: 256 },
      false,
      ["encrypt", "decrypt"],
    );
  return { records: await draw(`vaktbok/record/v1|${epoch}`), checkpoints: await draw("vaktbok/checkpoint/v1") };
};

/** Sealed and named, not yet signed. */
export const sealBody = async (header: RecordHeader, body: RecordBody, iv: Bytes, key: CryptoKey): Promise<Omit<SealedRecord, "signature">> => {
  const additionalData = headerBytes(header);
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: aes, iv, additionalData }, key, utf8.encode(bodyText(body))));
  return { id: await recordId(additionalData, iv, sealed), header, iv, sealed };
};

export const signId = async (id: RecordId, signKey: CryptoKey): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.sign("Ed25519", signKey, signaturePreimage(id)));

export const hasTrueSignature = (record: SealedRecord, verifyKey: CryptoKey): Promise<boolean> =>
  crypto.subtle.verify("Ed25519", verifyKey, record.signature, signaturePreimage(record.id));

export const openBody = async (record: SealedRecord, keys: WardKeys): Promise<Result<RecordBody, Flaw>> => {
  const { header, iv, sealed } = record;
  const key = keys.epochs.get(header.epoch);
  if (key === undefined) return err("UnknownEpoch");
  const additionalData = headerBytes(header);
  // Both at once: on a long log the waiting is what costs.
  const [id, plain] = await Promise.all([recordId(additionalData, iv, sealed), decrypt({ name: aes, iv, additionalData }, key.records, sealed)]);
  if (id !== record.id) return err("WrongId");
  const body = plain === null ? null : readBody(parsed(plain));
  return body === null ? err("WrongSeal") : ok(body);
};

/** `about` says which checkpoint a part belongs to, so that no part can stand in for another. */
export const sealPart = async (part: { readonly name: string; readonly value: unknown }, about: unknown, iv: Bytes, key: CryptoKey): Promise<SealedPart> => {
  const additionalData = utf8.encode(canonicalJson([about, part.name]));
  const plain = utf8.encode(JSON.stringify(part.value) ?? "null");
  return { name: part.name, iv, sealed: new Uint8Array(await crypto.subtle.encrypt({ name: aes, iv, additionalData }, key, plain)) };
};

/** The part's JSON text, or null when it does not open. */
export const openPart = async (part: SealedPart, about: unknown, key: CryptoKey): Promise<string | null> => {
  const additionalData = utf8.encode(canonicalJson([about, part.name]));
  const plain = await decrypt({ name: aes, iv: part.iv, additionalData }, key, part.sealed);
  return plain === null ? null : readsUtf8.decode(plain);
};

/** Whether a record is the one that its id names. Needs no key. */
export const provesItself = async ({ id, header, iv, sealed }: SealedRecord): Promise<boolean> => id === (await recordId(headerBytes(header), iv, sealed));

export const seenHash = async (heads: ReadonlyArray<Head>): Promise<string> => sha256Hex(seenPreimage(heads));

/** Hash over all of a record, its signature too. */
export const recordPrint = async ({ header, iv, sealed, signature, id }: SealedRecord): Promise<string> => {
  const all = idPreimage(headerBytes(header), iv, sealed);
  return sha256Hex(new Uint8Array([...utf8.encode(id), ...all, ...signature]));
};

const recordId = async (header: Bytes, iv: Bytes, sealed: Bytes): Promise<RecordId> =>
  // The one place where this brand is made: the hash is the id.
  (await sha256Hex(idPreimage(header, iv, sealed))) as RecordId;

/** null: the seal is broken. WebCrypto says so by throwing, and says no more. */
const decrypt = async (params: AesGcmParams, key: CryptoKey, sealed: Bytes): Promise<ArrayBuffer | null> => {
  try {
    return await crypto.subtle.decrypt(params, key, sealed);
  } catch {
    return null;
  }
};

const parsed = (plain: ArrayBuffer): unknown => {
  try {
    return JSON.parse(readsUtf8.decode(plain));
  } catch {
    return null;
  }
};
