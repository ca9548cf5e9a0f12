/**
 * Key files whose first copy is not safe yet. A new file of the origin is flushed, but its *name* reaches the disk only
 * half a minute later: a power cut before that takes the file, and with it every record that IndexedDB has kept. So each
 * write goes to a second place first, and leaves it when the file is old enough. See docs/decisions/0010-keys-settle.md.
 *
 * - SET1 What was written is read back when either place lost it; where they differ, the second place is the newer.
 * - SET2 A file that was lost is written again from its second copy.
 * - SET3 The second copy is removed only a settling time after the last write and after this opening, and only when
 *        the file reads back equal.
 * - SET4 After settling nothing of a key is left in the second place but an empty mark that it was there.
 * - SET5 Where that mark stands and the files cannot be reached now, keys are out of reach, not lost.
 */
import type { Bytes } from "#core/log/envelope.ts";
import { err } from "#core/result.ts";
import type { SecretFiles } from "./secret-files.ts";

/** Runs the work once, that many milliseconds from now. */
export type Later = (ms: number, work: () => Promise<void>) => void;

/** Twice the half minute after which the operating system writes a name back (measured: 32 s at most). */
export const settlingMs = 60_000;

export const settlingSecretFiles = (first: SecretFiles, second: SecretFiles, names: ReadonlyArray<string>, later: Later): SecretFiles => {
  const writesByName = new Map<string, number>();

  const settle = async (name: string): Promise<void> => {
    const [file, copy] = await Promise.all([first.read(name), second.read(name)]);
    if (!copy.ok || isNone(copy.value) || !file.ok || !isSame(file.value, copy.value)) return;
    const shredded = await second.shred(name);
    if (shredded.ok) await second.write(name, settledMark);
  };
  // A write in between starts the time anew, with a call of its own.
  const settleLater = (name: string): void => {
    const writes = writesByName.get(name) ?? 0;
    later(settlingMs, async () => { if ((writesByName.get(name) ?? 0) === writes) await settle(name); });
  };
  const write: SecretFiles["write"] = async (name, bytes) => {
    writesByName.set(name, (writesByName.get(name) ?? 0) + 1);
    const copied = await second.write(name, bytes);
    if (!copied.ok) return copied;
    const written = await first.write(name, bytes);
    settleLater(name);
    return written;
  };
  for (const name of names) settleLater(name);

  return {
    kind: first.kind,
    read: async (name) => {
      const [file, copy] = await Promise.all([first.read(name), second.read(name)]);
      if (!copy.ok || isNone(copy.value)) return file;
      if (file.ok && isSame(file.value, copy.value)) return file;
      const healed = await write(name, copy.value);
      return healed.ok ? copy : healed;
    },
    write,
    shred: async (name) => {
      const copied = await second.shred(name);
      return copied.ok ? first.shred(name) : copied;
    },
  };
};

/** The second place alone, on a day when the files do not answer: a worker that did not start, a browser that forbids them. */
export const withoutFiles = (second: SecretFiles): SecretFiles => ({
  ...second,
  read: async (name) => {
    const copy = await second.read(name);
    const isElsewhere = copy.ok && copy.value?.length === 0;
    return isElsewhere ? err({ type: "FilesLost", detail: "the keys lie in files that do not answer now" }) : copy;
  },
});

const settledMark = new Uint8Array(0);

const isNone = (copy: Bytes | null): copy is null => copy === null || copy.length === 0;

const isSame = (a: Bytes | null, b: Bytes): boolean => a?.length === b.length && a.every((byte, at) => byte === b[at]);
