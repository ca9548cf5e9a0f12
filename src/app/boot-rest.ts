/**
 * The pages on the shelf, dressed while nothing is going on: the next start then opens a page that is already right, and no
 * script stands before its first paint.
 *
 * - REST1 A page on the shelf is dressed only by a program of its own version, and never as a drill.
 */
import { dressDoor, dressHead, type Looks } from "./boot-dress.ts";
import { readHint } from "./boot-hint.ts";
import { here, withWholeAddresses } from "./place.ts";
import { readPrefs } from "./prefs.ts";
import { readDrawnPage } from "./trusted.ts";
import { pageVersion } from "./update.ts";

/** The shelves of the service worker in this folder (src/sw/shelf.ts). */
const shelves = (home: string) => {
  const owner = home === "/" ? "vaktbok" : `vaktbok${home}`;
  return {
    pages: `${owner}-pages`,
    version: (name: string): string => `${owner}-version-${name}`,
    files: { [home]: `${home}index.html`, [`${home}intake`]: `${home}intake.html` },
  };
};

/** Now, whenever this device's looks change, and whenever the answer is called because the ward's settings did. */
export const keepPagesDressed = (): (() => void) => {
  // An insecure address has no caches, whatever TypeScript's DOM says, and so no pages at rest.
  if (!("caches" in globalThis)) return () => undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void dressWhenReady(), 1_000);
  };
  new MutationObserver(soon).observe(document.documentElement, { attributes: true });
  soon();
  return soon;
};

/** The shelf is filled when the worker is ready. A page that could not be dressed, on a full disk say, only costs the next start a moment. */
const dressWhenReady = async (): Promise<void> => {
  if (!("serviceWorker" in navigator)) return;
  await navigator.serviceWorker.ready;
  const looks = { prefs: readPrefs(localStorage, "", navigator.languages), hint: readHint(localStorage, "real") };
  await dressPages(caches, pageVersion(), looks).catch(() => undefined);
};

const dressPages = async (caches: CacheStorage, version: string, looks: Omit<Looks, "profile">): Promise<void> => {
  const { home } = here;
  const ours = shelves(home);
  const shelf = await caches.open(ours.pages);
  for (const [address, file] of Object.entries(ours.files)) {
    const lying = await shelf.match(address);
    const drawn = await caches.match(file, { cacheName: ours.version(version) });
    if (lying?.headers.get("x-version") !== version || drawn === undefined) continue;
    const html = dressed(withWholeAddresses(await drawn.text(), home), { ...looks, profile: "real" });
    if (html !== (await lying.text())) await shelf.put(address, new Response(html, { headers: lying.headers }));
  }
};

const dressed = (drawn: string, looks: Looks): string => {
  const page = readDrawnPage(drawn);
  dressHead(page, looks);
  dressDoor(page, looks);
  // `?lang=` asks for a page that lies undressed: what lies here needs no other language.
  for (const template of page.querySelectorAll("template[data-door]")) template.remove();
  const boot = page.querySelector<HTMLScriptElement>("script[data-later]");
  if (boot !== null) bootLater(page, boot);
  return `<!doctype html>\n${page.documentElement.outerHTML}\n`;
};

/**
 * The looks are on already. Only the door's form must still be held, and that can wait for the first paint.
 * Deferred, not async: it keeps "content loaded" behind the style sheet. Before that the browser looks through the form's
 * fields by itself, and without the style it would lay out a page, and fetch fonts, that nobody sees.
 */
const bootLater = (page: Document, boot: HTMLScriptElement): void => {
  const { later = "", pieces } = boot.dataset;
  boot.defer = true;
  // On any other page it only listens for keys (boot-keys.ts).
  if (pieces === undefined) return;
  boot.dataset["boot"] = boot.getAttribute("src") ?? "";
  boot.setAttribute("src", later);
  page.body.append(boot);
};
