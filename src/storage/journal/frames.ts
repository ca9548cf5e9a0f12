/**
 * The bytes of the journal, the second copy of the log: a mark, then frame after frame, only ever added to.
 * docs/formats/journal.v1.md says the same in words.
 *
 * - FRM1 What was framed is read back, record by record, in the same order.
 * - FRM2 A damaged frame is skipped and counted; every whole frame before and behind it is still read.
 * - FRM3 A file that was cut anywhere gives every frame that lies whole before the cut.
 * - FRM4 A frame of a kind that this program does not know is stepped over, and is no damage.
 */
import { bytesOfHex, hexOf } from "#core/hex.ts";
import { headerBytes, ivLength, readHeader, type Bytes } from "#core/log/envelope.ts";
import type { RecordId, SealedRecord } from "#core/log/record.ts";
import { crc32 } from "./crc32.ts";
import type { StoreOwner } from "../record-store.ts";

const utf8 = new TextEncoder();

/** Stands at the beginning of the file. */
export const journalMark: Bytes = utf8.encode("VAKTBOK-JOURNAL-1\n");

/** Begins every frame; the second and last byte stand in no text, so that a lost place is soon found again. */
const frameMark = [0x1e, 0xfb, 0x56, 0x4b, 0xfe] as const;
const kinds = { record: 0x52, owner: 0x4f } as const;
/** Mark, kind, length of what follows, then that, then its checksum. */
const headLength = frameMark.length + 1 + 4;
const sumLength = 4;

export interface ScannedJournal {
  /** Whole frames' records; their ids are as they were written, and still to be proved. */
  readonly records: ReadonlyArray<SealedRecord>;
  /** Who wrote in this book last. */
  readonly owner: StoreOwner | null;
  /** Bytes that belong to no whole frame. */
  readonly damagedBytes: number;
}

export const recordFrame = ({ id, header, iv, sealed, signature }: SealedRecord): Bytes => {
  const head = headerBytes(header);
  const body = new Uint8Array(32 + 2 + head.length + ivLength + 1 + signature.length + sealed.length);
  body.set(bytesOfHex(id));
  new DataView(body.buffer).setUint16(32, head.length);
  body.set(head, 34);
  let at = 34 + head.length;
  body.set(iv, at);
  at += ivLength;
  body[at] = signature.length;
  body.set(signature, at + 1);
  body.set(sealed, at + 1 + signature.length);
  return frame(kinds.record, body);
};

export const ownerFrame = ({ ward, device }: StoreOwner): Bytes => frame(kinds.owner, utf8.encode(JSON.stringify({ ward, device })));

const frame = (kind: number, body: Bytes): Bytes => {
  const bytes = new Uint8Array(headLength + body.length + sumLength);
  const view = new DataView(bytes.buffer);
  bytes.set(frameMark);
  bytes[frameMark.length] = kind;
  view.setUint32(frameMark.length + 1, body.length);
  bytes.set(body, headLength);
  view.setUint32(headLength + body.length, crc32(bytes, frameMark.length, headLength + body.length));
  return bytes;
};

export const joined = (pieces: ReadonlyArray<Bytes>): Bytes => {
  const bytes = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
};

export const scanJournal = (bytes: Bytes): ScannedJournal => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const records: Array<SealedRecord> = [];
  let owner: StoreOwner | null = null;
  let at = startsWithMark(bytes) ? journalMark.length : 0;
  let damagedBytes = startsWithMark(bytes) || bytes.length === 0 ? 0 : journalMark.length;
  while (at < bytes.length) {
    const end = frameEnd(bytes, view, at);
    if (end === null) {
      const next = nextFrame(bytes, at + 1);
      damagedBytes += next - at;
      at = next;
      continue;
    }
    const body = bytes.subarray(at + headLength, end - sumLength);
    const kind = bytes[at + frameMark.length];
    if (kind === kinds.record) {
      const record = readRecord(body);
      if (record === null) damagedBytes += end - at;
      else records.push(record);
    }
    if (kind === kinds.owner) owner = readOwner(body) ?? owner;
    at = end;
  }
  return { records, owner, damagedBytes };
};

const startsWithMark = (bytes: Bytes): boolean => journalMark.every((byte, at) => bytes[at] === byte);

const isFrameAt = (bytes: Bytes, at: number): boolean => frameMark.every((byte, offset) => bytes[at + offset] === byte);

/** Where the frame that begins here ends; null when none does, or it is not whole. */
const frameEnd = (bytes: Bytes, view: DataView, at: number): number | null => {
  if (!isFrameAt(bytes, at) || at + headLength > bytes.length) return null;
  const bodyEnd = at + headLength + view.getUint32(at + frameMark.length + 1);
  if (bodyEnd + sumLength > bytes.length) return null;
  return view.getUint32(bodyEnd) === crc32(bytes, at + frameMark.length, bodyEnd) ? bodyEnd + sumLength : null;
};

const nextFrame = (bytes: Bytes, from: number): number => {
  for (let at = bytes.indexOf(frameMark[0], from); at >= 0; at = bytes.indexOf(frameMark[0], at + 1)) if (isFrameAt(bytes, at)) return at;
  return bytes.length;
};

const readRecord = (body: Bytes): SealedRecord | null => {
  if (body.length < 34) return null;
  const headEnd = 34 + new DataView(body.buffer, body.byteOffset).getUint16(32);
  const header = readHeader(parsed(body.subarray(34, headEnd)));
  const ivEnd = headEnd + ivLength;
  const signatureEnd = ivEnd + 1 + (body[ivEnd] ?? 0);
  if (header === null || signatureEnd > body.length) return null;
  return {
    id: hexOf(body.subarray(0, 32)) as RecordId, // As it was written; whoever takes it in proves it first.
    header,
    iv: body.slice(headEnd, ivEnd),
    signature: body.slice(ivEnd + 1, signatureEnd),
    sealed: body.slice(signatureEnd),
  };
};

const readOwner = (body: Bytes): StoreOwner | null => {
  const read = parsed(body);
  const isOwner = typeof read === "object" && read !== null && "ward" in read && "device" in read && typeof read.ward === "string" && typeof read.device === "string";
  // Written by this very module, and whole by its checksum: a parsed border.
  return isOwner ? (read as StoreOwner) : null;
};

const parsed = (bytes: Bytes): unknown => {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
};
