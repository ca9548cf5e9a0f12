/**
 * A folder that a person chose for backups, on a disk or a share: written to, read back, kept short.
 *
 * - FLD1 A file counts as written when it was read back with the same length and the same SHA-256; what differs is removed again.
 * - FLD2 What the browser or the disk refuses is a fault with a name: gone, not allowed, full, not the same.
 * - FLD3 Of our own files the newest stay, and the one just written whatever its name says; a file of any other name is never touched.
 */
import { err, ok, type Result } from "#core/result.ts";

export type FolderFault = { readonly type: "FolderGone" | "NotAllowed" | "FolderFull" | "NotTheSame" };

/** Of the platform's handle only what is used, so that a test may lay another folder under it. */
export interface FolderHandle {
  readonly name: string;
  readonly getFileHandle: (name: string, options?: { readonly create: boolean }) => Promise<FolderFile>;
  readonly removeEntry: (name: string) => Promise<void>;
  readonly keys: () => AsyncIterable<string>;
  /** Chromium's; where it is missing the folder needs no permission (a folder of the origin itself). */
  readonly queryPermission?: (wish: Permission) => Promise<PermissionState>;
  readonly requestPermission?: (wish: Permission) => Promise<PermissionState>;
}
interface FolderFile {
  readonly getFile: () => Promise<Blob>;
  readonly createWritable: () => Promise<{ readonly write: (data: Blob) => Promise<void>; readonly close: () => Promise<void>; readonly abort?: () => Promise<void> }>;
}
interface Permission {
  readonly mode: "readwrite";
}

export interface BackupFolder {
  readonly name: string;
  readonly isAllowed: () => Promise<boolean>;
  /** Puts the browser's question; only in answer to a tap. */
  readonly ask: () => Promise<boolean>;
  readonly put: (name: string, file: Blob) => Promise<Result<null, FolderFault>>;
  /** Of those that are ours `written` stays and the last of the others, by name: `count` files in all. */
  readonly keepLast: (isOurs: (name: string) => boolean, count: number, written: string) => Promise<void>;
}

const wish: Permission = { mode: "readwrite" };

export const backupFolder = (handle: FolderHandle): BackupFolder => ({
  name: handle.name,
  isAllowed: async () => (await handle.queryPermission?.(wish) ?? "granted") === "granted",
  ask: async () => (await handle.requestPermission?.(wish) ?? "granted") === "granted",
  put: async (name, file) => {
    try {
      await write(handle, name, file);
      if (await isThere(handle, name, file)) return ok(null);
      await handle.removeEntry(name);
      return err({ type: "NotTheSame" });
    } catch (thrown) {
      return err({ type: faultOf(thrown) });
    }
  },
  keepLast: async (isOurs, count, written) => {
    const others: string[] = [];
    for await (const name of handle.keys()) if (isOurs(name) && name !== written) others.push(name);
    // Names say date and time: sorted as text they are sorted by age, but for a clock that was set back.
    const tooMany = others.toSorted().slice(0, Math.max(0, others.length - (count - 1)));
    for (const name of tooMany) await handle.removeEntry(name).catch(() => undefined);
  },
});

/** The platform writes beside the file and changes them over at `close`: a file is whole or is not there. */
const write = async (handle: FolderHandle, name: string, file: Blob): Promise<void> => {
  const target = await handle.getFileHandle(name, { create: true });
  const writable = await target.createWritable();
  try {
    await writable.write(file);
    await writable.close();
  } catch (thrown) {
    await writable.abort?.().catch(() => undefined);
    await handle.removeEntry(name).catch(() => undefined);
    throw thrown;
  }
};

const isThere = async (handle: FolderHandle, name: string, file: Blob): Promise<boolean> => {
  const written = await (await handle.getFileHandle(name)).getFile();
  if (written.size !== file.size) return false;
  const [was, is] = await Promise.all([file, written].map(async (one) => new Uint8Array(await crypto.subtle.digest("SHA-256", await one.arrayBuffer()))));
  return was !== undefined && is !== undefined && was.every((byte, at) => byte === is[at]);
};

const faultOf = (thrown: unknown): FolderFault["type"] => {
  const name = thrown instanceof Error || thrown instanceof DOMException ? thrown.name : "";
  if (name === "NotAllowedError" || name === "SecurityError") return "NotAllowed";
  return name === "QuotaExceededError" ? "FolderFull" : "FolderGone";
};
