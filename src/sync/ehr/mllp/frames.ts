/**
 * MLLP: a message between 0x0B and 0x1C 0x0D. Bytes come in any portions.
 *
 * - MLF1 A frame may come in many chunks, and a chunk may hold many frames; a sign of several bytes may lie across two chunks.
 * - MLF2 What stands outside of a frame is no message; the reader says that it was there.
 * - MLF3 A frame larger than the limit is given up, and nothing of what follows is believed: the connection is to be closed.
 * - MLF4 A frame that begins inside another gives up the first.
 */
const startByte = 0x0b;
const endByte = 0x1c;
const lastByte = 0x0d;

export const framed = (text: string): Uint8Array => {
  const body = new TextEncoder().encode(text);
  const frame = new Uint8Array(body.length + 3);
  frame[0] = startByte;
  frame.set(body, 1);
  frame.set([endByte, lastByte], body.length + 1);
  return frame;
};

export interface FrameReader {
  /** Bytes of a frame that has begun; null between frames. */
  readonly open: ReadonlyArray<Uint8Array> | null;
  readonly size: number;
  readonly lastWasEnd: boolean;
}

export const noBytes: FrameReader = { open: null, size: 0, lastWasEnd: false };

export interface FramesRead {
  readonly reader: FrameReader;
  readonly frames: ReadonlyArray<string>;
  /** "outside": bytes that belong to no frame, or a frame that never ended; "tooLarge": close the connection. */
  readonly fault: "outside" | "tooLarge" | null;
}

export const readFrames = (before: FrameReader, chunk: Uint8Array, maxBytes: number): FramesRead => {
  const frames: string[] = [];
  let { open, size, lastWasEnd } = before;
  let fault: FramesRead["fault"] = null;
  let from = 0;
  for (let at = 0; at < chunk.length; at += 1) {
    const byte = chunk[at];
    if (byte === startByte) {
      if (open !== null) fault = "outside";
      [open, size, from] = [[], 0, at + 1];
    } else if (open === null) {
      // Some senders end with a line break more.
      if (byte !== lastByte && byte !== 0x0a) fault = "outside";
    } else if (lastWasEnd && byte === lastByte) {
      frames.push(textOf([...open, chunk.subarray(from, at + 1)]));
      open = null;
    } else {
      size += 1;
      if (size > maxBytes) return { reader: noBytes, frames, fault: "tooLarge" };
    }
    lastWasEnd = open !== null && byte === endByte;
  }
  const rest = open === null ? null : [...open, chunk.slice(from)];
  return { reader: { open: rest, size, lastWasEnd }, frames, fault };
};

/** Without the two bytes at its end. A receiver that does not write UTF-8 is read all the same: what counts is ASCII. */
const textOf = (parts: ReadonlyArray<Uint8Array>): string => {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  parts.reduce((at, part) => (bytes.set(part, at), at + part.length), 0);
  return new TextDecoder().decode(bytes.subarray(0, -2));
};
