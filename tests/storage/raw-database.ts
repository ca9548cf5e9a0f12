// Everything that lies in the IndexedDB of a test, as bytes to be searched: what a thief of the disk would look through.

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => { resolve(request.result); };
    request.onerror = () => { reject(request.error ?? new Error("the request failed")); };
  });

/** Keys and values of all databases: text as it is, bytes also as latin-1 and as hex. */
export const rawDatabases = async (): Promise<string> => {
  const found: Array<string> = [];
  for (const { name = "" } of await indexedDB.databases()) {
    const db = await done(indexedDB.open(name));
    for (const store of db.objectStoreNames) {
      const objects = db.transaction(store).objectStore(store);
      const [keys, values] = await Promise.all([done(objects.getAllKeys()), done(objects.getAll())]);
      found.push(name, store, ...[...keys, ...(values as ReadonlyArray<unknown>)].map(shown));
    }
    db.close();
  }
  return found.join("\n");
};

const shown = (value: unknown): string => {
  if (value instanceof Uint8Array) return `${String.fromCharCode(...value)} ${toHex(value)}`;
  if (Array.isArray(value)) return value.map(shown).join(" ");
  if (typeof value === "object" && value !== null) return Object.entries(value).map(([key, inner]) => `${key} ${shown(inner)}`).join(" ");
  return String(value);
};

export const toHex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
