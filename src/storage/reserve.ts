/**
 * Space held back for the moment when the disk is full: a file of the origin with nothing in it. The browser's own figure
 * for free space is a guess, so it cannot be asked.
 *
 * - RSV1 The held-back space is released once; until it is filled again there is none. It is held back whole or not at all.
 */
import { reserveFileName } from "./files/names.ts";
import type { OriginFiles } from "./files/origin-files.ts";

export interface Reserve {
  /** Takes the space, if there is room. Answers whether it is held back now. */
  readonly fill: () => Promise<boolean>;
  /** Whether there was something to release. */
  readonly release: () => Promise<boolean>;
}

export const reserveBytes = 8 * 1024 * 1024;

/** Bytes that no file system can make smaller. */
const noise = (): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(reserveBytes);
  const most = 65_536;
  for (let at = 0; at < bytes.length; at += most) crypto.getRandomValues(bytes.subarray(at, at + most));
  return bytes;
};

export const originReserve = (files: Pick<OriginFiles, "size" | "write">): Reserve => ({
  fill: async () => {
    const size = await files.size(reserveFileName);
    if (!size.ok || size.value === reserveBytes) return size.ok;
    const filled = await files.write(reserveFileName, noise());
    // Half a reserve would take the last of the room.
    if (!filled.ok) await files.write(reserveFileName, new Uint8Array());
    return filled.ok;
  },
  release: async () => {
    const size = await files.size(reserveFileName);
    if (!size.ok || size.value === 0) return false;
    return (await files.write(reserveFileName, new Uint8Array())).ok;
  },
});

export const noReserve: Reserve = { fill: async () => false, release: async () => false };
