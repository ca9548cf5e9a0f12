/**
 * The door to the keys. The key file is sealed under one unlock key; a door is a way to get at that key. Today there is
 * one door, and it stands open: the unlock key lies in a second file beside the first. A PIN, a card or a passkey is one
 * more door with a file of its own, and changes neither the key file nor this port.
 *
 * - UDO1 The silent door gives back the unlock key that was put behind it, and null when there is none or its file is damaged.
 */
import { ok, type Result } from "#core/result.ts";
import type { Bytes } from "#core/log/envelope.ts";
import type { SecretFault, SecretFiles } from "./secret-files.ts";

export interface UnlockDoor {
  /** null: nothing that can be used lies behind this door. */
  readonly open: () => Promise<Result<Bytes | null, SecretFault>>;
  readonly put: (unlockKey: Bytes) => Promise<Result<null, SecretFault>>;
}

export const unlockKeyLength = 32;
export const silentDoorFileName = "door-silent.key";
/** "VBD" and the version of this file's form. */
const mark = [0x56, 0x42, 0x44, 0x01];

export const silentDoor = (files: SecretFiles): UnlockDoor => ({
  open: async () => {
    const read = await files.read(silentDoorFileName);
    if (!read.ok) return read;
    if (read.value === null) return ok(null);
    const isOurs = read.value.length === mark.length + unlockKeyLength && mark.every((byte, at) => read.value?.[at] === byte);
    return ok(isOurs ? read.value.slice(mark.length) : null);
  },
  put: (unlockKey) => files.write(silentDoorFileName, new Uint8Array([...mark, ...unlockKey])),
});
