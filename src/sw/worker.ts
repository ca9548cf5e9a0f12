/**
 * The service worker: with the server gone, every page opens from what lies here. It knows files, and nothing of patients.
 *
 * - SWK1 A new version waits beside the old one until a page says "take over"; nothing else makes it show.
 * - SWK2 Nothing is fetched from another origin, and nothing is kept that is not of the program.
 */
import { answer, fill, home, missing, pageShelf, pageVersions, take, tidy, type Version } from "./shelf.ts";

declare const self: ServiceWorkerGlobalScope;
/** Put here by the build (scripts/vite/worker.ts). */
declare const VERSION: Version;
const ours = VERSION;

/** Chromium answers these from the cache without waking this worker: it halves the time to the first byte. */
interface RoutingInstall extends ExtendableEvent {
  readonly addRoutes?: (routes: ReadonlyArray<{ readonly condition: object; readonly source: string | { readonly cacheName: string } }>) => Promise<void>;
}
const routes = [
  ...[home, `${home}intake`].map((pathname) => ({
    condition: { urlPattern: { pathname, search: "" }, requestMode: "navigate" },
    source: { cacheName: pageShelf },
  })),
  { condition: { urlPattern: { pathname: `${home}assets/*` } }, source: "cache" },
];

const install = async (event: RoutingInstall): Promise<void> => {
  await fill(caches, ours);
  if ([...(await pageVersions(caches))].every((version) => version === "")) await take(caches, ours);
  await event.addRoutes?.(routes);
};
self.addEventListener("install", (event) => event.waitUntil(install(event)));

// The very first tab came before this worker; from here on it too is answered when the server is gone.
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { origin } = new URL(event.request.url);
  if (origin !== self.location.origin) event.respondWith(Response.error());
  else if (event.request.method === "GET") event.respondWith(answer(caches, event.request));
});

/** What a page may ask, and what it hears. */
type Asked = { readonly ask: "take over" } | { readonly ask: "check"; readonly version: string };
interface Told {
  readonly version: string;
  readonly isWhole: boolean;
  /** A person took this version, here or in another tab: pages come from it. */
  readonly isTaken: boolean;
}

const takeOver = async (): Promise<Told> => {
  await take(caches, ours);
  await self.skipWaiting();
  return { version: ours.name, isWhole: true, isTaken: true };
};

/** Looks whether all is here, fetches what is not, and tidies when the asking tab is the only one. */
const check = async (version: string): Promise<Told> => {
  if ((await missing(caches, ours)) > 0) await fill(caches, ours).catch(() => undefined);
  const { waiting, installing } = self.registration;
  const tabs = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (tabs.length === 1 && !waiting && !installing) {
    const lying = await pageVersions(caches);
    // A take-over that was cut short left one page of each version; a browser short of room may have left none.
    if (version === ours.name && (lying.size > 1 || lying.has(""))) await take(caches, ours);
    await tidy(caches, [ours.name, version, ...lying]);
  }
  const isTaken = (await pageVersions(caches)).has(ours.name);
  return { version: ours.name, isWhole: (await missing(caches, ours)) === 0, isTaken };
};

self.addEventListener("message", (event) => {
  const asked = event.data as Asked; // Only this origin's own pages can reach a worker.
  const work = (asked.ask === "take over" ? takeOver() : check(asked.version)).then((told) => event.ports[0]?.postMessage(told));
  event.waitUntil(work);
});
