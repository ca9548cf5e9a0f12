/**
 * Bytes as text in lower-case hexadecimal, and back.
 *
 * - HEX1 Two digits a byte, in order; what was written is read back.
 */
const pairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

// From a table: a book of 50,000 records asks for it a million and a half times at an opening.
export const hexOf = (bytes: Uint8Array): string => {
  let text = "";
  for (const byte of bytes) text += pairs[byte];
  return text;
};

/** `hex` has two digits a byte and nothing else. */
export const bytesOfHex = (hex: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length: hex.length / 2 }, (_, at) => parseInt(hex.slice(2 * at, 2 * at + 2), 16));
