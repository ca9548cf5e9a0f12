/**
 * All that a browser holds for the program's origin, as plain data: to be kept as a golden profile (scripts/golden-profile.ts),
 * planted into an empty browser, and compared before and after.
 */
import type { Page } from "@playwright/test";

export interface ProfileCopy {
  readonly databases: ReadonlyArray<{ readonly name: string; readonly version: number; readonly stores: ReadonlyArray<StoreCopy> }>;
  /** Files of the origin, by path, base64. */
  readonly files: Readonly<Record<string, string>>;
  readonly settings: Readonly<Record<string, string>>;
}

interface StoreCopy {
  readonly name: string;
  readonly keyPath: string | null;
  readonly autoIncrement: boolean;
  readonly indexes: ReadonlyArray<{ readonly name: string; readonly keyPath: string | ReadonlyArray<string>; readonly unique: boolean; readonly multiEntry: boolean }>;
  /** Bytes stand as `{ "$bytes": base64 }`. */
  readonly rows: ReadonlyArray<unknown>;
}

/** Runs in the page, so it is made of its own text: nothing from around it may be used. */
const tools = () => {
  const toBase64 = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  const fromBase64 = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const plain = (value: unknown): unknown => {
    if (value instanceof Uint8Array) return { $bytes: toBase64(value) };
    if (Array.isArray(value)) return value.map(plain);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, plain(part)]));
  };
  const live = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(live);
    if (typeof value !== "object" || value === null) return value;
    if ("$bytes" in value) return fromBase64(String(value.$bytes));
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, live(part)]));
  };
  const done = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.addEventListener("success", () => resolve(request.result));
      request.addEventListener("error", () => reject(request.error ?? new Error("no answer")));
    });
  return { toBase64, fromBase64, plain, live, done };
};
type Tools = ReturnType<typeof tools>;

const read = async ({ toBase64, plain, done }: Tools): Promise<ProfileCopy> => {
  const copyStore = async (store: IDBObjectStore): Promise<StoreCopy> => ({
    name: store.name,
    keyPath: store.keyPath as string | null, // No store of ours has a key of several parts.
    autoIncrement: store.autoIncrement,
    indexes: [...store.indexNames].map((name) => {
      const { keyPath, unique, multiEntry } = store.index(name);
      return { name, keyPath: Array.isArray(keyPath) ? keyPath : String(keyPath), unique, multiEntry };
    }),
    rows: (await done(store.getAll())).map(plain),
  });
  const databases: Array<ProfileCopy["databases"][number]> = [];
  for (const { name = "" } of await indexedDB.databases()) {
    const db = await done(indexedDB.open(name));
    const names = [...db.objectStoreNames];
    const stores = names.length === 0 ? [] : await Promise.all(names.map((each) => copyStore(db.transaction(each).objectStore(each))));
    databases.push({ name, version: db.version, stores });
    db.close();
  }
  const files: Record<string, string> = {};
  const walk = async (folder: FileSystemDirectoryHandle, path: string): Promise<void> => {
    for await (const handle of folder.values()) {
      if (handle instanceof FileSystemDirectoryHandle) await walk(handle, `${path}${handle.name}/`);
      else if (handle instanceof FileSystemFileHandle) files[path + handle.name] = toBase64(new Uint8Array(await (await handle.getFile()).arrayBuffer()));
    }
  };
  await walk(await navigator.storage.getDirectory(), "");
  return { databases, files, settings: Object.fromEntries(Object.entries(localStorage)) };
};

const plant = async ({ fromBase64, live, done }: Tools, { databases, files, settings }: ProfileCopy): Promise<void> => {
  for (const { name, version, stores } of databases) {
    const opening = indexedDB.open(name, version);
    opening.addEventListener("upgradeneeded", () => {
      for (const { name: store, keyPath, autoIncrement, indexes } of stores) {
        const made = opening.result.createObjectStore(store, { keyPath, autoIncrement });
        for (const { name: index, keyPath: path, unique, multiEntry } of indexes) made.createIndex(index, typeof path === "string" ? path : [...path], { unique, multiEntry });
      }
    });
    const db = await done(opening);
    for (const { name: store, rows } of stores) {
      const putting = db.transaction(store, "readwrite").objectStore(store);
      await Promise.all(rows.map((row) => done(putting.put(live(row)))));
    }
    db.close();
  }
  for (const [path, content] of Object.entries(files)) {
    let folder = await navigator.storage.getDirectory();
    const names = path.split("/");
    for (const part of names.slice(0, -1)) folder = await folder.getDirectoryHandle(part, { create: true });
    const writing = await (await folder.getFileHandle(names.at(-1) ?? "", { create: true })).createWritable();
    await writing.write(fromBase64(content));
    await writing.close();
  }
  for (const [name, text] of Object.entries(settings)) localStorage.setItem(name, text);
};

/** The page must be of the origin, and need not be the program's. */
export const readProfile = async (page: Page): Promise<ProfileCopy> => (await page.evaluate(`(${read.toString()})((${tools.toString()})())`)) as ProfileCopy;

/** Into a browser that holds nothing yet. */
export const plantProfile = async (page: Page, profile: ProfileCopy): Promise<void> => {
  await page.evaluate(`(${plant.toString()})((${tools.toString()})(), ${JSON.stringify(profile)})`);
};
