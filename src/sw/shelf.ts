/**
 * What the service worker keeps: one cache for each version, and one small cache with the pages of the version a person took.
 *
 * - SHELF1 A file counts as here only when its bytes have the hash that the build gave it: no login page of a strange network
 *   and no half-changed server ever becomes part of the program.
 * - SHELF2 Pages come from the version a person took, even when a newer one has arrived and every tab was closed meanwhile.
 * - SHELF3 An older version stays until the only tab left asks to tidy, and that tab does not run it.
 * - SHELF4 Copies of the program in other folders of the host have shelves of their own, and nothing here touches them.
 * - SHELF5 Where the page shelf is empty a page comes from any version that is here, before the server is asked.
 */

export interface Shelved {
  readonly url: string;
  /** As fetch takes it: `sha256-…`. */
  readonly integrity: string;
}

export interface Version {
  readonly name: string;
  readonly files: ReadonlyArray<Shelved>;
}

/** The folder that this worker lies in; it answers for nothing outside. */
export const home = new URL(".", location.href).pathname;

/** The address a page is asked for by, and the file that answers it. */
const pages: Readonly<Record<string, string>> = { [home]: `${home}index.html`, [`${home}intake`]: `${home}intake.html` };

const owner = home === "/" ? "vaktbok" : `vaktbok${home}`;
export const pageShelf = `${owner}-pages`;
const prefix = `${owner}-version-`;
const shelfOf = (name: string): string => `${prefix}${name}`;

/** Fetches what is missing; throws when a file cannot be had whole, and then nothing of the version is used. */
export const fill = async (caches: CacheStorage, { name, files }: Version): Promise<void> => {
  const shelf = await caches.open(shelfOf(name));
  await Promise.all(
    files.map(async ({ url, integrity }) => {
      if ((await shelf.match(url)) === undefined) await shelf.put(url, kept(await fetch(url, { integrity, cache: "no-cache" })));
    }),
  );
};

/** A `Vary` that a server sends would hide the file from a request with other headers; a redirect would forbid it as a page. */
const kept = (response: Response): Response => {
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  const headers = new Headers(response.headers);
  headers.delete("vary");
  return new Response(response.body, { headers });
};

/** The versions that the pages on the shelf belong to; "" for a page that is not there. */
export const pageVersions = async (caches: CacheStorage): Promise<ReadonlySet<string>> => {
  const shelf = await caches.open(pageShelf);
  const lying = await Promise.all(Object.keys(pages).map((address) => shelf.match(address)));
  return new Set(lying.map((page) => page?.headers.get("x-version") ?? ""));
};

export const take = async (caches: CacheStorage, { name }: Version): Promise<void> => {
  const [from, to] = await Promise.all([caches.open(shelfOf(name)), caches.open(pageShelf)]);
  for (const [address, file] of Object.entries(pages)) {
    const page = await from.match(file);
    if (page === undefined) throw new Error(`${file} is not here`);
    await to.put(address, await placed(page, name));
  }
};

/** As the build writes them, a page's addresses are told from its own folder; here a page answers at any depth. */
const placed = async (page: Response, version: string): Promise<Response> => {
  const headers = new Headers(page.headers);
  headers.set("x-version", version);
  return new Response((await page.text()).replace(/(?<=[" ])\.\//g, () => home), { headers });
};

export const missing = async (caches: CacheStorage, { name, files }: Version): Promise<number> => {
  const shelf = await caches.open(shelfOf(name));
  const found = await Promise.all(files.map(({ url }) => shelf.match(url)));
  return found.filter((one) => one === undefined).length;
};

/** Removes every version but these. */
export const tidy = async (caches: CacheStorage, keep: ReadonlyArray<string>): Promise<void> => {
  const kept = new Set(keep.map(shelfOf));
  for (const name of await caches.keys()) if (name.startsWith(prefix) && !kept.has(name)) await caches.delete(name);
};

/** Its cache, of this version or another, or the page shelf: what this program may throw away. */
export const isOwnShelf = (name: string): boolean => name === pageShelf || name.startsWith(prefix);

export const answer = async (caches: CacheStorage, request: Request): Promise<Response> => {
  // Files carry their hash in their name, so any version's shelf may answer for any tab.
  const lying = request.mode === "navigate" ? await pageAt(caches, new URL(request.url)) : await caches.match(request, { ignoreSearch: true });
  return lying ?? fetch(request);
};

const pageAt = async (caches: CacheStorage, { pathname, searchParams }: URL): Promise<Response | undefined> => {
  const shelf = await caches.open(pageShelf);
  const address = pathname.replace(/(?<=.)\/$/, "") === `${home}intake` ? `${home}intake` : home;
  const page = await shelf.match(address);
  const version = page?.headers.get("x-version") ?? "";
  const among = page === undefined ? {} : { cacheName: shelfOf(version) };
  // A page that is a file of its own, such as the rescue page, is no screen of the program.
  const file = pathname.endsWith(".html") ? await caches.match(pathname, among) : undefined;
  if (file !== undefined) return file;
  // What lies on the page shelf may be dressed in one language; whoever asks for another gets it as the build drew it.
  const drawn = page === undefined || searchParams.has("lang") ? await caches.match(pages[address] ?? home, among) : undefined;
  return drawn === undefined ? page : placed(drawn, version);
};
