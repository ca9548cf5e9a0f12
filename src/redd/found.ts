/**
 * Reads what lies on the device, with the browser's own means alone and none of the program's: every database and every file
 * of ours, whatever their version, a drill's left out.
 *
 * - RFN1 Nothing is made, changed or removed: a database that is not there is not made by looking.
 * - RFN2 What cannot be read is told and passed over; everything else is still read.
 * - RFN3 A store of any length is read in batches.
 */
import { asJson, base64Url, type RawPart } from "./raw-lines.ts";

const isOurs = (name: string): boolean => name.startsWith("vaktbok-") && !/^vaktbok-(?:keys-)?drill/.test(name);
const fileBytes = 98_304;
const batch = 200;
/** Space that the program holds back for a full disk: noise. */
const heldBack = "reserve";

export const everythingFound = async function* (): AsyncGenerator<RawPart> {
  for (const name of await databaseNames()) yield* guarded(name, rowsOf(name));
  yield* guarded("files", filesOf());
  yield* guarded("notes", notes());
};

/** Whatever breaks ends this one reading, never the next. */
const guarded = async function* (where: string, parts: AsyncIterable<RawPart>): AsyncGenerator<RawPart> {
  try {
    yield* parts;
  } catch (thrown) {
    yield { is: "unread", where, why: nameOf(thrown) };
  }
};

const nameOf = (thrown: unknown): string => (thrown instanceof Error || thrown instanceof DOMException ? thrown.name : "unknown");

/** A browser that does not list its databases is asked for the first book's. */
const databaseNames = async (): Promise<ReadonlyArray<string>> => {
  try {
    return (await indexedDB.databases()).flatMap(({ name = "" }) => (isOurs(name) ? [name] : [])).toSorted();
  } catch {
    return ["vaktbok-keys-real", "vaktbok-real"];
  }
};

const asked = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("unknown"));
  });

const opened = async (name: string): Promise<IDBDatabase> => {
  const request = indexedDB.open(name); // No version: whatever lies there is opened as it is.
  request.onupgradeneeded = () => request.transaction?.abort();
  return asked(request);
};

const rowsOf = async function* (database: string): AsyncGenerator<RawPart> {
  const db = await opened(database);
  try {
    for (const store of Array.from(db.objectStoreNames)) {
      for await (const rows of batchesOf(db, store)) {
        yield "unread" in rows ? { is: "unread", where: `${database} ${store} ${rows.unread}`, why: rows.why } : { is: "rows", database, version: db.version, store, rows: rows.rows.map(asJson) };
      }
    }
  } finally {
    db.close();
  }
};

type Batch = { readonly rows: ReadonlyArray<unknown> } | { readonly unread: string; readonly why: string };

const batchesOf = async function* (db: IDBDatabase, store: string): AsyncGenerator<Batch> {
  let after: IDBValidKey | null = null;
  for (;;) {
    const range: IDBKeyRange | null = after === null ? null : IDBKeyRange.lowerBound(after, true);
    const here = (): IDBObjectStore => db.transaction(store, "readonly").objectStore(store);
    const keys: ReadonlyArray<IDBValidKey> = await asked(here().getAllKeys(range, batch));
    after = keys.at(-1) ?? null;
    if (after === null) return;
    try {
      yield { rows: await asked(here().getAll(range, batch)) };
    } catch {
      yield* oneByOne(here, keys);
    }
  }
};

/** One row that the disk has lost must not hide its neighbours. */
const oneByOne = async function* (store: () => IDBObjectStore, keys: ReadonlyArray<IDBValidKey>): AsyncGenerator<Batch> {
  for (const key of keys) {
    try {
      yield { rows: [await asked(store().get(key))] };
    } catch (thrown) {
      yield { unread: JSON.stringify(asJson(key)), why: nameOf(thrown) };
    }
  }
};

const filesOf = async function* (): AsyncGenerator<RawPart> {
  const root = await navigator.storage?.getDirectory?.().catch(() => undefined);
  const ours = await root?.getDirectoryHandle("vaktbok").catch(() => undefined);
  if (ours !== undefined) yield* filesIn(ours, "vaktbok");
};

const filesIn = async function* (folder: FileSystemDirectoryHandle, path: string): AsyncGenerator<RawPart> {
  for await (const [name, handle] of folder.entries()) {
    const whole = `${path}/${name}`;
    if (handle.kind === "file" && name !== heldBack) yield* guarded(whole, bytesOf(handle as FileSystemFileHandle, whole)); // Its kind says so.
    else if (handle.kind === "directory" && !whole.startsWith("vaktbok/drill")) yield* filesIn(handle as FileSystemDirectoryHandle, whole);
  }
};

const bytesOf = async function* (handle: FileSystemFileHandle, path: string): AsyncGenerator<RawPart> {
  const file = await handle.getFile();
  for (let at = 0; at === 0 || at < file.size; at += fileBytes) {
    const bytes = new Uint8Array(await file.slice(at, at + fileBytes).arrayBuffer());
    yield { is: "file", path, size: file.size, at, bytes: base64Url(bytes) };
  }
};

/** How far the records went, and which book was open: nothing of a patient. */
const notes = async function* (): AsyncGenerator<RawPart> {
  for (const name of Object.keys(localStorage)) {
    if (/^vaktbok-(?:book|.*-expected)/.test(name) && !name.includes("drill")) yield { is: "note", name, text: localStorage.getItem(name) ?? "" };
  }
};
