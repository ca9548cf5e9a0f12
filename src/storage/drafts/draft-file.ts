/**
 * One draft as one small file: two slots that are written in turn, so that a write cut short leaves the text before it.
 * Bytes of a slot: "VBF", version 1, length of the rest (4, big-endian), iv (12), sealed JSON. See docs/formats/draft-files.v1.md.
 *
 * - DFF1 A draft reads back as it was last written whole; a write that was cut short anywhere leaves the one before it.
 * - DFF2 Without its key, with one byte changed, or under another draft's name, it reads as nothing.
 * - DFF3 What is too large for a slot is refused, never cut.
 */
import type { Draft, DraftId } from "#core/draft.ts";
import { ivLength, type Bytes } from "#core/log/envelope.ts";

export const slotBytes = 64 * 1024;
const mark = new Uint8Array([0x56, 0x42, 0x46, 0x01]);
const headBytes = mark.length + 4;

export interface ReadDraft {
  readonly draft: Draft;
  readonly turn: number;
}

/** Under the seal, as JSON. Another form is another version in the mark. */
type Content = Omit<Draft, "id"> & { readonly turn: number };

interface SealedSlot {
  readonly at: number;
  readonly bytes: Bytes;
}

/** null: it is too large. */
export const sealDraft = async (key: CryptoKey, { draft, turn }: ReadDraft): Promise<SealedSlot | null> => {
  const { id, form, fields, keptMs } = draft;
  const iv = crypto.getRandomValues(new Uint8Array(ivLength));
  const plain = new TextEncoder().encode(JSON.stringify({ turn, form, fields, keptMs } satisfies Content));
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: vouched(id) }, key, plain));
  const bytes = new Uint8Array(headBytes + ivLength + sealed.length);
  if (bytes.length > slotBytes) return null;
  bytes.set(mark);
  new DataView(bytes.buffer).setUint32(mark.length, ivLength + sealed.length);
  bytes.set(iv, headBytes);
  bytes.set(sealed, headBytes + ivLength);
  return { at: (turn % 2) * slotBytes, bytes };
};

export const readDraftFile = async (key: CryptoKey, id: DraftId, file: Bytes): Promise<ReadDraft | null> => {
  const [first, second] = await Promise.all([0, slotBytes].map((at) => openSlot(key, id, file.subarray(at, at + slotBytes))));
  if (!first || !second) return first ?? second ?? null;
  return first.turn > second.turn ? first : second;
};

const openSlot = async (key: CryptoKey, id: DraftId, slot: Bytes): Promise<ReadDraft | null> => {
  if (slot.length < headBytes || !mark.every((byte, at) => slot[at] === byte)) return null;
  const restBytes = new DataView(slot.buffer, slot.byteOffset).getUint32(mark.length);
  const rest = slot.slice(headBytes, headBytes + restBytes);
  if (rest.length !== restBytes) return null;
  try {
    const opened = await crypto.subtle.decrypt({ name: "AES-GCM", iv: rest.slice(0, ivLength), additionalData: vouched(id) }, key, rest.slice(ivLength));
    // The seal vouches that this program wrote it, in this very form.
    const { turn, ...said } = JSON.parse(new TextDecoder().decode(opened)) as Content;
    return { turn, draft: { id, ...said } };
  } catch {
    // WebCrypto says "it does not open" by throwing. The other slot, or nothing, is the answer.
    return null;
  }
};

/** The seal holds the draft to its own name. */
const vouched = (id: DraftId): Bytes => new Uint8Array([...mark, ...new TextEncoder().encode(id)]);
