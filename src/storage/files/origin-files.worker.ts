// Writes files of the origin (OPFS). A worker, because only here can a file be written in place and flushed.
import { err, ok } from "#core/result.ts";
import { append, cut, overwrite, type Work } from "./file-work.ts";
import type { FileAnswer, FileAsk, FileReply, FileRequest } from "./origin-files-protocol.ts";

type Folder = FileSystemDirectoryHandle;

/** Looked up anew at each call: somebody may have removed it meanwhile. */
const folderOf = async (name: string): Promise<Folder> => {
  const root = await navigator.storage.getDirectory();
  const ours = await root.getDirectoryHandle("vaktbok", { create: true });
  return ours.getDirectoryHandle(name, { create: true });
};

const read = async (folder: Folder, name: string): Promise<FileAnswer> => {
  const file = await contentIn(folder, name);
  if (file === null) return ok(null);
  const bytes = new Uint8Array(await file.arrayBuffer());
  // A file whose first write was cut short before it began: nothing of ours is empty.
  return ok(bytes.length === 0 ? null : bytes);
};

const sizeOf = async (folder: Folder, name: string): Promise<FileAnswer> => {
  return ok((await contentIn(folder, name))?.size ?? 0);
};

const shred = async (folder: Folder, name: string): Promise<FileAnswer> => {
  if ((await fileIn(folder, name)) === null) return ok(null);
  openByFile.get(nameIn(folder.name, name))?.close();
  openByFile.delete(nameIn(folder.name, name));
  const overwritten = await alone(folder, name, overwriteWithNoise);
  if (overwritten.ok) await folder.removeEntry(name);
  return overwritten;
};

const overwriteWithNoise: Work = (access) => {
  const noise = new Uint8Array(access.getSize());
  for (let at = 0; at < noise.length; at += mostRandom) crypto.getRandomValues(noise.subarray(at, at + mostRandom));
  if (access.write(noise, { at: 0 }) !== noise.length) return err({ type: "FilesLost", detail: "a file was not overwritten whole" });
  access.flush();
  access.truncate(0);
  access.flush();
  return ok(null);
};

/** As many bytes as one call of getRandomValues gives. */
const mostRandom = 65_536;

const fileIn = async (folder: Folder, name: string): Promise<FileSystemFileHandle | null> => {
  try {
    return await folder.getFileHandle(name);
  } catch (thrown) {
    if (nameOf(thrown) === "NotFoundError") return null;
    throw thrown;
  }
};

/** A name whose bytes the disk has lost is no file: what was in it comes from its copy, and is written anew. */
const contentIn = async (folder: Folder, name: string): Promise<File | null> => {
  const file = await fileIn(folder, name);
  try {
    return file === null ? null : await file.getFile();
  } catch (thrown) {
    if (nameOf(thrown) === "NotFoundError") return null;
    throw thrown;
  }
};

/** Nobody else may have it open meanwhile. */
const alone = async (folder: Folder, name: string, work: Work): Promise<FileAnswer> => {
  const access = await accessTo(folder, name, {});
  try {
    return work(access);
  } finally {
    access.close();
  }
};

/** Handles that stay open: opening one costs as much as a flush. */
const openByFile = new Map<string, FileSystemSyncAccessHandle>();

const nameIn = (folder: string, name: string): string => `${folder}/${name}`;

/** Other tabs may have it open too, where the browser knows that mode; those who write take turns by a lock of their own. */
const among = async (folder: string, name: string, work: Work): Promise<FileAnswer> => {
  const key = nameIn(folder, name);
  // The way to the file is three questions to the browser's own process: an open handle needs none of them.
  const access = openByFile.get(key) ?? (await accessTo(await folderOf(folder), name, { mode: "readwrite-unsafe" }));
  const stays = "mode" in access && access.mode === "readwrite-unsafe";
  if (stays) openByFile.set(key, access);
  try {
    return work(access);
  } catch (thrown) {
    // A handle that has failed once is not asked again.
    if (openByFile.delete(key)) access.close();
    throw thrown;
  } finally {
    if (!stays) access.close();
  }
};

const tries = 20;
const betweenTriesMs = 50;

/**
 * Another tab may hold the file for the moment that its own write takes; a name whose bytes the disk has lost is let go
 * by the first try, and is a new file in the second. `options` are not in TypeScript's own types yet.
 */
const accessTo = async (folder: Folder, name: string, options: { readonly mode?: string }): Promise<FileSystemSyncAccessHandle> => {
  for (let turn = 1; ; turn += 1) {
    try {
      const file: FileSystemFileHandle & { createSyncAccessHandle: (how: object) => Promise<FileSystemSyncAccessHandle> } = await folder.getFileHandle(name, { create: true });
      return await file.createSyncAccessHandle(options);
    } catch (thrown) {
      const isWorthATry = ["NoModificationAllowedError", "NotFoundError"].includes(nameOf(thrown));
      if (turn === tries || !isWorthATry) throw thrown;
      await new Promise((resolve) => { setTimeout(resolve, betweenTriesMs); });
    }
  }
};

const nameOf = (thrown: unknown): string => (thrown instanceof Error || thrown instanceof DOMException ? thrown.name : "");

const doNow = async (folder: string, name: string, ask: FileAsk): Promise<FileAnswer> => {
  switch (ask.type) {
    case "read":
      return read(await folderOf(folder), name);
    case "write":
      return alone(await folderOf(folder), name, overwrite(ask.bytes));
    case "replace":
      return among(folder, name, overwrite(ask.bytes));
    case "append":
      return among(folder, name, append(ask.bytes));
    case "cut":
      return among(folder, name, cut(ask.length));
    case "size":
      return sizeOf(await folderOf(folder), name);
    case "shred":
      return shred(await folderOf(folder), name);
  }
};

const answerTo = async ({ folder, name, ask }: FileRequest): Promise<FileAnswer> => {
  try {
    return await doNow(folder, name, ask);
  } catch (thrown) {
    return nameOf(thrown) === "QuotaExceededError" ? err({ type: "DiskFull" }) : err({ type: "FilesLost", detail: nameOf(thrown) });
  }
};

let last: Promise<void> = Promise.resolve();

onmessage = ({ data }: MessageEvent<FileRequest>): void => {
  last = last.then(async () => {
    const reply: FileReply = { id: data.id, answer: await answerTo(data) };
    postMessage(reply);
  });
};
