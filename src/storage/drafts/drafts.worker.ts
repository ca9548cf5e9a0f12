/**
 * Writes drafts to files of the origin. A worker, because only here can a file be written in place, and because the disk
 * must not hold up the hand that types. A write is with the system, and outlives the browser, when `write` has returned.
 * `flush` takes it to the disk, against a power cut, when the hand rests: a busy disk lets it wait, and keys would wait with it.
 */
import type { DraftId } from "#core/draft.ts";
import type { Bytes } from "#core/log/envelope.ts";
import { createDraftKeeper, type DraftDisk, type DraftHolds, type DraftKeeper } from "./draft-keeper.ts";
import type { DraftAnswer, DraftRequest } from "./draft-protocol.ts";

const ending = ".draft";
const restMs = 1_000;

const folderOf = async (name: string): Promise<FileSystemDirectoryHandle> => {
  const root = await navigator.storage.getDirectory();
  const ours = await root.getDirectoryHandle("vaktbok", { create: true });
  return ours.getDirectoryHandle(name, { create: true });
};

const openDisk = async (folder: FileSystemDirectoryHandle): Promise<DraftDisk> => {
  const drafts = await folder.getDirectoryHandle("drafts", { create: true });
  return {
    names: async () => {
      const names: string[] = [];
      for await (const name of drafts.keys()) if (name.endsWith(ending)) names.push(name.slice(0, -ending.length));
      return names as DraftId[]; // Nobody else writes here.
    },
    read: async (id) => {
      try {
        return await bytesOf(await drafts.getFileHandle(`${id}${ending}`));
      } catch (thrown) {
        if (nameOf(thrown) === "NotFoundError") return null;
        throw thrown;
      }
    },
    open: async (id) => {
      const access = await (await drafts.getFileHandle(`${id}${ending}`, { create: true })).createSyncAccessHandle();
      let rest: ReturnType<typeof setTimeout> | undefined;
      return {
        write: (bytes, at) => {
          clearTimeout(rest);
          rest = setTimeout(() => access.flush(), restMs);
          try {
            return access.write(bytes, { at }) === bytes.length;
          } catch (thrown) {
            if (nameOf(thrown) === "QuotaExceededError") return false;
            throw thrown;
          }
        },
        close: () => {
          clearTimeout(rest);
          access.close();
        },
      };
    },
    remove: (id) => drafts.removeEntry(`${id}${ending}`),
  };
};

const bytesOf = async (file: FileSystemFileHandle): Promise<Bytes> => new Uint8Array(await (await file.getFile()).arrayBuffer());

const nameOf = (thrown: unknown): string => (thrown instanceof DOMException ? thrown.name : "");

const holdsIn = (folder: string): DraftHolds => {
  const prefix = `vaktbok-draft-${folder}-`;
  return {
    tryHold: (id) =>
      new Promise((resolve) => {
        void navigator.locks.request(`${prefix}${id}`, { ifAvailable: true }, (lock) => {
          if (lock === null) return resolve(null);
          return new Promise<void>((giveBack) => resolve(giveBack));
        });
      }),
    held: async () => {
      const { held = [] } = await navigator.locks.query();
      // The rest of such a name is a draft's.
      return new Set(held.flatMap(({ name = "" }) => (name.startsWith(prefix) ? [name.slice(prefix.length) as DraftId] : [])));
    },
  };
};

const keyMark = new Uint8Array([0x56, 0x42, 0x58, 0x01]);
const keyBytes = 32;

/** Made at the first draft. Under a lock: two tabs that begin at once end up with one key. */
const openKey = (folder: FileSystemDirectoryHandle): Promise<CryptoKey> =>
  navigator.locks.request(`vaktbok-draft-key-${folder.name}`, async () => {
    const file = await folder.getFileHandle("drafts.key", { create: true });
    let bytes = await bytesOf(file);
    if (bytes.length !== keyMark.length + keyBytes || !keyMark.every((byte, at) => bytes[at] === byte)) {
      bytes = new Uint8Array([...keyMark, ...crypto.getRandomValues(new Uint8Array(keyBytes))]);
      const access = await file.createSyncAccessHandle();
      access.write(bytes, { at: 0 });
      access.flush();
      access.close();
    }
    const key = await crypto.subtle.importKey("raw", bytes.slice(keyMark.length), "AES-GCM", false, ["encrypt", "decrypt"]);
    bytes.fill(0);
    return key;
  });

const start = async (name: string): Promise<DraftKeeper> => {
  const folder = await folderOf(name);
  return createDraftKeeper({ disk: await openDisk(folder), holds: holdsIn(name), key: openKey(folder) });
};

let opened: Promise<DraftKeeper | null> = Promise.resolve(null);

const answer = (told: DraftAnswer): void => postMessage(told);

const act = async (asked: Exclude<DraftRequest, { readonly type: "open" }>): Promise<void> => {
  const keeper = await opened;
  switch (asked.type) {
    case "keep":
      return keeper?.keep(asked.draft);
    case "drop":
    case "letGo":
      return keeper?.[asked.type](asked.id);
    case "claim": {
      const draft = (await keeper?.claim(asked.form)) ?? null;
      return answer({ number: asked.number, drafts: draft === null ? [] : [draft] });
    }
    case "waiting":
      return answer({ number: asked.number, drafts: (await keeper?.waiting(asked.form)) ?? [] });
  }
};

onmessage = ({ data }: MessageEvent<DraftRequest>): void => {
  // Where there are no such files, drafts live in their tab alone.
  if (data.type === "open") opened = start(data.folder).catch(() => null);
  else void act(data);
};
