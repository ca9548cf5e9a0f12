// CRC-32 (ISO 3309, the one of zip and PNG): finds a changed byte in the same turn, before any hash is made.
import type { Bytes } from "#core/log/envelope.ts";

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xed_b8_83_20 : rest >>> 1;
  return rest;
});

/** Over the bytes from `start` up to `end`, as an unsigned 32-bit number. */
export const crc32 = (bytes: Bytes, start: number, end: number): number => {
  let sum = 0xff_ff_ff_ff;
  for (let at = start; at < end; at += 1) sum = (table[(sum ^ (bytes[at] ?? 0)) & 0xff] ?? 0) ^ (sum >>> 8);
  return (sum ^ 0xff_ff_ff_ff) >>> 0;
};
