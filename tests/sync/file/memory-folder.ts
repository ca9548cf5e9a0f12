/** A folder in memory behind the platform's handle: for tests of what is written, read back and refused. */
import type { FolderHandle } from "#sync/file/backup-folder.ts";

export interface MemoryFolder {
  readonly handle: FolderHandle;
  readonly files: Map<string, Blob>;
  /** What the next write throws, or makes of the file. */
  readonly faults: { onWrite: DOMException | null; bend: ((file: Blob) => Blob) | null; permission: PermissionState; answer: PermissionState };
}

export const memoryFolder = (name = "Backup"): MemoryFolder => {
  const files = new Map<string, Blob>();
  const faults: MemoryFolder["faults"] = { onWrite: null, bend: null, permission: "granted", answer: "granted" };
  const handle: FolderHandle = {
    name,
    getFileHandle: async (file, options) => {
      if (faults.permission !== "granted") throw new DOMException("", "NotAllowedError");
      if (!files.has(file) && options?.create !== true) throw new DOMException("", "NotFoundError");
      if (!files.has(file)) files.set(file, new Blob());
      let written = new Blob();
      return {
        getFile: async () => files.get(file) ?? new Blob(),
        createWritable: async () => ({
          write: async (data) => {
            if (faults.onWrite !== null) throw faults.onWrite;
            written = data;
          },
          close: async () => { files.set(file, faults.bend?.(written) ?? written); },
        }),
      };
    },
    removeEntry: async (file) => { files.delete(file); },
    keys: async function* () { yield* files.keys(); },
    queryPermission: async () => faults.permission,
    requestPermission: async () => (faults.permission = faults.answer),
  };
  return { handle, files, faults };
};
