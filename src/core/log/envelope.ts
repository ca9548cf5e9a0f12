/**
 * The bytes of the envelope: what is vouched for, hashed and signed. Hashing and signing themselves are done outside.
 * docs/formats/record.v1.md says the same in words, with an example.
 *
 * - ENV1 The header's bytes are canonical JSON of its eight fields, and reading them gives the header back.
 * - ENV2 A header that is not exactly v1 is no header: nothing is guessed, nothing extra is let in.
 * - ENV3 The id is made over the length and bytes of the header, the iv and the sealed body: nothing can move between them.
 * - ENV4 The signature is made over the id under a name of its own, so that it cannot stand for anything else.
 */
import { bytesOfHex } from "../hex.ts";
import { canonicalJson } from "./canonical-json.ts";
import { readStamp } from "./hlc.ts";
import type { DeviceId, Head, RecordHeader, RecordId, SeenVector, Stamp, WardId } from "./record.ts";

export type Bytes = Uint8Array<ArrayBuffer>;

export const ivLength = 12;

export const headerText = (header: RecordHeader): string => {
  const { v, ward, device, seq, hlc, epoch, prev, seen } = header;
  return canonicalJson({ v, ward, device, seq, hlc, epoch, prev, seen });
};

/** Every value of a header is plain ASCII, so a character is a byte. */
export const headerBytes = (header: RecordHeader): Bytes => asciiBytes(headerText(header));

export const readHeader = (raw: unknown): RecordHeader | null => {
  if (!isObject(raw) || Object.keys(raw).length !== 8) return null;
  const { v, ward, device, seq, hlc, epoch, prev, seen } = raw;
  if (v !== 1 || !isName(ward) || !isName(device) || !isCount(seq) || !isCount(epoch) || !isHash(seen)) return null;
  if (typeof hlc !== "string" || readStamp(hlc) === null) return null;
  if (seq === 1 ? prev !== null : !isHash(prev)) return null;
  // Each was checked just now: a header is a parsed border.
  return { v, ward: ward as WardId, device: device as DeviceId, seq, hlc: hlc as Stamp, epoch, prev: prev as RecordId | null, seen };
};

export const idPreimage = (header: Bytes, iv: Bytes, sealed: Bytes): Bytes => {
  const bytes = new Uint8Array(4 + header.length + iv.length + sealed.length);
  new DataView(bytes.buffer).setUint32(0, header.length);
  bytes.set(header, 4);
  bytes.set(iv, 4 + header.length);
  bytes.set(sealed, 4 + header.length + iv.length);
  return bytes;
};

export const signaturePreimage = (id: RecordId): Bytes => {
  const name = asciiBytes("vaktbok/record/v1\n");
  const bytes = new Uint8Array(name.length + 32);
  bytes.set(name);
  bytes.set(bytesOfHex(id), name.length);
  return bytes;
};

/** What `seen` in the header is the hash of: the heads of other devices that the writer held. */
export const seenPreimage = (heads: ReadonlyArray<Head>): Bytes =>
  asciiBytes(canonicalJson(byDevice(heads).map(({ device, seq, id }) => [device, seq, id])));

/** The same heads as they stand in the body. */
export const seenVector = (heads: ReadonlyArray<Head>): SeenVector =>
  byDevice(heads).map(({ device, seq }) => [device, seq] as const);

const byDevice = (heads: ReadonlyArray<Head>): ReadonlyArray<Head> => [...heads].sort((a, b) => (a.device < b.device ? -1 : 1));

const isObject = (raw: unknown): raw is Readonly<Record<string, unknown>> => typeof raw === "object" && raw !== null && !Array.isArray(raw);
const isName = (raw: unknown): raw is string => typeof raw === "string" && /^[\w-]{1,64}$/.test(raw);
const isCount = (raw: unknown): raw is number => Number.isSafeInteger(raw) && Number(raw) >= 1;
const isHash = (raw: unknown): raw is string => typeof raw === "string" && /^[0-9a-f]{64}$/.test(raw);

const asciiBytes = (text: string): Bytes => {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 0x7f) throw new Error("a header holds plain ASCII only");
    bytes[at] = code;
  }
  return bytes;
};
