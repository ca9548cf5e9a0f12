/**
 * Where this copy of the program lives. It is read from the page and baked in nowhere: one build runs at the root of a host,
 * in any folder of it, and as one file on a stick.
 *
 * - HOM1 Every address of ours is made from the page's own folder.
 * - HOM2 Two folders of one host are two wards: what the browser keeps for a whole host is named after the folder.
 * - HOM3 The one file with everything in it has one address, wherever it lies; its screens stand behind the `#`.
 */

export interface Place {
  readonly isFile: boolean;
  /** The folder's path, with a slash at both ends. */
  readonly home: string;
  /** "" at a host's root and on a disk: what was kept before there were folders is found again. No slash: it is part of file names. */
  readonly mark: string;
}

/** The manifest lies in the folder, and its link is right on every page, however deep. */
export const readPlace = (page: Pick<Document, "baseURI" | "documentElement" | "querySelector">): Place => {
  const isFile = page.documentElement.dataset["form"] === "file";
  const manifest = page.querySelector("link[rel=manifest]")?.getAttribute("href");
  const base = new URL(page.baseURI);
  const folder = isFile ? base : new URL(manifest ?? "/", base);
  const home = new URL(".", folder).pathname;
  // Where a file lies on a disk is nobody's ward: a stick has another letter on another machine.
  const folders = base.protocol === "file:" ? [] : home.split("/").filter((part) => part !== "");
  return { isFile, home: isFile ? "/" : home, mark: folders.map((folder) => `@${encodeURIComponent(folder)}`).join("") };
};

/** Read once, while the page is where it was opened: its addresses move with every step through the program. */
export const here: Place = readPlace(document);

/** A screen's whole address; `path` begins with a slash, as screens know themselves. */
export const addressOf = (path: string, { isFile, home }: Place = here): string => (isFile ? `#${path}` : `${home}${path.slice(1)}`);

/** The screen that an address means. A static host ends it with a slash, and a host without rules puts it behind the `#`. */
export const screenAt = ({ pathname, hash, search }: Pick<Location, "pathname" | "hash" | "search">, { isFile, home }: Place = here): string => {
  const path = hash.startsWith("#/") ? hash.slice(1) : isFile ? "/" : `/${pathname.slice(home.length)}${search}`;
  return path.replace(/(?<=[^/])\/(?=$|\?)/, "");
};

/** The rescue page, which needs nothing of the program. In a file it is the same file. */
export const rescueAddress = ({ isFile, home }: Place = here): string => (isFile ? "#redd" : `${home}redd.html`);

/** Opens the program anew there, whatever is open now. */
export const openScreen = (path: string): void => {
  location.assign(addressOf(path));
  if (here.isFile) location.reload();
};

/**
 * A page's addresses as the build writes them are told from its own folder. A page that is opened at any depth needs them
 * whole (src/sw/shelf.ts and scripts/serve.mjs do the same).
 */
export const withWholeAddresses = (html: string, home: string): string => html.replace(/(?<=[" ])\.\//g, () => home);
