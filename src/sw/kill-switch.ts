/**
 * The way out of a worker that went wrong. Put in the place of `sw.js` on the server (docs/coordinator.md), it takes the
 * worker and its caches away, and every page then comes from the server as if there had never been a worker.
 *
 * - KILL1 Only the caches of the program go; records and keys are not touched.
 * - KILL2 It comes in only when the server gives the program's page: no device is left with nothing to open.
 */
import { home, isOwnShelf } from "./shelf.ts";

declare const self: ServiceWorkerGlobalScope;

const install = async (): Promise<void> => {
  const page = await fetch(home, { cache: "reload", redirect: "error" });
  if (!page.ok || !(await page.text()).includes('<meta name="version"')) throw new Error("the server does not give the program's page");
  await self.skipWaiting();
};
self.addEventListener("install", (event) => event.waitUntil(install()));

const leave = async (): Promise<void> => {
  for (const name of await caches.keys()) if (isOwnShelf(name)) await caches.delete(name);
  await self.registration.unregister();
  // Only pages that the worker before had in hand: one that came from the server is as it should be, and is left in peace.
  for (const page of await self.clients.matchAll({ type: "window" })) await page.navigate(page.url);
};
self.addEventListener("activate", (event) => event.waitUntil(leave()));

/** A page that asks meanwhile hears that nothing is kept, and of no other version. */
self.addEventListener("message", (event) => {
  const { version = "" } = event.data as { readonly version?: string }; // Only this origin's own pages can reach a worker.
  event.ports[0]?.postMessage({ version, isWhole: false });
});
