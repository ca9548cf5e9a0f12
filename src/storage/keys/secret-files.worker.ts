/**
 * Writes key files of the origin (OPFS). A worker, because only here can a file be written in place and flushed.
 * The byte count of every write is looked at: on a full disk `write()` comes back short and throws nothing.
 */
import type { Bytes } from "#core/log/envelope.ts";
import { err, ok, type Result } from "#core/result.ts";
import type { SecretAnswer, SecretRequest } from "./secret-files-protocol.ts";
import type { SecretFault } from "./secret-files.ts";

type Answer = Result<Bytes | null, SecretFault>;

const folderOf = async (name: string): Promise<FileSystemDirectoryHandle> => {
  const root = await navigator.storage.getDirectory();
  const ours = await root.getDirectoryHandle("vaktbok", { create: true });
  return ours.getDirectoryHandle(name, { create: true });
};

const read = async (folder: FileSystemDirectoryHandle, name: string): Promise<Answer> => {
  const file = await fileIn(folder, name);
  if (file === null) return ok(null);
  const bytes = new Uint8Array(await (await file.getFile()).arrayBuffer());
  // A file whose first write was cut short before it began: no key is empty.
  return ok(bytes.length === 0 ? null : bytes);
};

const write = async (folder: FileSystemDirectoryHandle, name: string, bytes: Bytes): Promise<Answer> => {
  const access = await accessTo(await folder.getFileHandle(name, { create: true }));
  try {
    const count = access.write(bytes, { at: 0 });
    if (count !== bytes.length) return err({ type: "DiskFull" });
    access.truncate(bytes.length);
    access.flush();
    return ok(null);
  } finally {
    access.close();
  }
};

const shred = async (folder: FileSystemDirectoryHandle, name: string): Promise<Answer> => {
  const file = await fileIn(folder, name);
  if (file === null) return ok(null);
  const access = await accessTo(file);
  try {
    const noise = crypto.getRandomValues(new Uint8Array(access.getSize()));
    if (access.write(noise, { at: 0 }) !== noise.length) return err({ type: "FilesLost", detail: "a key file was not overwritten whole" });
    access.flush();
    access.truncate(0);
    access.flush();
  } finally {
    access.close();
  }
  await folder.removeEntry(name);
  return ok(null);
};

const fileIn = async (folder: FileSystemDirectoryHandle, name: string): Promise<FileSystemFileHandle | null> => {
  try {
    return await folder.getFileHandle(name);
  } catch (thrown) {
    if (nameOf(thrown) === "NotFoundError") return null;
    throw thrown;
  }
};

const tries = 20;
const betweenTriesMs = 50;

/** Another tab may hold the file for the moment that its own write takes. */
const accessTo = async (file: FileSystemFileHandle): Promise<FileSystemSyncAccessHandle> => {
  for (let turn = 1; ; turn += 1) {
    try {
      return await file.createSyncAccessHandle();
    } catch (thrown) {
      if (turn === tries || nameOf(thrown) !== "NoModificationAllowedError") throw thrown;
      await new Promise((resolve) => { setTimeout(resolve, betweenTriesMs); });
    }
  }
};

const nameOf = (thrown: unknown): string => (thrown instanceof Error || thrown instanceof DOMException ? thrown.name : "");

const answerTo = async ({ folder: folderName, name, ask }: SecretRequest): Promise<Answer> => {
  try {
    const folder = await folderOf(folderName);
    switch (ask.type) {
      case "read":
        return await read(folder, name);
      case "write":
        return await write(folder, name, ask.bytes);
      case "shred":
        return await shred(folder, name);
    }
  } catch (thrown) {
    return nameOf(thrown) === "QuotaExceededError" ? err({ type: "DiskFull" }) : err({ type: "FilesLost", detail: nameOf(thrown) });
  }
};

let last: Promise<void> = Promise.resolve();

onmessage = ({ data }: MessageEvent<SecretRequest>): void => {
  last = last.then(async () => {
    const answer: SecretAnswer = { id: data.id, result: await answerTo(data) };
    postMessage(answer);
  });
};
